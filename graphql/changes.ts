/**
 * Announcements: a command says inside its transaction what it changed, PostgreSQL tells every process after the
 * commit, and subscriptions read the rows again. An announcement names a subject and carries no data, so a lost one
 * costs time, not truth.
 */
import { Repeater } from 'graphql-yoga'
import type { Database, Transaction } from '../prisma/client.ts'

const channel = 'changes'

export interface Changes {
  /** Yields once for each announcement about one of `subjects`, until the reader stops. */
  of(...subjects: readonly string[]): AsyncIterable<void>
  close(): Promise<void>
}

/** Announces, when `tx` commits, that `subject` (an id) changed. */
export async function announce(tx: Transaction, ...subjects: readonly string[]): Promise<void> {
  for (const subject of new Set(subjects)) await tx.$executeRaw`SELECT pg_notify(${channel}, ${subject})`
}

export async function openChanges(database: Database): Promise<Changes> {
  const listeners = new Map<string, Set<() => void>>()
  const everyone = () => {
    for (const waiting of listeners.values()) for (const tell of waiting) tell()
  }
  const stop = await database.listen(
    channel,
    subject => {
      for (const tell of listeners.get(subject) ?? []) tell()
    },
    everyone,
  )

  return {
    of: (...subjects) =>
      new Repeater<void>(async (push, stopped) => {
        const tell = () => void push()
        for (const subject of subjects) {
          const waiting = listeners.get(subject) ?? new Set()
          listeners.set(subject, waiting.add(tell))
        }
        await stopped
        for (const subject of subjects) {
          const waiting = listeners.get(subject)
          waiting?.delete(tell)
          if (waiting?.size === 0) listeners.delete(subject)
        }
      }),
    close: stop,
  }
}
