import { EventEmitter } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HocuspocusProvider } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { emptyDocument, fromYDoc, toText, toUpdate } from '../../packages/document/content.ts'
import { documentSchemaVersion, fragmentName } from '../../packages/document/schema.ts'
import { closeName, handshakeToken, livePath } from '../../packages/live/codes.ts'
import { createLive, type LiveParts } from '../../packages/live/live.ts'
import type {
  Access,
  Announcement,
  Bus,
  Gate,
  Logger,
  NewUpdate,
  Refusal,
  StoredUpdate,
  UpdateLog,
} from '../../packages/live/ports.ts'

/** The bus of several servers in one process. `deaf` loses every announcement, as a broken connection would. */
export class MemoryBus implements Bus {
  readonly #emitter = new EventEmitter()
  deaf = false

  subscribe(listener: (announcement: Announcement) => void): () => void {
    this.#emitter.on('announcement', listener)
    return () => this.#emitter.off('announcement', listener)
  }

  async publish(announcement: Announcement): Promise<void> {
    if (!this.deaf) this.#emitter.emit('announcement', announcement)
  }
}

/** The log in memory: the shortest honest implementation of the port, with the faults that a disk has. */
export class MemoryLog implements UpdateLog {
  readonly #documents = new Map<string, (NewUpdate & StoredUpdate)[]>()
  readonly #snapshots = new Map<string, { seq: number; bytes: Uint8Array }>()
  readonly #bus: Bus
  /** Awaited before each append; make it hang or throw. */
  fault: () => Promise<void> = async () => {}
  /** Awaited before each load. */
  loadFault: () => Promise<void> = async () => {}

  constructor(bus: Bus = new MemoryBus()) {
    this.#bus = bus
  }

  /**
   * Lets every append wait from now on.
   *
   * @returns `begun` resolves when one waits; `commit` lets the one that waits, and all later ones, go on
   */
  hold(): { begun: Promise<void>; commit: () => void } {
    let commit = () => {}
    const committing = new Promise<void>(resolve => {
      commit = resolve
    })
    const begun = new Promise<void>(resolve => {
      this.fault = () => {
        resolve()
        return committing
      }
    })
    return { begun, commit }
  }

  rows(documentId: string): (NewUpdate & StoredUpdate)[] {
    return this.#documents.get(documentId) ?? []
  }

  text(documentId: string): string {
    const doc = new Y.Doc()
    for (const row of this.rows(documentId)) Y.applyUpdate(doc, row.bytes)
    return toText(fromYDoc(doc))
  }

  async append(batch: readonly NewUpdate[], origin: string): Promise<number[]> {
    await this.fault()
    // A caller may use its bytes again; what is stored stays. All are read before one is stored.
    const copies = batch.map(update => ({ ...update, bytes: update.bytes.slice() }))
    const seqs = copies.map(update => {
      const rows = this.rows(update.documentId)
      const seq = rows.length + 1
      this.#documents.set(update.documentId, [...rows, { ...update, seq }])
      return seq
    })
    const heads = new Map(batch.map((update, index) => [update.documentId, seqs[index] ?? 0]))
    for (const [documentId, seq] of heads)
      await this.#bus.publish({ kind: 'updates', origin, documentId, seq })
    return seqs
  }

  async load(documentId: string) {
    await this.loadFault()
    const rows = this.rows(documentId)
    if (rows.length === 0) return null
    const snapshot = this.#snapshots.get(documentId) ?? null
    return { snapshot, updates: rows.filter(row => row.seq > (snapshot?.seq ?? 0)) }
  }

  async read(documentId: string, after: number) {
    return this.rows(documentId).filter(row => row.seq > after)
  }

  async heads(documentIds: readonly string[]) {
    const known = documentIds.map(id => [id, this.rows(id).length] as const)
    return new Map(known.filter(([, seq]) => seq > 0))
  }

  async saveSnapshot(documentId: string, snapshot: { seq: number; bytes: Uint8Array }) {
    const kept = this.#snapshots.get(documentId)
    if (!kept || kept.seq < snapshot.seq) this.#snapshots.set(documentId, snapshot)
  }
}

/** A gate that knows people by the cookie `person=<id>` and lets those in whom `people` lists. */
export class MemoryGate implements Gate {
  people = new Map<string, Access | Refusal>()

  async authorise({ headers }: { headers: Headers }): Promise<Access | Refusal> {
    const id = /person=(\w+)/.exec(headers.get('cookie') ?? '')?.[1]
    return this.people.get(id ?? '') ?? { refused: 'not-signed-in' }
  }
}

export function person(id: string, more: Partial<Access> = {}): Access {
  const organisation = `Organizația ${id}`
  return {
    personId: id,
    name: `Persoana ${id}`,
    organisationId: `org-${id}`,
    organisation,
    colour: '#0f766e',
    access: 'write',
    ...more,
  }
}

/** Keeps what is logged, so that a test can look at it. */
export class KeptLog implements Logger {
  lines: { level: string; message: string; fields: object }[] = []
  info = (fields: object, message: string) => void this.lines.push({ level: 'info', message, fields })
  warn = (fields: object, message: string) => void this.lines.push({ level: 'warn', message, fields })
  error = (fields: object, message: string) => void this.lines.push({ level: 'error', message, fields })
}

/** A live server on a free port, with everything it is given in memory. */
export async function startLive(parts: Partial<LiveParts> & { bus?: Bus } = {}) {
  const bus = parts.bus ?? new MemoryBus()
  const log = parts.log ?? new MemoryLog(bus)
  const gate = parts.gate ?? new MemoryGate()
  const logger = new KeptLog()
  const live = createLive({ gate, log, bus, logger, ...parts })
  const http: Server = createServer()
  http.on('upgrade', (request, socket, head) => live.handleUpgrade(request, socket, head))
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    live,
    logger,
    port,
    url: `ws://127.0.0.1:${port}${livePath}`,
    async stop() {
      await live.close()
      await new Promise(resolve => http.close(resolve))
    },
  }
}

/** Creates a document in the log with `text` as its only paragraph. */
export async function createDocument(log: UpdateLog, documentId: string, text = ''): Promise<void> {
  const content =
    text === '' ? [{ type: 'paragraph' }] : [{ type: 'paragraph', content: [{ type: 'text', text }] }]
  const bytes = toUpdate(text === '' ? emptyDocument : { type: 'doc', content })
  await log.append([{ documentId, authorId: null, organisationId: null, bytes }], 'test')
}

/** A page with an editor, without the page: one Yjs document on a real WebSocket. */
export class Client {
  readonly doc = new Y.Doc()
  readonly provider: HocuspocusProvider
  /** Names of the reasons for which the server closed the socket, in order; `null` for a code that is not ours. */
  readonly closes: (string | null)[] = []
  /** The texts of those close frames. */
  readonly reasons: string[] = []
  readonly stateless: string[] = []

  constructor(
    url: string,
    documentId: string,
    cookie: string,
    options: { schemaVersion?: number; origin?: string } = {},
  ) {
    class SignedInSocket extends WebSocket {
      constructor(address: string) {
        super(address, { headers: { cookie }, ...(options.origin ? { origin: options.origin } : {}) })
        // A refused upgrade is an error event here and a close event in a browser.
        this.on('error', () => {})
      }
    }
    this.provider = new HocuspocusProvider({
      url,
      name: documentId,
      document: this.doc,
      token: handshakeToken({ schemaVersion: options.schemaVersion ?? documentSchemaVersion }),
      WebSocketPolyfill: SignedInSocket,
      delay: 20,
      minDelay: 20,
      maxDelay: 50,
      onStateless: ({ payload }) => void this.stateless.push(payload),
    } as ConstructorParameters<typeof HocuspocusProvider>[0])
    // As an option it would be called twice: by the provider and by the socket that the provider makes.
    this.provider.on('close', ({ event }: { event: { code: number; reason: string } }) => {
      this.closes.push(closeName(event.code))
      this.reasons.push(event.reason)
    })
  }

  /** Types `text` as a new paragraph. */
  type(text: string): void {
    this.doc.transact(() => {
      const element = new Y.XmlElement('paragraph')
      const words = new Y.XmlText()
      words.insert(0, text)
      element.insert(0, [words])
      const fragment = this.doc.getXmlFragment(fragmentName)
      fragment.insert(fragment.length, [element])
    })
  }

  get text(): string {
    return toText(fromYDoc(this.doc))
  }

  get unacknowledged(): number {
    return this.provider.unsyncedChanges
  }

  /** Connected, up to date, and everything acknowledged. */
  settled(): Promise<void> {
    return until(() => this.provider.synced && this.unacknowledged === 0, 'the page to be up to date')
  }

  leave(): void {
    this.provider.destroy()
    this.doc.destroy()
  }
}

/** Waits until `holds`; fails with what was waited for. */
export async function until(holds: () => boolean, what = 'a condition', withinMs = 3_000): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms for ${what}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
