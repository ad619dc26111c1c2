import type { Duplex } from 'node:stream'
import type { Connection } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import { type CloseName, closes } from './codes.ts'
import { type Frame, readFrame } from './frames.ts'
import type { Access, Gate, Limits, Scope } from './ports.ts'

/** One browser tab in one document: its WebSocket, who is behind it, and why it is closed. */
export class LiveSocket {
  readonly #webSocket: WebSocket
  readonly #stream: Duplex
  readonly #limits: Limits
  #unauthenticatedBytes = 0
  #until: NodeJS.Timeout | undefined
  #ending: CloseName | null = null
  #held = 0
  documentId: string | null = null
  /** What the gate was asked, to ask it again. */
  question: Parameters<Gate['authorise']>[0] | null = null
  /** `null` until the gate has answered. */
  access: Access | null = null

  constructor(webSocket: WebSocket, stream: Duplex, limits: Limits) {
    this.#webSocket = webSocket
    this.#stream = stream
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
  end(name: CloseName): void {
    if (this.#ending !== null) return
    this.#ending = name
    this.#webSocket.close(closes[name].code, name)
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
    this.documentId = frame.documentId
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
   * Holds back what is sent from now until the end of this turn, after `release`. The acknowledgement of an edit and
   * its echo are then one write to the network and not two, which is a sixth of what an edit in a room of five costs.
   */
  hold(): void {
    this.#stream.cork()
    this.#held += 1
  }

  release(): void {
    const held = this.#held
    this.#held = 0
    // Hocuspocus sends an edit on in a `setImmediate` of its own, which was asked for before this one.
    if (held > 0)
      setImmediate(() => {
        for (let count = held; count > 0; count -= 1) this.#stream.uncork()
      })
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
