import * as Y from 'yjs'
import type { MarkJson, NodeJson } from './json.ts'

/** By Yjs' word; a program of somebody's own may have put anything there. */
export type Source = Y.XmlElement | Y.XmlText | Y.XmlHook

/** One child of a Yjs fragment or element, and what it says. */
export interface Read {
  source: Source
  /** One node for an element, one for each run of a text. */
  json: NodeJson[]
  /** Of an element. */
  children: Read[]
}

/** How deep elements may stand in each other. A list in a list takes two. */
const deepest = 200

/** The name in JSON of what is no element and no text. */
const foreignName = 'foreign'

/**
 * Reads what stands in a Yjs fragment, as it stands there: names, attributes and marks of any schema. Reading changes
 * nothing and never fails, whatever another program wrote; y-tiptap's own reading deletes what it does not know.
 */
export class Reader {
  /** The nodes that have, right in them, something that JSON and our editor have no form for. */
  readonly foreign = new WeakSet<NodeJson>()
  readonly #known = new WeakMap<object, Read>()

  /** The children of `fragment`. Those that were read before are not read again, unless they are forgotten. */
  read(fragment: Y.XmlFragment): Read[] {
    return fragment.toArray().map(source => {
      const read = this.#known.get(source) ?? this.#readChild(source)
      if (source instanceof Y.AbstractType) this.#known.set(source, read)
      return read
    })
  }

  knows(source: Source): boolean {
    return this.#known.has(source)
  }

  /** Says that a child, or something in it, has changed. */
  forget(source: object): void {
    this.#known.delete(source)
  }

  #readChild(source: Source): Read {
    if (source instanceof Y.XmlElement) return this.#readElement(source, 1)
    if (!(source instanceof Y.XmlText)) return { source, json: readForeign(source).json, children: [] }
    // Words that stand in no paragraph are read as one.
    const paragraph: NodeJson = { type: 'paragraph', content: readRuns(source).json }
    this.foreign.add(paragraph)
    return { source, json: [paragraph], children: [] }
  }

  #readElement(source: Y.XmlElement, depth: number): Read {
    const node: NodeJson = { type: source.nodeName }
    // To ProseMirror, and in the canonical text, an attribute that is null is not there.
    const attributes = Object.entries(source.getAttributes()).filter(([, value]) => value !== null)
    const plain = attributes.filter(([, value]) => isPlain(value))
    if (plain.length > 0) node.attrs = Object.fromEntries(plain)
    if (plain.length < attributes.length || depth === deepest) this.foreign.add(node)
    const items = depth === deepest ? [] : source.toArray()
    const children = items.map(child => this.#readIn(node, child, depth))
    if (children.length > 0) node.content = children.flatMap(child => child.json)
    return { source, json: [node], children }
  }

  #readIn(parent: NodeJson, source: Source, depth: number): Read {
    if (source instanceof Y.XmlElement) return this.#readElement(source, depth + 1)
    const { json, isForeign } = source instanceof Y.XmlText ? readRuns(source) : readForeign(source)
    if (isForeign) this.foreign.add(parent)
    return { source, json, children: [] }
  }
}

/** What stands in a fragment as one JSON document. */
export function readJson(fragment: Y.XmlFragment): NodeJson {
  return { type: 'doc', content: new Reader().read(fragment).flatMap(child => child.json) }
}

function readRuns(text: Y.XmlText): { json: NodeJson[]; isForeign: boolean } {
  const delta: { insert: unknown; attributes?: Record<string, unknown> }[] = text.toDelta()
  let isForeign = false
  const json = delta.map(({ insert, attributes }) => {
    const formats = Object.entries(attributes ?? {})
    if (typeof insert !== 'string' || !formats.every(([, value]) => isPlain(value))) isForeign = true
    const run = typeof insert === 'string' ? { type: 'text', text: insert } : foreignNode(insert)
    return formats.length > 0 ? { ...run, marks: formats.map(([key, value]) => readMark(key, value)) } : run
  })
  return { json, isForeign }
}

/** Where marks of one name overlap, y-tiptap tells them apart by a suffix. */
const overlapping = /^(.*)--[a-zA-Z0-9+/=]{8}$/s

function readMark(key: string, value: unknown): MarkJson {
  const type = overlapping.exec(key)?.[1] ?? key
  if (isRecord(value) && isPlain(value)) {
    return type === key ? { type, attrs: value } : { type, attrs: value, written: { key, value } }
  }
  return { type, written: { key, value: isPlain(value) ? value : null } }
}

function readForeign(value: unknown): { json: NodeJson[]; isForeign: true } {
  return { json: [foreignNode(value)], isForeign: true }
}

function foreignNode(value: unknown): NodeJson {
  if (!(value instanceof Y.Text)) {
    return isPlain(value) ? { type: foreignName, attrs: { value } } : { type: foreignName }
  }
  const delta: { insert: unknown }[] = value.toDelta()
  const words = delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
  return { type: foreignName, content: [{ type: 'text', text: words }] }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether JSON says it all, and it is no deeper than anybody means it. */
function isPlain(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth > 50) return false
  // ProseMirror's attributes have no prototype.
  const prototype: unknown = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false
  return Object.values(value).every(each => isPlain(each, depth + 1))
}
