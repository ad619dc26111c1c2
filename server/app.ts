/** The HTTP side: security, the API at `/graphql`, the built pages at everything else. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type NextFunction, type Request, type Response } from 'express'
import type { Context, Services } from '../graphql/context.ts'
import type { Sessions } from '../graphql/people/sessions.ts'
import { openYoga } from '../graphql/yoga.ts'
import { asksForGraphiQL, sendGraphiQL } from './graphiql.ts'
import { identify } from './identify.ts'
import { type Logger, loggedPath } from './logger.ts'
import { loadContext } from './pages.ts'
import { openReadiness } from './readiness.ts'
import { refuseCrossOrigin, refuseMisaddressed, securityHeaders } from './security.ts'
import { refuseLargeBody, sayTooLarge } from './too-large.ts'

const largestQuery = '100kb'
const picture = /^\/documents\/[^/]+\/images\/[^/]+$/

export interface HttpParts {
  services: Services
  sessions: Sessions
  logger: Logger
  build: ServerBuild | (() => Promise<ServerBuild>)
  clientFolder: string
  trustProxy: boolean
  /** Wraps what a page's loaders get; the benchmark's floor answers from memory. */
  answers?: (context: AppLoadContext) => AppLoadContext
  /** Vite's middleware while developing. */
  developer?: express.Handler
}

export function createApp(parts: HttpParts): express.Express {
  const { services, sessions, logger, developer, answers = context => context } = parts
  const { settings, database } = services
  const secure = settings.origin.startsWith('https://')
  const yoga = openYoga(logger)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', parts.trustProxy ? 1 : false)
  app.use(securityHeaders({ secure, dev: developer !== undefined }))

  app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok\n'))
  const databaseAnswers = openReadiness(database)
  app.get('/readyz', async (_request, response) => {
    if (await databaseAnswers()) response.type('text/plain').send('ready\n')
    else response.status(503).type('text/plain').send('the database does not answer\n')
  })

  app.use((request, response, next) => {
    response.locals.requestId = randomUUID()
    response.setHeader('X-Request-Id', response.locals.requestId)
    const began = performance.now()
    response.on('finish', () => {
      logger.info(
        {
          requestId: response.locals.requestId,
          method: request.method,
          path: loggedPath(request.originalUrl),
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
        },
        'request',
      )
    })
    next()
  })
  app.use(refuseMisaddressed)
  app.use(refuseCrossOrigin(settings.origin))

  if (developer !== undefined) app.use(developer)
  else {
    app.use(
      compression({
        // An event stream would wait in the compressor's buffer.
        filter: (request, response) =>
          request.baseUrl !== '/graphql' && compression.filter(request, response),
      }),
    )
    const files = { index: false, redirect: false } as const
    app.use(
      '/assets',
      express.static(join(parts.clientFolder, 'assets'), { ...files, immutable: true, maxAge: '1y' }),
    )
    app.use(express.static(parts.clientFolder, { ...files, maxAge: '1h' }))
  }
  app.use(refuseLargeBody)

  const contextOf = async (request: Request, response: Response): Promise<Context> => {
    const context = await identify(request, response, { services, sessions, secure })
    // What a signed-in person is answered is kept by no cache, for whoever sits down next. A picture of a text never
    // changes, and each session asks for its own (`Vary: Cookie`).
    if (context.viewer.person !== null && !picture.test(request.path))
      response.setHeader('Cache-Control', 'private, no-store')
    return context
  }

  app.use('/graphql', express.json({ limit: largestQuery }), async (request, response, next) => {
    try {
      if (request.method === 'POST' && request.is('application/json') === false)
        return void response.status(415).type('text/plain').send('Send application/json.\n')
      const context = await contextOf(request, response)
      if (asksForGraphiQL(request) && context.viewer.person !== null) return sendGraphiQL(response)
      await yoga.answer(request, response, context)
    } catch (failure) {
      next(failure)
    }
  })

  app.all(
    '*',
    createRequestHandler({
      build: parts.build,
      getLoadContext: async (request, response) =>
        answers(loadContext(request, response, await contextOf(request, response), logger)),
    }),
  )

  app.use((failure: unknown, request: Request, response: Response, next: NextFunction) => {
    const status = statusOf(failure)
    // The API's own limit is below that of all bodies.
    if (status === 413 && !response.headersSent) return sayTooLarge(request, response)
    if (status >= 500) logger.error({ err: failure, requestId: response.locals.requestId }, 'request failed')
    if (response.headersSent) return next(failure)
    response
      .status(status)
      .type('text/plain')
      .send(
        status >= 500
          ? `Something went wrong on our side. Nothing was changed. Please try again; if it stays, tell the secretariat this number: ${response.locals.requestId}\n`
          : 'This request could not be read.\n',
      )
  })
  return app
}

/** The status that a middleware asked for (a body that is no JSON, too large), else 500. */
function statusOf(failure: unknown): number {
  if (typeof failure === 'object' && failure !== null && 'status' in failure) {
    const { status } = failure
    if (typeof status === 'number' && status >= 400 && status < 600) return status
  }
  return 500
}
