/**
 * Writes what is derived from sources and not committed: the Prisma client and the types of the GraphQL documents.
 * Runs offline: `prisma generate` wants to download a schema engine that it does not use, so it is shown an
 * existing file instead.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const bin = name => resolve(import.meta.dirname, '../node_modules/.bin', name)

function run(name, ...words) {
  try {
    execFileSync(process.execPath, [bin(name), ...words], {
      cwd: resolve(import.meta.dirname, '..'),
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (failure) {
    process.stderr.write(`${failure.stdout ?? ''}${failure.stderr ?? ''}\n`)
    process.exit(1)
  }
}

run('prisma', 'generate')
if (existsSync(resolve(import.meta.dirname, '../graphql/schema.graphql'))) run('gql.tada', 'generate-output')
