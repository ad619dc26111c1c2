import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'

/** How far what was sent on one socket has come. */
export interface Delivery {
  /** Everything that this page had when it connected is on its way (the second step of Yjs' synchronisation). */
  introduced: boolean
  /** Edits that the server has not said to be stored. */
  waiting: number
  /** The server answered to an edit that it does not take it. */
  refused: boolean
}

/** Message numbers of Hocuspocus 4. */
const sync = 0
const syncReply = 4
const syncStatus = 8
const step1 = 0
const step2 = 1

/**
 * A WebSocket that counts which edits the server has acknowledged, which means: stored. The provider's own count
 * (`unsyncedChanges`) starts with 1 at each connection and takes the first acknowledgement for the last; here each
 * acknowledgement belongs to one message, in order, on one socket.
 */
export function storingSocket(report: (delivery: Delivery) => void): typeof WebSocket {
  return class StoringSocket extends WebSocket {
    #delivery: Delivery = { introduced: false, waiting: 0, refused: false }

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', event => this.#heard(event.data))
      this.addEventListener('close', () => this.#report({ introduced: false }))
    }

    override send(message: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      if (message instanceof Uint8Array) this.#sent(message)
      super.send(message as Uint8Array<ArrayBuffer>)
    }

    #sent(bytes: Uint8Array): void {
      const decoder = createDecoder(bytes)
      readVarString(decoder)
      const type = readVarUint(decoder)
      if (type !== sync && type !== syncReply) return
      const step = readVarUint(decoder)
      if (step === step1) return
      const introduced = this.#delivery.introduced || step === step2
      this.#report({ introduced, waiting: this.#delivery.waiting + 1 })
    }

    #heard(data: unknown): void {
      if (!(data instanceof ArrayBuffer)) return
      const decoder = createDecoder(new Uint8Array(data))
      readVarString(decoder)
      if (readVarUint(decoder) !== syncStatus) return
      if (readVarUint(decoder) === 1) this.#report({ waiting: Math.max(this.#delivery.waiting - 1, 0) })
      else this.#report({ refused: true })
    }

    #report(change: Partial<Delivery>): void {
      this.#delivery = { ...this.#delivery, ...change }
      report(this.#delivery)
    }
  }
}
