/** A database of the benchmark's own: on PostgreSQL (BENCH_DATABASE_URL, or the usual local server), else embedded. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type AnyDatabase, openEmbedded, openPostgres } from '../prisma/client.ts'
import { migrate } from '../prisma/migrate.ts'

const localServer = 'postgresql://root@127.0.0.1:5432/test'

export interface BenchDatabase {
  kind: 'postgresql' | 'embedded'
  database: AnyDatabase
  /** On PostgreSQL, for other processes. */
  url: string
  drop(): Promise<void>
}

export async function openBenchDatabase(kind: 'postgresql' | 'embedded'): Promise<BenchDatabase | undefined> {
  if (kind === 'embedded') {
    const database = await openEmbedded()
    await migrate(database)
    return { kind, database, url: '', drop: database.close }
  }
  const server = new pg.Client({ connectionString: process.env.BENCH_DATABASE_URL ?? localServer })
  try {
    await server.connect()
  } catch {
    process.stderr.write('No PostgreSQL answers (set BENCH_DATABASE_URL): its figures are left out.\n')
    return undefined
  }
  const name = `protect_bench_${randomBytes(6).toString('hex')}`
  await server.query(`CREATE DATABASE ${name}`)
  const url = new URL(process.env.BENCH_DATABASE_URL ?? localServer)
  url.pathname = `/${name}`
  const database = await openPostgres(url.href)
  await migrate(database)
  return {
    kind,
    database,
    url: url.href,
    async drop() {
      await database.close()
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await server.end()
    },
  }
}
