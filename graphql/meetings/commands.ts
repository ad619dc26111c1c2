/** Planning a meeting and changing it: when and where, who takes part, and the agenda. */
import { minutesTemplate } from '../../packages/document/templates.ts'
import type { Prisma, Transaction } from '../../prisma/client.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { createDocument } from '../documents/create.ts'
import { announceAccess } from '../documents/log.ts'
import { allMembers, notify, peopleOf } from '../notifications/notify.ts'
import { organisationsOf } from '../people/viewer.ts'
import { seesPosition } from '../positions/access.ts'
import { allow, found, Refusal, stale } from '../refusal.ts'
import { managesMeeting, plansMeeting, visibleMeetings } from './access.ts'
import { checkReferences, type MeetingForm, MeetingInput, readMeeting } from './form.ts'
import { type MeetingAsSaved, meetingAsSaved, shownForm, shownMeeting } from './shown.ts'

const rowOf = ({ organisationIds: _o, outside: _p, agenda: _a, ...row }: MeetingForm) => ({
  ...row,
  endsAt: row.endsAt ?? null,
})

const participantsOf = (meetingId: string, { organisationIds, outside }: MeetingForm) => [
  ...[...new Set(organisationIds)].map(organisationId => ({ meetingId, organisationId })),
  ...outside.map(outsideName => ({ meetingId, outsideName })),
]

/** The people who see the meeting: for its audience; the secretariat sees all. */
function peopleWhoSee({ audience, organiserId, organisationIds }: MeetingForm, day: Date) {
  return audience === 'federation' ? allMembers(day) : withSecretariat([organiserId, ...organisationIds], day)
}

const withSecretariat = (organisationIds: readonly string[], day: Date) => ({
  OR: [{ federationRole: 'secretariat' as const }, peopleOf(organisationIds, day)],
})

/** Tells of a meeting that is still ahead; one that is recorded afterwards is no news to its participants. */
async function tell(
  tx: Transaction,
  context: Context,
  meetingId: string,
  form: MeetingForm,
  kind: 'meeting_planned' | 'meeting_moved',
  who: Prisma.PersonWhereInput,
): Promise<void> {
  if (form.startsAt < context.now()) return
  await notify(tx, context.viewer.person?.id ?? null, who, {
    kind,
    subjectId: meetingId,
    values: { titleRo: form.titleRo, titleEn: form.titleEn },
  })
}

async function createMeeting(context: Context, input: unknown): Promise<string> {
  const { viewer, t } = context
  allow(viewer.person !== null, viewer)
  const form = readMeeting(input)
  allow(plansMeeting(viewer, form.organiserId), viewer)
  await checkReferences(context, form)
  return inTransaction(context, async tx => {
    const minutesDocumentId = await createDocument(
      tx,
      minutesTemplate({
        discussion: t('meetings:minutes.discussion'),
        decisions: t('meetings:minutes.decisions'),
        commitments: t('meetings:minutes.commitments'),
      }),
      { personId: viewer.person?.id ?? null, organisationId: organisationsOf(viewer)[0] ?? null },
    )
    const { id } = await tx.meeting.create({
      data: { ...rowOf(form), minutesDocumentId, createdById: viewer.person?.id ?? null },
      select: { id: true },
    })
    await tx.meetingParticipant.createMany({ data: participantsOf(id, form) })
    await tx.agendaItem.createMany({
      data: form.agenda.map(({ id: _new, ...item }, index) => ({
        ...item,
        meetingId: id,
        number: index + 1,
      })),
    })
    await record(tx, context, 'meeting.created', id, { organisationId: form.organiserId })
    await tell(tx, context, id, form, 'meeting_planned', peopleWhoSee(form, context.now()))
    await announce(tx, id)
    return id
  })
}

/** A position that the editor does not see is not on their form: it stays where it was. */
function withUnseenPositions(
  context: Context,
  form: MeetingForm,
  { agendaItems }: MeetingAsSaved,
): MeetingForm {
  const unseen = new Map(
    agendaItems.flatMap(({ id, position }) =>
      position === null || seesPosition(context.viewer, position) ? [] : [[id, position.id] as const],
    ),
  )
  const agenda = form.agenda.map(item => ({
    ...item,
    positionId: item.positionId ?? (item.id === null ? null : (unseen.get(item.id) ?? null)),
  }))
  return { ...form, agenda }
}

/** Whoever promised something in a meeting goes on seeing it. */
function keepOwners(form: MeetingForm, { actionItems }: MeetingAsSaved): void {
  const inside = new Set([form.organiserId, ...form.organisationIds])
  if (form.audience === 'participants' && actionItems.some(({ ownerId }) => !inside.has(ownerId)))
    throw new Refusal('invalid', { fields: [{ field: 'organisationIds', code: 'owns_action_item' }] })
}

async function changeMeeting(
  context: Context,
  id: string,
  sentRevision: number,
  input: unknown,
): Promise<string> {
  const { viewer, database } = context
  allow(viewer.person !== null, viewer)
  const saved = found(
    await database.prisma.meeting.findFirst({
      where: { id, AND: [visibleMeetings(viewer)] },
      select: meetingAsSaved,
    }),
  )
  allow(managesMeeting(viewer, saved), viewer)
  const sent = readMeeting(input)
  allow(plansMeeting(viewer, sent.organiserId), viewer)
  const form = withUnseenPositions(context, sent, saved)
  const before = saved.participants.flatMap(each => each.organisationId ?? [])
  await checkReferences(context, form, {
    organisationIds: [saved.organiserId, ...before],
    positionIds: saved.agendaItems.flatMap(item => item.positionId ?? []),
  })

  return inTransaction(context, async tx => {
    const { count } = await tx.meeting.updateMany({
      where: { id, revision: sentRevision },
      data: { ...rowOf(form), revision: { increment: 1 } },
    })
    const now = await tx.meeting.findUniqueOrThrow({ where: { id }, select: meetingAsSaved })
    if (count === 0) throw stale(await shownForm(tx, form, sentRevision), shownMeeting(now))
    keepOwners(form, now)
    await tx.meetingParticipant.deleteMany({ where: { meetingId: id } })
    await tx.meetingParticipant.createMany({ data: participantsOf(id, form) })
    await writeAgenda(tx, id, form, now)
    await record(tx, context, 'meeting.changed', id, { organisationId: form.organiserId })
    await tellOfChange(tx, context, id, form, saved)
    // Who may read and write the minutes follows from the meeting: then open editors ask again.
    if (changesAccess(saved, form)) await announceAccess(tx, { documentId: now.minutesDocumentId })
    await announce(tx, id)
    return id
  })
}

function changesAccess(saved: MeetingAsSaved, form: MeetingForm): boolean {
  const before = new Set(saved.participants.flatMap(each => each.organisationId ?? []))
  const after = new Set(form.organisationIds)
  return (
    saved.audience !== form.audience ||
    saved.organiserId !== form.organiserId ||
    before.size !== after.size ||
    [...after].some(each => !before.has(each))
  )
}

/** Who hears of the meeting for the first time is told of it; who knew of it, when it is at another time or place. */
async function tellOfChange(
  tx: Transaction,
  context: Context,
  meetingId: string,
  form: MeetingForm,
  saved: MeetingAsSaved,
): Promise<void> {
  const now = context.now()
  if (saved.audience === 'participants' && form.audience === 'federation')
    return tell(tx, context, meetingId, form, 'meeting_planned', peopleWhoSee(form, now))
  const before = saved.participants.flatMap(each => each.organisationId ?? [])
  const joined =
    form.audience === 'federation' ? [] : form.organisationIds.filter(each => !before.includes(each))
  if (joined.length > 0) await tell(tx, context, meetingId, form, 'meeting_planned', peopleOf(joined, now))
  if (!isMoved(saved, form)) return
  const knowing = [form.organiserId, ...form.organisationIds].filter(each => !joined.includes(each))
  await tell(tx, context, meetingId, form, 'meeting_moved', withSecretariat(knowing, now))
}

const isMoved = (saved: MeetingAsSaved, form: MeetingForm) =>
  saved.startsAt.getTime() !== form.startsAt.getTime() ||
  saved.endsAt?.getTime() !== form.endsAt?.getTime() ||
  saved.place !== form.place ||
  saved.onlineUrl !== form.onlineUrl

/** Writes the agenda as it was sent. Items keep their id, because decisions hang on them. */
async function writeAgenda(
  tx: Transaction,
  meetingId: string,
  form: MeetingForm,
  { agendaItems }: MeetingAsSaved,
): Promise<void> {
  const present = new Set(agendaItems.map(item => item.id))
  const kept = form.agenda.flatMap(({ id }) => (id !== null && present.has(id) ? [id] : []))
  await tx.agendaItem.deleteMany({ where: { meetingId, id: { notIn: kept } } })
  // Out of the way first: two items that change places would meet on one number.
  await tx.agendaItem.updateMany({ where: { meetingId }, data: { number: { multiply: -1 } } })
  for (const [index, { id, ...item }] of form.agenda.entries()) {
    const data = { ...item, number: index + 1 }
    if (id !== null && present.delete(id)) await tx.agendaItem.update({ where: { id }, data })
    else await tx.agendaItem.create({ data: { ...data, meetingId } })
  }
}

builder.mutationFields(t => ({
  createMeeting: t.prismaField({
    type: 'Meeting',
    errors: {},
    description: 'Plans a meeting, or records one that took place. Its minutes begin from a template.',
    args: { input: t.arg({ type: MeetingInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await createMeeting(context, input)
      return context.database.prisma.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  changeMeeting: t.prismaField({
    type: 'Meeting',
    errors: {},
    description: 'Changes a meeting with its participants and its whole agenda.',
    args: {
      id: t.arg.id({ required: true }),
      revision: t.arg.int({ required: true, description: 'Of the meeting that the form was filled from.' }),
      input: t.arg({ type: MeetingInput, required: true }),
    },
    resolve: async (query, _root, { id, revision, input }, context) => {
      await changeMeeting(context, id, revision, input)
      return context.database.prisma.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))
