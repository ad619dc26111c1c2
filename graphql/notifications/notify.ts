import type { Prisma, Transaction } from '../../prisma/client.ts'
import { announce } from '../changes.ts'

/** The closed list of what people are told; each has its words in app/i18n as `notifications:kind.<kind>`. */
export type NotificationKind =
  | 'dossier_moved'
  | 'consultation_started'
  | 'drafting_invited'
  | 'poll_opened'
  | 'poll_closed'
  | 'meeting_planned'
  | 'action_item_given'
  | 'recommendation_followed'

/** Of each pair such as `titleRo` and `titleEn` the reader's language fills `title`; other values fill the sentence as they are. */
export interface NotificationValues {
  titleRo: string
  titleEn: string
  [name: string]: string | number
}

/**
 * Tells every person of `who` (disabled ones and the actor excepted) once, in the caller's transaction: nobody hears
 * of what did not happen.
 */
export async function notify(
  tx: Transaction,
  actorId: string | null,
  who: Prisma.PersonWhereInput,
  what: { kind: NotificationKind; subjectId: string; values: NotificationValues },
): Promise<void> {
  const people = await tx.person.findMany({
    where: { AND: [who], disabledAt: null, ...(actorId === null ? {} : { NOT: { id: actorId } }) },
    select: { id: true },
  })
  await tx.notification.createMany({ data: people.map(({ id }) => ({ personId: id, ...what })) })
  await announce(tx, ...people.map(({ id }) => id))
}

/** Everybody who belongs to the federation: a mandate in force on `day`, or an office. */
export function allMembers(day: Date): Prisma.PersonWhereInput {
  return { OR: [{ federationRole: { not: null } }, { mandates: { some: inForce(day) } }] }
}

/** The people with a mandate in force from one of these organisations. */
export function peopleOf(organisationIds: readonly string[], day: Date): Prisma.PersonWhereInput {
  return { mandates: { some: { ...inForce(day), organisationId: { in: [...organisationIds] } } } }
}

function inForce(day: Date): Prisma.MandateWhereInput {
  const date = new Date(day.toISOString().slice(0, 10))
  return { startsOn: { lte: date }, OR: [{ endsOn: null }, { endsOn: { gte: date } }] }
}
