import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import type { Bus, Logger } from './ports.ts'

/** Changes of a caret within this time go out as one announcement. */
const togetherMs = 50
/** An announcement has room for this much, as base64 (PostgreSQL allows 8,000 bytes a notification). */
const announcementCharacters = 4_000

/** The origin of presence that came from another process: shown here, not sent on. */
const fromElsewhere = { source: 'redis' } as const

/** Carries carets to the other processes. Small, frequent and allowed to get lost: a caret is renewed every 15 s. */
export class PresenceRelay {
  readonly #bus: Bus
  readonly #origin: string
  readonly #logger: Logger
  #changed = new Map<string, { awareness: Awareness; clients: Set<number> }>()
  #timer: NodeJS.Timeout | undefined

  constructor(bus: Bus, origin: string, logger: Logger) {
    this.#bus = bus
    this.#origin = origin
    this.#logger = logger
  }

  changed(documentId: string, awareness: Awareness, clients: number[], origin: unknown): void {
    // `timeout`: each process forgets silent clients by itself.
    if (origin === fromElsewhere || origin === 'timeout') return
    const entry = this.#changed.get(documentId) ?? { awareness, clients: new Set<number>() }
    for (const client of clients) entry.clients.add(client)
    this.#changed.set(documentId, entry)
    this.#timer ??= setTimeout(() => this.#send(), togetherMs)
  }

  heard(awareness: Awareness, update: string): void {
    try {
      applyAwarenessUpdate(awareness, Buffer.from(update, 'base64'), fromElsewhere)
    } catch (error) {
      this.#logger.warn({ err: error }, 'presence from another process could not be read')
    }
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#changed.clear()
  }

  #send(): void {
    this.#timer = undefined
    for (const [documentId, { awareness, clients }] of this.#changed) {
      for (const client of clients) {
        if (!awareness.meta.has(client)) continue
        const update = Buffer.from(encodeAwarenessUpdate(awareness, [client])).toString('base64')
        if (update.length > announcementCharacters) continue
        this.#bus
          .publish({ kind: 'presence', origin: this.#origin, documentId, update })
          .catch(error => this.#logger.warn({ err: error }, 'presence was not passed on'))
      }
    }
    this.#changed.clear()
  }
}
