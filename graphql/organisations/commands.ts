/** The secretariat keeps the register of members: an organisation joins, changes, leaves. */
import { z } from 'zod'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { announceAccess } from '../documents/log.ts'
import { id, legalDate, line, optionalUrl, read, revision } from '../input.ts'
import { allow, found, Refusal, stale } from '../refusal.ts'
import { unlessTaken } from '../unique.ts'
import { managesFederation } from './access.ts'

const OrganisationFields = {
  name: line(200),
  shortName: line(60),
  county: line(60),
  website: optionalUrl().transform(value => (value === '' ? null : value)),
  joinedOn: legalDate(),
}
const createShape = z.object(OrganisationFields)
const changeShape = z.object({ ...OrganisationFields, id: id('org'), revision: revision() })
const leaveShape = z.object({ id: id('org'), leftOn: legalDate(), revision: revision() })
const stayShape = z.object({ id: id('org'), revision: revision() })

const CreateOrganisationInput = builder.inputType('CreateOrganisationInput', {
  fields: t => ({
    name: t.string({ required: true }),
    shortName: t.string({ required: true }),
    county: t.string({ required: true }),
    website: t.string(),
    joinedOn: t.field({ type: 'Date' }),
  }),
})
const ChangeOrganisationInput = builder.inputType('ChangeOrganisationInput', {
  fields: t => ({
    id: t.id({ required: true }),
    revision: t.int({ required: true }),
    name: t.string({ required: true }),
    shortName: t.string({ required: true }),
    county: t.string({ required: true }),
    website: t.string(),
    joinedOn: t.field({ type: 'Date' }),
  }),
})
const RecordLeavingInput = builder.inputType('RecordLeavingInput', {
  fields: t => ({
    id: t.id({ required: true }),
    revision: t.int({ required: true }),
    leftOn: t.field({ type: 'Date', description: 'The first day on which it is no longer a member.' }),
  }),
})

const taken = { name: 'name', short_name: 'shortName' }

function createOrganisation(context: Context, input: unknown): Promise<string> {
  allow(managesFederation(context.viewer), context.viewer)
  const values = read(createShape, input)
  return unlessTaken(taken, () =>
    inTransaction(context, async tx => {
      const { id } = await tx.organisation.create({ data: values, select: { id: true } })
      await record(tx, context, 'organisation.created', id, { organisationId: id })
      await announce(tx, id)
      return id
    }),
  )
}

function changeOrganisation(context: Context, input: unknown): Promise<string> {
  allow(managesFederation(context.viewer), context.viewer)
  const { id, revision, ...values } = read(changeShape, input)
  return unlessTaken(taken, () =>
    inTransaction(context, async tx => {
      const now = found(await tx.organisation.findUnique({ where: { id } }))
      if (now.leftOn !== null && now.leftOn < values.joinedOn)
        throw new Refusal('invalid', { fields: [{ field: 'joinedOn', code: 'after_end' }] })
      const { count } = await tx.organisation.updateMany({
        where: { id, revision },
        data: { ...values, revision: { increment: 1 } },
      })
      if (count === 0)
        throw stale({ ...values, revision }, found(await tx.organisation.findUnique({ where: { id } })))
      await record(tx, context, 'organisation.changed', id, { organisationId: id })
      await announce(tx, id)
      return id
    }),
  )
}

/** From `leftOn` on it has no vote and its people have no rights through it; null takes a leaving back. */
function setLeaving(context: Context, id: string, revision: number, leftOn: Date | null): Promise<string> {
  return inTransaction(context, async tx => {
    const { joinedOn } = found(
      await tx.organisation.findUnique({ where: { id }, select: { joinedOn: true } }),
    )
    if (leftOn !== null && leftOn < joinedOn)
      throw new Refusal('invalid', { fields: [{ field: 'leftOn', code: 'before_start' }] })
    const { count } = await tx.organisation.updateMany({
      where: { id, revision },
      data: { leftOn, revision: { increment: 1 } },
    })
    if (count === 0)
      throw stale({ leftOn, revision }, found(await tx.organisation.findUnique({ where: { id } })))
    await record(tx, context, leftOn === null ? 'organisation.stayed' : 'organisation.left', id, {
      organisationId: id,
      details: leftOn === null ? {} : { leftOn: leftOn.toISOString().slice(0, 10) },
    })
    const people = await tx.mandate.findMany({ where: { organisationId: id }, select: { personId: true } })
    await announce(tx, id, ...people.map(({ personId }) => personId))
    await announceAccess(tx, { organisationId: id })
    return id
  })
}

builder.mutationFields(t => ({
  createOrganisation: t.prismaField({
    type: 'Organisation',
    errors: {},
    args: { input: t.arg({ type: CreateOrganisationInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await createOrganisation(context, input)
      return context.database.prisma.organisation.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  changeOrganisation: t.prismaField({
    type: 'Organisation',
    errors: {},
    args: { input: t.arg({ type: ChangeOrganisationInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await changeOrganisation(context, input)
      return context.database.prisma.organisation.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  recordLeaving: t.prismaField({
    type: 'Organisation',
    errors: {},
    args: { input: t.arg({ type: RecordLeavingInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      allow(managesFederation(context.viewer), context.viewer)
      const { id, revision, leftOn } = read(leaveShape, input)
      await setLeaving(context, id, revision, leftOn)
      return context.database.prisma.organisation.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  takeLeavingBack: t.prismaField({
    type: 'Organisation',
    errors: {},
    args: { id: t.arg.id({ required: true }), revision: t.arg.int({ required: true }) },
    resolve: async (query, _root, args, context) => {
      allow(managesFederation(context.viewer), context.viewer)
      const { id, revision } = read(stayShape, args)
      await setLeaving(context, id, revision, null)
      return context.database.prisma.organisation.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))
