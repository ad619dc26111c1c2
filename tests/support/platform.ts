/** The platform as a user runs it: a process of its own on a free port, with a data folder or database of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { newPostgres, testServer } from './postgres.ts'

const root = resolve(import.meta.dirname, '../..')

export interface RunningPlatform {
  url: string
  /** Of its PostgreSQL database, when it runs on one. */
  databaseUrl: string | undefined
  /** Everything that it printed so far, both streams. */
  output(): string
  /** Sends a signal and waits for the end; answers the exit code (null when killed). */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  /** Starts it again on the same data and port. */
  restart(): Promise<void>
  /** Stops it and removes its data. */
  discard(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, 'localhost', done))
  const address = server.address()
  await new Promise(done => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A started process that may end by itself: for what must refuse to start. */
export function run(environment: Record<string, string>): {
  child: ChildProcess
  output(): string
  ended: Promise<number | null>
} {
  const heard: string[] = []
  const inherited = { ...process.env }
  for (const name of ['PORT', 'HOST', 'DATABASE_URL', 'DATA_DIR', 'DEMO', 'ORIGIN', 'VITEST'])
    delete inherited[name]
  const child = spawn(process.execPath, ['server.ts'], {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.on('data', chunk => heard.push(String(chunk)))
  child.stderr.on('data', chunk => heard.push(String(chunk)))
  const ended = new Promise<number | null>(done => child.on('exit', code => done(code)))
  return { child, output: () => heard.join(''), ended }
}

/** Resolves when it said its address, which it does once it answers. */
function answering({ child, output, ended }: ReturnType<typeof run>): Promise<void> {
  return new Promise((resolve, reject) => {
    const listen = () => {
      if (output().includes('ProTECT answers at')) resolve()
    }
    child.stdout?.on('data', listen)
    void ended.then(() => reject(new Error(`The platform ended before it answered:\n${output()}`)))
  })
}

/** What a platform finds when it starts for the first time; nothing, where nothing is said. */
export interface Beginning {
  /** A data folder, which is copied. */
  dataFolder?: string
  /** The name of a PostgreSQL database on the server that the suite runs on, which is cloned. */
  database?: string
}

/**
 * Starts the built platform and resolves when it is ready. From nothing it writes the demonstration, unless
 * `environment` says otherwise; where many tests begin with that, `startDemonstration` is much quicker.
 */
export async function startPlatform(
  environment: Record<string, string> = {},
  beginning: Beginning = {},
): Promise<RunningPlatform> {
  const port = await freePort()
  const dataFolder = await mkdtemp(join(tmpdir(), 'protect-e2e-'))
  const postgres =
    testServer === undefined || environment.DATABASE_URL !== undefined
      ? undefined
      : await newPostgres(testServer, beginning.database)
  const url = `http://localhost:${port}`
  const settings = {
    PORT: String(port),
    DATA_DIR: dataFolder,
    DEMO: 'true',
    ...(postgres === undefined ? {} : { DATABASE_URL: postgres.url }),
    ...environment,
  }
  if (beginning.dataFolder !== undefined)
    await cp(beginning.dataFolder, settings.DATA_DIR, { recursive: true })
  let started = run(settings)
  await answering(started)
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    started.child.kill(signal)
    return started.ended
  }
  return {
    url,
    databaseUrl: settings.DATABASE_URL,
    output: () => started.output(),
    stop,
    async restart() {
      started = run(settings)
      await answering(started)
    },
    async discard() {
      await stop()
      await rm(dataFolder, { recursive: true, force: true })
      await postgres?.drop()
    },
  }
}
