import { type Attrs, Fragment, Mark, type Node, type NodeType, type Schema } from '@tiptap/pm/model'
import type { MarkJson, NodeJson } from './json.ts'
import { isTooLargeTable } from './tables.ts'
import { isStandIn, unknownAttributes, unknownBlock, unknownInline, unknownMark } from './unknown.ts'

export interface NodeOptions {
  /**
   * What is done with known types that break the rules of the schema: `refuse` throws, for a text that is being
   * created; `keep` makes them unknown, for a text that exists.
   */
  misfits: 'refuse' | 'keep'
  /** Nodes to treat as unknown, whatever their name. */
  foreign?: Pick<WeakSet<NodeJson>, 'has'>
  /** Which node each JSON node became, also from before: what is here is not made again. */
  made?: WeakMap<NodeJson, Node>
}

/**
 * A document as a ProseMirror node of `schema`. A type that the schema does not know becomes its stand-in
 * (`unknown.ts`), and so does, when misfits are kept, a node that does not fit where it stands, if a stand-in fits
 * there; if not, the node around it.
 *
 * @throws RangeError when the JSON is not a document
 */
export function documentNode(json: NodeJson, schema: Schema, options: NodeOptions): Node {
  const type = schema.topNodeType
  const content =
    json.type === type.name ? new Builder(schema, options).content(type, json.content ?? []) : null
  const node =
    content && (options.misfits === 'keep' ? type.createAndFill(null, content) : type.create(null, content))
  if (!node) throw new RangeError('this is not a document')
  if (options.misfits === 'refuse') node.check()
  return node
}

class Builder {
  readonly #schema: Schema
  readonly #options: NodeOptions

  constructor(schema: Schema, options: NodeOptions) {
    this.#schema = schema
    this.#options = options
  }

  /** The children of a node; `null` when they cannot stand in it. */
  content(type: NodeType, children: readonly NodeJson[]): Node[] | null {
    const nodes: Node[] = []
    let match = type.contentMatch
    for (const child of children) {
      if (child.text === '') continue
      let node = this.#options.made?.get(child) ?? this.#known(child)
      if (node === null || (this.#keeps && match.matchType(node.type) === null)) {
        // Words need a node around them, so they cannot be unknown on their own.
        if (child.text !== undefined) return null
        node = this.#standIn(child, type.inlineContent ? unknownInline : unknownBlock)
      }
      const next = match.matchType(node.type)
      if (next === null) {
        if (this.#keeps) return null
        throw new RangeError(`${child.type} cannot stand here in ${type.name}`)
      }
      match = next
      nodes.push(node)
      this.#options.made?.set(child, node)
    }
    return nodes
  }

  get #keeps(): boolean {
    return this.#options.misfits === 'keep'
  }

  /** The node as what it is called; `null` when the schema does not know it, or not like this. */
  #known(json: NodeJson): Node | null {
    if (json.text !== undefined) return this.#schema.text(json.text, this.#marks(json))
    const type = this.#schema.nodes[json.type]
    if (!type || type.isText || type === this.#schema.topNodeType || isStandIn({ type })) return null
    if (this.#options.foreign?.has(json)) return null
    const attrs = this.#attributes(type, json.attrs ?? {})
    const content = this.content(type, json.content ?? [])
    const marks = this.#marks(json)
    if (!this.#keeps) return type.createChecked(attrs, content, marks)
    if (content === null || !content.every(node => type.allowsMarks(node.marks))) return null
    const children = Fragment.from(content)
    const isComplete = type.validContent(children)
    // What two people did at once can leave a list without items or a row without a cell: `createAndFill`.
    const node = unlessBroken(() =>
      (isComplete ? type.create : type.createAndFill).call(type, attrs, children, marks),
    )
    return node && isTooLargeTable(node) ? null : node
  }

  #standIn(json: NodeJson, name: string): Node {
    const { [name]: type } = this.#schema.nodes
    if (!type) throw new RangeError(`the schema has no ${name}`)
    return type.create({ name: json.type, original: JSON.stringify(json) }, null, this.#marks(json))
  }

  #attributes(type: NodeType, given: Record<string, unknown>): Attrs {
    const present = Object.entries(given).filter(([, value]) => value !== null && value !== undefined)
    const isKnown = (name: string) => name !== unknownAttributes && Object.hasOwn(type.spec.attrs ?? {}, name)
    const unknown = present.filter(([name]) => !isKnown(name))
    return {
      ...Object.fromEntries(present.filter(([name]) => isKnown(name))),
      ...(unknown.length > 0 ? { [unknownAttributes]: Object.fromEntries(unknown) } : {}),
    }
  }

  #marks({ marks = [] }: NodeJson): readonly Mark[] {
    return Mark.setFrom(marks.map(mark => this.#mark(mark)))
  }

  #mark({ type: name, attrs = {}, written }: MarkJson): Mark {
    const type = name === unknownMark || written ? undefined : this.#schema.marks[name]
    const isKnown = Object.keys(attrs).every(each => Object.hasOwn(type?.spec.attrs ?? {}, each))
    if (type && isKnown) {
      const mark = this.#keeps ? unlessBroken(() => type.create(attrs)) : type.create(attrs)
      if (mark) return mark
    }
    const { [unknownMark]: standIn } = this.#schema.marks
    if (!standIn) throw new RangeError('the schema has no stand-in for marks')
    const { key, value } = written ?? { key: name, value: attrs }
    return standIn.create({ name: key, original: JSON.stringify(value) })
  }
}

/** What `make` makes; `null` where an attribute is not allowed, which ProseMirror finds when it makes something. */
export function unlessBroken<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
