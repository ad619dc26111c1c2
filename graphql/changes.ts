/**
 * Announcements: a command says inside its transaction what it changed, PostgreSQL tells every process after the
 * commit, and subscriptions read the rows again. An announcement names a subject and carries no data, so a lost one
 * costs time, not truth.
 */
import { Repeater, SlidingBuffer } from 'graphql-yoga'
import type { Database, Transaction } from '../prisma/client.ts'

const channel = 'changes'

export interface Changes {
  /**
   * Yields after announcements about one of `subjects`, until the reader stops or this process does. What is announced
   * while the reader is busy is one announcement: a reader that never reads holds nothing up.
   */
  of(...subjects: readonly string[]): AsyncIterable<void>
  /** How many readers there are. */
  readonly readers: number
  close(): Promise<void>
}

/** Announces, when `tx` commits, that `subject` (an id) changed. */
export async function announce(tx: Transaction, ...subjects: readonly string[]): Promise<void> {
  for (const subject of new Set(subjects)) await tx.$executeRaw`SELECT pg_notify(${channel}, ${subject})`
}

interface Reader {
  subjects: ReadonlySet<string>
  tell(): void
  stop(): void
}

export async function openChanges(database: Database): Promise<Changes> {
  const readers = new Set<Reader>()
  const stopListening = await database.listen(
    channel,
    subject => {
      for (const reader of readers) if (reader.subjects.has(subject)) reader.tell()
    },
    () => {
      for (const reader of readers) reader.tell()
    },
  )

  return {
    get readers() {
      return readers.size
    },
    of: (...subjects) =>
      new Repeater<void>(async (push, stop) => {
        const reader = { subjects: new Set(subjects), tell: () => void push(), stop: () => stop() }
        readers.add(reader)
        await stop
        readers.delete(reader)
      }, new SlidingBuffer(1)),
    async close() {
      for (const reader of readers) reader.stop()
      await stopListening()
    },
  }
}
