/** What people may do for an organisation begins and ends on a day; changing a mandate is ending it and giving another. */
import { z } from 'zod'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { announceAccess } from '../documents/log.ts'
import { id, legalDate, read } from '../input.ts'
import { beginAsMember } from '../people/promotion.ts'
import { MandateRoleEnum } from '../people/types.ts'
import { allow, found, Refusal } from '../refusal.ts'
import { managesFederation } from './access.ts'
import { overlapping } from './terms.ts'

const term = {
  role: z.enum(['delegate', 'deputy', 'drafter', 'observer'], 'required'),
  startsOn: legalDate(),
  endsOn: legalDate()
    .nullish()
    .transform(value => value ?? null),
}
const giveShape = z.object({ ...term, personId: id('per'), organisationId: id('org') })
const endShape = z.object({ id: id('man'), endsOn: legalDate() })

const GiveMandateInput = builder.inputType('GiveMandateInput', {
  fields: t => ({
    personId: t.id({ required: true }),
    organisationId: t.id({ required: true }),
    role: t.field({ type: MandateRoleEnum, required: true }),
    startsOn: t.field({ type: 'Date' }),
    endsOn: t.field({ type: 'Date', description: 'Its last day; null: without end.' }),
  }),
})
const EndMandateInput = builder.inputType('EndMandateInput', {
  fields: t => ({
    id: t.id({ required: true }),
    endsOn: t.field({ type: 'Date', description: 'The last day on which it is in force.' }),
  }),
})

/**
 * Gives a mandate. An organisation has one delegate at a time, because it has one vote; a person has one mandate at
 * a time from the same organisation. The organisation's row is locked, so that two at once cannot break either.
 */
export async function giveMandate(context: Context, input: unknown): Promise<string> {
  allow(managesFederation(context.viewer), context.viewer)
  const values = read(giveShape, input)
  const { personId, organisationId, role, startsOn, endsOn } = values
  if (endsOn !== null && endsOn < startsOn)
    throw new Refusal('invalid', { fields: [{ field: 'endsOn', code: 'before_start' }] })
  return inTransaction(context, async tx => {
    const [organisation] = await tx.$queryRaw<{ left_on: Date | null }[]>`
      SELECT left_on FROM organisation WHERE id = ${organisationId} FOR UPDATE`
    const { left_on: leftOn } = found(organisation)
    found(await tx.person.findUnique({ where: { id: personId }, select: { id: true } }))
    if (leftOn !== null && leftOn <= startsOn)
      throw new Refusal('wrong_state', { detail: 'organisation_left' })
    const others = await tx.mandate.findMany({
      where: { organisationId, ...overlapping(startsOn, endsOn) },
      select: { personId: true, role: true },
    })
    if (others.some(other => other.personId === personId))
      throw new Refusal('already_exists', { detail: 'mandate' })
    if (role === 'delegate' && others.some(other => other.role === 'delegate'))
      throw new Refusal('already_exists', { detail: 'delegate' })
    const begunAnew = await beginAsMember(tx, personId)
    const { id } = await tx.mandate.create({ data: values, select: { id: true } })
    await record(tx, context, 'mandate.given', id, {
      organisationId,
      details: { personId, role, ...(begunAnew ? { begunAnew } : {}) },
    })
    await announce(tx, organisationId, personId)
    await announceAccess(tx, { personId })
    return id
  })
}

function endMandate(context: Context, input: unknown): Promise<string> {
  allow(managesFederation(context.viewer), context.viewer)
  const { id, endsOn } = read(endShape, input)
  return inTransaction(context, async tx => {
    const mandate = found(await tx.mandate.findUnique({ where: { id } }))
    if (endsOn < mandate.startsOn)
      throw new Refusal('invalid', { fields: [{ field: 'endsOn', code: 'before_start' }] })
    const { personId, organisationId, role } = mandate
    // Only an earlier end: a longer mandate could meet one that was given since, so it is given anew.
    if (mandate.endsOn !== null && endsOn > mandate.endsOn)
      throw new Refusal('wrong_state', { detail: 'mandate_ended' })
    await tx.mandate.update({ where: { id }, data: { endsOn } })
    await record(tx, context, 'mandate.ended', id, {
      organisationId,
      details: { personId, role, endsOn: endsOn.toISOString().slice(0, 10) },
    })
    await announce(tx, organisationId, personId)
    await announceAccess(tx, { personId })
    return id
  })
}

builder.mutationFields(t => ({
  giveMandate: t.prismaField({
    type: 'Mandate',
    errors: {},
    args: { input: t.arg({ type: GiveMandateInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await giveMandate(context, input)
      return context.database.prisma.mandate.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  endMandate: t.prismaField({
    type: 'Mandate',
    errors: {},
    args: { input: t.arg({ type: EndMandateInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await endMandate(context, input)
      return context.database.prisma.mandate.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))
