/** The account that a guest comes with, and who may hand over the link that opens it. */
import type { Prisma, Transaction } from '../../prisma/client.ts'
import type { Context } from '../context.ts'
import { type FreshLink, makeLink } from '../people/links.ts'
import { isSecretariat } from '../people/viewer.ts'
import { Refusal } from '../refusal.ts'
import { today } from '../today.ts'

const account = {
  id: true,
  passwordHash: true,
  disabledAt: true,
  federationRole: true,
  mandates: { select: { endsOn: true } },
  guestOf: { select: { documentId: true, withdrawnAt: true } },
} satisfies Prisma.PersonSelect

export type GuestAccount = Prisma.PersonGetPayload<{ select: typeof account }> & {
  /** Made by this command. */
  isNew: boolean
}

/**
 * The account of this e-mail, held until the end of `tx`, or a new one with this name. Refuses members, who see what
 * is theirs without being guests, and closed accounts.
 */
export async function accountFor(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  { name, email }: { name: string; email: string },
): Promise<GuestAccount> {
  await tx.$queryRaw`SELECT id FROM person WHERE email = ${email} FOR UPDATE`
  const known = await tx.person.findUnique({ where: { email }, select: account })
  if (known === null)
    return { ...(await tx.person.create({ data: { email, name }, select: account })), isNew: true }
  const day = today(now())
  const member =
    known.federationRole !== null || known.mandates.some(({ endsOn }) => endsOn === null || endsOn >= day)
  if (member) throw new Refusal('wrong_state', { detail: 'guest_is_member' })
  if (known.disabledAt !== null) throw new Refusal('wrong_state', { detail: 'guest_disabled' })
  return { ...known, isNew: false }
}

/** The account of a guest, held until the end of `tx`. */
export async function heldAccount(tx: Transaction, personId: string): Promise<GuestAccount> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId} FOR UPDATE`
  return {
    ...(await tx.person.findUniqueOrThrow({ where: { id: personId }, select: account })),
    isNew: false,
  }
}

/**
 * A one-time link for a guest who has not chosen a password yet; null for one who has. Whoever is shown a link could
 * enter in the guest's place: so an account that the secretariat prepared for somebody who is to be a member opens by
 * the secretariat's link only, and a guest who becomes a member begins anew (`people/promotion.ts`).
 */
export async function linkFor(
  tx: Transaction,
  context: Pick<Context, 'viewer' | 'settings' | 'now'>,
  { id, passwordHash, federationRole, mandates, guestOf, isNew }: GuestAccount,
): Promise<FreshLink | null> {
  if (passwordHash !== null) return null
  const onlyGuest = isNew || (federationRole === null && mandates.length === 0 && guestOf.length > 0)
  if (!onlyGuest && !isSecretariat(context.viewer))
    throw new Refusal('wrong_state', { detail: 'guest_account_prepared' })
  return makeLink(tx, context, 'join', id)
}
