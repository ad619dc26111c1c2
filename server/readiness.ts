import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../prisma/client.ts'

/** Whoever asks whether we are ready has often less patience than this times two. */
const patienceMs = 1_500

/**
 * Asks the database whether it answers, and for no longer than a moment: one that hangs is one that does not answer.
 * While a question hangs no other is asked, so that they do not pile up.
 */
export function openReadiness(database: Pick<Database, 'ping'>): () => Promise<boolean> {
  let asking: Promise<boolean> | undefined
  return () => {
    asking ??= database
      .ping()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asking = undefined
      })
    return Promise.race([asking, pause(patienceMs, false, { ref: false })])
  }
}
