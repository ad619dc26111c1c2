import { Extension, Mark, Node } from '@tiptap/core'
import { type BlockOptions, label, noWords } from './blocks.ts'
import { type MarkJson, type NodeJson, toText } from './json.ts'

/**
 * What stands in the editor for content that this version of the schema does not know, or that breaks its rules: a
 * block, a node among words, a mark, and an attribute that holds a known node's unknown attributes. In Yjs, in JSON
 * and in the hash stands the original, never one of these.
 */
export const unknownBlock = 'unknownBlock'
export const unknownInline = 'unknownInline'
export const unknownMark = 'unknownMark'
export const unknownAttributes = 'unknownAttributes'

const attributes = {
  /** What the node or mark is called where it is known. */
  name: { default: '', validate: 'string', rendered: false },
  /** The node, or what the mark says, as JSON. */
  original: { default: '{}', validate: 'string', rendered: false },
}

/** What only the editor's own HTML has, so that unknown content can be cut and pasted: a page of HTML has its words. */
export const editorOnly: ReadonlySet<string> = new Set(['data-original', 'data-unknown-attributes'])

const asHtml = ({ name, original }: Record<string, unknown>) => ({
  'data-unknown': name,
  'data-original': original,
})

const fromHtml = (element: HTMLElement) => ({
  name: element.dataset.unknown ?? '',
  original: element.dataset.original ?? '{}',
})

export const UnknownBlock = Node.create<BlockOptions>({
  name: unknownBlock,
  group: 'block',
  atom: true,
  addOptions: () => ({ words: noWords }),
  addAttributes: () => attributes,
  parseHTML: () => [{ tag: 'div[data-unknown]', getAttrs: fromHtml }],
  renderHTML({ node }) {
    return [
      'div',
      { ...asHtml(node.attrs), ...label(this.options.words.unknown) },
      wordsOf(node.attrs.original),
    ]
  },
  renderText: ({ node }) => wordsOf(node.attrs.original),
})

export const UnknownInline = Node.create({
  name: unknownInline,
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => attributes,
  parseHTML: () => [{ tag: 'span[data-unknown]', getAttrs: fromHtml }],
  renderHTML: ({ node }) => ['span', asHtml(node.attrs), wordsOf(node.attrs.original)],
  renderText: ({ node }) => wordsOf(node.attrs.original),
})

export const UnknownMark = Mark.create({
  name: unknownMark,
  // Two unknown marks may stand on one run of text; what is written after it is not meant by it.
  excludes: '',
  inclusive: false,
  addAttributes: () => attributes,
  parseHTML: () => [{ tag: 'i[data-unknown]', getAttrs: fromHtml }],
  renderHTML: ({ mark }) => ['i', asHtml(mark.attrs), 0],
})

export const UnknownAttributes = Extension.create({
  name: unknownAttributes,
  addGlobalAttributes: () => [
    {
      types: 'nodes',
      attributes: {
        [unknownAttributes]: {
          default: null,
          parseHTML: element => {
            const given = parsed(element.dataset.unknownAttributes)
            return isRecord(given) ? given : null
          },
          renderHTML: ({ [unknownAttributes]: given }) =>
            given === null ? {} : { 'data-unknown-attributes': JSON.stringify(given) },
        },
      },
    },
  ],
})

export const isStandIn = ({ type }: { type: { name: string } }) =>
  type.name === unknownBlock || type.name === unknownInline

/** The node that an original is; `null` for what is none, which only a forged clipboard holds. */
export function nodeOf(original: unknown): NodeJson | null {
  const value = parsed(original)
  return isNode(value) ? value : null
}

/** What an original says; nothing for what is no JSON, which only a forged clipboard holds. */
export function parsed(original: unknown): unknown {
  try {
    return JSON.parse(String(original))
  } catch {
    return {}
  }
}

/** The words of an original, a line for each block of them. */
function wordsOf(original: unknown): string {
  const node = nodeOf(original)
  return node === null ? '' : toText(node)
}

function isNode(value: unknown): value is NodeJson {
  if (!isRecord(value) || typeof value.type !== 'string') return false
  const { attrs = {}, content = [], marks = [], text = '' } = value
  return isRecord(attrs) && isList(content, isNode) && isList(marks, isMark) && typeof text === 'string'
}

const isMark = (value: unknown): value is MarkJson => isRecord(value) && typeof value.type === 'string'

const isList = (value: unknown, isItem: (item: unknown) => boolean) =>
  Array.isArray(value) && value.every(isItem)

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
