import * as Y from 'yjs'
import type { Logger, StoredUpdate, UpdateLog } from './ports.ts'

/** The origin of changes that come out of the log: stored already, so nothing stores them again. */
export const fromLog = { source: 'local', skipStoreHooks: true } as const

/** Time for the announcement of another process to arrive before the log is asked. */
const patienceMs = 100

/**
 * How far an open document in this process has come in the log.
 *
 * `known` is the highest `seq` up to which everything is in the document; `ahead` are those beyond a gap. Edits of
 * this process are appended, so they make their own way into the document; edits of others are read from the log
 * when they are announced, when a gap shows that an announcement was lost, or when the regular look at the log's
 * heads shows it.
 */
export class Room {
  readonly documentId: string
  readonly #log: UpdateLog
  readonly #logger: Logger
  #document: Y.Doc | null = null
  #known = 0
  #ahead = new Set<number>()
  #target = 0
  #healing: Promise<void> | null = null
  #patience: NodeJS.Timeout | undefined
  #closed = false
  /** Size of the state, at most: what was loaded or measured, plus what was added since. */
  bytes = 0
  /** Updates since the last snapshot. */
  sinceSnapshot = 0
  /** Appends on their way: the document is ahead of the log by these, and must stay. */
  appending = 0
  /** Resolves when everything that is in the document now is in the log, or the document was given up. */
  settled: Promise<void> = Promise.resolve()

  constructor(documentId: string, log: UpdateLog, logger: Logger) {
    this.documentId = documentId
    this.#log = log
    this.#logger = logger
  }

  get known(): number {
    return this.#known
  }

  /**
   * Fills `document` from the log.
   *
   * @returns `false` when the log holds nothing of it
   * @throws when the log cannot be read; the document is then not to be used
   */
  async open(document: Y.Doc): Promise<boolean> {
    const stored = await this.#log.load(this.documentId)
    if (stored === null) return false
    document.transact(() => {
      if (stored.snapshot) Y.applyUpdate(document, stored.snapshot.bytes, fromLog)
      for (const update of stored.updates) Y.applyUpdate(document, update.bytes, fromLog)
    }, fromLog)
    this.#document = document
    this.#known = Math.max(this.#known, stored.updates.at(-1)?.seq ?? stored.snapshot?.seq ?? 0)
    this.sinceSnapshot = stored.updates.length
    this.bytes = stored.updates.reduce(
      (sum, update) => sum + update.bytes.length,
      stored.snapshot?.bytes.length ?? 0,
    )
    if (this.#target > this.#known) this.#heal()
    return true
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#patience)
  }

  /** Measures the state: costs as much as saving it, so only when the estimate is near a limit. */
  measure(): number {
    this.bytes = this.#document ? Y.encodeStateAsUpdate(this.#document).length : 0
    return this.bytes
  }

  /** An edit of this process, which is in the document already, was committed as `seq`. */
  stored(seq: number): void {
    this.#reached(seq)
    if (this.#ahead.size > 0) {
      this.#target = Math.max(this.#target, seq)
      this.#patience ??= setTimeout(() => {
        this.#patience = undefined
        if (this.#ahead.size > 0) this.#heal()
      }, patienceMs)
    }
  }

  /** The log has come to `seq`, says an announcement or the log itself. */
  announced(seq: number): void {
    this.#target = Math.max(this.#target, seq)
    // While the document is being loaded there is nothing to apply to; `open` looks again.
    if (this.#document && this.#target > this.#known) this.#heal()
  }

  #heal(): void {
    this.#healing ??= this.#catchUp()
      .catch(error =>
        this.#logger.warn({ err: error, documentId: this.documentId }, 'could not read the log'),
      )
      .finally(() => {
        this.#healing = null
      })
  }

  async #catchUp(): Promise<void> {
    while (!this.#closed && this.#target > this.#known) {
      const updates = await this.#log.read(this.documentId, this.#known)
      if (this.#closed || updates.length === 0) return
      this.#apply(updates)
    }
  }

  #apply(updates: StoredUpdate[]): void {
    const document = this.#document
    if (!document) return
    document.transact(() => {
      for (const update of updates) {
        if (!this.#ahead.has(update.seq)) Y.applyUpdate(document, update.bytes, fromLog)
      }
    }, fromLog)
    for (const update of updates) {
      this.bytes += update.bytes.length
      this.#reached(update.seq)
    }
  }

  #reached(seq: number): void {
    if (seq <= this.#known) return
    this.sinceSnapshot += 1
    this.#ahead.add(seq)
    while (this.#ahead.delete(this.#known + 1)) this.#known += 1
  }
}
