import { afterEach, beforeEach, expect, test } from 'vitest'
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
  servers = []
  clients = []
  await createDocument(log, documentId, 'început')
})

afterEach(async () => {
  for (const client of clients) client.leave()
  for (const server of servers) await server.stop()
})

async function openOnTwo(healEveryMs: number) {
  const pair: Client[] = []
  for (const who of ['ana', 'dan']) {
    const server = await startLive({ bus, log, gate, limits: { healEveryMs } })
    servers.push(server)
    const client = new Client(server.url, documentId, `person=${who}`)
    clients.push(client)
    await client.settled()
    pair.push(client)
  }
  const [ana, dan] = pair
  if (!ana || !dan) throw new Error('two pages are open')
  return { ana, dan }
}

const lines = (text: string) => text.split('\n').sort()

test('two servers on one log show one text', async () => {
  const { ana, dan } = await openOnTwo(60_000)
  for (let index = 0; index < 25; index += 1) {
    ana.type(`a${index}`)
    dan.type(`d${index}`)
  }
  await ana.settled()
  await dan.settled()
  await until(() => lines(ana.text).length === 51 && lines(dan.text).length === 51, 'all text on both')
  expect(ana.text).toBe(dan.text)
  expect(log.text(documentId)).toBe(ana.text)
})

test('lost announcements are healed by the next one', async () => {
  const { ana, dan } = await openOnTwo(60_000)
  bus.deaf = true
  ana.type('neauzit')
  await ana.settled()
  bus.deaf = false
  ana.type('auzit')
  await until(() => dan.text === 'început\nneauzit\nauzit', 'both edits')
})

test("a gap beside one's own edit is healed without any announcement", async () => {
  const { ana, dan } = await openOnTwo(60_000)
  bus.deaf = true
  ana.type('de la Ana')
  await ana.settled()
  dan.type('de la Dan')
  await until(() => dan.text.includes('de la Ana'), "Ana's edit")
})

test('a lost announcement with nothing after it is found by the regular look at the log', async () => {
  const { ana, dan } = await openOnTwo(50)
  bus.deaf = true
  ana.type('liniște')
  await until(() => dan.text === 'început\nliniște', "Ana's edit")
})

test('carets cross between servers, and go when their page goes', async () => {
  const { ana, dan } = await openOnTwo(60_000)
  dan.provider.awareness?.setLocalStateField('cursor', cursor)
  const danAsSeen = () => ana.provider.awareness?.getStates().get(dan.doc.clientID)
  await until(() => danAsSeen() !== undefined, "Dan's caret")
  expect(danAsSeen()).toEqual({
    user: { name: 'Persoana dan', organisation: 'Organizația dan', guest: false, color: '#0f766e' },
    cursor,
  })
  dan.leave()
  await until(() => danAsSeen() === undefined, 'the caret to go')
})
