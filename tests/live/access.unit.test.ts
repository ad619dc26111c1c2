import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { documentSchemaVersion } from '../../packages/document/schema.ts'
import { closeName } from '../../packages/live/codes.ts'
import type { Limits } from '../../packages/live/ports.ts'
import {
  Client,
  createDocument,
  MemoryBus,
  MemoryGate,
  MemoryLog,
  person,
  startLive,
  until,
} from '../support/live.ts'

const documentId = 'position-1'
const cursor = { anchor: { tname: 'default', assoc: 0 }, head: { tname: 'default', assoc: 0 } }
let bus: MemoryBus
let log: MemoryLog
let gate: MemoryGate
let servers: Awaited<ReturnType<typeof startLive>>[]
let clients: Client[]

beforeEach(async () => {
  bus = new MemoryBus()
  log = new MemoryLog(bus)
  gate = new MemoryGate()
  gate.people.set('ana', person('ana'))
  gate.people.set('dan', person('dan'))
  gate.people.set('citi', person('citi', { access: 'read' }))
  servers = []
  clients = []
  await createDocument(log, documentId, 'început')
})

afterEach(async () => {
  for (const client of clients) client.leave()
  for (const server of servers) await server.stop()
})

async function serve(limits: Partial<Limits> = {}) {
  const server = await startLive({ bus, log, gate, limits })
  servers.push(server)
  return server
}

function open(
  server: { url: string },
  who: string,
  options: ConstructorParameters<typeof Client>[3] = {},
  id = documentId,
) {
  const client = new Client(server.url, id, `person=${who}`, options)
  clients.push(client)
  return client
}

const users = (client: Client) =>
  [...(client.provider.awareness?.getStates().values() ?? [])].map(state => state.user as unknown)

test('a session that nobody knows is refused with its reason', async () => {
  const client = open(await serve(), 'nimeni')
  await until(() => client.closes[0] === 'not-signed-in', 'the refusal')
  expect(client.text).toBe('')
})

test('whoever may not open the document is told so', async () => {
  gate.people.set('ana', { refused: 'not-allowed' })
  const client = open(await serve(), 'ana')
  await until(() => client.closes[0] === 'not-allowed', 'the refusal')
})

test('a gate that fails is not a refusal: the page tries again', async () => {
  const server = await serve()
  const authorise = gate.authorise.bind(gate)
  gate.authorise = async () => {
    throw new Error('no database')
  }
  const client = open(server, 'ana')
  await until(() => client.closes[0] === 'load-failed', 'the socket to close')
  gate.authorise = authorise
  await client.settled()
})

test('an older editor is sent to reload itself, a newer one to wait for its server', async () => {
  const server = await serve()
  const old = open(server, 'ana', { schemaVersion: documentSchemaVersion - 1 })
  const newer = open(server, 'dan', { schemaVersion: documentSchemaVersion + 1 })
  await until(
    () => old.closes[0] === 'editor-too-old' && newer.closes[0] === 'server-too-old',
    'both refusals',
  )
})

test('a reader reads along and cannot write', async () => {
  const server = await serve()
  const reader = open(server, 'citi')
  const ana = open(server, 'ana')
  await ana.settled()
  await until(() => reader.provider.synced, 'the reader to be up to date')
  expect(reader.provider.authorizedScope).toBe('readonly')
  reader.type('strecurat')
  ana.type('scris')
  await until(() => reader.text.includes('scris'), 'the text to arrive')
  await ana.settled()
  expect(ana.text).toBe('început\nscris')
  expect(log.text(documentId)).toBe('început\nscris')
  expect(reader.unacknowledged).toBeGreaterThan(0)
})

test('presence carries the name that the server knows, whatever a client claims', async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  await ana.settled()
  await dan.settled()
  dan.provider.awareness?.setLocalState({
    user: { name: 'Președinta', organisation: 'Federația', colour: 'url(x)' },
    cursor,
    extra: 'x'.repeat(100),
  })
  const danAsSeen = () => ana.provider.awareness?.getStates().get(dan.doc.clientID)
  await until(() => danAsSeen() !== undefined, "Dan's presence")
  expect(danAsSeen()).toEqual({
    user: { name: 'Persoana dan', organisation: 'Organizația dan', guest: false, color: '#0f766e' },
    cursor,
  })
})

test('a caret that no editor could draw is dropped', async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  await ana.settled()
  await dan.settled()
  for (const broken of [
    'text',
    { anchor: 1, head: 2 },
    { anchor: {}, head: {} },
    { anchor: cursor.anchor },
  ]) {
    dan.provider.awareness?.setLocalState({ cursor: broken, turn: Math.random() })
    dan.type('după')
    const lines = dan.text
    await until(() => ana.text === lines, 'what Dan sent afterwards')
    expect(ana.provider.awareness?.getStates().get(dan.doc.clientID)).not.toHaveProperty('cursor')
  }
})

test("nobody can speak with another person's presence", async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  await ana.settled()
  await dan.settled()
  ana.provider.awareness?.setLocalStateField('cursor', cursor)
  const citi = open(server, 'citi')
  const anaAsSeen = () => citi.provider.awareness?.getStates().get(ana.doc.clientID)
  await until(() => anaAsSeen() !== undefined, "Ana's presence")
  const forged = dan.provider.awareness
  if (!forged) throw new Error('no awareness')
  forged.states.set(ana.doc.clientID, { cursor: null })
  forged.meta.set(ana.doc.clientID, { clock: 1000, lastUpdated: Date.now() })
  forged.emit('update', [{ added: [], updated: [ana.doc.clientID], removed: [] }, 'local'])
  dan.type('după')
  await until(() => citi.text.includes('după'), 'what Dan sent afterwards')
  expect(anaAsSeen()).toMatchObject({ cursor, user: { name: 'Persoana ana' } })
})

test('an access change closes the matching sockets on every server, and no others', async () => {
  const [one, two] = [await serve(), await serve()]
  await createDocument(log, 'position-2', 'alt')
  const here = open(one, 'ana')
  const there = open(two, 'ana')
  const otherDocument = open(one, 'ana', {}, 'position-2')
  const otherPerson = open(two, 'dan')
  for (const client of [here, there, otherDocument, otherPerson]) await client.settled()

  gate.people.set('ana', { refused: 'not-allowed' })
  await one.live.disconnect({ personId: 'ana', documentId })
  await until(() => here.closes.length > 1 && there.closes.length > 1, 'both to be closed and refused')
  expect(here.closes.slice(0, 2)).toEqual(['access-changed', 'not-allowed'])
  expect(there.closes.slice(0, 2)).toEqual(['access-changed', 'not-allowed'])
  expect(otherDocument.closes).toEqual([])
  expect(otherPerson.closes).toEqual([])

  await two.live.disconnect({ organisationId: 'org-dan' })
  await until(() => otherPerson.closes[0] === 'access-changed', 'the organisation to be closed')
  await otherPerson.settled()
  expect(otherDocument.closes).toEqual([])
})

test('a change of any organisation that gives somebody rights closes their page', async () => {
  gate.people.set('ana', person('ana', { organisationIds: ['org-ana', 'org-alta'] }))
  const server = await serve()
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  await ana.settled()
  await dan.settled()
  await server.live.disconnect({ organisationId: 'org-alta' })
  await until(() => ana.closes[0] === 'access-changed', 'the page to be closed')
  await ana.settled()
  expect(dan.closes).toEqual([])
})

test('rights that ended without a word are found by asking again', async () => {
  const server = await serve({ recheckEveryMs: 50 })
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  await ana.settled()
  await dan.settled()
  gate.people.set('ana', person('ana', { access: 'read' }))
  await until(() => ana.closes[0] === 'access-changed', 'the page to be closed')
  await until(() => ana.provider.authorizedScope === 'readonly', 'the page to read')
  expect(dan.closes).toEqual([])
})

test('an empty scope is refused', async () => {
  const { live } = await serve()
  await expect(live.disconnect({})).rejects.toThrow(RangeError)
})

test('access that changes while the gate is answering is asked again', async () => {
  const server = await serve()
  const authorise = gate.authorise.bind(gate)
  let asked = 0
  gate.authorise = async ask => {
    asked += 1
    const answer = await authorise(ask)
    if (asked === 1) {
      gate.people.set('ana', { refused: 'not-allowed' })
      await server.live.disconnect({ personId: 'ana' })
    }
    return answer
  }
  const ana = open(server, 'ana')
  await until(() => ana.closes[0] === 'not-allowed', 'the second answer')
})

test('access until a moment ends at that moment', async () => {
  gate.people.set('oaspete', person('oaspete', { until: new Date(Date.now() + 300) }))
  const server = await serve()
  const guest = open(server, 'oaspete')
  await guest.settled()
  await until(() => guest.closes[0] === 'access-changed', 'the end of the access')
})

test("a page of another origin is refused, the server's own is not", async () => {
  const server = await serve()
  const foreign = open(server, 'ana', { origin: 'https://rău.example' })
  const own = open(server, 'dan', { origin: `http://127.0.0.1:${server.port}` })
  await own.settled()
  expect(foreign.provider.synced).toBe(false)
  expect(server.live.stats().sockets).toBe(1)
})

test('a document that is too large refuses more text with its reason, and lets text be deleted', async () => {
  const server = await serve({ documentBytes: 3_000 })
  await createDocument(log, 'position-2', 'x'.repeat(4_000))
  const ana = open(server, 'ana', {}, 'position-2')
  const dan = open(server, 'dan', {}, 'position-2')
  await ana.settled()
  await dan.settled()
  // He does not come again when there is room.
  dan.provider.on('close', () => dan.leave())
  dan.type('y')
  await until(() => dan.closes[0] === 'document-too-large', 'the refusal')
  ana.doc.getXmlFragment('default').delete(0, 1)
  await ana.settled()
  ana.type('z'.repeat(2_500))
  await ana.settled()
  expect(log.text('position-2')).toBe('z'.repeat(2_500))
})

test('what arrives after the access changed is not taken; what others have seen is stored', async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  await ana.settled()
  await dan.settled()
  const { begun, commit } = log.hold()
  ana.type('unu')
  await begun
  await until(() => dan.text.includes('unu'), 'the edit to be seen')
  gate.people.set('ana', { refused: 'not-allowed' })
  await server.live.disconnect({ personId: 'ana' })
  ana.type('doi')
  commit()
  await until(() => ana.closes.includes('not-allowed'), 'the refusal')
  await dan.settled()
  expect(log.text(documentId)).toBe('început\nunu')
  expect(dan.text).toBe('început\nunu')
})

async function raw(server: { url: string }, send: (socket: WebSocket) => void): Promise<string | null> {
  const socket = new WebSocket(server.url, { headers: { cookie: 'person=ana' } })
  await new Promise(resolve => socket.once('open', resolve))
  const closed = new Promise<number>(resolve => socket.once('close', resolve))
  send(socket)
  return closeName(await closed)
}

test('malformed, oversized and too many messages close that socket and touch nothing else', async () => {
  const server = await serve({ messageBytes: 10_000, unauthenticatedBytes: 5_000 })
  const ana = open(server, 'ana')
  await ana.settled()
  expect(await raw(server, socket => socket.send('text'))).toBe('malformed')
  expect(await raw(server, socket => socket.send(new Uint8Array([1, 2, 3])))).toBe('malformed')
  expect(await raw(server, socket => socket.send(new Uint8Array(20_000)))).toBe('message-too-large')
  const address = [documentId.length, ...new TextEncoder().encode(documentId)]
  const question = new Uint8Array([...address, 0, 0, 1, 0])
  expect(
    await raw(server, socket => {
      for (let index = 0; index < 1_000; index += 1) socket.send(question)
    }),
  ).toBe('too-much-at-once')
  ana.type('netulburată')
  await ana.settled()
  expect(ana.closes).toEqual([])
})

test('a server that shuts down says so and keeps what was acknowledged', async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  await ana.settled()
  ana.type('ultimul rând')
  await ana.settled()
  await server.stop()
  expect(ana.closes[0]).toBe('shutting-down')
  expect(log.text(documentId)).toBe('început\nultimul rând')
})

test('a person sees who else is there, and that they left', async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  await ana.settled()
  await dan.settled()
  dan.provider.awareness?.setLocalStateField('cursor', cursor)
  await until(() => users(ana).some(user => JSON.stringify(user)?.includes('Persoana dan')), 'Dan')
  dan.leave()
  await until(
    () => !users(ana).some(user => JSON.stringify(user)?.includes('Persoana dan')),
    'Dan to be gone',
  )
})
