import { type Connection, OutgoingMessage, type WebSocketLike } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import { type CloseName, closeReason, closes } from './codes.ts'
import { type Frame, readFrame } from './frames.ts'
import type { Access, Gate, Limits, Scope } from './ports.ts'

/** One browser tab in one document: its WebSocket, who is behind it, and why it is closed. */
export class LiveSocket {
  readonly #webSocket: WebSocket
  readonly #limits: Limits
  #unauthenticatedBytes = 0
  #until: NodeJS.Timeout | undefined
  #ending: CloseName | null = null
  /** Edits that Hocuspocus has not acknowledged yet, and we not either. */
  #unapplied = 0
  #unacknowledged = 0
  #acknowledgement: Uint8Array = new Uint8Array()
  documentId: string | null = null
  /** What the gate was asked, to ask it again. */
  question: Parameters<Gate['authorise']>[0] | null = null
  /** `null` until the gate has answered. */
  access: Access | null = null

  /** What Hocuspocus sends through: everything goes out but its acknowledgements of edits. */
  readonly outlet: WebSocketLike

  constructor(webSocket: WebSocket, limits: Limits) {
    this.#webSocket = webSocket
    this.outlet = {
      get readyState() {
        return webSocket.readyState
      },
      send: message => this.#send(message),
      close: (code, reason) => webSocket.close(code, reason),
    }
    this.#limits = limits
    webSocket.once('close', () => clearTimeout(this.#until))
  }

  /** Whether the server closed it, as opposed to a lost network. */
  get ended(): boolean {
    return this.#ending !== null
  }

  get ending(): boolean {
    return this.#ending !== null || this.#webSocket.readyState !== this.#webSocket.OPEN
  }

  /** Closes with a reason that the page can show. The first reason stands. */
  end(name: CloseName, since?: string): void {
    if (this.#ending !== null) return
    this.#ending = name
    this.#webSocket.close(closes[name].code, closeReason(name, since))
  }

  /** Ends an edit that was refused: Hocuspocus answers "not applied" to a read-only connection. */
  refuse(connection: Connection, name: CloseName): void {
    connection.readOnly = true
    this.end(name)
  }

  /** Takes the gate's answer; access that ends by itself closes the socket then. */
  admit(access: Access): void {
    this.access = access
    if (access.until) {
      // A timer holds at most 2^31 - 1 ms, about 24 days; no tab is open that long.
      const wait = Math.min(Math.max(access.until.getTime() - Date.now(), 0), 2 ** 31 - 1)
      this.#until = setTimeout(() => this.end('access-changed'), wait)
    }
  }

  /** @returns the message when it may go on to Hocuspocus; ends the socket when it is not one of ours */
  receive(bytes: Uint8Array): Frame | null {
    if (this.ending) return null
    const frame = readFrame(bytes, this.documentId)
    if (frame === null) {
      this.end('malformed')
      return null
    }
    if (this.documentId === null) {
      this.documentId = frame.documentId
      this.#acknowledgement = new OutgoingMessage(frame.documentId).writeSyncStatus(true).toUint8Array()
    }
    if (this.access === null) {
      this.#unauthenticatedBytes += bytes.length
      if (this.#unauthenticatedBytes > this.#limits.unauthenticatedBytes) {
        this.end('too-much-at-once')
        return null
      }
    }
    return frame
  }

  /**
   * Acknowledges the edit that Hocuspocus is about to apply once it is committed, in place of Hocuspocus, which would do
   * so once it is applied. A socket that is closed by then, since storing failed, hears nothing.
   */
  acknowledgeWhen(stored: Promise<void>): void {
    this.#unapplied += 1
    this.#unacknowledged += 1
    void stored.then(() => {
      this.#unacknowledged -= 1
      if (!this.ending) this.#webSocket.send(this.#acknowledgement)
    })
  }

  /** Edits that are on their way into the log. */
  get unacknowledged(): number {
    return this.#unacknowledged
  }

  #send(message: Parameters<WebSocketLike['send']>[0]): void {
    const early =
      this.#unapplied > 0 && message instanceof Uint8Array && isEqual(message, this.#acknowledgement)
    if (early) this.#unapplied -= 1
    else this.#webSocket.send(message)
  }

  /** Whether an access change of `scope` touches this socket. */
  matches(scope: Scope): boolean {
    const { access } = this
    if (access === null) return false
    const { organisationIds = [access.organisationId] } = access
    return (
      (scope.personId === undefined || scope.personId === access.personId) &&
      (scope.organisationId === undefined || organisationIds.includes(scope.organisationId)) &&
      (scope.documentId === undefined || scope.documentId === this.documentId)
    )
  }

  terminate(): void {
    this.#webSocket.terminate()
  }
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
