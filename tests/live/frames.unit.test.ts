import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { toUpdate } from '../../packages/document/content.ts'
import { documentSchemaVersion } from '../../packages/document/schema.ts'
import { handshakeToken } from '../../packages/live/codes.ts'
import { readFrame } from '../../packages/live/frames.ts'

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
