/**
 * The composition root: opens the database, puts the API, the pages and live editing on one HTTP server, starts the
 * clockwork, and takes it all down again in the opposite order.
 */
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Handler } from 'express'
import { openChanges } from './graphql/changes.ts'
import type { Services } from './graphql/context.ts'
import { openSessions } from './graphql/people/sessions.ts'
import { alone } from './prisma/migrate.ts'
import { createApp } from './server/app.ts'
import { startClockwork } from './server/clockwork.ts'
import { openDatabase } from './server/database.ts'
import { type FirstSteps, prepareFederation } from './server/first-steps.ts'
import { openLive } from './server/live.ts'
import { describeFailure, openLogger } from './server/logger.ts'
import { readSettings, type Settings, StartFailure } from './server/settings.ts'
import { stillStarting } from './server/starting.ts'

export interface Platform {
  url: string
  firstSteps: FirstSteps
  close(): Promise<void>
}

/** Starts the platform and resolves when it answers requests. `progress` hears one sentence a step. */
export async function startPlatform(
  settings: Settings,
  progress: (sentence: string) => void,
): Promise<Platform> {
  const logger = openLogger(settings.logLevel)
  const undo: (() => Promise<void>)[] = []
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const server = createServer()
    await listen(server, settings)
    // Hung up first, below, while the database can still finish what is in hand; here for a start that fails.
    undo.push(() => stopListening(server))
    server.on('request', stillStarting)

    progress(
      settings.databaseUrl === undefined ? 'Opening the embedded database' : 'Connecting to PostgreSQL',
    )
    const database = await openDatabase(settings)
    undo.push(database.close)
    progress('Looking after the federation’s data')
    const firstSteps = await alone(database, () => prepareFederation(database, settings, progress))

    const changes = await openChanges(database)
    const services: Services = {
      database,
      changes,
      settings: { demo: firstSteps.demo, origin: settings.origin },
      now: () => new Date(),
    }
    const secure = settings.origin.startsWith('https://')
    const sessions = openSessions(database, { secure })
    const live = await openLive(server, { services, sessions, logger })
    undo.push(startClockwork(services, sessions, logger))

    const { developer, ...pages } = await openPages()
    if (developer !== undefined) undo.push(developer.close)
    const app = createApp({
      services,
      sessions,
      logger,
      trustProxy: settings.trustProxy,
      ...pages,
      ...(developer === undefined ? {} : { developer: developer.middleware }),
    })
    server.off('request', stillStarting)
    server.on('request', app)
    // A server counts its open sockets and streams as connections, so all three end together.
    undo.push(async () => {
      await Promise.all([stopListening(server), live.close(), changes.close()])
    })
    return { url: settings.origin, firstSteps, close }
  } catch (failure) {
    await close()
    throw failure
  }
}

/** The built pages, or Vite's live ones with `NODE_ENV=development`. */
async function openPages() {
  const clientFolder = join(import.meta.dirname, 'build/client')
  if (process.env.NODE_ENV !== 'development') {
    const entry = join(import.meta.dirname, 'build/server/index.js')
    if (!existsSync(entry)) throw new StartFailure('The pages are not built yet. Run `npm run build` first.')
    return { clientFolder, build: await import(entry), developer: undefined }
  }
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({ server: { middlewareMode: true } })
  return {
    clientFolder,
    build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as never,
    developer: { middleware: vite.middlewares as Handler, close: () => vite.close() },
  }
}

function listen(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', failure => {
      const code = 'code' in failure ? failure.code : undefined
      const sentence =
        code === 'EADDRINUSE'
          ? `Port ${port} is already in use. Stop what uses it, or set PORT to another number.`
          : code === 'EACCES'
            ? `This account may not use port ${port}. Set PORT to a number above 1023.`
            : `The address ${host}:${port} cannot be used (${code}). Check the settings HOST and PORT.`
      reject(new StartFailure(sentence))
    })
    server.listen(port, host, () => {
      server.removeAllListeners('error')
      resolve()
    })
  })
}

/** Stops taking requests, lets those in hand finish, and cuts what stays open (event streams) after a moment. */
function stopListening(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve()
  return new Promise(resolve => {
    const cut = setTimeout(() => server.closeAllConnections(), 2_000)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** Runs the platform for a person at a keyboard: says what happens, stops on Ctrl-C, ends with 1 and one sentence on failure. */
export async function main(): Promise<void> {
  const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
  try {
    const platform = await startPlatform(readSettings(process.env), sentence => say(`  ${sentence} …`))
    const stop = async () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      say('Stopping …')
      await platform.close()
      process.exit(0)
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    // Last: whoever waits for it may stop it at once.
    say(platform.firstSteps.welcome(platform.url))
  } catch (failure) {
    const sentence =
      failure instanceof StartFailure
        ? failure.message
        : `The platform could not start: ${JSON.stringify(describeFailure(failure))}`
    process.stderr.write(`${sentence}\n`)
    process.exit(1)
  }
}

if (import.meta.main) await main()
