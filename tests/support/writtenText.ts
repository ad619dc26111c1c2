/** Writes into a text's log as several people would, each edit at its own time. */
import * as Y from 'yjs'
import { fragmentName } from '../../packages/document/schema.ts'
import type { AnyDatabase } from '../../prisma/client.ts'

export interface Hand {
  authorId: string | null
  organisationId?: string | null
  at: string
}

export class WrittenText {
  readonly document = new Y.Doc()
  readonly #database: AnyDatabase
  readonly #documentId: string
  #head = 0
  #waiting: { hand: Hand; bytes: Uint8Array<ArrayBuffer> }[] = []

  private constructor(database: AnyDatabase, documentId: string) {
    this.#database = database
    this.#documentId = documentId
  }

  /** Goes on with a text that is there. */
  static async open(database: AnyDatabase, documentId: string): Promise<WrittenText> {
    const text = new WrittenText(database, documentId)
    const rows = await database.prisma.documentUpdate.findMany({
      where: { documentId },
      orderBy: { seq: 'asc' },
    })
    for (const { bytes } of rows) Y.applyUpdate(text.document, bytes)
    text.#head = rows.at(-1)?.seq ?? 0
    return text
  }

  /** One edit. @returns its `seq` */
  async edit(hand: Hand, change: (body: Y.XmlFragment) => void): Promise<number> {
    this.note(hand, change)
    return this.store()
  }

  /** Makes an edit without storing it yet: `store` writes many at once. */
  note(hand: Hand, change: (body: Y.XmlFragment) => void): void {
    const heard = (bytes: Uint8Array) => void this.#waiting.push({ hand, bytes: new Uint8Array(bytes) })
    this.document.on('update', heard)
    this.document.transact(() => change(this.document.getXmlFragment(fragmentName)))
    this.document.off('update', heard)
  }

  /** @returns the `seq` of the last edit */
  async store(): Promise<number> {
    const edits = this.#waiting.splice(0)
    const data = edits.map(({ hand, bytes }, index) => ({
      documentId: this.#documentId,
      seq: this.#head + index + 1,
      authorId: hand.authorId,
      organisationId: hand.organisationId ?? null,
      createdAt: new Date(hand.at),
      bytes,
    }))
    this.#head += edits.length
    await this.#database.prisma.$transaction([
      this.#database.prisma.documentUpdate.createMany({ data }),
      this.#database.prisma.document.update({ where: { id: this.#documentId }, data: { head: this.#head } }),
    ])
    return this.#head
  }
}

/** A new paragraph at the end, or at `index`. */
export const paragraphOf = (words: string, index?: number) => (body: Y.XmlFragment) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  body.insert(index ?? body.length, [paragraph])
}

/** Takes the paragraph at `index` away. */
export const without = (index: number) => (body: Y.XmlFragment) => body.delete(index, 1)
