import { Node } from '@tiptap/pm/model'
import { prosemirrorToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { type MarkJson, type NodeJson, stringAttribute, walk } from './json.ts'
import { documentSchema, fragmentName } from './schema.ts'
import { withFallbacks, withoutFallbacks } from './unknown.ts'

export type { MarkJson, NodeJson } from './json.ts'

/** A document without text. */
export const emptyDocument: NodeJson = { type: 'doc', content: [{ type: 'paragraph' }] }

/**
 * The document as a ProseMirror node, checked against the schema: structure, attributes, link addresses.
 * Unknown types are kept in their fallback.
 *
 * @throws RangeError when the JSON is not a document
 */
export function toNode(json: NodeJson): Node {
  const node = Node.fromJSON(documentSchema(), withFallbacks(json, documentSchema()))
  node.check()
  return node
}

/**
 * A document as the first Yjs update of its log. Only for a document that is being created: updates made from two
 * different texts are two texts, and a document that gets both shows both. The same JSON always gives the same update,
 * so that a copy of a demonstration document in somebody's browser still fits after the data was made anew.
 *
 * @returns a Yjs update (v1)
 * @throws RangeError when the JSON is not a document
 */
export function toUpdate(json: NodeJson): Uint8Array<ArrayBuffer> {
  const node = toNode(json)
  const made = new Y.Doc()
  made.clientID = fingerprint(JSON.stringify(normalise(json)))
  prosemirrorToYXmlFragment(node, made.getXmlFragment(fragmentName))
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
  const read = yXmlFragmentToProsemirrorJSON(source.getXmlFragment(fragmentName)) as NodeJson
  const json = normalise(withoutFallbacks(read))
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

const blockEnds = new Set(['paragraph', 'heading', 'unknownBlock', 'horizontalRule'])

/** The words alone: one line a paragraph, no marks. For search, counting and notifications. */
export function toText(json: NodeJson): string {
  const lines: string[] = []
  let line = ''
  const visit = (node: NodeJson) => {
    if (node.text !== undefined) line += node.text
    if (node.type === 'hardBreak') line += '\n'
    node.content?.forEach(visit)
    if (blockEnds.has(node.type)) {
      if (line !== '') lines.push(line)
      line = ''
    }
  }
  visit(json)
  if (line !== '') lines.push(line)
  return lines.join('\n')
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
