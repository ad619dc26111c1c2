import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** What a client's message asks for, as far as it must be known before Hocuspocus gets it. */
export type Frame =
  | { kind: 'handshake' }
  | { kind: 'question' }
  | { kind: 'edit' }
  | { kind: 'presence' }
  | { kind: 'goodbye' }

/** Message numbers of Hocuspocus 4 (`MessageType`) and of y-protocols' sync. */
const sync = 0
const awareness = 1
const auth = 2
const queryAwareness = 3
const syncReply = 4
const close = 7
const step1 = 0
const step2 = 1
const update = 2

/** A caret, a name and a selection fit easily; a text does not. */
const presenceBytes = 2_000
const presencePerMessage = 64

/**
 * Reads a message of a client down to its last byte, so that nothing malformed gets further: not into the log,
 * where it would have to be read for ever, and not into Hocuspocus, which answers it on the console.
 *
 * @param documentId the document of this socket; `null` before its first message. One socket carries one document.
 * @returns `null` for anything that our editor does not send
 */
export function readFrame(
  bytes: Uint8Array,
  documentId: string | null,
): (Frame & { documentId: string }) | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const address = decoding.readVarString(decoder)
    if (documentId === null ? !/^[\w-]{1,100}$/.test(address) : address !== documentId) return null
    const frame = readBody(decoder)
    return frame && { ...frame, documentId: address }
  } catch {
    return null
  }
}

function readBody(decoder: decoding.Decoder): Frame | null {
  switch (decoding.readVarUint(decoder)) {
    case sync:
    case syncReply:
      return readSync(decoder)
    case awareness:
      return readPresence(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
    case auth:
      if (decoding.readVarUint(decoder) !== 0) return null
      decoding.readVarString(decoder)
      return { kind: 'handshake' }
    case queryAwareness:
      return { kind: 'question' }
    case close:
      return { kind: 'goodbye' }
    default:
      return null
  }
}

function readSync(decoder: decoding.Decoder): Frame | null {
  const type = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  if (type === step1) {
    Y.decodeStateVector(payload)
    return { kind: 'question' }
  }
  if (type !== step2 && type !== update) return null
  return Y.decodeUpdate(payload).structs.every(pointsBack) ? { kind: 'edit' } : null
}

/**
 * Whether a struct refers only to what its author wrote before it. Yjs waits for what another author has not sent yet,
 * but throws when the same author's is not there: such an update, once in the log, would keep its document from being
 * read ever again.
 */
function pointsBack(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (!(struct instanceof Y.Item)) return true
  const { id, origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent].every(
    ref => !(ref instanceof Y.ID) || ref.client !== id.client || ref.clock < id.clock,
  )
}

function readPresence(decoder: decoding.Decoder): Frame | null {
  const count = decoding.readVarUint(decoder)
  if (count > presencePerMessage) return null
  for (let index = 0; index < count; index += 1) {
    decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    const state = decoding.readVarString(decoder)
    if (state.length > presenceBytes) return null
    const value: unknown = JSON.parse(state)
    if (value !== null && (typeof value !== 'object' || Array.isArray(value))) return null
  }
  return { kind: 'presence' }
}
