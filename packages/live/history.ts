import * as Y from 'yjs'

/**
 * Who wrote when, read off the log. The log is replayed once, edit by edit; what comes out is small, and each later
 * reading goes on from there (`HistoryReader.from`). It is derived: thrown away, it is read again and comes out the same.
 */

/** An edit of the log with who made it and when. */
export interface LoggedEdit {
  seq: number
  /** `null` for the system itself. */
  authorId: string | null
  organisationId: string | null
  at: Date
  /** A Yjs update (v1). */
  bytes: Uint8Array
}

/** A session of writing: the edits of one author for one organisation without a longer pause. Others may write meanwhile. */
export interface Writing {
  /** Its first edit, which names it: no two sessions share one. */
  firstSeq: number
  lastSeq: number
  authorId: string | null
  organisationId: string | null
  beganAt: Date
  endedAt: Date
  edits: number
  /** Words that stood in the text at its end, of which at least a letter came with it. */
  wordsAdded: number
  /** Words, or parts of them, that stood before it and that it struck. */
  wordsStruck: number
  /** What it brought into the document: Yjs gives every letter a number for life. */
  items: ItemRange[]
  /** What it struck so far; empty once it is over. */
  struck: StruckPiece[]
}

/** The items of `client` from the clock `from` up to `to`, without it. */
export interface ItemRange {
  client: number
  from: number
  to: number
}

interface StruckPiece {
  client: number
  clock: number
  text: string
}

/** Who does nothing for this long has ended a session. */
export const pauseMs = 30 * 60_000

const word = /[\p{L}\p{M}\p{N}]+(?:[-‑'’][\p{L}\p{M}\p{N}]+)*/gu

export class HistoryReader {
  readonly #document = new Y.Doc()
  /** The sessions that are not over, by author and organisation. */
  readonly #open = new Map<string, Writing>()
  #over: Writing[] = []
  /** What the edit that is being read deletes; things that are no text have none. */
  #deleted: StruckPiece[] = []

  constructor() {
    // Before Yjs lets go of the deleted text.
    this.#document.on('afterTransaction', (transaction: Y.Transaction) => {
      Y.iterateDeletedStructs(transaction, transaction.deleteSet, struct => {
        const text =
          struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : ''
        this.#deleted.push({ ...struct.id, text })
      })
    })
  }

  /** Goes on where an earlier reading ended: the document as it was then, and the sessions that were not over. */
  static from(updates: Iterable<Uint8Array>, open: readonly Writing[]): HistoryReader {
    const reader = new HistoryReader()
    for (const bytes of updates) Y.applyUpdate(reader.#document, bytes)
    for (const writing of open) reader.#open.set(keyOf(writing), structuredClone(writing))
    return reader
  }

  /** Reads the next edit of the log; edits come in the order of `seq`. */
  read(edit: LoggedEdit): void {
    this.#end(edit.at)
    const writing = this.#open.get(keyOf(edit)) ?? beginning(edit)
    const brought = this.#newItems(edit.bytes)
    this.#deleted = []
    Y.applyUpdate(this.#document, edit.bytes)
    // The same bytes may come again, after an append whose answer was lost.
    if (brought.length === 0 && this.#deleted.length === 0) return
    for (const range of brought) addRange(writing.items, range)
    // What somebody writes and takes back within a session was never there for others.
    for (const piece of this.#deleted) writing.struck.push(...outside(piece, writing.items))
    writing.edits += 1
    writing.lastSeq = edit.seq
    writing.endedAt = edit.at
    this.#open.set(keyOf(edit), writing)
  }

  #newItems(bytes: Uint8Array): ItemRange[] {
    return [...Y.parseUpdateMeta(bytes).to].flatMap(([client, to]) => {
      const from = Y.getState(this.#document.store, client)
      return from < to ? [{ client, from, to }] : []
    })
  }

  /** The sessions that ended since the last time, and those that are not over, as they are now. */
  take(): { over: Writing[]; open: Writing[] } {
    const over = this.#over
    this.#over = []
    return { over, open: [...this.#open.values()].map(writing => structuredClone(this.#counted(writing))) }
  }

  /** The document as far as it was read, for `from`. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#document)
  }

  close(): void {
    this.#document.destroy()
  }

  #end(now: Date): void {
    for (const [key, writing] of this.#open) {
      if (now.getTime() - writing.endedAt.getTime() < pauseMs) continue
      this.#open.delete(key)
      this.#over.push({ ...this.#counted(writing), struck: [] })
    }
  }

  #counted(writing: Writing): Writing {
    return {
      ...writing,
      wordsAdded: this.#wordsWith(writing.items),
      wordsStruck: struckWords(writing.struck),
    }
  }

  /** How many words of the text have a letter of these items. */
  #wordsWith(items: readonly ItemRange[]): number {
    let count = 0
    for (const text of this.#textsWith(items)) {
      let words = ''
      const letters: boolean[] = []
      for (let item = text._start; item !== null; item = item.right) {
        if (item.deleted || !(item.content instanceof Y.ContentString)) continue
        const { client, clock } = item.id
        for (let index = 0; index < item.content.str.length; index += 1)
          letters.push(covers(items, client, clock + index))
        words += item.content.str
      }
      for (const { index, 0: found } of words.matchAll(word))
        if (letters.slice(index, index + found.length).includes(true)) count += 1
    }
    return count
  }

  /** The paragraphs' texts in which these items stand. */
  #textsWith(items: readonly ItemRange[]): Set<Y.XmlText> {
    const { clients } = this.#document.store
    const texts = new Set<Y.XmlText>()
    for (const { client, from, to } of items) {
      const structs = clients.get(client) ?? []
      if (Y.getState(this.#document.store, client) <= from) continue
      for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
        const struct = structs[index]
        if (struct === undefined || struct.id.clock >= to) break
        if (struct instanceof Y.Item && struct.parent instanceof Y.XmlText && !struct.deleted)
          texts.add(struct.parent)
      }
    }
    return texts
  }
}

const keyOf = ({ authorId, organisationId }: Pick<Writing, 'authorId' | 'organisationId'>) =>
  `${authorId} ${organisationId}`

function beginning({ seq, authorId, organisationId, at }: LoggedEdit): Writing {
  const counts = { edits: 0, wordsAdded: 0, wordsStruck: 0 }
  const times = { firstSeq: seq, lastSeq: seq, beganAt: at, endedAt: at }
  return { ...times, authorId, organisationId, ...counts, items: [], struck: [] }
}

/** Somebody who types goes on where the last letter was, so most ranges only grow. */
function addRange(ranges: ItemRange[], range: ItemRange): void {
  const last = ranges.find(each => each.client === range.client && each.to === range.from)
  if (last === undefined) ranges.push(range)
  else last.to = range.to
}

const covers = (ranges: readonly ItemRange[], client: number, clock: number) =>
  ranges.some(range => range.client === client && range.from <= clock && clock < range.to)

/** The letters of a piece that did not come with these items. */
function outside({ client, clock, text }: StruckPiece, items: readonly ItemRange[]): StruckPiece[] {
  const pieces: StruckPiece[] = []
  let last: StruckPiece | undefined
  for (let index = 0; index < text.length; index += 1) {
    if (covers(items, client, clock + index)) last = undefined
    else if (last) last.text += text.charAt(index)
    else {
      last = { client, clock: clock + index, text: text.charAt(index) }
      pieces.push(last)
    }
  }
  return pieces
}

/** Letters that were typed one after the other are one word, in whatever order they were struck. */
function struckWords(pieces: readonly StruckPiece[]): number {
  const sorted = [...pieces].sort((a, b) => a.client - b.client || a.clock - b.clock)
  let text = ''
  let next: { client: number; clock: number } | null = null
  for (const { client, clock, text: piece } of sorted) {
    if (next === null || next.client !== client || next.clock !== clock) text += '\n'
    text += piece
    next = { client, clock: clock + piece.length }
  }
  return text.match(word)?.length ?? 0
}
