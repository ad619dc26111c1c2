import { HocuspocusProvider } from '@hocuspocus/provider'
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { documentSchemaVersion } from '../../../packages/document/schema.ts'
import {
  type CloseName,
  closedSince,
  closeName,
  closes,
  handshakeToken,
  livePath,
  receivedMessage,
} from '../../../packages/live/codes.ts'
import { type Delivery, storingSocket } from './storing-socket.ts'

/** Where the newest words of this page are. */
export type Whereabouts =
  /** Nothing was compared with the server yet. */
  | 'connecting'
  /** The same, after a try that failed, with nothing of the document on this device. */
  | 'unreachable'
  /** Only here; they wait for a connection. */
  | 'device'
  /** On their way. */
  | 'sending'
  /** The server has them and is writing them down; only seen when that takes long. */
  | 'received'
  /** In the server's log, on its disk. */
  | 'stored'

export interface Present {
  name: string
  organisation: string
  guest: boolean
  color: string
}

export interface SessionState {
  /** The text of the document is here: from the server, or from this device. */
  ready: boolean
  online: boolean
  /** The server takes edits from this page. */
  writable: boolean
  words: Whereabouts
  /** Why the server closed the connection for good; `null` while it is open or tried again. */
  closed: CloseName | null
  /** Since when, where the server told it: an instant (ISO 8601) or the last day (`YYYY-MM-DD`). */
  since: string | null
  /** Why it is being tried again, when the server said so. */
  trouble: CloseName | null
  /** Who else has the document open. */
  people: Present[]
}

const start: SessionState = {
  ready: false,
  online: false,
  writable: false,
  words: 'connecting',
  closed: null,
  since: null,
  trouble: null,
  people: [],
}

/** "Sending" is shown at least this long, so that the word does not flicker with every letter. */
const calmMs = 400

/** A page that is too old loads itself again, but not over and over when that does not help. */
const reloadEveryMs = 60_000

/** One document open in one tab: its Yjs document, its socket, its copy on this device, and how it all stands. */
export class EditingSession {
  readonly document = new Y.Doc()
  readonly provider: HocuspocusProvider
  readonly #name: string
  readonly #writes: boolean
  readonly #copy: IndexeddbPersistence | null
  #state = start
  #listeners = new Set<() => void>()
  #delivery: Delivery = { introduced: false, waiting: 0, refused: false }
  #unsent = false
  #compared = false
  #received = false
  #calm: ReturnType<typeof setTimeout> | undefined
  #left = false
  #endOfTab: (() => void) | undefined
  #tab: Promise<unknown> | undefined
  #failed = false
  /** Called whenever everything that is in the document is stored. */
  onStored: () => void = () => {}

  /**
   * @param options.person whose copy on this device it is: on a shared computer nobody sees another's unsent text
   * @param options.keepCopy `false` for readers: they have nothing to lose
   */
  constructor(options: { documentId: string; person: string; keepCopy: boolean }) {
    const { documentId } = options
    this.#writes = options.keepCopy
    this.#name = `protect:${options.person}:${documentId}`
    const url = new URL(livePath, window.location.href)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'

    this.document.on('update', (_: Uint8Array, origin: unknown) => {
      if (origin === this.provider || origin === this.#copy) return
      this.#unsent = true
      this.#refresh()
    })
    this.#copy =
      options.keepCopy && 'indexedDB' in window ? new IndexeddbPersistence(this.#name, this.document) : null
    this.#copy?.on('synced', () => this.#refresh())
    this.#holdTab()

    this.provider = new HocuspocusProvider({
      url: url.href,
      name: documentId,
      document: this.document,
      token: handshakeToken({ schemaVersion: documentSchemaVersion }),
      WebSocketPolyfill: storingSocket(delivery => this.#delivered(delivery)),
      maxDelay: 10_000,
    } as ConstructorParameters<typeof HocuspocusProvider>[0])
    this.provider.on('synced', () => this.#refresh())
    this.provider.on('authenticated', () => this.#refresh())
    this.provider.on('awarenessChange', () => this.#refresh())
    this.provider.on('stateless', ({ payload }: { payload: string }) => {
      if (payload !== receivedMessage) return
      this.#received = true
      this.#refresh()
    })
    this.provider.on('close', ({ event }: { event: { code: number; reason: string } }) =>
      this.#closed(closeName(event.code), closedSince(event.reason)),
    )
    window.addEventListener('beforeunload', this.#beforeUnload)
    window.addEventListener('online', this.#tryNow)
  }

  getState = (): SessionState => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Closes the document. Its copy on this device goes too when nothing in it is unsent. */
  leave(): void {
    this.#left = true
    clearTimeout(this.#calm)
    window.removeEventListener('beforeunload', this.#beforeUnload)
    window.removeEventListener('online', this.#tryNow)
    const stored = this.#compared && !this.#unsent
    this.provider.destroy()
    void this.#dropCopy(stored)
  }

  /** Gives up what was refused: without this the copy on this device would be sent, and refused, again. */
  async discard(): Promise<void> {
    this.#unsent = false
    await this.#copy?.clearData()
    window.location.reload()
  }

  #delivered(delivery: Delivery): void {
    if (this.#left) return
    this.#delivery = delivery
    if (delivery.refused) this.#refused()
    if (delivery.introduced && delivery.waiting === 0) {
      this.#unsent = false
      this.#compared = true
      this.#received = false
      this.onStored()
    }
    this.#refresh()
  }

  /**
   * A reader's page that is refused something has seen words that were lost with a server before they were stored, and
   * that nobody has brought back yet. It shows the stored text anew; it has nothing of its own to lose.
   */
  #refused(): void {
    if (this.#writes) this.#closed('not-allowed')
    else if (mayReload()) window.location.reload()
  }

  #closed(name: CloseName | null, since: string | null = null): void {
    if (this.#left || this.#state.closed) return
    this.#delivery = { introduced: false, waiting: 0, refused: false }
    this.#received = false
    this.#failed = true
    const next = name === null ? 'retry' : closes[name].next
    if (next === 'reload' && mayReload()) {
      window.removeEventListener('beforeunload', this.#beforeUnload)
      window.location.reload()
      return
    }
    if (next === 'retry') this.#set({ trouble: name })
    else {
      this.provider.disconnect()
      this.#set({ closed: name, since })
    }
    this.#refresh()
  }

  #refresh(): void {
    if (this.#left) return
    const { introduced } = this.#delivery
    const words = this.#whereabouts()
    this.#set({
      ready: this.#state.ready || this.provider?.synced === true || this.#copied,
      online: introduced,
      writable: this.provider?.authorizedScope === 'read-write' || (this.#state.writable && !introduced),
      trouble: introduced ? null : this.#state.trouble,
      people: this.#people(),
    })
    this.#show(words)
  }

  get #copied(): boolean {
    return this.#copy?.synced === true && this.document.store.clients.size > 0
  }

  #whereabouts(): Whereabouts {
    if (this.#unsent) return this.#delivery.introduced ? (this.#received ? 'received' : 'sending') : 'device'
    if (this.#compared) return 'stored'
    if (!this.#failed) return 'connecting'
    // What the copy holds may be more than the server has.
    return this.#copied ? 'device' : 'unreachable'
  }

  /** Shows bad news at once and good news after a moment. */
  #show(words: Whereabouts): void {
    clearTimeout(this.#calm)
    if (words === 'stored' && (this.#state.words === 'sending' || this.#state.words === 'received')) {
      this.#calm = setTimeout(() => this.#set({ words: this.#whereabouts() }), calmMs)
    } else this.#set({ words })
  }

  #people(): Present[] {
    const states = this.provider?.awareness?.getStates() ?? new Map<number, Record<string, unknown>>()
    const seen = new Map<string, Present>()
    for (const [client, state] of states) {
      if (client === this.document.clientID || !isPresent(state.user)) continue
      const { name, organisation, guest, color } = state.user
      seen.set(`${name} ${organisation}`, { name, organisation, guest, color })
    }
    return [...seen.values()]
  }

  #set(change: Partial<SessionState>): void {
    const next = { ...this.#state, ...change }
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return
    this.#state = next
    for (const listener of this.#listeners) listener()
  }

  #tryNow = () => {
    if (!this.#state.closed && !this.#state.online) void this.provider.connect()
  }

  #beforeUnload = (event: BeforeUnloadEvent) => {
    if (this.#unsent) event.preventDefault()
  }

  /** Tells other tabs of this browser that the copy is in use. */
  #holdTab(): void {
    this.#tab = navigator.locks?.request(this.#name, { mode: 'shared' }, () =>
      this.#left
        ? undefined
        : new Promise<void>(resolve => {
            this.#endOfTab = resolve
          }),
    )
  }

  async #dropCopy(stored: boolean): Promise<void> {
    this.#endOfTab?.()
    await this.#tab
    if (stored) {
      await navigator.locks?.request(this.#name, { mode: 'exclusive', ifAvailable: true }, async lock => {
        if (lock) await this.#copy?.clearData()
      })
    }
    this.document.destroy()
  }
}

function isPresent(user: unknown): user is Present {
  return (
    typeof user === 'object' &&
    user !== null &&
    'name' in user &&
    'organisation' in user &&
    'guest' in user &&
    typeof user.guest === 'boolean' &&
    'color' in user &&
    [user.name, user.organisation, user.color].every(value => typeof value === 'string')
  )
}

function mayReload(): boolean {
  const key = 'protect:reloaded'
  const last = Number(sessionStorage.getItem(key) ?? 0)
  if (Date.now() - last < reloadEveryMs) return false
  sessionStorage.setItem(key, String(Date.now()))
  return true
}
