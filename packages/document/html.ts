import { getSchema } from '@tiptap/core'
import type { DOMOutputSpec, Fragment, Mark, Node, Schema } from '@tiptap/pm/model'
import { blockAnchor } from './anchors.ts'
import { type BlockWords, noWords } from './blocks.ts'
import type { NodeJson } from './json.ts'
import { documentNode } from './nodes.ts'
import { numberedParagraphs } from './numbering.ts'
import { documentExtensions } from './schema.ts'
import { editorOnly } from './unknown.ts'

/**
 * A document as HTML, made without a DOM: for read-only pages, for the text that a page shows before its
 * socket opens, for mail. It is what the editor itself would render (the same `renderHTML` of each type), with
 * every text and attribute escaped; a link outside http, https and mailto is words, and so is what breaks the rules of
 * the schema.
 *
 * @param words what blocks show around the text, in the reader's language
 */
export function toHtml(json: NodeJson, words: BlockWords = noWords): string {
  const schema = schemaWith(words)
  const node = documentNode(json, schema, { misfits: 'keep' })
  const numbers = new Map(
    words.paragraph === '' ? [] : numberedParagraphs(node).map(each => [each.node, each.number]),
  )
  return fragmentHtml(node.content, paragraph => {
    const number = numbers.get(paragraph)
    return number === undefined ? '' : numberHtml(number, paragraph.attrs.blockId, words.paragraph)
  })
}

/** The number of a paragraph. It is shown by the style sheet, so that it is never searched or copied as a word of the text. */
function numberHtml(number: number, blockId: unknown, word: string): string {
  const shown = `data-number="${number}"`
  if (typeof blockId !== 'string') return `<span class="paragraph-number" ${shown}></span>`
  const link = { href: `#${blockAnchor(blockId)}`, 'aria-label': `${word} ${number}` }
  return `<a class="paragraph-number" ${shown}${attributesHtml(link)}></a>`
}

/** One schema a language: building one takes longer than rendering a page. */
const schemas = new Map<string, Schema>()

export function schemaWith(words: BlockWords): Schema {
  const key = JSON.stringify(words)
  const known = schemas.get(key)
  if (known) return known
  if (schemas.size > 20) schemas.clear()
  const schema = getSchema(documentExtensions(words))
  schemas.set(key, schema)
  return schema
}

/** Neighbours that share marks share the elements, so that a link over bold and plain words is one link. */
export function fragmentHtml(fragment: Fragment, before: Before = () => ''): string {
  let html = ''
  const open: { mark: Mark; close: string }[] = []
  const closeTo = (count: number) => {
    while (open.length > count) html += open.pop()?.close ?? ''
  }
  fragment.forEach(node => {
    let shared = 0
    while (shared < open.length && shared < node.marks.length) {
      const mark = node.marks[shared]
      if (!mark || !open[shared]?.mark.eq(mark)) break
      shared += 1
    }
    closeTo(shared)
    for (const mark of node.marks.slice(shared)) {
      const [start, close] = specHtml(mark.type.spec.toDOM?.(mark, node.isInline) ?? ['span', 0], hole).split(
        hole,
      )
      html += start ?? ''
      open.push({ mark, close: close ?? '' })
    }
    html += nodeHtml(node, before)
  })
  closeTo(0)
  return html
}

/** Stands for the place of the content while a mark's element is rendered; no escaped text contains it. */
const hole = '<>'

/** What stands before the content of a block, as HTML. */
type Before = (block: Node) => string

function nodeHtml(node: Node, before: Before): string {
  if (node.isText) return escapeHtml(node.text ?? '')
  const spec = node.type.spec.toDOM?.(node)
  const content = before(node) + fragmentHtml(node.content, before)
  return spec === undefined ? content : specHtml(spec, content)
}

const voidElements = new Set(['br', 'hr', 'img', 'col', 'input', 'wbr'])

/** ProseMirror's output spec (`[tag, attributes?, ...children]`, `0` where the content goes) as HTML. */
export function specHtml(spec: DOMOutputSpec, content: string): string {
  if (typeof spec === 'string') return escapeHtml(spec)
  if (!Array.isArray(spec)) throw new RangeError('a block rendered a DOM node on the server')
  const [tag, ...rest]: unknown[] = [...spec]
  if (typeof tag !== 'string' || !/^[a-z][a-z0-9]*$/.test(tag))
    throw new RangeError(`no such element: ${tag}`)
  const attributes = isAttributes(rest[0]) ? attributesHtml(rest[0]) : ''
  const children = isAttributes(rest[0]) || rest[0] === undefined || rest[0] === null ? rest.slice(1) : rest
  if (voidElements.has(tag)) return `<${tag}${attributes}>`
  const inner = children.map(child => (child === 0 ? content : specHtml(child as DOMOutputSpec, content)))
  return `<${tag}${attributes}>${inner.join('')}</${tag}>`
}

function isAttributes(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function attributesHtml(attributes: Record<string, unknown>): string {
  return Object.entries(attributes)
    .filter(([name, value]) => value !== null && value !== undefined && !editorOnly.has(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character] ?? '')
}
