import { Mark, Node } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import type { NodeJson } from './json.ts'

/**
 * Content that this version of the schema does not know is kept, not dropped: a node becomes an
 * `unknownBlock` or `unknownInline`, a mark an `unknownMark`, each with the original in its attributes. Who
 * knows the type again gets the original back (`withoutFallbacks`).
 */
const attributes = {
  /** The name of the node or mark that is not known here. */
  name: { default: '', validate: 'string', rendered: false },
  /** The original node (or the mark's attributes) as JSON. */
  original: { default: '{}', validate: 'string', rendered: false },
}

export const UnknownBlock = Node.create({
  name: 'unknownBlock',
  group: 'block',
  atom: true,
  addAttributes: () => attributes,
  renderHTML: ({ node }) => ['div', { 'data-unknown': String(node.attrs.name) }, textOf(node.attrs.original)],
})

export const UnknownInline = Node.create({
  name: 'unknownInline',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => attributes,
  renderHTML: ({ node }) => [
    'span',
    { 'data-unknown': String(node.attrs.name) },
    textOf(node.attrs.original),
  ],
})

export const UnknownMark = Mark.create({
  name: 'unknownMark',
  // Two unknown marks may stand on one run of text.
  excludes: '',
  addAttributes: () => attributes,
  renderHTML: ({ mark }) => ['span', { 'data-unknown': String(mark.attrs.name) }, 0],
})

function textOf(original: unknown): string {
  const node = parse(original)
  const words: string[] = []
  const visit = (each: NodeJson) => {
    if (typeof each.text === 'string') words.push(each.text)
    if (Array.isArray(each.content)) each.content.forEach(visit)
  }
  if (node) visit(node)
  return words.join(' ')
}

function parse(original: unknown): NodeJson | null {
  if (typeof original !== 'string') return null
  try {
    const value: unknown = JSON.parse(original)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as NodeJson) : null
  } catch {
    return null
  }
}

/** The same document with every node and mark that `schema` does not know in its fallback. */
export function withFallbacks(json: NodeJson, schema: Schema): NodeJson {
  const convert = (node: NodeJson, inline: boolean): NodeJson => {
    const type = schema.nodes[node.type]
    if (type === undefined) {
      const attrs = { name: node.type, original: JSON.stringify(node) }
      return { type: inline ? 'unknownInline' : 'unknownBlock', attrs }
    }
    const result: NodeJson = { ...node }
    if (node.content) result.content = node.content.map(child => convert(child, type.inlineContent))
    if (node.marks) {
      result.marks = node.marks.map(mark =>
        schema.marks[mark.type]
          ? mark
          : { type: 'unknownMark', attrs: { name: mark.type, original: JSON.stringify(mark.attrs ?? {}) } },
      )
    }
    return result
  }
  return convert(json, false)
}

/** The same document with every fallback turned back into what it stands for. */
export function withoutFallbacks(json: NodeJson): NodeJson {
  if (json.type === 'unknownBlock' || json.type === 'unknownInline') {
    return parse(json.attrs?.original) ?? json
  }
  const result: NodeJson = { ...json }
  if (json.content) result.content = json.content.map(withoutFallbacks)
  if (json.marks) {
    result.marks = json.marks.map(mark => {
      if (mark.type !== 'unknownMark') return mark
      const attrs = parse(mark.attrs?.original)
      return { type: String(mark.attrs?.name), ...(attrs === null ? {} : { attrs: { ...attrs } }) }
    })
  }
  return result
}
