/** The platform as a user runs it: a process of its own on a free port, with a data folder or database of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'

const root = resolve(import.meta.dirname, '../..')

export interface RunningPlatform {
  url: string
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

async function answering(url: string, started: ReturnType<typeof run>): Promise<void> {
  let over = false
  void started.ended.then(() => {
    over = true
  })
  for (;;) {
    if (over) throw new Error(`The platform ended before it answered:\n${started.output()}`)
    const ready = await fetch(`${url}/readyz`).then(
      response => response.ok,
      () => false,
    )
    if (ready) return
    // Asked without a pause, it would start more slowly.
    await new Promise(done => setTimeout(done, 20))
  }
}

/** Makes an empty database on the server of TEST_DATABASE_URL; none when the suite runs embedded. */
export async function newPostgres(): Promise<{ url: string; drop(): Promise<void> } | undefined> {
  const server = process.env.TEST_DATABASE_URL
  if (server === undefined || server === '') return undefined
  const name = `protect_e2e_${randomBytes(6).toString('hex')}`
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await administer(`CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) }
}

/** Starts the built platform with the demonstration (or with `environment`), and resolves when it is ready. */
export async function startPlatform(environment: Record<string, string> = {}): Promise<RunningPlatform> {
  const port = await freePort()
  const dataFolder = await mkdtemp(join(tmpdir(), 'protect-e2e-'))
  const postgres = await newPostgres()
  const url = `http://localhost:${port}`
  const settings = {
    PORT: String(port),
    DATA_DIR: dataFolder,
    DEMO: 'true',
    ...(postgres === undefined ? {} : { DATABASE_URL: postgres.url }),
    ...environment,
  }
  let started = run(settings)
  await answering(url, started)
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    started.child.kill(signal)
    return started.ended
  }
  return {
    url,
    output: () => started.output(),
    stop,
    async restart() {
      started = run(settings)
      await answering(url, started)
    },
    async discard() {
      await stop()
      await rm(dataFolder, { recursive: true, force: true })
      await postgres?.drop()
    },
  }
}
