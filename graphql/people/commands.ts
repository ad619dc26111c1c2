/** Signing in and out. */
import { z } from 'zod'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { type Context, inTransaction } from '../context.ts'
import { announceAccess } from '../documents/log.ts'
import { email, read } from '../input.ts'
import { Refusal } from '../refusal.ts'
import { openAttempts } from './attempts.ts'
import { enter, viewerPerson } from './enter.ts'
import { passwordFits } from './passwords.ts'
import { openSessions } from './sessions.ts'

const SignInInput = builder.inputType('SignInInput', {
  fields: t => ({ email: t.string({ required: true }), password: t.string({ required: true }) }),
})

const signInShape = z.object({ email: email(), password: z.string().min(1, 'required').max(200, 'too_long') })

/** Starts a session for the right password. A wrong one and an unknown account are told apart by nobody. */
async function signIn(context: Context, input: z.input<typeof signInShape>): Promise<string> {
  const { email: address, password } = read(signInShape, input)
  const attempts = openAttempts(context.database)
  await attempts.begin(address, context.exchange.address)
  const account = await context.database.prisma.person.findUnique({
    where: { email: address, disabledAt: null },
    select: { ...viewerPerson, passwordHash: true },
  })
  const fits = await passwordFits(account?.passwordHash, password)
  if (account === null || !fits) throw new Refusal('wrong_credentials')
  await attempts.succeeded(address, context.exchange.address)

  const { passwordHash: _, ...person } = account
  await enter(context, person)
  await inTransaction(context, tx => record(tx, context, 'person.signed_in', person.id))
  return person.id
}

builder.mutationFields(t => ({
  signIn: t.prismaField({
    type: 'Person',
    errors: {},
    args: { input: t.arg({ type: SignInInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await signIn(context, input)
      return context.database.prisma.person.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  signOut: t.boolean({
    resolve: async (_root, _args, context) => {
      const sessions = openSessions(context.database, context.exchange)
      context.exchange.setCookie(await sessions.end(context.exchange.sessionSecret))
      const { person } = context.viewer
      if (person !== null)
        await inTransaction(context, async tx => {
          await record(tx, context, 'person.signed_out', person.id)
          // Texts that this browser has open close; the person's other browsers ask again and go on.
          await announceAccess(tx, { personId: person.id })
        })
      return true
    },
  }),
}))
