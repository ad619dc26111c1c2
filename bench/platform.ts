/** The platform in this process, on a database that the benchmark fills: the real routes, sessions and schema. */
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { openChanges } from '../graphql/changes.ts'
import type { Services } from '../graphql/context.ts'
import { hashPassword } from '../graphql/people/passwords.ts'
import { openSessions } from '../graphql/people/sessions.ts'
import type { AnyDatabase } from '../prisma/client.ts'
import { demoPassword, seedDemonstration } from '../prisma/seed/index.ts'
import { createApp } from '../server/app.ts'
import { openLogger } from '../server/logger.ts'

const root = join(import.meta.dirname, '..')

export interface BenchPlatform {
  /** The `Cookie` header of a new session. */
  signIn(personId: string): Promise<string>
  /** Asks for a page and reads it to the end; answers the milliseconds that it took. */
  get(path: string, cookie: string): Promise<number>
  close(): Promise<void>
}

/**
 * Seeds the database and serves it. `constant: true` answers each query of a page from the first time it was asked:
 * the floor, everything but the data.
 */
export async function openBenchPlatform(
  database: AnyDatabase,
  { seeded = false, constant = false } = {},
): Promise<BenchPlatform> {
  if (!seeded) await seedDemonstration(database.prisma, await hashPassword(demoPassword))
  const changes = await openChanges(database)
  const services: Services = {
    database,
    changes,
    settings: { demo: true, origin: 'http://localhost' },
    now: () => new Date(),
  }
  const sessions = openSessions(database)
  const build: ServerBuild = await import(join(root, 'build/server/index.js'))
  const app = createApp({
    services,
    sessions,
    logger: openLogger('error'),
    build,
    clientFolder: join(root, 'build/client'),
    trustProxy: false,
    ...(constant ? { answers: rememberAnswers() } : {}),
  })
  const server = createServer(app)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    async signIn(personId) {
      return (await sessions.start(personId)).split(';')[0] ?? ''
    },
    async get(path, cookie) {
      const began = performance.now()
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { cookie },
        redirect: 'manual',
      })
      await response.text()
      if (response.status >= 400) throw new Error(`${path} answered ${response.status}`)
      return performance.now() - began
    },
    async close() {
      await changes.close()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

function rememberAnswers(): (context: AppLoadContext) => AppLoadContext {
  const answers = new Map<unknown, Map<string, Promise<unknown>>>()
  return context => ({
    ...context,
    query: ((document: unknown, variables: unknown) => {
      const byVariables = answers.get(document) ?? new Map<string, Promise<unknown>>()
      answers.set(document, byVariables)
      const key = JSON.stringify(variables ?? {})
      const answer = byVariables.get(key) ?? context.query(document as never, variables as never)
      byVariables.set(key, answer)
      return answer
    }) as AppLoadContext['query'],
  })
}
