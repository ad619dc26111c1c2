import { HocuspocusProvider } from '@hocuspocus/provider'
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { documentSchemaVersion, fragmentName } from '../../../packages/document/schema.ts'
import { closeName, handshakeToken } from '../../../packages/live/codes.ts'
import type { Chance } from './chance.ts'

/** One word that was written or struck out, and how far the page knows that it has come. */
export interface Edit {
  kind: 'written' | 'struck'
  /** `‹typist.number›`: unlike every other word, so that it can be counted in a text. */
  word: string
  acknowledged: boolean
}

/** Message numbers of Hocuspocus 4 and of y-protocols' sync. */
const sync = 0
const syncReply = 4
const syncStatus = 8
const step1 = 0
const step2 = 1

/** Nobody types on when so many edits wait for their acknowledgement. */
const mostAhead = 25

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/**
 * Somebody who types into a document, without the page: counts for each edit on its own whether the server has
 * acknowledged it. Acknowledgements come in the order of the messages of one socket; a message is one edit, or (the
 * second step of Yjs' synchronisation) everything that the page holds.
 */
export class Typist {
  readonly name: string
  readonly edits: Edit[] = []
  /** Names of the reasons for which the server closed a socket; `null` for a code that is not ours. */
  readonly closes: (string | null)[] = []
  readonly #options: { url: string; cookie: string; documentId: string; chance: Chance }
  readonly #byUpdate = new Map<string, Edit>()
  #doc = this.#take(new Y.Doc())
  #current: Edit | null = null
  #provider: HocuspocusProvider | null = null
  #waiting: Edit[][] = []
  #introduced = false
  /** Whether the text has arrived: before that a page has no editor, so nobody can type. */
  #hasText = false
  #typing: NodeJS.Timeout | undefined

  constructor(name: string, options: { url: string; cookie: string; documentId: string; chance: Chance }) {
    this.name = name
    this.#options = options
    this.#connect()
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  get provider(): HocuspocusProvider {
    if (!this.#provider) throw new Error(`${this.name} is asleep`)
    return this.#provider
  }

  /** In touch with the server, and everything that the page holds is acknowledged. */
  get settled(): boolean {
    return (
      this.#provider?.synced === true &&
      this.#introduced &&
      this.#waiting.length === 0 &&
      this.edits.every(edit => edit.acknowledged)
    )
  }

  #connect(): void {
    const { url, cookie, documentId } = this.#options
    const opened = () => {
      this.#waiting = []
      this.#introduced = false
    }
    const sent = (bytes: Uint8Array) => this.#sent(bytes)
    const heard = (bytes: Uint8Array) => this.#heard(bytes)
    let newest: WebSocket | null = null
    class CountingSocket extends WebSocket {
      constructor(address: string) {
        super(address, { headers: { cookie } })
        newest = this
        opened()
        this.on('error', () => {})
        this.on('message', data => {
          if (newest === this && data instanceof ArrayBuffer) heard(new Uint8Array(data))
        })
        // What was under way on a socket that is gone is never acknowledged by it.
        this.on('close', () => newest === this && opened())
      }
      override send(message: Uint8Array): void {
        sent(message)
        super.send(message)
      }
    }
    const provider = new HocuspocusProvider({
      url,
      name: documentId,
      document: this.#doc,
      token: handshakeToken({ schemaVersion: documentSchemaVersion }),
      WebSocketPolyfill: CountingSocket,
      delay: 30,
      minDelay: 20,
      maxDelay: 200,
    } as ConstructorParameters<typeof HocuspocusProvider>[0])
    provider.on('synced', () => {
      this.#hasText = true
    })
    provider.on('close', ({ event }: { event: { code: number } }) => {
      this.closes.push(closeName(event.code))
    })
    this.#provider = provider
  }

  #sent(bytes: Uint8Array): void {
    const decoder = createDecoder(bytes)
    readVarString(decoder)
    const type = readVarUint(decoder)
    if (type !== sync && type !== syncReply) return
    const step = readVarUint(decoder)
    if (step === step1) return
    if (step === step2) {
      this.#introduced = true
      this.#waiting.push([...this.edits])
      return
    }
    const edit = this.#byUpdate.get(base64(readVarUint8Array(decoder)))
    this.#waiting.push(edit ? [edit] : [])
  }

  #heard(bytes: Uint8Array): void {
    const decoder = createDecoder(bytes)
    readVarString(decoder)
    if (readVarUint(decoder) !== syncStatus) return
    const edits = this.#waiting.shift() ?? []
    if (readVarUint(decoder) === 1) for (const edit of edits) edit.acknowledged = true
  }

  /** Types, with pauses of up to `pauseMs`, until `rest` is called; a slow machine is not run into the ground. */
  work(pauseMs: number): void {
    const next = () => {
      if (this.edits.at(-mostAhead)?.acknowledged !== false) this.edit()
      this.#typing = setTimeout(next, this.#options.chance.between(1, pauseMs))
    }
    this.rest()
    this.#typing = setTimeout(next, this.#options.chance.between(0, pauseMs))
  }

  rest(): void {
    clearTimeout(this.#typing)
  }

  /** One edit: a word between others' words, a new paragraph, or one of the own words struck out. */
  edit(): void {
    if (!this.#hasText) return
    const { chance } = this.#options
    const fragment = this.#doc.getXmlFragment(fragmentName)
    const texts = latestTexts(fragment)
    const choice = chance.next()
    if (choice < 0.1 && this.#strike(texts)) return
    const word = `‹${this.name}.${this.edits.length}›`
    this.#record({ kind: 'written', word, acknowledged: false }, () => {
      if (choice < 0.3 || texts.length === 0) {
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText(word)])
        fragment.push([paragraph])
        return
      }
      const text = chance.of(texts)
      // Between two words, so that no word is cut.
      const places = [0, ...[...text.toString().matchAll(/›/g)].map(found => found.index + 1)]
      text.insert(chance.of(places), word)
    })
  }

  #strike(texts: Y.XmlText[]): boolean {
    const struck = new Set(this.edits.filter(edit => edit.kind === 'struck').map(edit => edit.word))
    for (const { word, kind, acknowledged } of this.edits.slice(-20)) {
      if (kind !== 'written' || !acknowledged || struck.has(word)) continue
      for (const text of texts) {
        const place = text.toString().indexOf(word)
        if (place < 0) continue
        this.#record({ kind: 'struck', word, acknowledged: false }, () => text.delete(place, word.length))
        return true
      }
    }
    return false
  }

  #record(edit: Edit, change: () => void): void {
    this.edits.push(edit)
    this.#current = edit
    this.#doc.transact(change)
    this.#current = null
  }

  /** Knows each of its own updates, before the provider sends it. */
  #take(doc: Y.Doc): Y.Doc {
    doc.on('update', update => {
      if (this.#current) this.#byUpdate.set(base64(update), this.#current)
    })
    return doc
  }

  /** The lid is closed: no network, the text stays on the device. Editing goes on being possible. */
  sleep(): void {
    this.#provider?.destroy()
    this.#provider = null
    this.#waiting = []
    this.#introduced = false
  }

  /** Opened again after a restart of the browser: the text comes from the copy on the device, and connects. */
  wake(): void {
    const copy = Y.encodeStateAsUpdate(this.#doc)
    this.#doc.destroy()
    this.#doc = this.#take(new Y.Doc())
    Y.applyUpdate(this.#doc, copy)
    this.#connect()
  }

  /** The page is gone, with everything that was not stored. */
  kill(): void {
    this.rest()
    this.sleep()
    this.#doc.destroy()
  }
}

/** The last paragraphs that a typist began; those of the document as it was created stay untouched. */
function latestTexts(fragment: Y.XmlFragment): Y.XmlText[] {
  const found: Y.XmlText[] = []
  for (let index = fragment.length - 1; index >= 0 && found.length < 8; index -= 1) {
    const element = fragment.get(index)
    if (!(element instanceof Y.XmlElement)) break
    const text = element.get(0)
    if (!(text instanceof Y.XmlText)) break
    if (!text.toString().startsWith('‹') && text.length > 0) break
    found.push(text)
  }
  return found
}
