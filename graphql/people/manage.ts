/** The secretariat keeps the register of people: adds, changes, invites, disables. */
import { z } from 'zod'
import type { Transaction } from '../../prisma/client.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { announceAccess } from '../documents/log.ts'
import { email, id, line, read, revision } from '../input.ts'
import { allow, found, Refusal, stale } from '../refusal.ts'
import { unlessTaken } from '../unique.ts'
import { managesPeople } from './access.ts'
import { type FreshLink, makeLink } from './links.ts'
import { beginAsMember } from './promotion.ts'
import { endSessions } from './sessions.ts'
import { FederationRoleEnum, LanguageEnum } from './types.ts'

const personFields = {
  name: line(120),
  email: email(),
  language: z.enum(['ro', 'en'], 'required'),
  federationRole: z
    .enum(['secretariat', 'president', 'board', 'auditor'])
    .nullish()
    .transform(value => value ?? null),
}
const createShape = z.object(personFields)
const changeShape = z.object({ ...personFields, id: id('per'), revision: revision() })

const CreatePersonInput = builder.inputType('CreatePersonInput', {
  fields: t => ({
    name: t.string({ required: true }),
    email: t.string({ required: true }),
    language: t.field({ type: LanguageEnum, required: true }),
    federationRole: t.field({ type: FederationRoleEnum }),
  }),
})
const ChangePersonInput = builder.inputType('ChangePersonInput', {
  fields: t => ({
    id: t.id({ required: true }),
    revision: t.int({ required: true }),
    name: t.string({ required: true }),
    email: t.string({ required: true }),
    language: t.field({ type: LanguageEnum, required: true }),
    federationRole: t.field({ type: FederationRoleEnum }),
  }),
})

interface PersonInvitation {
  personId: string
  link: FreshLink
}

const PersonInvitationType = builder.objectRef<PersonInvitation>('PersonInvitation').implement({
  description: 'A one-time link for a person, shown to the secretariat once.',
  fields: t => ({
    person: t.prismaField({
      type: 'Person',
      resolve: (query, { personId }, _args, { database }) =>
        database.prisma.person.findUniqueOrThrow({ ...query, where: { id: personId } }),
    }),
    url: t.string({ resolve: ({ link }) => link.url }),
    expiresAt: t.field({ type: 'DateTime', resolve: ({ link }) => link.expiresAt }),
  }),
})

const taken = { email: 'email' }

function createPerson(context: Context, input: unknown): Promise<PersonInvitation> {
  allow(managesPeople(context.viewer), context.viewer)
  const values = read(createShape, input)
  return unlessTaken(taken, () =>
    inTransaction(context, async tx => {
      const { id: personId } = await tx.person.create({ data: values, select: { id: true } })
      const link = await makeLink(tx, context, 'join', personId)
      await record(tx, context, 'person.created', personId, {
        details: { federationRole: values.federationRole },
      })
      return { personId, link }
    }),
  )
}

/** A fresh link: to join for somebody who has no password yet, else to choose another password. */
function invitePerson(context: Context, personId: string): Promise<PersonInvitation> {
  allow(managesPeople(context.viewer), context.viewer)
  return inTransaction(context, async tx => {
    const { passwordHash, disabledAt } = found(
      await tx.person.findUnique({
        where: { id: personId },
        select: { passwordHash: true, disabledAt: true },
      }),
    )
    if (disabledAt !== null) throw new Refusal('wrong_state', { detail: 'person_disabled' })
    const kind = passwordHash === null ? 'join' : 'password_reset'
    const link = await makeLink(tx, context, kind, personId)
    await record(tx, context, 'person.invited', personId, { details: { kind } })
    return { personId, link }
  })
}

/**
 * Somebody has to be left who manages the federation. The secretariat's rows are locked in one order, so that two
 * who remove each other do not both succeed.
 */
async function refuseLastSecretariat(tx: Transaction, leavingId: string): Promise<void> {
  const secretariat = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM person
    WHERE federation_role = 'secretariat' AND disabled_at IS NULL AND password_hash IS NOT NULL
    ORDER BY id FOR UPDATE`
  if (secretariat.length === 1 && secretariat[0]?.id === leavingId)
    throw new Refusal('wrong_state', { detail: 'last_secretariat' })
}

function changePerson(context: Context, input: unknown): Promise<string> {
  allow(managesPeople(context.viewer), context.viewer)
  const { id, revision, ...values } = read(changeShape, input)
  return unlessTaken(taken, () =>
    inTransaction(context, async tx => {
      if (values.federationRole !== 'secretariat') await refuseLastSecretariat(tx, id)
      const before = found(await tx.person.findUnique({ where: { id }, select: { federationRole: true } }))
      const begunAnew = values.federationRole !== null && (await beginAsMember(tx, id))
      const { count } = await tx.person.updateMany({
        where: { id, revision },
        data: { ...values, revision: { increment: 1 } },
      })
      if (count === 0)
        throw stale({ ...values, revision }, found(await tx.person.findUnique({ where: { id } })))
      const roleChanged = before.federationRole !== values.federationRole
      await record(tx, context, 'person.changed', id, {
        details: {
          ...(roleChanged ? { federationRole: values.federationRole } : {}),
          ...(begunAnew ? { begunAnew } : {}),
        },
      })
      // A session never outlives a gain of rights; the person signs in anew.
      if (roleChanged) await endSessions(tx, id)
      await announce(tx, id)
      await announceAccess(tx, { personId: id })
      return id
    }),
  )
}

/** Nobody disables themselves. A disabled person's sessions, links and sockets end at once; enabling gives none back. */
function setDisabled(context: Context, id: string, disabled: boolean): Promise<string> {
  const { viewer, now } = context
  allow(managesPeople(viewer), viewer)
  return inTransaction(context, async tx => {
    if (disabled && viewer.person?.id === id) throw new Refusal('wrong_state', { detail: 'own_account' })
    if (disabled) await refuseLastSecretariat(tx, id)
    const { disabledAt } = found(await tx.person.findUnique({ where: { id }, select: { disabledAt: true } }))
    if ((disabledAt !== null) === disabled) return id
    await tx.person.update({
      where: { id },
      data: { disabledAt: disabled ? now() : null, revision: { increment: 1 } },
    })
    if (disabled) {
      await endSessions(tx, id)
      await tx.invitation.deleteMany({ where: { personId: id, usedAt: null } })
    }
    await record(tx, context, disabled ? 'person.disabled' : 'person.enabled', id)
    await announce(tx, id)
    await announceAccess(tx, { personId: id })
    return id
  })
}

builder.mutationFields(t => ({
  createPerson: t.field({
    type: PersonInvitationType,
    errors: {},
    args: { input: t.arg({ type: CreatePersonInput, required: true }) },
    resolve: (_root, { input }, context) => createPerson(context, input),
  }),
  invitePerson: t.field({
    type: PersonInvitationType,
    errors: {},
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id: personId }, context) => invitePerson(context, personId),
  }),
  changePerson: t.prismaField({
    type: 'Person',
    errors: {},
    args: { input: t.arg({ type: ChangePersonInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const personId = await changePerson(context, input)
      return context.database.prisma.person.findUniqueOrThrow({ ...query, where: { id: personId } })
    },
  }),
  disablePerson: t.prismaField({
    type: 'Person',
    errors: {},
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id: personId }, context) => {
      await setDisabled(context, personId, true)
      return context.database.prisma.person.findUniqueOrThrow({ ...query, where: { id: personId } })
    },
  }),
  enablePerson: t.prismaField({
    type: 'Person',
    errors: {},
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id: personId }, context) => {
      await setDisabled(context, personId, false)
      return context.database.prisma.person.findUniqueOrThrow({ ...query, where: { id: personId } })
    },
  }),
}))
