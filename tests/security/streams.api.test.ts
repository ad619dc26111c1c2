import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { announce } from '../../graphql/changes.ts'
import { documentSchemaVersion } from '../../packages/document/schema.ts'
import { handshakeToken, livePath } from '../../packages/live/codes.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { openSite, type Site } from '../support/site.ts'

let federation: TestFederation
let site: Site
beforeAll(async () => {
  federation = await openFederation()
  site = await openSite(federation)
})
afterEach(async () => {
  await vi.waitFor(() => expect(federation.changes.readers).toBe(0))
})
afterAll(async () => {
  await site.close()
  await federation.close()
})

const delegate = 'per_delegate_bacau'
const unread = `/graphql?query=${encodeURIComponent('subscription { unreadNotifications }')}`
const change = (subject: string) => federation.database.prisma.$transaction(tx => announce(tx, subject))
const events = (heard: string) => heard.split('event: next').length - 1

/** A stream of a new session, after its first event. */
async function listening(path = unread, personId = delegate, headers: Record<string, string> = {}) {
  const cookie = await site.cookieOf(personId)
  const stream = await site.listen(path, { cookie, ...headers })
  await vi.waitFor(() => expect(events(stream.heard())).toBe(1))
  return { stream, cookie }
}

test('a stream that is left is forgotten at once, before anything happens on it', async () => {
  const { stream } = await listening()
  expect(federation.changes.readers).toBe(1)
  stream.leave()
  await vi.waitFor(() => expect(federation.changes.readers).toBe(0))
})

test('an event comes at once, also to a browser that takes compressed answers', async () => {
  const { stream } = await listening(unread, delegate, { 'accept-encoding': 'gzip, br' })
  await change(delegate)
  await vi.waitFor(() => expect(events(stream.heard())).toBe(2))
  stream.leave()
})

test('nothing reaches somebody who signed out; their stream ends', async () => {
  const { stream, cookie } = await listening()
  await site.send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query: 'mutation { signOut }' }),
  })
  await change(delegate)
  await stream.ended
  expect(events(stream.heard())).toBe(1)
})

test('nothing reaches somebody who was disabled; their stream ends', async () => {
  const { stream } = await listening()
  await federation.database.prisma.person.update({
    where: { id: delegate },
    data: { disabledAt: new Date() },
  })
  await change(delegate)
  await stream.ended
  expect(events(stream.heard())).toBe(1)
  await federation.database.prisma.person.update({ where: { id: delegate }, data: { disabledAt: null } })
})

test.each(['pollChanged', 'positionChanged'])(
  '%s ends for somebody whose mandate ran out in the middle',
  async field => {
    const { id } =
      field === 'pollChanged'
        ? await federation.database.prisma.poll.findFirstOrThrow({ where: { status: 'open' } })
        : await federation.database.prisma.position.findFirstOrThrow({ where: { status: 'consultation' } })
    const selection = field === 'pollChanged' ? '{ id }' : ''
    const query = `subscription { ${field}(id: "${id}") ${selection} }`
    const { stream } = await listening(`/graphql?query=${encodeURIComponent(query)}`)
    await change(id)
    await vi.waitFor(() => expect(events(stream.heard())).toBe(2))
    const { prisma } = federation.database
    await prisma.mandate.updateMany({
      where: { personId: delegate },
      data: { endsOn: new Date('2024-01-01') },
    })
    await change(id)
    await stream.ended
    expect(events(stream.heard())).toBe(2)
    await prisma.mandate.updateMany({ where: { personId: delegate }, data: { endsOn: null } })
  },
)

test('a stranger hears nothing', async () => {
  const poll = encodeURIComponent('subscription { pollChanged(id: "pol_any") { id } }')
  for (const path of [unread, `/graphql?query=${poll}`]) {
    const stream = await site.listen(path)
    await stream.ended
    expect(stream.heard()).not.toMatch(/"(unreadNotifications|pollChanged)":[^n]/)
  }
})

test('a reader that reads nothing holds up nobody, however much is announced', async () => {
  const reader = federation.changes.of('any')[Symbol.asyncIterator]()
  const first = reader.next()
  await vi.waitFor(() => expect(federation.changes.readers).toBe(1))
  for (let n = 0; n < 1_100; n += 1) await federation.database.sql.query("SELECT pg_notify('changes', 'any')")
  await first
  await reader.return?.()
})

/** What the server answers to bytes as they are, until it hangs up or has answered. */
const raw = (bytes: string, reset = false) =>
  new Promise<string>(resolve => {
    let heard = ''
    const socket = connect(site.port, '127.0.0.1', () => {
      socket.write(bytes)
      if (reset) setTimeout(() => socket.resetAndDestroy(), 50)
    })
    socket.on('data', piece => {
      heard += piece
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
    setTimeout(() => socket.destroy(), 2_000).unref()
  })

const upgrade = (path: string, headers = '') =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${site.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${headers}\r\n`

const alive = async () => (await site.send('/healthz')).status

test('an upgrade at any other path is hung up on, however the path is written', async () => {
  for (const path of ['/', '/elsewhere', '/live/more', '//', '//:0', 'http://[', '/%', '*']) {
    expect([path, await raw(upgrade(path))]).toEqual([path, expect.not.stringContaining('101')])
    expect([path, await alive()]).toEqual([path, 200])
  }
})

test('a socket from another site’s page is refused', async () => {
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'nonsense'])
    expect(await raw(upgrade(livePath, `Origin: ${origin}\r\n`))).toMatch(/^HTTP\/1\.1 403/)
})

/** Opens the live socket as a page does, sends `frame`, and answers the code it is closed with. */
const closedAfter = (frame: Buffer | string, cookie = '') =>
  new Promise<number>((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${site.port}${livePath}`, {
      headers: { origin: site.origin, cookie },
    })
    socket.on('open', () => socket.send(frame))
    socket.on('error', reject)
    socket.on('close', code => resolve(code))
  })

/** Hocuspocus’ first message: the document’s name, kind 2 (authentication), 0 (token), the token. */
function handshake(documentId: string, token = handshakeToken({ schemaVersion: documentSchemaVersion })) {
  const text = (value: string) => [value.length, ...Buffer.from(value)]
  return Buffer.from([...text(documentId), 2, 0, ...text(token)])
}

test('without a session it is closed with the code that says so', async () => {
  const { id } = await federation.database.prisma.document.findFirstOrThrow()
  expect(await closedAfter(handshake(id))).toBe(4401)
  expect(await closedAfter(handshake(id), `session=${'a'.repeat(43)}`)).toBe(4401)
})

test('a text out of sight and one that is not there are closed with the same code', async () => {
  const draft = await federation.database.prisma.position.findFirstOrThrow({
    where: { status: 'drafting', drafters: { none: { organisationId: 'org_bacau' } } },
  })
  const cookie = await site.cookieOf(delegate)
  expect(await closedAfter(handshake(draft.documentId), cookie)).toBe(4404)
  expect(await closedAfter(handshake('doc_not_there'), cookie)).toBe(4404)
})

test('noise closes its own socket only; one that is torn off harms nobody', async () => {
  const cookie = await site.cookieOf(delegate)
  const neighbour = new WebSocket(`ws://127.0.0.1:${site.port}${livePath}`, {
    headers: { origin: site.origin, cookie },
  })
  await new Promise(done => neighbour.on('open', done))
  expect(
    await closedAfter(Buffer.from([255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]), cookie),
  ).toBe(4400)
  expect(await closedAfter('not bytes at all', cookie)).toBe(4400)
  await raw(upgrade(livePath, `Origin: ${site.origin}\r\nCookie: ${cookie}\r\n`), true)
  await raw(`${upgrade(livePath, `Origin: ${site.origin}\r\n`)}\xff\xff\xff\xff`, true)
  await raw('POST /page HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf', true)
  await raw('nonsense\r\n\r\n')
  expect(neighbour.readyState).toBe(WebSocket.OPEN)
  expect(await alive()).toBe(200)
  neighbour.terminate()
})
