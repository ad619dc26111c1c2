/**
 * Makes the template that every API test file clones: migrated, empty. PostgreSQL when TEST_DATABASE_URL is set,
 * else embedded.
 */
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded, openPostgres } from '../../prisma/client.ts'
import { migrate } from '../../prisma/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    template: { kind: 'embedded'; dumpFile: string } | { kind: 'postgresql'; url: string; name: string }
  }
}

export default async function setup(project: TestProject) {
  const url = process.env.TEST_DATABASE_URL
  if (url === undefined || url === '') {
    const database = await openEmbedded()
    await migrate(database)
    const dumpFile = join(tmpdir(), `protect-template-${process.pid}.tar`)
    await writeFile(dumpFile, Buffer.from(await (await database.pglite.dumpDataDir('none')).arrayBuffer()))
    await database.close()
    project.provide('template', { kind: 'embedded', dumpFile })
    return () => rm(dumpFile, { force: true })
  }

  const name = `protect_template_${process.pid}`
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  await server.query(`DROP DATABASE IF EXISTS ${name}`)
  await server.query(`CREATE DATABASE ${name}`)
  const target = new URL(url)
  target.pathname = `/${name}`
  const database = await openPostgres(target.href, { poolSize: 2 })
  await migrate(database).finally(database.close)
  project.provide('template', { kind: 'postgresql', url, name })
  return async () => {
    await server.query(`DROP DATABASE IF EXISTS ${name}`)
    await server.end()
  }
}
