/**
 * The one door to the database: PGlite in this process, or PostgreSQL by its URL. Both give the same
 * `Database`; nothing above this file knows which one it is.
 */
import { PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { Prisma, PrismaClient } from './generated/client/client.ts'
import { openListener } from './listener.ts'
import { countingStatements, type StatementCount } from './statements.ts'

export { Prisma, type PrismaClient }

/** The client inside a transaction. Inside one, use only this: PGlite has one connection, and a second one waits for ever. */
export type Transaction = Prisma.TransactionClient

/** Plain SQL with `$1` parameters, for the few places where the client is not the right tool. Rows come as objects. */
export interface Sql {
  /**
   * @param name of a statement that runs often: PostgreSQL parses and plans it once a connection (an append to the log
   *   then takes 0.6 ms in place of 1.5). One name is always one text.
   */
  query<Row extends object>(text: string, parameters?: unknown[], name?: string): Promise<Row[]>
}

export interface Database {
  readonly kind: 'embedded' | 'postgresql'
  readonly prisma: PrismaClient
  readonly sql: Sql
  /** How many SQL statements went through `prisma` so far. */
  readonly statements: StatementCount
  /** Hears `NOTIFY channel, payload` from every process. A lost connection is opened again; `onReconnect` tells that some may be lost. */
  listen(
    channel: string,
    listener: (payload: string) => void,
    onReconnect?: () => void,
  ): Promise<() => Promise<void>>
  /** Resolves when a statement has been answered; rejects when the database is not there. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** The embedded engine, for the parts that need it as it is (migrations, the job queue). */
export interface EmbeddedDatabase extends Database {
  readonly kind: 'embedded'
  readonly pglite: PGlite
}

export interface PostgresDatabase extends Database {
  readonly kind: 'postgresql'
  readonly pool: pg.Pool
}

export type AnyDatabase = EmbeddedDatabase | PostgresDatabase

function client(factory: SqlDriverAdapterFactory) {
  const statements: StatementCount = { total: 0 }
  const prisma = new PrismaClient({
    adapter: countingStatements(factory, statements),
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  })
  return { prisma, statements }
}

/** Opens PGlite on a folder, on a dump of another one, or in memory. The caller holds the folder's lock. */
export async function openEmbedded(source: { folder?: string; dump?: Blob } = {}): Promise<EmbeddedDatabase> {
  const pglite = await PGlite.create({
    ...(source.folder === undefined ? {} : { dataDir: source.folder }),
    ...(source.dump === undefined ? {} : { loadDataDir: source.dump }),
    relaxedDurability: false,
  })
  const { prisma, statements } = client(new PrismaPGlite(pglite))
  return {
    kind: 'embedded',
    prisma,
    statements,
    pglite,
    sql: {
      query: async <Row extends object>(text: string, parameters: unknown[] = []) =>
        (await pglite.query<Row>(text, parameters)).rows,
    },
    listen: (channel, listener) => pglite.listen(channel, listener),
    ping: async () => void (await pglite.query('SELECT 1')),
    close: async () => {
      await prisma.$disconnect()
      await pglite.close()
    },
  }
}

/** Opens a pool on a PostgreSQL server (15 or newer). `url` is a `postgresql://` connection string. */
export async function openPostgres(url: string, { poolSize = 10 } = {}): Promise<PostgresDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 10_000 })
  // A connection that the server drops while idle must not end the process; the pool opens another.
  pool.on('error', () => undefined)
  const { prisma, statements } = client(new PrismaPg(pool))
  const listener = openListener(url)
  return {
    kind: 'postgresql',
    prisma,
    statements,
    pool,
    sql: {
      query: async <Row extends object>(text: string, values: unknown[] = [], name?: string) =>
        (await pool.query({ text, values, ...(name === undefined ? {} : { name }) })).rows as Row[],
    },
    listen: listener.listen,
    ping: async () => void (await pool.query('SELECT 1')),
    close: async () => {
      await listener.close()
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

export type { PGliteTransaction }
