/**
 * The seeded federation with live editing on two servers, which know nothing of each other but the database. On
 * PostgreSQL each has its own connections, as two processes have; embedded they share the one that there is.
 */
import { createServer } from 'node:http'
import { openSessions } from '../../graphql/people/sessions.ts'
import { livePath } from '../../packages/live/codes.ts'
import { type AnyDatabase, openPostgres } from '../../prisma/client.ts'
import { openLive } from '../../server/live.ts'
import { openLogger } from '../../server/logger.ts'
import { openFederation, type TestFederation } from './federation.ts'
import { Client, until } from './live.ts'

export interface Drafting {
  federation: TestFederation
  /** Addresses of the servers' sockets. */
  urls: readonly string[]
  /** A new session of a person, as a cookie. */
  signIn(personId: string): Promise<string>
  /** Opens a document for a person, on the server with this number (counted round), and waits until it is there. */
  open(personId: string, documentId: string, server?: number, cookie?: string): Promise<Client>
  /** Closes every page that was opened. */
  leave(): void
  close(): Promise<void>
}

export async function openDrafting(): Promise<Drafting> {
  const federation = await openFederation()
  const undo: (() => Promise<unknown>)[] = [federation.close]
  const serve = async (database: AnyDatabase) => {
    const server = createServer()
    const services = { ...federation.services, database }
    const live = await openLive(server, {
      services,
      sessions: openSessions(database),
      logger: openLogger('silent'),
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    undo.push(async () => {
      await live.close()
      await new Promise(done => server.close(done))
    })
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return `ws://127.0.0.1:${address.port}${livePath}`
  }
  const urls = [await serve(federation.database)]
  const second =
    federation.url === undefined ? undefined : await openPostgres(federation.url, { poolSize: 4 })
  if (second) undo.push(second.close)
  urls.push(await serve(second ?? federation.database))
  const sessions = openSessions(federation.database)
  const signIn = async (personId: string) => (await sessions.start(personId)).split(';')[0] ?? ''
  const clients: Client[] = []
  const leave = () => {
    for (const client of clients.splice(0)) client.leave()
  }
  return {
    federation,
    urls,
    signIn,
    async open(personId, documentId, server = 0, cookie) {
      const url = urls[server % urls.length] ?? ''
      const client = new Client(url, documentId, cookie ?? (await signIn(personId)))
      clients.push(client)
      await until(() => client.provider.synced, `${personId} to be in ${documentId}`, 10_000)
      return client
    },
    leave,
    async close() {
      leave()
      for (const step of undo.reverse()) await step()
    },
  }
}
