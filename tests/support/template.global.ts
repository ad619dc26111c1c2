/**
 * What the tests with a database begin from, made once a run for all projects: the migrated database, empty and with
 * the demonstration. Each test file clones one. PostgreSQL when TEST_DATABASE_URL is set, else embedded.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { hashPassword } from '../../graphql/people/passwords.ts'
import { type EmbeddedDatabase, openEmbedded, openPostgres } from '../../prisma/client.ts'
import { migrate } from '../../prisma/migrate.ts'
import { demoPassword, seedDemonstration } from '../../prisma/seed/index.ts'

/** Embedded: dump files, and the data folder of a platform with the demonstration. PostgreSQL: names of databases. */
export type Template =
  | { kind: 'embedded'; empty: string; demonstration: string; dataFolder: string }
  | { kind: 'postgresql'; server: string; empty: string; demonstration: string }

declare module 'vitest' {
  interface ProvidedContext {
    template: Template
  }
}

export default async function setup({ vitest }: TestProject) {
  const root = vitest.getRootProject()
  if ('template' in root.getProvidedContext()) return
  const server = process.env.TEST_DATABASE_URL
  const { template, remove } =
    server === undefined || server === '' ? await makeEmbedded() : await makePostgres(server)
  root.provide('template', template)
  return remove
}

interface Made {
  template: Template
  remove(): Promise<void>
}

async function makeEmbedded(): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), 'protect-template-'))
  const [empty, demonstration] = [join(folder, 'empty.tar'), join(folder, 'demonstration.tar')]
  const database = await openEmbedded()
  await migrate(database)
  await writeFile(empty, await dumpOf(database))
  await seedDemonstration(database.prisma, await hashPassword(demoPassword))
  const dump = await dumpOf(database)
  await writeFile(demonstration, dump)
  await database.close()

  const dataFolder = join(folder, 'data')
  await mkdir(dataFolder)
  const onDisk = await openEmbedded({ folder: join(dataFolder, 'database'), dump: new Blob([dump]) })
  await onDisk.close()
  return {
    template: { kind: 'embedded', empty, demonstration, dataFolder },
    remove: () => rm(folder, { recursive: true }),
  }
}

const dumpOf = async ({ pglite }: EmbeddedDatabase) =>
  new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer())

async function makePostgres(url: string): Promise<Made> {
  const [empty, demonstration] = [`protect_empty_${process.pid}`, `protect_demonstration_${process.pid}`]
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  const at = (name: string) => {
    const target = new URL(url)
    target.pathname = `/${name}`
    return openPostgres(target.href, { poolSize: 2 })
  }
  await server.query(`CREATE DATABASE ${empty}`)
  const migrated = await at(empty)
  await migrate(migrated).finally(migrated.close)
  await server.query(`CREATE DATABASE ${demonstration} TEMPLATE ${empty}`)
  const seeded = await at(demonstration)
  await seedDemonstration(seeded.prisma, await hashPassword(demoPassword)).finally(seeded.close)
  return {
    template: { kind: 'postgresql', server: url, empty, demonstration },
    async remove() {
      for (const name of [empty, demonstration]) await server.query(`DROP DATABASE ${name}`)
      await server.end()
    },
  }
}
