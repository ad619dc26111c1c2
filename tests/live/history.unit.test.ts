import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { fragmentName } from '../../packages/document/schema.ts'
import { HistoryReader, type LoggedEdit, pauseMs, type Writing } from '../../packages/live/history.ts'

const start = Date.parse('2026-11-21T08:00:00Z')

/** A log as several people write it, each in a document of their own that hears of the others. */
class Log {
  readonly edits: LoggedEdit[] = []
  readonly #pages = new Map<string, Y.Doc>()
  minute = 0

  /** Runs `write` on the author's page; each Yjs update is an edit of the log. */
  by(author: string | null, write: (text: Y.XmlText, page: Y.Doc) => void): this {
    const page = this.#pageOf(author ?? '')
    const heard = (bytes: Uint8Array, origin: unknown) => {
      if (origin === 'log') return
      const organisationId = author === null ? null : `org_${author}`
      const at = new Date(start + this.minute * 60_000)
      this.edits.push({ seq: this.edits.length + 1, authorId: author, organisationId, at, bytes })
      for (const other of this.#pages.values()) if (other !== page) Y.applyUpdate(other, bytes, 'log')
    }
    page.on('update', heard)
    const fragment = page.getXmlFragment(fragmentName)
    if (fragment.length === 0) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText()])
      fragment.insert(0, [paragraph])
    }
    const paragraph = fragment.get(0)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('no paragraph to write in')
    write(text, page)
    page.off('update', heard)
    return this
  }

  /** Letter by letter, at the end or at `at`. */
  types(author: string, words: string, at?: number): this {
    return this.by(author, text => {
      let place = at ?? text.length
      for (const letter of words) text.insert(place++, letter)
    })
  }

  /** Letter by letter backwards, as with the Backspace key. */
  strikes(author: string, from: number, length: number): this {
    return this.by(author, text => {
      for (let at = from + length - 1; at >= from; at -= 1) text.delete(at, 1)
    })
  }

  waits(minutes: number): this {
    this.minute += minutes
    return this
  }

  #pageOf(author: string): Y.Doc {
    const known = this.#pages.get(author)
    if (known) return known
    const page = new Y.Doc()
    page.clientID = this.#pages.size + 1
    for (const { bytes } of this.edits) Y.applyUpdate(page, bytes, 'log')
    this.#pages.set(author, page)
    return page
  }
}

function sessionsOf(edits: readonly LoggedEdit[], reader = new HistoryReader()): Writing[] {
  for (const edit of edits) reader.read(edit)
  const { over, open } = reader.take()
  reader.close()
  return [...over, ...open].sort((a, b) => a.firstSeq - b.firstSeq)
}

const told = (sessions: readonly Writing[]) =>
  sessions.map(({ authorId, wordsAdded, wordsStruck }) => [authorId, wordsAdded, wordsStruck])

describe('a session of writing', () => {
  test('counts the words that were typed letter by letter, and knows its edits and times', () => {
    const [session] = sessionsOf(
      new Log().types('ana', 'Victimele au').waits(5).types('ana', ' drepturi.').edits,
    )
    expect(session).toMatchObject({
      authorId: 'ana',
      organisationId: 'org_ana',
      firstSeq: 1,
      lastSeq: 23,
      edits: 23,
      beganAt: new Date(start),
      endedAt: new Date(start + 5 * 60_000),
      wordsAdded: 3,
      wordsStruck: 0,
    })
  })

  test('ends with a long pause', () => {
    const log = new Log()
      .types('ana', 'Unu doi')
      .waits(29)
      .types('ana', ' trei')
      .waits(pauseMs / 60_000)
      .types('ana', ' patru')
    expect(told(sessionsOf(log.edits))).toEqual([
      ['ana', 3, 0],
      ['ana', 1, 0],
    ])
  })

  test('is one person’s, also while another writes between the letters', () => {
    const log = new Log()
    for (const letter of 'sprijin ') log.types('ana', letter, 0).types('dan', letter.toUpperCase())
    expect(told(sessionsOf(log.edits))).toEqual([
      ['ana', 1, 0],
      ['dan', 1, 0],
    ])
  })

  test('of the same person for another organisation is another one', () => {
    const log = new Log().types('ana', 'Unu ').types('ana', 'doi')
    const edits = log.edits.map((edit, index) =>
      index < 4 ? edit : { ...edit, organisationId: 'org_other' },
    )
    expect(sessionsOf(edits).map(({ organisationId }) => organisationId)).toEqual(['org_ana', 'org_other'])
  })

  test('strikes what stood before; what it takes back of its own was never there', () => {
    const log = new Log().types('ana', 'Statul acordă sprijin').waits(60)
    log.types('dan', ' imediatt').strikes('dan', 29, 1).strikes('dan', 7, 7)
    expect(told(sessionsOf(log.edits))).toEqual([
      ['ana', 3, 0],
      ['dan', 1, 1],
    ])
  })

  test('keeps what it struck only while it is not over', () => {
    const log = new Log()
      .types('ana', 'Statul acordă sprijin')
      .strikes('ana', 0, 7)
      .waits(60)
      .strikes('dan', 0, 7)
    expect(sessionsOf(log.edits).map(({ struck }) => struck.length > 0)).toEqual([false, true])
    log.waits(60).types('ana', '.')
    expect(sessionsOf(log.edits).map(({ struck }) => struck.length > 0)).toEqual([false, false, false])
  })

  test('counts a word that another one changed by a letter', () => {
    const log = new Log().types('ana', 'Victima are drepturi').waits(60).types('dan', 'le', 7)
    expect(told(sessionsOf(log.edits))[1]).toEqual(['dan', 1, 0])
  })

  test('is not made by bytes that come a second time', () => {
    const { edits } = new Log().types('ana', 'Unu')
    const again = edits.map((edit, index) => ({ ...edit, authorId: 'dan', seq: edits.length + index + 1 }))
    expect(told(sessionsOf([...edits, ...again]))).toEqual([['ana', 1, 0]])
  })

  test('without an author is the platform’s own', () => {
    const log = new Log().by(null, text => text.insert(0, 'Context și situație'))
    expect(told(sessionsOf(log.edits))).toEqual([[null, 3, 0]])
  })

  test('knows the items it brought: every letter of the text belongs to one session', () => {
    const log = new Log()
      .types('ana', 'Unu doi trei')
      .types('dan', ' patru', 3)
      .waits(60)
      .types('ana', ' cinci')
    const sessions = sessionsOf(log.edits)
    const document = new Y.Doc()
    for (const { bytes } of log.edits) Y.applyUpdate(document, bytes)
    for (const [client, structs] of document.store.clients)
      for (const { id, length } of structs)
        for (let clock = id.clock; clock < id.clock + length; clock += 1) {
          const owners = sessions.filter(({ items }) =>
            items.some(range => range.client === client && range.from <= clock && clock < range.to),
          )
          expect(owners).toHaveLength(1)
        }
  })
})

test('a log that is read in two goes tells the same as in one', () => {
  const step = fc.oneof(
    fc.record({
      author: fc.constantFrom('ana', 'dan'),
      words: fc.constantFrom('unu ', 'doi', ' trei patru'),
    }),
    fc.record({
      author: fc.constantFrom('ana', 'dan'),
      from: fc.nat(20),
      length: fc.integer({ min: 1, max: 8 }),
    }),
    fc.record({ minutes: fc.constantFrom(1, 10, 31) }),
  )
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.nat(), (steps, cut) => {
      const log = new Log().types('ana', 'Un început de text. ')
      for (const each of steps) {
        if ('words' in each) log.types(each.author, each.words)
        else if ('minutes' in each) log.waits(each.minutes)
        else
          log.by(each.author, text => {
            const from = Math.min(each.from, text.length)
            text.delete(from, Math.min(each.length, text.length - from))
          })
      }
      const { edits } = log
      const at = cut % edits.length
      const first = new HistoryReader()
      for (const edit of edits.slice(0, at)) first.read(edit)
      const { over, open } = first.take()
      const second = HistoryReader.from([first.state()], open)
      const rest = sessionsOf(edits.slice(at), second)
      expect([...over, ...rest].sort((a, b) => a.firstSeq - b.firstSeq)).toEqual(sessionsOf(edits))
    }),
    { numRuns: 100 },
  )
}, 60_000)
