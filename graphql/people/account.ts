/** One's own account: name, language, password, and the browsers that are signed in. */
import { z } from 'zod'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { announceAccess } from '../documents/log.ts'
import { line, password, read, revision } from '../input.ts'
import { found, Refusal, stale } from '../refusal.ts'
import { openAttempts } from './attempts.ts'
import { enter } from './enter.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { endSessions, fingerprint } from './sessions.ts'
import { LanguageEnum } from './types.ts'
import type { ViewerPerson } from './viewer.ts'

const accountShape = z.object({
  name: line(120),
  language: z.enum(['ro', 'en'], 'required'),
  revision: revision(),
})
const passwordShape = z.object({
  oldPassword: z.string().min(1, 'required').max(200, 'too_long'),
  newPassword: password(),
})

const ChangeAccountInput = builder.inputType('ChangeAccountInput', {
  fields: t => ({
    name: t.string({ required: true }),
    language: t.field({ type: LanguageEnum, required: true }),
    revision: t.int({ required: true }),
  }),
})
const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
  fields: t => ({ oldPassword: t.string({ required: true }), newPassword: t.string({ required: true }) }),
})

function signedIn({ viewer }: Context): ViewerPerson {
  if (viewer.person === null) throw new Refusal('sign_in_needed')
  return viewer.person
}

function changeAccount(context: Context, input: unknown): Promise<string> {
  const { id } = signedIn(context)
  const { revision, ...values } = read(accountShape, input)
  return inTransaction(context, async tx => {
    const { count } = await tx.person.updateMany({
      where: { id, revision },
      data: { ...values, revision: { increment: 1 } },
    })
    if (count === 0)
      throw stale({ ...values, revision }, found(await tx.person.findUnique({ where: { id } })))
    await record(tx, context, 'person.changed', id)
    await announce(tx, id)
    return id
  })
}

/** Asks for the present password (tries are counted as at sign-in), ends every session and starts a new one here. */
async function changePassword(context: Context, input: unknown): Promise<string> {
  const person = signedIn(context)
  const { oldPassword, newPassword } = read(passwordShape, input)
  const attempts = openAttempts(context.database)
  await attempts.begin(person.email, context.exchange.address)
  const stored = await context.database.prisma.person.findUnique({
    where: { id: person.id },
    select: { passwordHash: true },
  })
  if (!(await passwordFits(stored?.passwordHash, oldPassword)))
    throw new Refusal('wrong_credentials', {
      detail: 'old_password',
      fields: [{ field: 'oldPassword', code: 'wrong_password' }],
    })
  await attempts.succeeded(person.email, context.exchange.address)
  const passwordHash = await hashPassword(newPassword)
  await inTransaction(context, async tx => {
    // Another change that came first wins; this one was sent with a password that is no longer the present one.
    const { count } = await tx.person.updateMany({
      where: { id: person.id, passwordHash: stored?.passwordHash ?? null },
      data: { passwordHash },
    })
    if (count === 0) throw new Refusal('wrong_credentials', { detail: 'old_password' })
    await tx.invitation.deleteMany({ where: { personId: person.id, usedAt: null } })
    await endSessions(tx, person.id)
    await record(tx, context, 'person.password_changed', person.id)
    await announceAccess(tx, { personId: person.id })
  })
  await enter(context, person)
  return person.id
}

interface OwnSession {
  createdAt: Date
  expiresAt: Date
  current: boolean
}

const OwnSessionType = builder.objectRef<OwnSession>('OwnSession').implement({
  description: 'A browser in which the viewer is signed in. Nothing is kept that could tell where it is.',
  fields: t => ({
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'When it ends unless it is used before.',
    }),
    current: t.exposeBoolean('current', { description: 'Whether it is the one that asks.' }),
  }),
})

builder.queryField('ownSessions', t =>
  t.field({
    type: [OwnSessionType],
    authScopes: { signedIn: true },
    resolve: async (_root, _args, { viewer, database, exchange, now }) => {
      const rows = await database.prisma.session.findMany({
        where: { personId: viewer.person?.id ?? '', expiresAt: { gt: now() }, endsAt: { gt: now() } },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      })
      const own = exchange.sessionSecret === null ? null : fingerprint(exchange.sessionSecret)
      return rows.map(({ id, createdAt, expiresAt }) => ({ createdAt, expiresAt, current: id === own }))
    },
  }),
)

builder.mutationFields(t => ({
  changeAccount: t.prismaField({
    type: 'Person',
    errors: {},
    args: { input: t.arg({ type: ChangeAccountInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await changeAccount(context, input)
      return context.database.prisma.person.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  changePassword: t.prismaField({
    type: 'Person',
    errors: {},
    args: { input: t.arg({ type: ChangePasswordInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await changePassword(context, input)
      return context.database.prisma.person.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  endOtherSessions: t.int({
    description: 'Ends the viewer’s sessions except the one that asks; answers how many there were.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, context) => {
      const { id } = signedIn(context)
      return inTransaction(context, async tx => {
        const count = await endSessions(tx, id, context.exchange.sessionSecret)
        await record(tx, context, 'person.sessions_ended', id, { details: { count } })
        await announceAccess(tx, { personId: id })
        return count
      })
    },
  }),
}))
