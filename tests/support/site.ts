/** The HTTP side as it is served, on a port of its own, with one small page in place of the built ones. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { openSessions } from '../../graphql/people/sessions.ts'
import { createApp } from '../../server/app.ts'
import { openLive } from '../../server/live.ts'
import { openLogger } from '../../server/logger.ts'
import type { TestFederation } from './federation.ts'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

export interface Sent {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** Send the body in pieces, without its length. */
  chunked?: boolean
}

export interface Site {
  port: number
  origin: string
  /** What the platform wrote into its log, one object a line. */
  log(): Record<string, unknown>[]
  /** The same as it was written. */
  logText(): string
  /** How often the page's action ran. */
  actions(): number
  /** Sends one request exactly as told: nothing is added but `Host`. */
  send(path: string, sent?: Sent): Promise<Answer>
  /** Opens an answer that goes on: the status, and what was heard so far. */
  listen(path: string, headers?: Record<string, string>): Promise<Stream>
  /** A cookie header of a new session of this person. */
  cookieOf(personId: string): Promise<string>
  close(): Promise<void>
}

export interface Stream {
  status: number
  heard(): string
  ended: Promise<void>
  leave(): void
}

/** Opens it on the federation's database. `publicOrigin` as the setting ORIGIN. */
export async function openSite(
  federation: TestFederation,
  { publicOrigin }: { publicOrigin?: string } = {},
): Promise<Site> {
  const lines: string[] = []
  const logger = openLogger('debug', { write: line => void lines.push(line) })
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { port } = address
  const origin = `http://127.0.0.1:${port}`
  const settings = { demo: true, origin: publicOrigin ?? origin }
  const services = { ...federation.services, settings }
  const secure = settings.origin.startsWith('https://')
  const sessions = openSessions(federation.database, { secure })
  let actions = 0
  const app = createApp({
    services,
    sessions,
    logger,
    trustProxy: false,
    clientFolder: join(import.meta.dirname, '../../app'),
    build: onePage(() => {
      actions += 1
    }),
  })
  const live = await openLive(server, { services, sessions, logger })
  server.on('request', app)

  const open = (path: string, { method = 'GET', headers = {}, body, chunked = false }: Sent) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const length =
        body !== undefined && !chunked ? { 'content-length': String(Buffer.byteLength(body)) } : {}
      const asked = request(
        { host: '127.0.0.1', port, path, method, agent: false, headers: { ...length, ...headers } },
        resolve,
      )
      asked.on('error', reject)
      if (chunked) asked.setHeader('transfer-encoding', 'chunked')
      asked.end(body)
    })

  return {
    port,
    origin,
    log: () => lines.map(line => JSON.parse(line)),
    logText: () => lines.join(''),
    actions: () => actions,
    async send(path, sent = {}) {
      const response = await open(path, sent)
      const pieces: Buffer[] = []
      for await (const piece of response) pieces.push(piece)
      return {
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: Buffer.concat(pieces).toString(),
      }
    },
    async listen(path, headers = {}) {
      const response = await open(path, { headers: { accept: 'text/event-stream', ...headers } })
      let heard = ''
      response.setEncoding('utf8')
      response.on('data', piece => {
        heard += piece
      })
      response.on('error', () => undefined)
      const ended = new Promise<void>(done => response.on('close', done))
      return {
        status: response.statusCode ?? 0,
        heard: () => heard,
        ended,
        leave: () => response.destroy(),
      }
    },
    cookieOf: async personId => (await sessions.start(personId)).split(';', 1)[0] ?? '',
    async close() {
      const closed = new Promise(done => server.close(done))
      server.closeAllConnections()
      await live.close()
      await closed
    },
  }
}

/** A build with one page, `/page`: it answers who looks as JSON, and counts what is sent to it. */
function onePage(onAction: () => void): ServerBuild {
  return {
    mode: 'production',
    isSpaMode: false,
    publicPath: '/',
    basename: '/',
    assetsBuildDirectory: '',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: 'test' },
    entry: {
      module: {
        default: (_request, status, headers, remix) => {
          headers.set('Content-Type', 'application/json')
          return new Response(JSON.stringify(remix.staticHandlerContext.loaderData), { status, headers })
        },
      },
    },
    routes: {
      root: { id: 'root', path: '', module: { default: () => null } },
      page: {
        id: 'page',
        parentId: 'root',
        path: 'page',
        module: {
          default: () => null,
          loader: ({ context }) => ({ viewer: context.viewer?.id ?? null, locale: context.locale }),
          action: ({ context }) => {
            onAction()
            return { viewer: context.viewer?.id ?? null }
          },
        },
      },
    },
  }
}
