/**
 * A running federation for API tests: a fresh database with the demonstration's people, and `as(account)` that asks
 * the API as one of them.
 */
import type { DocumentNode } from 'graphql'
import { parse } from 'graphql'
import { createTranslator } from '../../app/i18n/translate.ts'
import { type Changes, openChanges } from '../../graphql/changes.ts'
import type { Context, Locale, Services } from '../../graphql/context.ts'
import { executeDocument } from '../../graphql/execute.ts'
import { openSessions } from '../../graphql/people/sessions.ts'
import { stranger, type Viewer } from '../../graphql/people/viewer.ts'
import type { AnyDatabase } from '../../prisma/client.ts'
import { openTestDatabase } from './database.ts'

export interface Asker {
  viewer: Viewer
  context: Context
  /** Runs a document; its data as it comes. Errors of the schema reject. */
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape by what it expects
  ask(document: string, variables?: Record<string, unknown>): Promise<any>
  /** `Set-Cookie` headers that the asked documents set. */
  cookies: string[]
}

export interface TestFederation {
  database: AnyDatabase
  /** On PostgreSQL, the address of this database. */
  url?: string
  services: Services
  changes: Changes
  /** Asks as the person with this id (`per_secretariat`), or as a stranger. */
  as(personId: string | null, locale?: Locale): Promise<Asker>
  /** Sets the clock that the server goes by. */
  setNow(instant: Date): void
  close(): Promise<void>
}

const parsed = new Map<string, DocumentNode>()
function documentOf(text: string): DocumentNode {
  const document = parsed.get(text) ?? parse(text)
  parsed.set(text, document)
  return document
}

/** Opens it; `seeded: false` leaves the database empty. */
export async function openFederation({ seeded = true } = {}): Promise<TestFederation> {
  const { database, drop, ...rest } = await openTestDatabase(seeded ? 'demonstration' : 'empty')
  const changes = await openChanges(database)
  let now = () => new Date()
  const services: Services = {
    database,
    changes,
    settings: { demo: true, origin: 'http://localhost:3000' },
    now: () => now(),
  }
  const sessions = openSessions(database)
  return {
    ...rest,
    database,
    services,
    changes,
    setNow: instant => {
      now = () => instant
    },
    async as(personId, locale = 'ro') {
      const secret =
        personId === null ? null : (/session=([^;]+)/.exec(await sessions.start(personId))?.[1] ?? null)
      const viewer = personId === null ? stranger : await sessions.viewer(secret)
      const cookies: string[] = []
      const context: Context = {
        ...services,
        viewer,
        locale,
        t: createTranslator(locale),
        requestId: 'test',
        exchange: {
          address: '127.0.0.1',
          sessionSecret: secret,
          setCookie: header => void cookies.push(header),
          secure: false,
        },
      }
      return {
        viewer,
        context,
        cookies,
        ask: (text, variables = {}) => executeDocument(documentOf(text), variables, { ...context }),
      }
    },
    async close() {
      await changes.close()
      await drop()
    },
  }
}
