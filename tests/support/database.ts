/** A database of one test file's own, cloned from the migrated template in well under a second. */

import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { type AnyDatabase, openEmbedded, openPostgres } from '../../prisma/client.ts'

/** Opens a fresh database; `drop` closes and removes it. `url` is there on PostgreSQL, to open a second door to it. */
export async function openTestDatabase(): Promise<{
  database: AnyDatabase
  url?: string
  drop: () => Promise<void>
}> {
  const template = inject('template')
  if (template.kind === 'embedded') {
    const database = await openEmbedded({
      dump: new Blob([new Uint8Array(await readFile(template.dumpFile))]),
    })
    return { database, drop: database.close }
  }
  const name = `protect_test_${randomBytes(6).toString('hex')}`
  await administer(template.url, `CREATE DATABASE ${name} TEMPLATE ${template.name}`)
  const target = new URL(template.url)
  target.pathname = `/${name}`
  const database = await openPostgres(target.href, { poolSize: 12 })
  return {
    database,
    url: target.href,
    drop: async () => {
      await database.close()
      await administer(template.url, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  try {
    await server.query(statement)
  } finally {
    await server.end()
  }
}
