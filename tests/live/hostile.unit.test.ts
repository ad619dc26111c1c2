import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as encoding from 'lib0/encoding'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { documentSchemaVersion, fragmentName } from '../../packages/document/schema.ts'
import { closeName, handshakeToken } from '../../packages/live/codes.ts'
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
import { takeComplaints } from '../support/strict.ts'
import { Chance } from './faults/chance.ts'

const attacked = 'position-1'
const elsewhere = 'position-2'
const messages = 10_000

/** `FUZZ_SEED` plays the messages of a failed run again. */
const seed = process.env.FUZZ_SEED === undefined ? undefined : Number(process.env.FUZZ_SEED)

const stop: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of stop.splice(0).reverse()) await step()
})

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, attacked)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const sync = (step: number, payload: Uint8Array) =>
  message(encoder => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, payload)
  })

const handshake = message(encoder => {
  encoding.writeVarUint(encoder, 2)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, handshakeToken({ schemaVersion: documentSchemaVersion }))
})

const presence = message(encoder => {
  const inner = encoding.createEncoder()
  for (const value of [1, 77, 1]) encoding.writeVarUint(inner, value)
  encoding.writeVarString(inner, '{"cursor":{"anchor":{"tname":"default"},"head":{"tname":"default"}}}')
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
})

/** Messages that our editor sends: an edit with text, marks and a deletion; both questions; presence; the handshake. */
function honestMessages(): Uint8Array[] {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText('un text de câteva cuvinte')
  paragraph.insert(0, [text])
  doc.getXmlFragment(fragmentName).push([paragraph])
  text.format(3, 4, { bold: true })
  text.delete(0, 2)
  const state = Y.encodeStateAsUpdate(doc)
  return [sync(2, state), sync(1, state), sync(0, Y.encodeStateVector(doc)), presence, handshake]
}

function mutated(honest: readonly Uint8Array[], chance: Chance): Uint8Array {
  const bytes = [...chance.of(honest)]
  // Mostly behind the address, so that not all of them end there.
  const place = () => chance.between(chance.next() < 0.9 ? attacked.length + 1 : 0, bytes.length - 1)
  for (let count = chance.between(1, 4); count > 0; count -= 1) {
    switch (chance.between(0, 5)) {
      case 0:
        bytes[place()] = chance.between(0, 255)
        break
      case 1:
        bytes.splice(place())
        break
      case 2:
        bytes.splice(
          place(),
          0,
          ...Array.from({ length: chance.between(1, 40) }, () => chance.between(0, 255)),
        )
        break
      case 3:
        bytes.splice(place(), chance.between(1, 20))
        break
      case 4:
        // A length that nothing can have.
        bytes.splice(place(), 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)
        break
      default:
        bytes.splice(place(), 0, ...[...chance.of(honest)].slice(attacked.length + 1))
    }
    if (bytes.length === 0) bytes.push(0)
  }
  return new Uint8Array(bytes)
}

/** Sends mutated messages on one socket until the server ends it; answers how many and the reason. */
async function attack(url: string, who: string, honest: readonly Uint8Array[], chance: Chance, most: number) {
  const socket = new WebSocket(url, { headers: { cookie: `person=${who}` } })
  socket.on('error', () => {})
  let ended = false
  const over = new Promise<number>(resolve =>
    socket.on('close', code => {
      ended = true
      resolve(code)
    }),
  )
  await new Promise(resolve => socket.once('open', resolve))
  if (chance.next() < 0.8) {
    socket.send(handshake)
    await Promise.race([new Promise(resolve => socket.once('message', resolve)), over])
  }
  let sent = 0
  while (!ended && sent < most) {
    socket.send(mutated(honest, chance))
    sent += 1
    // The server answers a ping only after it has read what came before.
    const read = new Promise(resolve => socket.once('pong', resolve))
    socket.ping()
    await Promise.race([read, over])
  }
  socket.close()
  return { sent, reason: closeName(await over) }
}

function usedMemory(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}

test('ten thousand mutated messages end their own sockets and touch nothing else', {
  timeout: 120_000,
}, async () => {
  const bus = new MemoryBus()
  const log = new MemoryLog(bus)
  const gate = new MemoryGate()
  for (const id of ['ana', 'dan']) gate.people.set(id, person(id))
  gate.people.set('citi', person('citi', { access: 'read' }))
  await createDocument(log, attacked, 'început')
  await createDocument(log, elsewhere, 'altundeva')
  const server = await startLive({ bus, log, gate })
  stop.push(server.stop)
  const open = (id: string, documentId: string) => {
    const client = new Client(server.url, documentId, `person=${id}`)
    stop.push(async () => client.leave())
    return client
  }
  const ana = open('ana', attacked)
  const dan = open('dan', elsewhere)
  await ana.settled()
  await dan.settled()
  const rowsElsewhere = log.rows(elsewhere).length

  const chance = new Chance(seed)
  const honest = honestMessages()
  let sent = 0
  let memoryBefore = 0
  const reasons = new Map<string | null, number>()
  try {
    while (sent < messages) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          // Mostly by somebody who may only read, so that what happens to decode does not fill the document.
          attack(
            server.url,
            chance.next() < 0.8 ? 'citi' : 'ana',
            honest,
            new Chance(chance.between(0, 2 ** 32 - 1)),
            20,
          ),
        ),
      )
      for (const answer of answers) {
        sent += answer.sent
        reasons.set(answer.reason, (reasons.get(answer.reason) ?? 0) + 1)
      }
      if (memoryBefore === 0 && sent > messages / 5) memoryBefore = usedMemory()
    }
    // Yjs and Hocuspocus speak to the console of updates that decode and then do not fit.
    takeComplaints()

    // `null` is the attacker's own goodbye: all its messages could be read.
    const known = [
      null,
      'malformed',
      'reset',
      'not-signed-in',
      // The address itself was changed.
      'not-found',
      'editor-too-old',
      'server-too-old',
      'too-much-at-once',
    ]
    expect(known).toEqual(expect.arrayContaining([...reasons.keys()]))
    expect(reasons.get('malformed')).toBeGreaterThan(messages / 20)
    await until(() => server.live.stats().sockets === 2, 'the hostile sockets to go')
    expect(usedMemory() - memoryBefore).toBeLessThan(20 * 1024 * 1024)

    expect(dan.closes).toEqual([])
    expect(dan.text).toBe('altundeva')
    expect(log.rows(elsewhere)).toHaveLength(rowsElsewhere)
    expect(ana.closes).toEqual([])
    ana.type('netulburată')
    await ana.settled()
    const later = open('dan', attacked)
    await later.settled()
    expect(later.text).toContain('început')
    expect(later.text).toContain('netulburată')

    // What got into the log does not keep a server that starts later from reading it.
    const after = await startLive({ bus, log, gate })
    stop.push(after.stop)
    const back = new Client(after.url, attacked, 'person=ana')
    stop.push(async () => back.leave())
    await back.settled()
    expect(back.text).toBe(later.text)
  } catch (failure) {
    throw new Error(`FUZZ_SEED=${chance.seed} ${JSON.stringify([...reasons])}`, { cause: failure })
  }
})
