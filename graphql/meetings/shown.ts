/** A meeting's form in words, for the comparison after a stale edit: two people see texts, not ids. */
import type { Prisma, Transaction } from '../../prisma/client.ts'
import { positionGuard } from '../positions/access.ts'
import { meetingGuard } from './access.ts'
import type { MeetingForm } from './form.ts'

/** What an edit needs to know of the meeting as it is stored. */
export const meetingAsSaved = {
  revision: true,
  titleRo: true,
  titleEn: true,
  startsAt: true,
  endsAt: true,
  place: true,
  onlineUrl: true,
  institutionId: true,
  minutesDocumentId: true,
  ...meetingGuard,
  participants: {
    select: { organisationId: true, outsideName: true, organisation: { select: { shortName: true } } },
  },
  agendaItems: {
    orderBy: [{ number: 'asc' }],
    select: {
      id: true,
      title: true,
      dossierId: true,
      positionId: true,
      position: { select: { id: true, ...positionGuard } },
    },
  },
  actionItems: { select: { ownerId: true } },
} satisfies Prisma.MeetingSelect

export type MeetingAsSaved = Prisma.MeetingGetPayload<{ select: typeof meetingAsSaved }>

const lines = (words: readonly string[]) => words.join('\n')
const sortedLines = (words: readonly string[]) => lines([...words].sort((a, b) => (a < b ? -1 : 1)))

/** What somebody else saved, under the names of the form's fields. */
export function shownMeeting(meeting: MeetingAsSaved): Record<string, unknown> {
  const { participants, agendaItems, actionItems: _actions, minutesDocumentId: _minutes, ...row } = meeting
  return {
    ...row,
    organisationIds: sortedLines(participants.flatMap(each => each.organisation?.shortName ?? [])),
    outside: sortedLines(participants.map(each => each.outsideName).filter(Boolean)),
    agenda: lines(agendaItems.map(item => item.title)),
  }
}

/** What was sent, in the same words. */
export async function shownForm(
  tx: Transaction,
  form: MeetingForm,
  revision: number,
): Promise<Record<string, unknown>> {
  const organisations = await tx.organisation.findMany({
    where: { id: { in: [...form.organisationIds] } },
    select: { shortName: true },
  })
  return {
    ...form,
    endsAt: form.endsAt ?? null,
    revision,
    organisationIds: sortedLines(organisations.map(each => each.shortName)),
    outside: sortedLines(form.outside),
    agenda: lines(form.agenda.map(item => item.title)),
  }
}
