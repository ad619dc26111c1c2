import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { type MarkJson, type NodeJson, stringAttribute, toText, walk } from './json.ts'
import { documentNode } from './nodes.ts'
import { readJson } from './reading.ts'
import { documentSchema, fragmentName } from './schema.ts'
import { writeFragment } from './writing.ts'

export { type MarkJson, type NodeJson, toText } from './json.ts'

/** A document without text. */
export const emptyDocument: NodeJson = { type: 'doc', content: [{ type: 'paragraph' }] }

/**
 * The document as a ProseMirror node, checked against the schema: structure, attributes, link addresses. Types that
 * this version does not know are kept.
 *
 * @throws RangeError when the JSON is not a document
 */
export function toNode(json: NodeJson): Node {
  return documentNode(json, documentSchema(), { misfits: 'refuse' })
}

/** A stored text as a ProseMirror node. It stands in the log, so what breaks the rules of the schema is kept too. */
export function storedNode(json: NodeJson): Node {
  return documentNode(json, documentSchema(), { misfits: 'keep' })
}

/**
 * A document as the first Yjs update of its log. Only for a document that is being created: updates made from two
 * different texts are two texts, and a document that gets both shows both. The same JSON always gives the same update,
 * so that a copy of a demonstration document in somebody's browser still fits after the data was made anew.
 *
 * Types that this version does not know go into it as they are; known ones must keep the rules of the schema.
 *
 * @returns a Yjs update (v1)
 * @throws RangeError when the JSON is not a document: its structure, an attribute, the address of a link
 */
export function toUpdate(json: NodeJson): Uint8Array<ArrayBuffer> {
  const node = toNode(json)
  const made = new Y.Doc()
  made.clientID = fingerprint(JSON.stringify(normalise(json)))
  writeFragment(made.getXmlFragment(fragmentName), node)
  const update = Y.encodeStateAsUpdate(made)
  made.destroy()
  return new Uint8Array(update)
}

/** FNV-1a, 32 bits: the size of a Yjs client id. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** The text of a Yjs document as JSON, in the order and form that is frozen and hashed. */
export function fromYDoc(source: Y.Doc): NodeJson {
  const json = normalise(readJson(source.getXmlFragment(fragmentName)))
  return json.content && json.content.length > 0 ? json : emptyDocument
}

/** The text that a list of Yjs updates (v1, in any order) adds up to. */
export function fromUpdates(updates: Iterable<Uint8Array>): NodeJson {
  const replayed = new Y.Doc()
  replayed.transact(() => {
    for (const update of updates) Y.applyUpdate(replayed, update)
  })
  const json = fromYDoc(replayed)
  replayed.destroy()
  return json
}

/**
 * One form for one text: marks by name, runs with the same marks joined, no empty runs, no absent attributes.
 * Two replicas of a Yjs document may order and cut these differently, and a hash must not tell them apart.
 */
export function normalise(node: NodeJson): NodeJson {
  const result: NodeJson = { type: node.type }
  const attrs = withoutAbsent(node.attrs)
  if (attrs) result.attrs = attrs
  if (node.text !== undefined) result.text = node.text
  if (node.marks && node.marks.length > 0) result.marks = node.marks.map(normaliseMark).sort(byType)
  if (node.content && node.content.length > 0) {
    const children: NodeJson[] = []
    for (const child of node.content) {
      if (child.type === 'text' && !child.text) continue
      const next = normalise(child)
      const last = children.at(-1)
      if (last && isSameRun(last, next)) last.text = `${last.text ?? ''}${next.text ?? ''}`
      else children.push(next)
    }
    if (children.length > 0) result.content = children
  }
  return result
}

const byType = (a: MarkJson, b: MarkJson) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0)

function normaliseMark(mark: MarkJson): MarkJson {
  const attrs = withoutAbsent(mark.attrs)
  return attrs ? { type: mark.type, attrs } : { type: mark.type }
}

function withoutAbsent(attrs: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  const present = Object.entries(attrs ?? {}).filter(([, value]) => value !== null && value !== undefined)
  present.sort(([a], [b]) => (a < b ? -1 : 1))
  return present.length > 0 ? Object.fromEntries(present) : undefined
}

function isSameRun(a: NodeJson, b: NodeJson): boolean {
  return a.type === 'text' && b.type === 'text' && JSON.stringify(a.marks) === JSON.stringify(b.marks)
}

/**
 * The recommendations of a position in reading order. `blockId` stays the same while the text is edited, so it
 * is what a follow-up hangs on; blocks without text or without an id are left out.
 */
export function recommendations(json: NodeJson): { blockId: string; text: string }[] {
  const found: { blockId: string; text: string }[] = []
  walk(json, node => {
    if (node.type !== 'recommendation') return true
    const blockId = stringAttribute(node, 'blockId')
    const text = toText(node)
    if (blockId !== null && text !== '') found.push({ blockId, text })
    return false
  })
  return found
}
