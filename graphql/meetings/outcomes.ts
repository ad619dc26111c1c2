/** What came of a meeting: decisions, and action items with an owner and a day. */
import { z } from 'zod'
import type { Transaction } from '../../prisma/client.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { id, legalDate, optionalId, paragraph, read } from '../input.ts'
import { notify, peopleOf } from '../notifications/notify.ts'
import { membersOn } from '../organisations/terms.ts'
import { allow, found, Refusal } from '../refusal.ts'
import { today } from '../today.ts'
import {
  managesMeeting,
  meetingGuard,
  meetingPartGuard,
  reportsActionItem,
  visibleActionItems,
  visibleMeetings,
} from './access.ts'

const DecisionInput = builder.inputType('DecisionInput', {
  fields: t => ({
    meetingId: t.id({ required: true }),
    agendaItemId: t.id({ description: 'The item of the agenda that it was taken under.' }),
    text: t.string({ required: true }),
  }),
})

const decisionShape = z.object({ agendaItemId: optionalId('age'), text: paragraph(2_000) })

const ActionItemInput = builder.inputType('ActionItemInput', {
  fields: t => ({
    meetingId: t.id({ required: true }),
    text: t.string({ required: true }),
    ownerId: t.id({ required: true, description: 'The organisation that promised.' }),
    dueOn: t.field({ type: 'Date', description: 'Required; null answers a refusal beside the field.' }),
  }),
})

const actionItemShape = z.object({ text: paragraph(2_000), ownerId: id('org'), dueOn: legalDate() })

/** The meeting, when the viewer may record what came of it. */
async function managed(context: Context, meetingId: string) {
  const { viewer, database } = context
  allow(viewer.person !== null, viewer)
  const meeting = found(
    await database.prisma.meeting.findFirst({
      where: { id: meetingId, AND: [visibleMeetings(viewer)] },
      select: {
        id: true,
        titleRo: true,
        titleEn: true,
        ...meetingGuard,
        agendaItems: { select: { id: true } },
      },
    }),
  )
  allow(managesMeeting(viewer, meeting), viewer)
  return meeting
}

async function recordDecision(context: Context, input: typeof DecisionInput.$inferInput): Promise<string> {
  const meeting = await managed(context, input.meetingId)
  const { agendaItemId, text } = read(decisionShape, input)
  if (agendaItemId !== null && !meeting.agendaItems.some(item => item.id === agendaItemId))
    throw new Refusal('invalid', { fields: [{ field: 'agendaItemId', code: 'not_found' }] })
  await inTransaction(context, async tx => {
    const decision = await tx.meetingDecision.create({
      data: { meetingId: meeting.id, agendaItemId, text, recordedAt: context.now() },
      select: { id: true },
    })
    await record(tx, context, 'meeting.decision_recorded', meeting.id, {
      organisationId: meeting.organiserId,
      details: { decisionId: decision.id },
    })
    await announce(tx, meeting.id)
  })
  return meeting.id
}

/**
 * Whoever promises something sees the meeting. The lock waits for an edit of the participants in progress, so that
 * an owner is never both given an item and taken out.
 */
async function ownerTakesPart(tx: Transaction, meetingId: string, ownerId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM meeting WHERE id = ${meetingId} FOR SHARE`
  const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: meetingGuard })
  const inside = [meeting.organiserId, ...meeting.participants.map(each => each.organisationId)]
  if (meeting.audience === 'participants' && !inside.includes(ownerId))
    throw new Refusal('invalid', { fields: [{ field: 'ownerId', code: 'not_participant' }] })
}

async function giveActionItem(context: Context, input: typeof ActionItemInput.$inferInput): Promise<string> {
  const { viewer, database } = context
  const meeting = await managed(context, input.meetingId)
  const form = read(actionItemShape, input)
  const owner = await database.prisma.organisation.findFirst({
    where: { id: form.ownerId, ...membersOn(today(context.now())) },
    select: { id: true },
  })
  if (owner === null) throw new Refusal('invalid', { fields: [{ field: 'ownerId', code: 'not_found' }] })
  return inTransaction(context, async tx => {
    await ownerTakesPart(tx, meeting.id, owner.id)
    const item = await tx.actionItem.create({
      data: { meetingId: meeting.id, ...form },
      select: { id: true },
    })
    await record(tx, context, 'action_item.created', item.id, { organisationId: form.ownerId })
    await notify(tx, viewer.person?.id ?? null, peopleOf([form.ownerId], context.now()), {
      kind: 'action_item_given',
      subjectId: meeting.id,
      values: { titleRo: meeting.titleRo, titleEn: meeting.titleEn },
    })
    await announce(tx, meeting.id)
    return item.id
  })
}

/** Marks it done or open again. Said twice, it is done once. */
async function reportActionItem(context: Context, itemId: string, done: boolean): Promise<void> {
  const { viewer, database } = context
  allow(viewer.person !== null, viewer)
  const item = found(
    await database.prisma.actionItem.findFirst({
      where: { id: itemId, AND: [visibleActionItems(viewer)] },
      select: { id: true, ownerId: true, meetingId: true, ...meetingPartGuard },
    }),
  )
  allow(reportsActionItem(viewer, item), viewer)
  await inTransaction(context, async tx => {
    const { count } = await tx.actionItem.updateMany({
      where: { id: item.id, doneAt: done ? null : { not: null } },
      data: done
        ? { doneAt: context.now(), doneById: viewer.person?.id ?? null }
        : { doneAt: null, doneById: null },
    })
    if (count === 0) return
    await record(tx, context, done ? 'action_item.done' : 'action_item.reopened', item.id, {
      organisationId: item.ownerId,
    })
    await announce(tx, item.meetingId)
  })
}

builder.mutationFields(t => ({
  recordDecision: t.prismaField({
    type: 'Meeting',
    errors: {},
    description: 'Keeps a decision of the meeting; answers the meeting.',
    args: { input: t.arg({ type: DecisionInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const meetingId = await recordDecision(context, input)
      return context.database.prisma.meeting.findUniqueOrThrow({ ...query, where: { id: meetingId } })
    },
  }),
  giveActionItem: t.prismaField({
    type: 'ActionItem',
    errors: {},
    description: 'Keeps what an organisation promised in a meeting, and tells its people.',
    args: { input: t.arg({ type: ActionItemInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const itemId = await giveActionItem(context, input)
      return context.database.prisma.actionItem.findUniqueOrThrow({ ...query, where: { id: itemId } })
    },
  }),
  markActionItemDone: t.prismaField({
    type: 'ActionItem',
    errors: {},
    description: 'Says that a promise was kept.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id: itemId }, context) => {
      await reportActionItem(context, itemId, true)
      return context.database.prisma.actionItem.findUniqueOrThrow({ ...query, where: { id: itemId } })
    },
  }),
  reopenActionItem: t.prismaField({
    type: 'ActionItem',
    errors: {},
    description: 'Takes that back.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id: itemId }, context) => {
      await reportActionItem(context, itemId, false)
      return context.database.prisma.actionItem.findUniqueOrThrow({ ...query, where: { id: itemId } })
    },
  }),
}))
