/** The holder of a one-time link chooses a password: to join, or in place of a forgotten one. */
import { z } from 'zod'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { type Context, inTransaction } from '../context.ts'
import { announceAccess } from '../documents/log.ts'
import { password, read } from '../input.ts'
import { found, Refusal } from '../refusal.ts'
import { enter, viewerPerson } from './enter.ts'
import { openLink, useLink } from './links.ts'
import { hashPassword } from './passwords.ts'
import { endSessions } from './sessions.ts'
import { stranger } from './viewer.ts'

const InvitationKindEnum = builder.enumType('InvitationKind', {
  values: ['setup', 'join', 'password_reset'] as const,
})

const InvitationType = builder
  .objectRef<NonNullable<Awaited<ReturnType<typeof openLink>>>>('Invitation')
  .implement({
    description: 'A one-time link that still works, as its holder sees it.',
    fields: t => ({
      kind: t.expose('kind', { type: InvitationKindEnum }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
      name: t.string({ nullable: true, resolve: ({ person }) => person?.name ?? null }),
      email: t.string({ nullable: true, resolve: ({ person }) => person?.email ?? null }),
    }),
  })

builder.queryField('invitation', t =>
  t.field({
    type: InvitationType,
    nullable: true,
    description: 'What a one-time link is for; null when it was used, is too old or was never made.',
    args: { secret: t.arg.string({ required: true }) },
    resolve: (_root, { secret }, context) => openLink(context, secret),
  }),
)

const AcceptInvitationInput = builder.inputType('AcceptInvitationInput', {
  fields: t => ({ secret: t.string({ required: true }), password: t.string({ required: true }) }),
})
const shape = z.object({ secret: z.string(), password: password() })

/** Sets the password, ends the person's other sessions and starts a new one. */
async function acceptInvitation(context: Context, input: unknown): Promise<string> {
  const { secret, password: chosen } = read(shape, input)
  // Looked at before the costly hash, so that a stranger's guesses cost little.
  if ((await openLink(context, secret)) === null) throw new Refusal('link_expired')
  const passwordHash = await hashPassword(chosen)
  const person = await inTransaction(context, async tx => {
    const { kind, personId } = await useLink(tx, context, secret, 'join', 'password_reset')
    const account = found(
      await tx.person.findUnique({ where: { id: personId ?? '', disabledAt: null }, select: viewerPerson }),
    )
    await tx.person.update({ where: { id: account.id }, data: { passwordHash } })
    await endSessions(tx, account.id)
    await record(
      tx,
      { viewer: { ...stranger, person: account } },
      kind === 'join' ? 'person.joined' : 'person.password_changed',
      account.id,
    )
    // A password is set anew because somebody else may know the old one: their open texts close with their sessions.
    await announceAccess(tx, { personId: account.id })
    return account
  })
  await enter(context, person)
  return person.id
}

builder.mutationField('acceptInvitation', t =>
  t.prismaField({
    type: 'Person',
    errors: {},
    args: { input: t.arg({ type: AcceptInvitationInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await acceptInvitation(context, input)
      return context.database.prisma.person.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
