import type { Transaction } from '../../prisma/client.ts'
import { endSessions } from './sessions.ts'

/**
 * Before somebody who was only ever a guest gets a mandate or an office: the account begins anew, with a link from the
 * secretariat. Whoever invited the guest was shown the first link and could have chosen the password in the guest's
 * place; that opened one text, and must not open what a member may do.
 *
 * @returns whether there was a password to forget
 */
export async function beginAsMember(tx: Transaction, personId: string): Promise<boolean> {
  const { count } = await tx.person.updateMany({
    where: { id: personId, federationRole: null, mandates: { none: {} }, guestOf: { some: {} } },
    data: { passwordHash: null },
  })
  if (count === 0) return false
  await tx.invitation.deleteMany({ where: { personId, usedAt: null } })
  await endSessions(tx, personId)
  return true
}
