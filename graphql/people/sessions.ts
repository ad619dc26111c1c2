/**
 * Sessions by Lucia over our tables. The cookie holds a random secret; the table holds its SHA-256, so whoever reads
 * the table signs nobody in. A session ends after 14 days without use and after 90 days in any case.
 */
import { createHash, randomBytes } from 'node:crypto'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import type { Database, Transaction } from '../../prisma/client.ts'
import { inForceOn, membersOn } from '../organisations/terms.ts'
import { endOf, today } from '../today.ts'
import { stranger, type Viewer } from './viewer.ts'

const idle = new TimeSpan(14, 'd')
const absolute = new TimeSpan(90, 'd')

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof openLucia>
    DatabaseSessionAttributes: { endsAt: Date }
    DatabaseUserAttributes: { viewer: Viewer }
  }
}

/** SHA-256, hexadecimal: how session ids and one-time links are stored. */
export const fingerprint = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** 32 random bytes, base64url: the secret of a session or of a one-time link. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** Ends a person's sessions when `tx` commits, all or all but the one with this secret; answers how many. */
export async function endSessions(
  tx: Transaction,
  personId: string,
  keptSecret: string | null = null,
): Promise<number> {
  const kept = keptSecret === null ? {} : { NOT: { id: fingerprint(keptSecret) } }
  const { count } = await tx.session.deleteMany({ where: { personId, ...kept } })
  return count
}

const earlier = (a: Date, b: Date) => (a < b ? a : b)

function adapter({ prisma }: Database, now: () => Date): Adapter {
  const toDatabaseSession = (session: {
    id: string
    personId: string
    expiresAt: Date
    endsAt: Date
  }): DatabaseSession => ({
    id: session.id,
    userId: session.personId,
    expiresAt: earlier(session.expiresAt, session.endsAt),
    attributes: { endsAt: session.endsAt },
  })

  return {
    async getSessionAndUser(secret) {
      const day = today(now())
      const row = await prisma.session.findUnique({
        where: { id: fingerprint(secret), person: { disabledAt: null } },
        include: {
          person: {
            include: {
              mandates: {
                where: { ...inForceOn(day), organisation: membersOn(day) },
                include: { organisation: { select: { shortName: true } } },
                orderBy: { createdAt: 'asc' },
              },
              guestOf: {
                where: { withdrawnAt: null, until: { gte: day } },
                select: { documentId: true, right: true, until: true },
              },
            },
          },
        },
      })
      if (row === null) return [null, null]
      const { id, name, email, language, federationRole, mandates, guestOf } = row.person
      const user: DatabaseUser = {
        id,
        attributes: {
          viewer: {
            person: { id, name, email, language, federationRole },
            mandates: mandates.map(mandate => ({
              organisationId: mandate.organisationId,
              organisationName: mandate.organisation.shortName,
              role: mandate.role,
            })),
            openTexts: guestOf.map(({ documentId, right, until }) => ({
              documentId,
              right,
              endsAt: endOf(until),
            })),
          },
        },
      }
      return [{ ...toDatabaseSession(row), id: secret }, user]
    },
    async getUserSessions(personId) {
      return (await prisma.session.findMany({ where: { personId } })).map(toDatabaseSession)
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await prisma.session.create({
        data: { id: fingerprint(id), personId: userId, expiresAt, endsAt: attributes.endsAt },
      })
    },
    async updateSessionExpiration(secret, expiresAt) {
      await prisma.session.updateMany({ where: { id: fingerprint(secret) }, data: { expiresAt } })
    },
    async deleteSession(secret) {
      await prisma.session.deleteMany({ where: { id: fingerprint(secret) } })
    },
    async deleteUserSessions(personId) {
      await prisma.session.deleteMany({ where: { personId } })
    },
    async deleteExpiredSessions() {
      await prisma.session.deleteMany({
        where: { OR: [{ expiresAt: { lt: now() } }, { endsAt: { lt: now() } }] },
      })
    },
  }
}

function openLucia(database: Database, secure: boolean, now: () => Date) {
  return new Lucia(adapter(database, now), {
    sessionExpiresIn: idle,
    sessionCookie: {
      // `__Host-` pins the cookie to this host and to HTTPS; browsers refuse that name over plain HTTP.
      name: secure ? '__Host-session' : 'session',
      attributes: { sameSite: 'lax', secure, path: '/' },
    },
    getSessionAttributes: ({ endsAt }) => ({ endsAt }),
    getUserAttributes: ({ viewer }) => ({ viewer }),
  })
}

export interface Sessions {
  /** The session's secret in a `Cookie` header, if there is one. */
  read(cookieHeader: string): string | null
  /** Who the secret belongs to now; a stranger when it is unknown, expired or its person disabled. `setCookie` renews a session in use. */
  viewer(secret: string | null, setCookie?: (header: string) => void): Promise<Viewer>
  /** A new session; the answer is the `Set-Cookie` header. */
  start(personId: string): Promise<string>
  /** Ends one session; the answer is the `Set-Cookie` header that clears it. */
  end(secret: string | null): Promise<string>
  /** Removes rows of sessions that are over. */
  clear(): Promise<void>
}

export function openSessions(database: Database, { secure = false, now = () => new Date() } = {}): Sessions {
  const lucia = openLucia(database, secure, now)
  return {
    read: header => lucia.readSessionCookie(header),
    async viewer(secret, setCookie) {
      if (secret === null || secret.length > 200) return stranger
      const { session, user } = await lucia.validateSession(secret)
      if (session === null) return stranger
      if (session.fresh) setCookie?.(lucia.createSessionCookie(secret).serialize())
      return user.viewer
    },
    async start(personId) {
      const secret = newSecret()
      const endsAt = new Date(now().getTime() + absolute.milliseconds())
      await lucia.createSession(personId, { endsAt }, { sessionId: secret })
      return lucia.createSessionCookie(secret).serialize()
    },
    async end(secret) {
      if (secret !== null) await lucia.invalidateSession(secret)
      return lucia.createBlankSessionCookie().serialize()
    },
    clear: () => lucia.deleteExpiredSessions(),
  }
}
