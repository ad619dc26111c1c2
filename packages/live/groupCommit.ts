import { setTimeout as delay, setImmediate as immediate } from 'node:timers/promises'
import type { Limits, NewUpdate, UpdateLog } from './ports.ts'

interface Waiting {
  update: NewUpdate
  resolve: (seq: number) => void
  reject: (reason: unknown) => void
}

/** A batch ends here, so that one long paste does not make everyone wait for one huge statement. */
const batchUpdates = 500
const batchBytes = 4 * 1024 * 1024

/**
 * One commit for everything that arrived while the last one was on its way. A commit costs about the same for one
 * edit as for fifty (`docs/benchmarks.md`), so under load the cost an edit falls as the load rises.
 */
export class GroupCommit {
  readonly #log: UpdateLog
  readonly #origin: string
  readonly #limits: Limits
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null
  updates = 0
  commits = 0

  constructor(log: UpdateLog, origin: string, limits: Limits) {
    this.#log = log
    this.#origin = origin
    this.#limits = limits
  }

  /** @returns the update's `seq` once it is committed; rejects when it is not known to be */
  append(update: NewUpdate): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ update, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  /** Resolves when nothing is on its way any more. */
  async drained(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #run(): Promise<void> {
    // What arrives in this turn of the event loop goes into one commit. It is sent to the other pages in the next turn,
    // and the embedded database holds this thread while it writes: they go first.
    await immediate()
    await immediate()
    while (this.#waiting.length > 0) {
      const next = delay(this.#limits.commitEveryMs)
      await this.#commit(this.#take())
      await next
    }
    this.#running = null
  }

  #take(): Waiting[] {
    let bytes = 0
    let count = 0
    for (const { update } of this.#waiting) {
      bytes += update.bytes.length
      if (count > 0 && (count === batchUpdates || bytes > batchBytes)) break
      count += 1
    }
    return this.#waiting.splice(0, count)
  }

  async #commit(batch: Waiting[]): Promise<void> {
    try {
      const seqs = await this.#append(batch)
      this.commits += 1
      this.updates += batch.length
      batch.forEach((waiting, index) => {
        const seq = seqs[index]
        if (seq === undefined) waiting.reject(new Error('the log answered without a seq'))
        else waiting.resolve(seq)
      })
    } catch (reason) {
      // One document that cannot be written (deleted meanwhile) must not refuse the others of its batch.
      const parts = byDocument(batch)
      if (parts.length > 1) for (const part of parts) await this.#commit(part)
      else for (const waiting of batch) waiting.reject(reason)
    }
  }

  async #append(batch: Waiting[]): Promise<number[]> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the log did not answer in time')), this.#limits.appendMs)
    })
    try {
      const updates = batch.map(waiting => waiting.update)
      return await Promise.race([this.#log.append(updates, this.#origin), late])
    } finally {
      clearTimeout(timer)
    }
  }
}

function byDocument(batch: Waiting[]): Waiting[][] {
  const parts = new Map<string, Waiting[]>()
  for (const waiting of batch) {
    const part = parts.get(waiting.update.documentId)
    if (part) part.push(waiting)
    else parts.set(waiting.update.documentId, [waiting])
  }
  return [...parts.values()]
}
