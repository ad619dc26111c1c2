/**
 * Prisma's own schema engine as WebAssembly, so that migrations need no binary: `migrate` brings a database to the
 * newest schema (with Prisma's `_prisma_migrations` table), `nextMigration` writes the SQL that a changed schema needs.
 */
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type {
  MigrationList,
  SchemaContainer,
  SchemaEngine,
} from '@prisma/schema-engine-wasm/schema_engine_bg'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { type AnyDatabase, type EmbeddedDatabase, openEmbedded } from './client.ts'

const home = import.meta.dirname
const noFilters = { externalTables: [], externalEnums: [] }

let instantiated: Promise<void> | undefined
function instantiate(): Promise<void> {
  instantiated ??= (async () => {
    const wasm = createRequire(import.meta.url)
      .resolve('@prisma/schema-engine-wasm')
      .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm')
    const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
      './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports,
    })
    engineModule.__wbg_set_wasm(instance.exports)
    const start = instance.exports.__wbindgen_start
    if (typeof start === 'function') start()
  })()
  return instantiated
}

async function schemaFiles(): Promise<SchemaContainer[]> {
  const folder = join(home, 'schema')
  const names = (await readdir(folder)).filter(name => name.endsWith('.prisma')).sort()
  return Promise.all(
    names.map(async name => ({ path: name, content: await readFile(join(folder, name), 'utf8') })),
  )
}

async function migrationList(): Promise<MigrationList> {
  const baseDir = join(home, 'migrations')
  const names = (await readdir(baseDir, { withFileTypes: true }))
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async path => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  }
}

/**
 * Both adapters mishandle scripts: PGlite's does not wait for the end, PostgreSQL's cuts at every semicolon, those
 * inside functions too. A whole script in one simple query is right for both, and all or nothing.
 */
function migratingFactory(source: EmbeddedDatabase | pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const connect = async () => {
    if ('pglite' in source) {
      const adapter = await new PrismaPGlite(source.pglite).connect()
      adapter.executeScript = async script => void (await source.pglite.exec(script))
      return adapter
    }
    const adapter = await new PrismaPg(source, { disposeExternalPool: false }).connect()
    adapter.executeScript = async script => void (await source.query(script))
    return adapter
  }
  return {
    provider: 'postgres',
    adapterName: 'pglite' in source ? 'embedded' : 'postgresql',
    connect,
    connectToShadowDb: async () => migratingFactory(await openEmbedded()).connect(),
  }
}

async function engine(source: EmbeddedDatabase | pg.Pool): Promise<SchemaEngine> {
  await instantiate()
  const files = await schemaFiles()
  return engineModule.SchemaEngine.new(
    { datamodels: files.map(file => [file.path, file.content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(migratingFactory(source)),
  )
}

/** Any number that no other program uses on the same database. */
const lockKey = 723_801_944

/** Applies the migrations that the database has not seen; answers their names. Of two processes at once, one waits. */
export async function migrate(database: AnyDatabase): Promise<string[]> {
  if (database.kind === 'embedded') return applyMigrations(database)
  // The engine takes a lock of its own and leaves it to the connection: one that stays open would keep every other
  // process from starting.
  const engines = new pg.Pool({ ...database.pool.options, max: 1 })
  return alone(database, () => applyMigrations(engines)).finally(() => engines.end())
}

/** Does `work` while no other process does what it asks for in this way. The embedded database has one process only. */
export async function alone<Result>(database: AnyDatabase, work: () => Promise<Result>): Promise<Result> {
  if (database.kind === 'embedded') return work()
  const connection = await database.pool.connect()
  try {
    await connection.query('SELECT pg_advisory_lock($1)', [lockKey])
    return await work()
  } finally {
    const givenBack = await connection.query('SELECT pg_advisory_unlock($1)', [lockKey]).then(
      () => true,
      () => false,
    )
    // A connection that cannot give the lock back is closed: then the server takes it back.
    connection.release(!givenBack)
  }
}

async function applyMigrations(database: EmbeddedDatabase | pg.Pool): Promise<string[]> {
  const schemaEngine = await engine(database)
  try {
    const { appliedMigrationNames } = await schemaEngine.applyMigrations({
      migrationsList: await migrationList(),
      filters: noFilters,
    })
    return appliedMigrationNames
  } finally {
    schemaEngine.free()
  }
}

/** The SQL between what the migrations build and what the schema says; empty when they agree. */
export async function nextMigration(): Promise<string> {
  const scratch = await openEmbedded()
  const schemaEngine = await engine(scratch)
  try {
    const { stdout } = await schemaEngine.diff({
      from: { tag: 'migrations', ...(await migrationList()) },
      to: { tag: 'schemaDatamodel', files: await schemaFiles() },
      script: true,
      exitCode: null,
      filters: noFilters,
    })
    const sql = stdout ?? ''
    return sql.includes('-- This is an empty migration') ? '' : sql
  } finally {
    schemaEngine.free()
    await scratch.close()
  }
}
