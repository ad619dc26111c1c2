import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { toUpdate } from '../../packages/document/content.ts'
import { documentSchemaVersion, fragmentName } from '../../packages/document/schema.ts'
import { handshakeToken } from '../../packages/live/codes.ts'
import { readFrame } from '../../packages/live/frames.ts'
import { takeComplaints } from '../support/strict.ts'
import { Chance } from './faults/chance.ts'

const documentId = 'position-1'

function message(address: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, address)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const sync = (type: number, payload: Uint8Array, address = documentId) =>
  message(address, encoder => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, payload)
  })

const presence = (state: string, count = 1) =>
  message(documentId, encoder => {
    const inner = encoding.createEncoder()
    encoding.writeVarUint(inner, count)
    for (let index = 0; index < count; index += 1) {
      encoding.writeVarUint(inner, index)
      encoding.writeVarUint(inner, 1)
      encoding.writeVarString(inner, state)
    }
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  })

const auth = message(documentId, encoder => {
  encoding.writeVarUint(encoder, 2)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, handshakeToken({ schemaVersion: documentSchemaVersion }))
})

const edit = toUpdate({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ostil' }] }],
})

/** An update with most of what a text is made of, and some of what Yjs has beside. */
function manyKinds(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText('un text de câteva cuvinte')
  paragraph.setAttribute('blockId', 'abcd')
  paragraph.insert(0, [text, new Y.XmlElement('hardBreak')])
  doc.getXmlFragment(fragmentName).push([paragraph])
  text.format(3, 4, { bold: true })
  text.insertEmbed(5, { image: 'x' })
  text.delete(0, 2)
  doc.getMap('map').set('bytes', new Uint8Array([1, 2]))
  doc.getArray('list').push([1, 'two', new Y.Doc(), new Y.XmlHook('hook')])
  doc.getArray('list').delete(0)
  return Y.encodeStateAsUpdate(doc)
}

describe('what a page may send', () => {
  test('the messages of our editor are known', () => {
    const known = [
      auth,
      sync(0, Y.encodeStateVector(new Y.Doc())),
      sync(1, edit),
      sync(2, edit),
      presence('{}'),
    ]
    expect(known.map(bytes => readFrame(bytes, documentId)?.kind)).toEqual([
      'handshake',
      'question',
      'edit',
      'edit',
      'presence',
    ])
  })

  test('one socket carries one document', () => {
    expect(readFrame(sync(2, edit, 'position-2'), documentId)).toBeNull()
    expect(readFrame(sync(2, edit, `${documentId}\0session`), null)).toBeNull()
    expect(readFrame(sync(2, edit, '../etc'), null)).toBeNull()
  })

  test('an update that cannot be read is refused before it is stored', () => {
    expect(readFrame(sync(2, edit.slice(0, -3)), documentId)).toBeNull()
    expect(readFrame(sync(7, edit), documentId)).toBeNull()
  })

  test('a letter after a letter that its own author never wrote is refused: Yjs throws on it', () => {
    // One client (1) with one struct at clock 0: a string "x" whose origin is 1/5; nothing deleted.
    const update = new Uint8Array([1, 1, 1, 0, 0x84, 1, 5, 1, 0x78, 0])
    expect(Y.decodeUpdate(update).structs[0]).toMatchObject({ origin: { client: 1, clock: 5 } })
    expect(() => Y.applyUpdate(new Y.Doc(), update)).toThrow()
    expect(readFrame(sync(2, update), documentId)).toBeNull()
  })

  test('whatever passes can be applied: no update in the log keeps a document from being read', {
    timeout: 60_000,
  }, () => {
    const chance = new Chance(7)
    const honest = manyKinds()
    let passed = 0
    for (let count = 0; count < 10_000; count += 1) {
      const bytes = [...honest]
      for (let changes = chance.between(1, 3); changes > 0; changes -= 1) {
        const place = chance.between(0, bytes.length - 1)
        if (chance.next() < 0.6) bytes[place] = chance.between(0, 255)
        else if (chance.next() < 0.5) bytes.splice(place, 1)
        else bytes.splice(place, 0, chance.between(0, 255))
      }
      const update = new Uint8Array(bytes)
      if (readFrame(sync(2, update), documentId) === null) continue
      passed += 1
      for (const base of [null, honest]) {
        const doc = new Y.Doc()
        if (base) Y.applyUpdate(doc, base)
        expect(() => Y.applyUpdate(doc, update), `[${bytes}]`).not.toThrow()
        Y.encodeStateAsUpdate(doc)
      }
    }
    // Yjs says on the console what it leaves out.
    takeComplaints()
    expect(passed).toBeGreaterThan(500)
  })

  test('presence is small, and is an object', () => {
    expect(readFrame(presence(JSON.stringify({ text: 'x'.repeat(3_000) })), documentId)).toBeNull()
    expect(readFrame(presence('"text"'), documentId)).toBeNull()
    expect(readFrame(presence('{'), documentId)).toBeNull()
    expect(readFrame(presence('{}', 100), documentId)).toBeNull()
  })

  test("the server's own messages are refused from a page", () => {
    const broadcast = message(documentId, encoder => {
      encoding.writeVarUint(encoder, 6)
      encoding.writeVarString(encoder, 'x')
    })
    expect(readFrame(broadcast, documentId)).toBeNull()
  })
})
