import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { receivedMessage } from '../../packages/live/codes.ts'
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

function open(server: { url: string }, who: string) {
  const client = new Client(server.url, documentId, `person=${who}`)
  clients.push(client)
  return client
}

test("two people see each other's text", async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  await ana.settled()
  await dan.settled()
  expect(dan.text).toBe('început')
  ana.type('de la Ana')
  dan.type('de la Dan')
  await until(() => ana.text.includes('de la Dan') && dan.text.includes('de la Ana'), 'both texts')
  expect(ana.text).toBe(dan.text)
})

test('an edit is seen at once, and acknowledged when it is in the log', async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  await ana.settled()
  await dan.settled()
  const { begun, commit } = log.hold()
  ana.type('durabil')
  await begun
  await until(() => dan.text === 'început\ndurabil', 'the edit to be seen')
  // Dan's edit goes the whole way round after Ana's: an early acknowledgement would be here by now.
  dan.type('văzut')
  await until(() => ana.text === 'început\ndurabil\nvăzut', 'the answer to be seen')
  expect(ana.unacknowledged).toBe(1)
  expect(dan.unacknowledged).toBe(1)
  expect(log.text(documentId)).toBe('început')
  commit()
  await ana.settled()
  await dan.settled()
  expect(log.text(documentId)).toBe('început\ndurabil\nvăzut')
})

test('a page that sends again what is still on its way is acknowledged when that is in the log', async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  await ana.settled()
  await dan.settled()
  const { begun, commit } = log.hold()
  ana.type('pe drum')
  await begun
  await server.live.disconnect({ personId: 'ana' })
  await until(() => ana.closes.length > 0, 'the break')
  dan.type('după')
  await until(() => ana.text === 'început\npe drum\ndupă', 'the answer to be seen')
  expect(ana.unacknowledged).toBeGreaterThan(0)
  commit()
  await ana.settled()
  // It was not written down twice.
  expect(log.rows(documentId)).toHaveLength(3)
})

test('what others saw and the disk did not take comes back from them, though its author is gone', async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  const citi = open(server, 'citi')
  for (const client of [ana, dan, citi]) await client.settled()
  let fail = (_: Error) => {}
  log.fault = () =>
    new Promise((_, reject) => {
      fail = reject
    })
  ana.type('văzut de Dan')
  await until(() => dan.text === 'început\nvăzut de Dan', 'the edit to be seen')
  ana.leave()
  log.fault = async () => {}
  fail(new Error('disk full'))
  await until(() => dan.closes[0] === 'store-failed' && citi.closes[0] === 'store-failed', 'both to be told')
  await until(() => log.text(documentId) === 'început\nvăzut de Dan', 'the text to be stored')
  await dan.settled()
  await until(() => citi.provider.synced && citi.text === dan.text, 'the reader to have it')
})

test('a page that sends faster than the disk writes is slowed down', async () => {
  const server = await serve({ unacknowledgedEdits: 3 })
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  await ana.settled()
  await dan.settled()
  const { begun, commit } = log.hold()
  for (let line = 1; line <= 10; line += 1) ana.type(`rândul ${line}`)
  await begun
  dan.type('al lui Dan')
  await until(() => ana.text.includes('al lui Dan'), "Dan's edit, which is taken")
  expect(dan.text).not.toContain('rândul 10')
  commit()
  await ana.settled()
  await dan.settled()
  expect(dan.text).toBe(ana.text)
  expect(log.text(documentId)).toBe(ana.text)
})

test('a page is told that its text was received when storing takes long', async () => {
  const server = await serve({ slowAppendMs: 20 })
  const ana = open(server, 'ana')
  await ana.settled()
  ana.type('repede')
  await ana.settled()
  expect(ana.stateless).toEqual([])
  log.fault = () => new Promise(resolve => setTimeout(resolve, 80))
  ana.type('încet')
  await ana.settled()
  expect(ana.stateless).toEqual([receivedMessage])
})

test('an append that fails closes the socket with its reason, and the page sends the text again', async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  await ana.settled()
  log.fault = async () => {
    throw new Error('disk full')
  }
  ana.type('nu se pierde')
  await until(() => ana.closes.length > 0, 'the socket to close')
  expect(ana.closes[0]).toBe('store-failed')
  expect(log.text(documentId)).toBe('început')
  log.fault = async () => {}
  await until(() => log.text(documentId) === 'început\nnu se pierde', 'the text to be sent again')
  await ana.settled()
  expect(ana.text).toBe('început\nnu se pierde')
  expect(server.logger.lines.some(line => line.level === 'error')).toBe(true)
})

test('an append that hangs ends with the same reason', async () => {
  const server = await serve({ appendMs: 50 })
  const ana = open(server, 'ana')
  await ana.settled()
  log.fault = () => new Promise(() => {})
  ana.type('x')
  await until(() => ana.closes[0] === 'store-failed', 'the socket to close')
  log.fault = async () => {}
  await ana.settled()
})

test('the log says who wrote each edit, and for whom', async () => {
  const server = await serve()
  const dan = open(server, 'dan')
  await dan.settled()
  dan.type('al meu')
  await dan.settled()
  expect(log.rows(documentId).map(row => [row.authorId, row.organisationId])).toEqual([
    [null, null],
    ['dan', 'org-dan'],
  ])
})

test('whoever opens, reads and comes back adds nothing to the log', async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  await ana.settled()
  ana.doc.getXmlFragment('default').delete(0, 1)
  ana.type('nou')
  await ana.settled()
  const rows = log.rows(documentId).length
  for (const who of ['dan', 'citi', 'ana']) {
    const client = open(server, who)
    await until(() => client.provider.synced, 'the page to be up to date')
    // The copy on the device is read after the page has connected.
    client.provider.documentUpdateHandler(Y.encodeStateAsUpdate(client.doc), 'copy')
    client.provider.disconnect()
    await client.provider.connect()
    await until(() => client.provider.synced, 'the page to be back')
  }
  expect(log.rows(documentId)).toHaveLength(rows)
})

test('edits that arrive together share a commit, in their order', async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  const dan = open(server, 'dan')
  await ana.settled()
  await dan.settled()
  log.fault = () => new Promise(resolve => setTimeout(resolve, 10))
  for (let index = 0; index < 20; index += 1) {
    ana.type(`a${index}`)
    dan.type(`d${index}`)
  }
  await ana.settled()
  await dan.settled()
  const { updates, commits } = server.live.stats()
  expect(updates).toBe(40)
  expect(commits).toBeLessThanOrEqual(22)
  expect(log.text(documentId).split('\n')).toHaveLength(41)
})

test('a batch with a document that cannot be written stores the others', async () => {
  const server = await serve()
  await createDocument(log, 'position-2', 'alt text')
  const ana = open(server, 'ana')
  const other = new Client(server.url, 'position-2', 'person=dan')
  clients.push(other)
  await ana.settled()
  await other.settled()
  const append = log.append.bind(log)
  log.append = async (batch, origin) => {
    if (batch.some(update => update.documentId === 'position-2')) throw new Error('gone')
    return append(batch, origin)
  }
  ana.type('rămâne')
  other.type('nu se poate')
  await until(() => other.closes[0] === 'store-failed', 'the other page to be told')
  await ana.settled()
  expect(log.text(documentId)).toContain('rămâne')
  expect(ana.closes).toEqual([])
})

test('what the server itself writes is stored and shown to everyone', async () => {
  const server = await serve()
  const ana = open(server, 'ana')
  await ana.settled()
  const scratch = new Y.Doc()
  Y.applyUpdate(scratch, Y.encodeStateAsUpdate(ana.doc))
  const before = Y.encodeStateVector(scratch)
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText('de la server')])
  scratch.getXmlFragment('default').insert(1, [element])
  const update = Y.encodeStateAsUpdate(scratch, before)
  expect(
    await server.live.applyServerUpdate(documentId, update, { authorId: null, organisationId: null }),
  ).toBe(2)
  await until(() => ana.text === 'început\nde la server', 'the text of the server')
  expect(log.text(documentId)).toBe('început\nde la server')
})

test('after a restart of the server everything is there, also over a snapshot', async () => {
  const first = await serve({ snapshotEvery: 5 })
  const ana = open(first, 'ana')
  await ana.settled()
  for (let index = 0; index < 12; index += 1) ana.type(`rând ${index}`)
  await ana.settled()
  const written = ana.text
  ana.leave()
  await until(() => first.live.stats().documents === 0, 'the document to be unloaded')
  expect((await log.load(documentId))?.snapshot).not.toBeNull()
  await first.stop()

  const dan = open(await serve(), 'dan')
  await dan.settled()
  expect(dan.text).toBe(written)
  expect(written.split('\n')).toHaveLength(13)
})

test('a document that cannot be loaded is refused, never blank, and comes back', async () => {
  const server = await serve()
  log.loadFault = async () => {
    throw new Error('no connection')
  }
  const ana = open(server, 'ana')
  await until(() => ana.closes.length > 1, 'the page to try again')
  expect(new Set(ana.closes)).toEqual(new Set(['load-failed']))
  expect(ana.provider.synced).toBe(false)
  expect(server.live.stats().documents).toBe(0)
  log.loadFault = async () => {}
  await ana.settled()
  expect(ana.text).toBe('început')
  expect(log.rows(documentId)).toHaveLength(1)
})

test('a document that was never created is not found', async () => {
  const server = await serve()
  const client = new Client(server.url, 'position-9', 'person=ana')
  clients.push(client)
  await until(() => client.closes[0] === 'not-found', 'the refusal')
})
