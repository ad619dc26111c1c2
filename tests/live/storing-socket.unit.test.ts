import { HocuspocusProvider } from '@hocuspocus/provider'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Delivery, storingSocket } from '../../app/components/editor/storing-socket.ts'
import { documentSchemaVersion } from '../../packages/document/schema.ts'
import { handshakeToken } from '../../packages/live/codes.ts'
import {
  createDocument,
  MemoryBus,
  MemoryGate,
  MemoryLog,
  person,
  startLive,
  until,
} from '../support/live.ts'

const documentId = 'position-1'
let log: MemoryLog
let gate: MemoryGate
let server: Awaited<ReturnType<typeof startLive>>
let provider: HocuspocusProvider
let deliveries: Delivery[]
let doc: Y.Doc

const delivery = () => deliveries.at(-1)
const isStored = () => delivery()?.introduced === true && delivery()?.waiting === 0

beforeEach(async () => {
  const bus = new MemoryBus()
  log = new MemoryLog(bus)
  gate = new MemoryGate()
  // Node's WebSocket sends no cookie.
  gate.people.set('', person('ana'))
  await createDocument(log, documentId, 'început')
  server = await startLive({ bus, log, gate })
  deliveries = []
  doc = new Y.Doc()
})

afterEach(async () => {
  provider.destroy()
  await server.stop()
})

function connect() {
  provider = new HocuspocusProvider({
    url: server.url,
    name: documentId,
    document: doc,
    token: handshakeToken({ schemaVersion: documentSchemaVersion }),
    WebSocketPolyfill: storingSocket(next => void deliveries.push(next)),
    delay: 20,
    minDelay: 20,
    maxDelay: 50,
  } as ConstructorParameters<typeof HocuspocusProvider>[0])
}

const write = (text: string) => doc.getXmlFragment('default').push([new Y.XmlText(text)])

test('a page that has just connected is stored once all it had is stored', async () => {
  write('scris fără conexiune')
  const { begun, commit } = log.hold()
  connect()
  await until(() => delivery()?.introduced === true, 'the text to be on its way')
  await begun
  expect(isStored()).toBe(false)
  commit()
  await until(isStored, 'the text to be stored')
  expect(log.rows(documentId)).toHaveLength(2)
})

test('each edit waits for its own acknowledgement', async () => {
  connect()
  await until(isStored, 'the page to be stored')
  const first = log.hold()
  write('unu')
  await first.begun
  const second = log.hold()
  write('doi')
  expect(delivery()?.waiting).toBe(2)
  first.commit()
  await second.begun
  expect(delivery()?.waiting).toBe(1)
  second.commit()
  await until(isStored, 'the second to be stored')
})

test('after a break nothing counts as stored until all of it is, also what was written meanwhile', async () => {
  connect()
  await until(isStored, 'the page to be stored')
  await server.live.disconnect({ personId: 'ana' })
  await until(() => delivery()?.introduced === false, 'the break')
  write('între timp')
  expect(isStored()).toBe(false)
  const before = deliveries.length
  await until(isStored, 'the text to be stored')
  expect(log.rows(documentId).length).toBeGreaterThan(1)
  // The provider's own count would have called this stored at its first acknowledgement.
  const early = deliveries.slice(before).findIndex(each => each.introduced && each.waiting === 0)
  expect(deliveries.slice(before)[early]).toEqual({ introduced: true, waiting: 0, refused: false })
})

test('an edit that the server does not take is known to be refused', async () => {
  gate.people.set('', person('citi', { access: 'read' }))
  connect()
  await until(() => provider.synced, 'the page to be up to date')
  write('strecurat')
  await until(() => delivery()?.refused === true, 'the refusal')
  expect(isStored()).toBe(false)
})
