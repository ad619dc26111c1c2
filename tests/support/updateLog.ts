import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { toUpdate } from '../../packages/document/content.ts'
import type { Announcement, Bus, NewUpdate, UpdateLog } from '../../packages/live/ports.ts'
import { snapshot, storedText } from '../../packages/live/snapshot.ts'
import { until } from './live.ts'

/** A log under test with the bus that it announces on, and a way to make a document and authors that it accepts. */
export interface LogUnderTest {
  log: UpdateLog
  bus: Bus
  /** Makes what the log's foreign keys want; answers ids. The document has no updates yet. */
  newDocument(): Promise<{ documentId: string; authorId: string | null; organisationId: string | null }>
}

const bytes = (...values: number[]) => new Uint8Array(values)

/**
 * What `UpdateLog` promises, as tests.
 *
 * @param makeLog is called once, before the tests of the suite run
 */
export function describeUpdateLog(name: string, makeLog: () => Promise<LogUnderTest>): void {
  describe(`the update log: ${name}`, () => {
    let made: Promise<LogUnderTest> | undefined
    const setUp = async () => {
      made ??= makeLog()
      const { log, bus, newDocument } = await made
      const ids = await newDocument()
      const update = (...values: number[]): NewUpdate => ({ ...ids, bytes: bytes(...values) })
      return { log, bus, newDocument, documentId: ids.documentId, update }
    }

    test('a document without updates is not there, rather than blank', async () => {
      const { log, documentId } = await setUp()
      expect(await log.load(documentId)).toBeNull()
      expect(await log.read(documentId, 0)).toEqual([])
      expect(await log.heads([documentId])).toEqual(new Map())
      expect(await log.heads([])).toEqual(new Map())
    })

    test('updates are numbered 1, 2, 3 in each document, in the order of the batch', async () => {
      const { log, newDocument, documentId, update } = await setUp()
      const other = await newDocument()
      expect(await log.append([update(1), { ...other, bytes: bytes(9) }, update(2)], 'a')).toEqual([1, 1, 2])
      expect(await log.append([update(3)], 'a')).toEqual([3])
      const stored = await log.load(documentId)
      expect(stored?.snapshot).toBeNull()
      expect(stored?.updates.map(({ seq, bytes }) => [seq, ...bytes])).toEqual([
        [1, 1],
        [2, 2],
        [3, 3],
      ])
      expect(await log.heads([documentId, other.documentId])).toEqual(
        new Map([
          [documentId, 3],
          [other.documentId, 1],
        ]),
      )
    })

    test('what comes after a number is read in order', async () => {
      const { log, documentId, update } = await setUp()
      await log.append([update(1), update(2), update(3)], 'a')
      expect((await log.read(documentId, 1)).map(each => each.seq)).toEqual([2, 3])
      expect(await log.read(documentId, 3)).toEqual([])
    })

    test('every byte comes back, also zeros and high ones', async () => {
      const { log, documentId, update } = await setUp()
      const all = Array.from({ length: 256 }, (_, value) => value)
      await log.append([update(...all)], 'a')
      expect([...((await log.load(documentId))?.updates[0]?.bytes ?? [])]).toEqual(all)
    })

    test('appends at the same time leave no gap, no double and no number out of order', async () => {
      const { log, newDocument, documentId, update } = await setUp()
      const other = await newDocument()
      const seen: number[][] = []
      let done = false
      const watching = (async () => {
        while (!done) {
          seen.push((await log.read(documentId, 0)).map(each => each.seq))
          await new Promise(resolve => setTimeout(resolve, 1))
        }
      })()
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          // Two documents in either order, so that row locks meet in both orders.
          log.append(
            index % 2 === 0
              ? [update(index), { ...other, bytes: bytes(index) }]
              : [{ ...other, bytes: bytes(index) }, update(index)],
            'a',
          ),
        ),
      )
      done = true
      await watching
      const mine = answers.map((seqs, index) => seqs[index % 2 === 0 ? 0 : 1] ?? 0)
      const expected = Array.from({ length: 40 }, (_, index) => index + 1)
      expect([...mine].sort((a, b) => a - b)).toEqual(expected)
      const rows = await log.read(documentId, 0)
      expect(rows.map(row => row.seq)).toEqual(expected)
      expect(rows.map(row => row.bytes[0])).toEqual(expected.map(seq => mine.indexOf(seq)))
      for (const numbers of seen) expect(numbers).toEqual(expected.slice(0, numbers.length))
    })

    test('an append that fails stores nothing of its batch', async () => {
      const { log, documentId, update } = await setUp()
      await log.append([update(1)], 'a')
      const broken = {
        ...update(3),
        get bytes(): Uint8Array {
          throw new Error('this update cannot be read')
        },
      }
      await expect(log.append([update(2), broken], 'a')).rejects.toThrow()
      expect((await log.read(documentId, 0)).map(each => each.bytes[0])).toEqual([1])
      expect(await log.append([update(4)], 'a')).toEqual([2])
    })

    test('an append is announced once a document, after it can be read', async () => {
      const { log, bus, documentId, update } = await setUp()
      const heard: Announcement[] = []
      const readable: Promise<number | undefined>[] = []
      const end = bus.subscribe(announcement => {
        if (announcement.kind !== 'updates' || announcement.documentId !== documentId) return
        heard.push(announcement)
        readable.push(log.read(documentId, 0).then(rows => rows.at(-1)?.seq))
      })
      const origin = randomUUID()
      await log.append([update(1), update(2)], origin)
      await until(() => heard.length > 0, 'the announcement')
      expect(heard).toEqual([{ kind: 'updates', origin, documentId, seq: 2 }])
      expect(await Promise.all(readable)).toEqual([2])
      end()
    })

    test('a snapshot shortens the load, changes no text and deletes nothing', async () => {
      const { log, documentId, update } = await setUp()
      const source = new Y.Doc()
      const first = toUpdate({
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'întâi' }] }],
      })
      Y.applyUpdate(source, first)
      source.getMap('more').set('key', 1)
      await log.append([{ ...update(), bytes: first }], 'a')
      const before = await storedText(log, documentId)
      expect(await snapshot(log, documentId)).toBe(1)
      expect(await snapshot(log, documentId)).toBeNull()
      await log.append([{ ...update(), bytes: Y.encodeStateAsUpdate(source) }], 'a')
      const stored = await log.load(documentId)
      expect(stored?.snapshot?.seq).toBe(1)
      expect(stored?.updates.map(each => each.seq)).toEqual([2])
      expect(await storedText(log, documentId)).toEqual(before)
      expect(await log.read(documentId, 0)).toHaveLength(2)
    })

    test('an older snapshot does not replace a newer one', async () => {
      const { log, documentId, update } = await setUp()
      await log.append([update(1), update(2)], 'a')
      await log.saveSnapshot(documentId, { seq: 2, bytes: bytes(22) })
      await log.saveSnapshot(documentId, { seq: 1, bytes: bytes(11) })
      expect((await log.load(documentId))?.snapshot).toEqual({ seq: 2, bytes: bytes(22) })
    })
  })
}

/** What `Bus` promises, as tests: `a` and `b` are two ends of one bus (two processes, or twice the same). */
export function describeBus(name: string, makeBus: () => Promise<{ a: Bus; b: Bus }>): void {
  describe(`the bus: ${name}`, () => {
    const announcements: Announcement[] = [
      { kind: 'updates', origin: 'o', documentId: 'd', seq: 7 },
      { kind: 'access', origin: 'o', scope: { organisationId: 'ș’"\\' }, reason: 'access-changed' },
      { kind: 'presence', origin: 'o', documentId: 'd', update: 'A'.repeat(4_000) },
    ]

    test('each announcement arrives whole, in order, until the subscription ends', async () => {
      const { a, b } = await makeBus()
      const heard: Announcement[] = []
      const end = b.subscribe(announcement => heard.push(announcement))
      for (const announcement of announcements) await a.publish(announcement)
      await until(() => heard.length === announcements.length, 'the announcements')
      expect(heard).toEqual(announcements)
      end()
      const last: Announcement[] = []
      const endLast = b.subscribe(announcement => last.push(announcement))
      await a.publish({ kind: 'updates', origin: 'o', documentId: 'd', seq: 8 })
      await until(() => last.length === 1, 'the last announcement')
      expect(heard).toHaveLength(announcements.length)
      endLast()
    })
  })
}
