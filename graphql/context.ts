/** What every resolver gets: who asks, in which language, and the few services that commands need. */
import type { Database, Transaction } from '../prisma/client.ts'
import type { Changes } from './changes.ts'
import type { Viewer } from './people/viewer.ts'

export type Locale = 'ro' | 'en'

/** Words of app/i18n, handed in by the composition root: `t('errors:not_found')`, `t('polls:opened', { count: 3 })`. */
export type Translate = (key: string, values?: Record<string, string | number>) => string

/** One HTTP exchange's side: what a resolver may learn of the client and tell it beside the data. */
export interface Exchange {
  /** The client's address, for rate limits only; never stored or logged. */
  address: string
  /** The secret of the session cookie that came with the request. */
  sessionSecret: string | null
  /** Adds a `Set-Cookie` header to the response. */
  setCookie(header: string): void
  secure: boolean
}

export interface Settings {
  demo: boolean
  /** `https://platform.example`: where links in mails and invitations begin. No slash at the end. */
  origin: string
}

export interface Services {
  database: Database
  changes: Changes
  settings: Settings
  /** The server's clock decides; tests hand in their own. */
  now: () => Date
}

export interface Context extends Services {
  viewer: Viewer
  locale: Locale
  t: Translate
  exchange: Exchange
  requestId: string
}

/** Runs `work` in one transaction. Everything a command writes, its audit row included, goes through `tx`. */
export function inTransaction<Result>(
  context: Pick<Services, 'database'>,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return context.database.prisma.$transaction(work)
}
