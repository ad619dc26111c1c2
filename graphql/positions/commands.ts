/** What those who lead a position change about it. Its text is changed live, its outcome by a poll (`decide.ts`). */
import { z } from 'zod'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { announceAccess } from '../documents/log.ts'
import { id, legalDate, line, optionalLine, read, revision } from '../input.ts'
import { allMembers, notify, peopleOf } from '../notifications/notify.ts'
import { membersOn } from '../organisations/terms.ts'
import { Refusal, stale } from '../refusal.ts'
import { today } from '../today.ts'
import { actingFor, hold, holdEditable, ledPosition } from './guarded.ts'
import { consultable } from './states.ts'

const ChangePositionInput = builder.inputType('ChangePositionInput', {
  fields: t => ({
    id: t.id({ required: true }),
    revision: t.int({ required: true, description: 'The one that was read: an older one is stale.' }),
    titleRo: t.string({ required: true }),
    titleEn: t.string(),
  }),
})

const changeShape = z.object({
  id: id('pos'),
  revision: revision(),
  titleRo: line(200),
  titleEn: optionalLine(200),
})

async function changePosition(context: Context, input: unknown): Promise<string> {
  const mine = read(changeShape, input)
  const position = await ledPosition(context, { id: mine.id })
  await inTransaction(context, async tx => {
    await holdEditable(tx, mine.id)
    const { titleRo, titleEn } = mine
    const { count } = await tx.position.updateMany({
      where: { id: mine.id, revision: mine.revision },
      data: { titleRo, titleEn, revision: { increment: 1 } },
    })
    if (count === 0) {
      const theirs = await tx.position.findUniqueOrThrow({ where: { id: mine.id } })
      throw stale(mine, { titleRo: theirs.titleRo, titleEn: theirs.titleEn, revision: theirs.revision })
    }
    await record(tx, context, 'position.changed', mine.id, { organisationId: actingFor(context, position) })
    await announce(tx, mine.id)
  })
  return mine.id
}

const DrafterInput = builder.inputType('DrafterInput', {
  fields: t => ({ positionId: t.id({ required: true }), organisationId: t.id({ required: true }) }),
})

const drafterShape = z.object({ positionId: id('pos'), organisationId: id('org') })

/** Inviting an organisation that already writes changes nothing and tells nobody again. */
async function inviteDrafter(context: Context, input: unknown): Promise<string> {
  const { positionId, organisationId } = read(drafterShape, input)
  const position = await ledPosition(context, { id: positionId })
  const { titleRo, titleEn, documentId } = position
  await inTransaction(context, async tx => {
    await holdEditable(tx, positionId)
    const member = await tx.organisation.findFirst({
      where: { id: organisationId, AND: [membersOn(today(context.now()))] },
      select: { id: true },
    })
    if (member === null)
      throw new Refusal('invalid', { fields: [{ field: 'organisationId', code: 'not_found' }] })
    const { count } = await tx.positionDrafter.createMany({
      data: [{ positionId, organisationId }],
      skipDuplicates: true,
    })
    if (count === 0) return
    await record(tx, context, 'position.drafters_changed', positionId, {
      organisationId: actingFor(context, position),
      details: { invited: organisationId },
    })
    await notify(tx, context.viewer.person?.id ?? null, peopleOf([organisationId], context.now()), {
      kind: 'drafting_invited',
      subjectId: positionId,
      values: { titleRo, titleEn },
    })
    await announce(tx, positionId)
    // Whoever of them was reading may now write: their pages ask again.
    await announceAccess(tx, { documentId, organisationId })
  })
  return positionId
}

async function removeDrafter(context: Context, input: unknown): Promise<string> {
  const { positionId, organisationId } = read(drafterShape, input)
  const position = await ledPosition(context, { id: positionId })
  if (organisationId === position.leadId) throw new Refusal('wrong_state', { detail: 'lead_stays' })
  await inTransaction(context, async tx => {
    await holdEditable(tx, positionId)
    const { count } = await tx.positionDrafter.deleteMany({ where: { positionId, organisationId } })
    if (count === 0) return
    await record(tx, context, 'position.drafters_changed', positionId, {
      organisationId: actingFor(context, position),
      details: { removed: organisationId },
    })
    await announce(tx, positionId)
    await announceAccess(tx, { documentId: position.documentId, organisationId })
  })
  return positionId
}

const StartConsultationInput = builder.inputType('StartConsultationInput', {
  fields: t => ({
    positionId: t.id({ required: true }),
    endsOn: t.field({ type: 'Date', description: 'The last day, today or later.' }),
  }),
})

const consultationShape = z.object({ positionId: id('pos'), endsOn: legalDate() })

/**
 * Asks all members about a draft until a day. Asking again moves that day, which is other news than a consultation
 * that starts; the same day again changes nothing and tells nobody.
 */
async function startConsultation(context: Context, input: unknown): Promise<string> {
  const { positionId, endsOn } = read(consultationShape, input)
  const position = await ledPosition(context, { id: positionId })
  if (endsOn < today(context.now()))
    throw new Refusal('invalid', { fields: [{ field: 'endsOn', code: 'past' }] })
  await inTransaction(context, async tx => {
    const held = await hold(tx, positionId)
    if (held === undefined || !consultable.includes(held.status))
      throw new Refusal('wrong_state', { detail: 'position_not_consultable' })
    const again = held.status === 'consultation'
    if (again && held.consultationEndsOn?.getTime() === endsOn.getTime()) return
    await tx.position.update({
      where: { id: positionId },
      data: { status: 'consultation', consultationEndsOn: endsOn },
    })
    const kind = again ? 'consultation_moved' : 'consultation_started'
    await record(tx, context, `position.${kind}`, positionId, {
      organisationId: actingFor(context, position),
      details: { endsOn: endsOn.toISOString().slice(0, 10) },
    })
    const { titleRo, titleEn } = position
    await notify(tx, context.viewer.person?.id ?? null, allMembers(context.now()), {
      kind,
      subjectId: positionId,
      values: { titleRo, titleEn },
    })
    await announce(tx, positionId)
  })
  return positionId
}

const reload = (context: Context, query: object, id: string) =>
  context.database.prisma.position.findUniqueOrThrow({ ...query, where: { id } })

builder.mutationFields(t => ({
  changePosition: t.prismaField({
    type: 'Position',
    description: 'Gives it other titles.',
    errors: {},
    args: { input: t.arg({ type: ChangePositionInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      reload(context, query, await changePosition(context, input)),
  }),
  inviteDrafter: t.prismaField({
    type: 'Position',
    description: 'Lets one more organisation write it.',
    errors: {},
    args: { input: t.arg({ type: DrafterInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      reload(context, query, await inviteDrafter(context, input)),
  }),
  removeDrafter: t.prismaField({
    type: 'Position',
    description: 'Ends an organisation’s part in writing it. The lead stays.',
    errors: {},
    args: { input: t.arg({ type: DrafterInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      reload(context, query, await removeDrafter(context, input)),
  }),
  startConsultation: t.prismaField({
    type: 'Position',
    description: 'Opens the draft to all members and asks them until a day; asking again moves that day.',
    errors: {},
    args: { input: t.arg({ type: StartConsultationInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      reload(context, query, await startConsultation(context, input)),
  }),
}))
