/**
 * One-time links. The link holds a random secret, the table its SHA-256; it works once and until its hour. Nobody
 * mails it: the secretariat sees it once and hands it over.
 */
import type { Transaction } from '../../prisma/client.ts'
import type { InvitationKind } from '../../prisma/generated/client/enums.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { fingerprint, newSecret } from './sessions.ts'

/** How long a link works, in hours: a week to join, a day to choose another password (OWASP: short-lived). */
const hours = { join: 7 * 24, password_reset: 24 } as const

const paths = { join: 'join', password_reset: 'reset' } as const

export interface FreshLink {
  url: string
  expiresAt: Date
}

/** Makes a link for a person; those made before and not used yet stop working. */
export async function makeLink(
  tx: Transaction,
  { settings, now }: Pick<Context, 'settings' | 'now'>,
  kind: 'join' | 'password_reset',
  personId: string,
): Promise<FreshLink> {
  await tx.invitation.deleteMany({ where: { personId, usedAt: null } })
  const secret = newSecret()
  const expiresAt = new Date(now().getTime() + hours[kind] * 3_600_000)
  await tx.invitation.create({ data: { id: fingerprint(secret), kind, personId, expiresAt } })
  return { url: `${settings.origin}/${paths[kind]}/${secret}`, expiresAt }
}

/**
 * Uses the link up inside `tx`, or refuses: `link_expired` for one that is unknown, used, too old or of another kind.
 * Finding and marking it is one statement, so of two people who open it at once one is refused.
 */
export async function useLink(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  secret: string,
  ...kinds: readonly InvitationKind[]
): Promise<{ kind: InvitationKind; personId: string | null }> {
  const [link] = await tx.invitation.updateManyAndReturn({
    where: { id: fingerprint(secret), usedAt: null, expiresAt: { gt: now() }, kind: { in: [...kinds] } },
    data: { usedAt: now() },
    select: { kind: true, personId: true },
  })
  if (link === undefined) throw new Refusal('link_expired')
  return link
}

/** The link as long as it works, without using it; null for any other. */
export async function openLink({ database, now }: Pick<Context, 'database' | 'now'>, secret: string) {
  return database.prisma.invitation.findFirst({
    where: {
      id: fingerprint(secret),
      usedAt: null,
      expiresAt: { gt: now() },
      OR: [{ personId: null }, { person: { disabledAt: null } }],
    },
    include: { person: { select: { name: true, email: true } } },
  })
}
