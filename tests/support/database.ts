/** A database of one test file's own, cloned from the one that was made for this run in well under a second. */
import { openAsBlob } from 'node:fs'
import { inject } from 'vitest'
import { type AnyDatabase, openEmbedded, openPostgres } from '../../prisma/client.ts'
import { newPostgres } from './postgres.ts'

/**
 * Opens a fresh database, migrated and empty or with the demonstration; `drop` closes and removes it. `url` is there on
 * PostgreSQL, to open a second door to it.
 */
export async function openTestDatabase(content: 'empty' | 'demonstration' = 'empty'): Promise<{
  database: AnyDatabase
  url?: string
  drop: () => Promise<void>
}> {
  const template = inject('template')
  if (template.kind === 'embedded') {
    const database = await openEmbedded({ dump: await openAsBlob(template[content]) })
    return { database, drop: database.close }
  }
  const clone = await newPostgres(template.server, template[content])
  const database = await openPostgres(clone.url, { poolSize: 12 })
  return {
    database,
    url: clone.url,
    drop: async () => {
      await database.close()
      await clone.drop()
    },
  }
}
