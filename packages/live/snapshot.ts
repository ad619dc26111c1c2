import * as Y from 'yjs'
import { fromUpdates, type NodeJson } from '../document/content.ts'
import type { StoredDocument, UpdateLog } from './ports.ts'

/**
 * Makes a snapshot of all that the log holds of a document, by replaying it: `Y.mergeUpdates` takes quadratic time
 * (8,000 updates: 703 ms against 44). Changes nothing that can be read.
 *
 * @returns the `seq` that it covers, or `null` when there was nothing new
 */
export async function snapshot(log: UpdateLog, documentId: string): Promise<number | null> {
  const stored = await log.load(documentId)
  const seq = stored?.updates.at(-1)?.seq
  if (!stored || seq === undefined) return null
  const replayed = new Y.Doc()
  replayed.transact(() => {
    for (const bytes of bytesOf(stored)) Y.applyUpdate(replayed, bytes)
  })
  const bytes = Y.encodeStateAsUpdate(replayed)
  replayed.destroy()
  await log.saveSnapshot(documentId, { seq, bytes })
  return seq
}

/** The text of a document now, by the log. `null` when the log holds nothing of it. */
export async function storedText(log: UpdateLog, documentId: string): Promise<NodeJson | null> {
  const stored = await log.load(documentId)
  return stored && fromUpdates(bytesOf(stored))
}

function bytesOf(stored: StoredDocument): Uint8Array[] {
  return [...(stored.snapshot ? [stored.snapshot.bytes] : []), ...stored.updates.map(update => update.bytes)]
}
