import type { Prisma, Transaction } from '../../prisma/client.ts'
import { announce } from '../changes.ts'
import { inForceOn, membersOn } from '../organisations/terms.ts'
import { today } from '../today.ts'

/** The closed list of what people are told; each has its words in app/i18n as `news:<kind>`. */
export type NotificationKind =
  | 'dossier_moved'
  | 'consultation_started'
  | 'consultation_moved'
  | 'drafting_invited'
  | 'poll_opened'
  | 'poll_closed'
  | 'meeting_planned'
  | 'meeting_moved'
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

/** Everybody who belongs to the federation at `now`: a mandate in force from a member, or an office. */
export function allMembers(now: Date): Prisma.PersonWhereInput {
  return { OR: [{ federationRole: { not: null } }, { mandates: { some: valid(now) } }] }
}

/** The people with a mandate in force from one of these organisations. */
export function peopleOf(organisationIds: readonly string[], now: Date): Prisma.PersonWhereInput {
  return { mandates: { some: { ...valid(now), organisationId: { in: [...organisationIds] } } } }
}

/** The mandates that give rights at `now`: what a session goes by, too. */
function valid(now: Date): Prisma.MandateWhereInput {
  const day = today(now)
  return { ...inForceOn(day), organisation: membersOn(day) }
}
