/** As much of a page as the load needs: it speaks Hocuspocus' protocol and draws nothing. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { documentSchemaVersion } from '../../packages/document/schema.ts'
import { handshakeToken } from '../../packages/live/codes.ts'

const token = handshakeToken({ schemaVersion: documentSchemaVersion })

function message(documentId: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, documentId)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export const syncMessage = (documentId: string, step: 0 | 1 | 2, payload: Uint8Array) =>
  message(documentId, encoder => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, payload)
  })

export interface Page {
  doc: Y.Doc
  /** Sends an update that was made in `doc`. */
  send(update: Uint8Array): void
  close(): Promise<void>
}

/** Connects, and resolves when the text has arrived. `heard` gets every update that comes afterwards. */
export function openPage(
  { url, cookie, documentId }: { url: string; cookie: string; documentId: string },
  heard: (update: Uint8Array) => void = () => {},
): Promise<Page> {
  const doc = new Y.Doc()
  const socket = new WebSocket(url, { headers: { cookie }, perMessageDeflate: false })
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('close', code => reject(new Error(`closed with ${code}`)))
    socket.once('open', () => {
      socket.send(
        message(documentId, encoder => {
          encoding.writeVarUint(encoder, 2)
          encoding.writeVarUint(encoder, 0)
          encoding.writeVarString(encoder, token)
        }),
      )
      socket.send(syncMessage(documentId, 0, Y.encodeStateVector(doc)))
    })
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(data)
      decoding.readVarString(decoder)
      const type = decoding.readVarUint(decoder)
      if (type !== 0 && type !== 4) return
      const step = decoding.readVarUint(decoder)
      const payload = decoding.readVarUint8Array(decoder)
      if (step === 0) socket.send(syncMessage(documentId, 1, Y.encodeStateAsUpdate(doc, payload)))
      else if (step === 2) heard(payload)
      else {
        Y.applyUpdate(doc, payload)
        resolve({
          doc,
          send: update => socket.send(syncMessage(documentId, 2, update)),
          close: () =>
            new Promise(done => {
              socket.once('close', () => done())
              socket.close()
            }),
        })
      }
    })
  })
}
