/** Starting, refusing to start, stopping and starting again, as the person at the keyboard meets it. */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { demoPassword } from '../../prisma/seed/accounts.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { freePort, type RunningPlatform, run, startPlatform } from '../support/platform.ts'
import { newPostgres, testServer } from '../support/postgres.ts'

let folder: string
let platform: RunningPlatform
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protect-start-'))
  platform = await startPlatform({ DATABASE_URL: '', DATA_DIR: join(folder, 'data') })
})
afterAll(async () => {
  await platform.discard()
  await rm(folder, { recursive: true, force: true })
})

const portOf = ({ url }: { url: string }) => new URL(url).port
const ready = async ({ url }: { url: string }) => (await fetch(`${url}/readyz`)).status

/** A start that has to be refused: its one sentence. */
async function refusal(environment: Record<string, string>): Promise<string> {
  const { output, ended } = run({
    PORT: String(await freePort()),
    DATA_DIR: join(folder, 'other'),
    ...environment,
  })
  expect(await ended).not.toBe(0)
  const sentences = output()
    .split('\n')
    .filter(line => line !== '' && !line.endsWith('…'))
  expect(sentences).toHaveLength(1)
  expect(sentences[0]).not.toMatch(/\bat \S+:\d+|[{}]/)
  return sentences[0] ?? ''
}

/** Signs in by the form; the session’s cookie, or none. */
async function signIn(url: string, email = 'delegat@bacau.example'): Promise<string | undefined> {
  const response = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email, password: demoPassword }).toString(),
  })
  return response.headers
    .getSetCookie()
    .find(cookie => /^session=[^;]/.test(cookie))
    ?.split(';', 1)[0]
}

const viewerOf = async (url: string, cookie: string) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query: '{ viewer { person { id } } }' }),
  })
  return (await response.json()).data.viewer.person?.id
}

describe('a start that cannot be', () => {
  test('with a wrong setting is refused by its name', async () => {
    const wrong = [
      ['PORT', 'abc'],
      ['PORT', '0'],
      ['DATABASE_URL', 'mysql://localhost/protect'],
      ['DEMO', 'maybe'],
      ['ORIGIN', 'foo'],
      ['LOG_LEVEL', 'loud'],
    ] as const
    await Promise.all(
      wrong.map(async ([name, value]) => {
        const sentence = await refusal({ [name]: value })
        expect(sentence).toMatch(new RegExp(`^The setting ${name} has to .*README\\.md\\.$`))
      }),
    )
    expect(existsSync(join(folder, 'other'))).toBe(false)
  })

  test('on a busy port is refused before it touches any data', async () => {
    expect(await refusal({ PORT: portOf(platform) })).toContain(`Port ${portOf(platform)} is already in use`)
    expect(existsSync(join(folder, 'other'))).toBe(false)
    expect(await ready(platform)).toBe(200)
  })

  test('on a folder that cannot be written is refused', async () => {
    const file = join(folder, 'file')
    await writeFile(file, 'somebody’s')
    expect(await refusal({ DATA_DIR: join(file, 'below') })).toContain('cannot be written')
    expect(await readFile(file, 'utf8')).toBe('somebody’s')
  })

  test('on the data of a running process is refused, and that one goes on', async () => {
    const cookie = (await signIn(platform.url)) ?? ''
    expect(await refusal({ DATA_DIR: join(folder, 'data') })).toContain('is already using the data')
    expect(await ready(platform)).toBe(200)
    expect(await viewerOf(platform.url, cookie)).toBe('per_delegate_bacau')
  })

  test('on a PostgreSQL that does not answer is refused without repeating its password', async () => {
    const silent = createServer()
    await new Promise<void>(done => silent.listen(0, '127.0.0.1', done))
    const address = silent.address()
    const port = typeof address === 'object' ? address?.port : 0
    const refusals = [1, port].map(at =>
      refusal({ DATABASE_URL: `postgresql://somebody:secret-word@127.0.0.1:${at}/protect` }),
    )
    for (const sentence of await Promise.all(refusals)) {
      expect(sentence).toContain('does not let us in')
      expect(sentence).not.toContain('secret-word')
    }
    silent.close()
  })
})

describe('a running platform', () => {
  test('stops on Ctrl-C within seconds, though a stream and a socket are open, and keeps its data', async () => {
    const cookie = (await signIn(platform.url)) ?? ''
    const leaving = new AbortController()
    const query = encodeURIComponent('subscription { unreadNotifications }')
    const stream = await fetch(`${platform.url}/graphql?query=${query}`, {
      headers: { cookie, accept: 'text/event-stream' },
      signal: leaving.signal,
    })
    expect(stream.status).toBe(200)
    const socket = new WebSocket(`${platform.url.replace('http', 'ws')}/live`, {
      headers: { cookie, origin: platform.url },
    })
    await new Promise(done => socket.on('open', done))
    const code = new Promise<number>(done => socket.on('close', done))
    const began = performance.now()
    expect(await platform.stop('SIGINT')).toBe(0)
    expect(performance.now() - began).toBeLessThan(8_000)
    expect(await code).toBe(4503)
    leaving.abort()
    expect(existsSync(join(folder, 'data/process.lock'))).toBe(false)

    const again = performance.now()
    await platform.restart()
    expect(performance.now() - again).toBeLessThan(20_000)
    expect(await viewerOf(platform.url, cookie)).toBe('per_delegate_bacau')
  })

  test('starts again after it was killed, also when its process id is somebody else’s by now', async () => {
    const cookie = (await signIn(platform.url)) ?? ''
    expect(await platform.stop('SIGKILL')).toBeNull()
    const lock = join(folder, 'data/process.lock')
    const left = await readFile(lock, 'utf8')
    // A container's restart gives the same few ids; this test's own process stands for whoever has it now.
    await writeFile(lock, left.replace(/^\d+/, String(process.pid)))
    await platform.restart()
    expect(await viewerOf(platform.url, cookie)).toBe('per_delegate_bacau')
  })

  test('of the demonstration cannot be started as one in earnest', async () => {
    await platform.stop()
    expect(await refusal({ DATA_DIR: join(folder, 'data'), DEMO: 'false' })).toContain(
      'This database holds the demonstration',
    )
    await platform.restart()
    expect(await signIn(platform.url)).toBeDefined()
  })
})

describe('a federation in earnest', () => {
  test('begins with a one-time link and no known password', async () => {
    const earnest = await startPlatform({ DEMO: 'false' })
    try {
      const link = () => /\/setup\/([\w-]{43})/.exec(earnest.output())
      await vi.waitFor(() => expect(link()).not.toBeNull())
      const first = link()?.[0] ?? ''
      expect(earnest.output()).not.toContain(demoPassword)
      for (const email of ['secretariat@protect.example', 'delegat@bacau.example'])
        expect(await signIn(earnest.url, email)).toBeUndefined()
      expect(await (await fetch(`${earnest.url}/sign-in`)).text()).not.toContain(demoPassword)
      expect((await fetch(earnest.url + first)).status).toBe(200)

      await earnest.stop()
      await earnest.restart()
      await vi.waitFor(() => expect(link()).not.toBeNull())
      const second = link()?.[0] ?? ''
      expect(second).not.toBe(first)
      expect((await fetch(earnest.url + second)).status).toBe(200)
      const old = await fetch(earnest.url + first)
      expect(await old.text()).not.toContain('name="password"')
    } finally {
      await earnest.discard()
    }
  })
})

// What only PostgreSQL has; the suite runs a second time with it.
const server = testServer
if (server !== undefined) {
  describe('on PostgreSQL', () => {
    test('two starts at once on an empty database migrate it once, and both serve', async () => {
      const database = await newPostgres(server)
      const ports = [await freePort(), await freePort()]
      const both = ports.map(port => run({ PORT: String(port), DATABASE_URL: database.url, DEMO: 'true' }))
      try {
        for (const port of ports)
          await vi.waitFor(async () => expect(await ready({ url: `http://localhost:${port}` })).toBe(200), {
            timeout: 60_000,
            interval: 200,
          })
        for (const port of ports) expect(await signIn(`http://localhost:${port}`)).toBeDefined()
      } finally {
        for (const { child } of both) child.kill()
        await Promise.all(both.map(({ ended }) => ended))
        await database.drop()
      }
    })

    test('a database or a password that is not there is one sentence', async () => {
      const address = new URL(server)
      address.pathname = '/not_there'
      expect(await refusal({ DATABASE_URL: address.href })).toContain('does not let us in')
    })

    test('connections that the server drops are opened again, and streams hear on', async () => {
      const own = await startDemonstration()
      try {
        const cookie = (await signIn(own.url)) ?? ''
        const client = new pg.Client({ connectionString: own.databaseUrl })
        await client.connect()
        for (let round = 0; round < 3; round += 1) {
          const busy = Array.from({ length: 20 }, () =>
            fetch(own.url, { headers: { cookie } }).catch(() => null),
          )
          await client.query(
            'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
          )
          await Promise.all(busy)
        }
        await client.end()
        await vi.waitFor(async () => expect(await viewerOf(own.url, cookie)).toBe('per_delegate_bacau'), {
          timeout: 20_000,
        })
        expect(await ready(own)).toBe(200)
      } finally {
        await own.discard()
      }
    })
  })
}
