import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { blockAnchor } from './anchors.ts'

/** The blocks that carry a `blockId`: what an amendment, a comment or a follow-up can point at. */
export const blocksWithId = [
  'paragraph',
  'heading',
  'blockquote',
  'table',
  'image',
  'situation',
  'recommendation',
  'amendmentTable',
  'amendmentRow',
] as const

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
const shape = /^[a-z0-9]{4,32}$/

/**
 * A fresh block id: 12 characters of a-z and 0-9 (62 bits; two in a document of 10,000 blocks meet once in
 * 10^11 documents). `getRandomValues`, unlike `randomUUID`, also works on a page without HTTPS.
 */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, byte => alphabet[byte % alphabet.length]).join('')
}

function validateBlockId(value: unknown): void {
  if (value !== null && !(typeof value === 'string' && shape.test(value))) {
    throw new RangeError('blockId must be null or 4 to 32 characters of a-z and 0-9')
  }
}

const fromElsewhere = (transaction: Transaction) => Boolean(transaction.getMeta(ySyncPluginKey))

/**
 * Gives each block an id and keeps ids unique: after a split the part with text keeps the id, a pasted copy
 * gets a new one, a block that was cut and pasted keeps its own.
 *
 * Only what this editor's person did is repaired. A change that arrived through Yjs was repaired where it was
 * made; were every open editor to repair it too, they would overwrite each other's ids.
 */
export const BlockIds = Extension.create({
  name: 'blockIds',

  addGlobalAttributes() {
    return [
      {
        types: [...blocksWithId],
        attributes: {
          blockId: {
            default: null,
            validate: validateBlockId,
            parseHTML: element => {
              const id = element.getAttribute('data-block-id')
              return id !== null && shape.test(id) ? id : null
            },
            renderHTML: attributes =>
              typeof attributes.blockId === 'string'
                ? { id: blockAnchor(attributes.blockId), 'data-block-id': attributes.blockId }
                : {},
          },
        },
      },
    ]
  },

  addProseMirrorPlugins: () => [blockIdPlugin()],
})

/** The part of `BlockIds` that watches edits. */
export function blockIdPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('blockIds'),
    appendTransaction(transactions, before, after) {
      if (!transactions.some(transaction => transaction.docChanged)) return null
      if (transactions.some(fromElsewhere)) return null

      const holders = new Map<string | null, Holder[]>()
      after.doc.descendants((node, position) => {
        if (node.type.spec.attrs?.blockId === undefined) return
        const id = idOf(node)
        const others = holders.get(id)
        const holder = { position, hasText: node.content.size > 0 }
        if (others) others.push(holder)
        else holders.set(id, [holder])
      })

      const repair = after.tr
      for (const [id, found] of holders) {
        if (id !== null && found.length === 1) continue
        const keeper = id === null ? null : keeperOf(found, homeOf(id, before.doc, transactions))
        for (const holder of found) {
          if (holder !== keeper) repair.setNodeAttribute(holder.position, 'blockId', newBlockId())
        }
      }
      return repair.docChanged ? repair : null
    },
  })
}

interface Holder {
  position: number
  hasText: boolean
}

function idOf(node: Node): string | null {
  const id: unknown = node.attrs.blockId
  return typeof id === 'string' ? id : null
}

/** Where the block that had `id` before the change stands after it; `null` when it was not there. */
function homeOf(id: string, before: Node, transactions: readonly Transaction[]): number | null {
  let home = -1
  before.descendants((node, position) => {
    if (home < 0 && idOf(node) === id) home = position
    return home < 0
  })
  if (home < 0) return null
  return transactions.reduce((position, transaction) => transaction.mapping.map(position), home)
}

/** Of several blocks with one id, the one that keeps it: the one in its old place, unless a split emptied it. */
function keeperOf(found: Holder[], home: number | null): Holder | undefined {
  const atHome = found.find(holder => holder.position === home)
  if (atHome?.hasText) return atHome
  return found.find(holder => holder.hasText) ?? atHome ?? found[0]
}
