import { type Mark, Node } from '@tiptap/pm/model'
import { updateYFragment } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { NodeJson } from './json.ts'
import { isStandIn, nodeOf, parsed, unknownAttributes, unknownMark } from './unknown.ts'

/**
 * What y-tiptap's writer looks at in a node. It writes names, attributes and marks as they are here, so a stand-in goes
 * to it in the shape of its original.
 */
interface Shape {
  type: { name: string }
  attrs: Record<string, unknown>
  content: { content: readonly Node[] }
  isText: boolean
  text?: string | undefined
  marks: readonly { type: { name: string }; attrs: unknown; toJSON: () => unknown }[]
  /** In the editor; 0 for what has no node there. */
  nodeSize: number
}

/** The node of the editor behind an original; `null` for what stands within a stand-in. */
const behind = new WeakMap<Node, Node | null>()

function original(shape: Shape, node: Node | null): Node {
  const made: Node = Object.create(Node.prototype, Object.getOwnPropertyDescriptors(shape))
  behind.set(made, node)
  return made
}

/** The node of the editor that `written` was made for; `null` when it has none there. */
export function inEditor(written: Node): Node | null {
  return behind.has(written) ? (behind.get(written) ?? null) : written
}

/** By the attributes of a stand-in, which stay when it is moved or gets a mark. */
const originals = new WeakMap<object, readonly Node[]>()
const written = new WeakMap<Node, readonly Node[]>()

/** Says what a stand-in stands for, where whoever read it knows that better than its attributes can say. */
export function standFor(node: Node, nodes: readonly Node[]): void {
  originals.set(node.attrs, nodes)
}

/**
 * A node as it is written: itself where nothing in it is a stand-in, else its original, which for words that stood in no
 * paragraph is several. The same for the same node, which is how y-tiptap's writer sees that nothing changed.
 */
export function asWritten(node: Node): readonly Node[] {
  const known = written.get(node)
  if (known) return known
  const made = isStandIn(node) ? (originals.get(node.attrs) ?? [originalOf(node)]) : [withOriginals(node)]
  written.set(node, made)
  return made
}

function withOriginals(node: Node): Node {
  const { [unknownAttributes]: unknown, ...attrs } = node.attrs
  const content = node.content.content.flatMap(asWritten)
  const isItself =
    !unknown &&
    !node.marks.some(isUnknown) &&
    content.length === node.childCount &&
    content.every((child, index) => child === node.child(index))
  if (isItself) return node
  const { type, isText, text, nodeSize } = node
  const unknownMarks = node.marks
    .filter(isUnknown)
    .map(({ attrs: { name, original: value } }) => ({ key: name, value: parsed(value) }))
  const marks = [...node.marks.filter(mark => !isUnknown(mark)), ...marksAsWritten(unknownMarks)]
  return original(
    { type, attrs: { ...attrs, ...unknown }, content: { content }, isText, text, marks, nodeSize },
    node,
  )
}

function originalOf(node: Node): Node {
  const { name, original: json } = node.attrs
  return original({ ...shapeOf(nodeOf(json) ?? { type: String(name) }), nodeSize: node.nodeSize }, node)
}

/** An element of Yjs as it is written, with its attributes as they are, for the stand-in that it has. */
export function elementAsWritten(element: Y.XmlElement, content: Node[], node: Node): Node {
  const { nodeSize } = node
  const type = { name: element.nodeName }
  return original(
    {
      type,
      attrs: element.getAttributes(),
      content: { content },
      isText: false,
      marks: [],
      nodeSize,
      text: undefined,
    },
    node,
  )
}

/** What JSON says, as it is written. */
export function fromJson(json: NodeJson): Node {
  return original(shapeOf(json), null)
}

function shapeOf({ type, attrs = {}, content = [], marks = [], text }: NodeJson): Shape {
  return {
    type: { name: type },
    attrs,
    content: { content: content.map(fromJson) },
    isText: text !== undefined,
    text,
    marks: marksAsWritten(
      marks.map(({ type, attrs = {}, written }) => written ?? { key: type, value: attrs }),
    ),
    nodeSize: 0,
  }
}

const isUnknown = (mark: Mark) => mark.type.name === unknownMark

type WrittenMark = Shape['marks'][number]

/** The marks of a run. Several of one name need a suffix each, which y-tiptap adds for marks that do not exclude themselves. */
function marksAsWritten(marks: readonly { key: string; value: unknown }[]): WrittenMark[] {
  return marks.map(({ key, value }) => ({
    type: markType(key, marks.filter(other => other.key === key).length > 1),
    attrs: value,
    toJSON: () => ({ type: key, attrs: value }),
  }))
}

/** One object for each: y-tiptap remembers by it whether a mark excludes itself. */
const markTypes = new Map<string, { name: string; excludes: () => boolean }>()

function markType(name: string, overlaps: boolean) {
  const key = `${overlaps} ${name}`
  const type = markTypes.get(key) ?? { name, excludes: () => !overlaps }
  markTypes.set(key, type)
  return type
}

/** Writes a document into a fragment that is empty. */
export function writeFragment(fragment: Y.XmlFragment, doc: Node): void {
  const { doc: owner } = fragment
  if (!owner) throw new RangeError('the fragment is in no document')
  updateYFragment(owner, fragment, asWritten(doc)[0], { mapping: new Map(), isOMark: new Map() })
}
