/** Texts for comparing, and what a comparison says of each of its two sides. */
import fc from 'fast-check'
import type { Block, Comparison, Entry } from '../../packages/document/compare.ts'
import { normalise } from '../../packages/document/content.ts'
import type { NodeJson } from '../../packages/document/json.ts'

export const text = (words: string, ...marks: string[]): NodeJson => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map(type => ({ type })) } : {}),
})
export const paragraph = (words: string, blockId?: string): NodeJson => ({
  type: 'paragraph',
  ...(blockId === undefined ? {} : { attrs: { blockId } }),
  ...(words === '' ? {} : { content: [text(words)] }),
})
export const heading = (words: string, level = 2, blockId?: string): NodeJson => ({
  type: 'heading',
  attrs: { level, ...(blockId === undefined ? {} : { blockId }) },
  content: [text(words)],
})
export const holder = (type: string, ...content: NodeJson[]): NodeJson => ({ type, content })
export const doc = (...content: NodeJson[]): NodeJson => ({ type: 'doc', content })

/** The text that all entries with a `before` (or an `after`) add up to. */
export function sideOf(comparison: Comparison, side: 'before' | 'after'): NodeJson {
  const found: { at: readonly number[]; node: NodeJson }[] = []
  const visit = (entry: Entry) => {
    if (entry.change === 'left') return
    const shell = entry[side]
    if (shell) {
      const content = entry.runs?.flatMap(run => run[side]) ?? []
      const node: NodeJson = { type: shell.type }
      if (shell.attrs) node.attrs = shell.attrs
      if (content.length > 0) node.content = content
      found.push({ at: shell.at, node })
    }
    entry.blocks?.forEach(visit)
  }
  comparison.blocks.forEach(visit)
  const root: NodeJson = { type: 'doc', content: [] }
  found.sort((a, b) => a.at.length - b.at.length || (a.at.at(-1) ?? 0) - (b.at.at(-1) ?? 0))
  for (const { at, node } of found) {
    const parent = at.slice(0, -1).reduce<NodeJson | undefined>((each, index) => each?.content?.[index], root)
    if (parent === undefined) throw new Error(`nothing holds ${at}`)
    parent.content ??= []
    if (parent.content.length !== at.at(-1)) throw new Error(`something is missing before ${at}`)
    parent.content.push(node)
  }
  return normalise(root)
}

export const blocksOf = (entries: readonly Entry[]): Block[] =>
  entries.flatMap(entry => (entry.change === 'left' ? [] : [entry, ...blocksOf(entry.blocks ?? [])]))

export const textOf = (nodes: readonly NodeJson[]): string => nodes.map(node => node.text ?? '').join('')

/** `două ~~cuvinte~~ ++vorbe++`: a paragraph as people read it. */
export const readRuns = ({ runs }: Block): string =>
  (runs ?? [])
    .map(({ change, before, after }) => {
      if (change === 'struck') return `~~${textOf(before)}~~`
      if (change === 'inserted') return `++${textOf(after)}++`
      return change === 'styled' ? `**${textOf(after)}**` : textOf(after)
    })
    .join('')

const vocabulary = [
  'victimele',
  'traficului',
  'de',
  'persoane',
  'într-o',
  'și',
  'art. 5 alin. (2)',
  'prevenire',
  'nr. 678/2001,',
  '„sprijin”',
  'organizațiile',
  'se',
  'propune',
  'asistență',
  'copii',
  '10.000',
  'lei',
  'instituțiile',
]
const marks = [[], [], [], ['bold'], ['italic'], ['bold', 'italic']]

const sentence = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 14 }) },
  { weight: 1, arbitrary: fc.constantFrom(['—'], ['…', '*']) },
)
const inline = fc
  .array(fc.tuple(sentence, fc.constantFrom(...marks)), { minLength: 0, maxLength: 3 })
  .map(parts => parts.map(([words, names]) => text(`${words.join(' ')} `, ...names)))

/** Ids repeat between two texts, as they do between two states of one. */
const blockId = fc.option(
  fc.integer({ min: 0, max: 12 }).map(number => `id${String(number).padStart(4, '0')}`),
  { nil: undefined },
)

const withId = (node: NodeJson, id: string | undefined): NodeJson =>
  id === undefined ? node : { ...node, attrs: { ...node.attrs, blockId: id } }

const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(inline, blockId).map(([content, id]) => withId({ type: 'paragraph', content }, id)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(inline, fc.constantFrom(2, 3), blockId)
      .map(([content, level, id]) => withId({ type: 'heading', attrs: { level }, content }, id)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<NodeJson>(
      { type: 'horizontalRule' },
      { type: 'image', attrs: { src: '/a', alt: 'x' } },
    ),
  },
)
const lines = fc.array(line, { minLength: 1, maxLength: 3 })
const list = fc
  .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(lines, { minLength: 1, maxLength: 3 }))
  .map(([type, items]) => holder(type, ...items.map(content => holder('listItem', ...content))))
const table = fc
  .array(fc.tuple(lines, lines), { minLength: 1, maxLength: 3 })
  .map(rows =>
    holder(
      'table',
      ...rows.map(row => holder('tableRow', ...row.map(content => holder('tableCell', ...content)))),
    ),
  )
const section = fc
  .tuple(
    fc.constantFrom('situation', 'recommendation'),
    fc.array(fc.oneof(line, list), { minLength: 1, maxLength: 3 }),
    blockId,
  )
  .map(([type, content, id]) => withId(holder(type, ...content), id))
const amendments = fc
  .array(fc.tuple(lines, lines, lines, blockId), { minLength: 1, maxLength: 2 })
  .map(rows =>
    holder(
      'amendmentTable',
      ...rows.map(([present, proposed, reasons, id]) =>
        withId(
          holder(
            'amendmentRow',
            holder('amendmentPresent', ...present),
            holder('amendmentProposed', ...proposed),
            holder('amendmentReasons', ...reasons),
          ),
          id,
        ),
      ),
    ),
  )

const block = fc.oneof({ weight: 6, arbitrary: line }, list, table, section, amendments)

/** Any text: its blocks may have ids, of which some may be doubled, as clients that are not ours could write them. */
export const anyText = fc.array(block, { minLength: 1, maxLength: 8 }).map(content => doc(...content))

/** A text and another that shares most of its blocks with it, in another order. */
export const twoTexts = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 8 }), fc.array(block, { maxLength: 4 }))
  .chain(([blocks, others]) =>
    fc
      .tuple(
        fc.shuffledSubarray([...blocks, ...others], { minLength: 1 }),
        fc.shuffledSubarray([...blocks, ...others], { minLength: 1 }),
      )
      .map(([before, after]) => [doc(...before), doc(...after)] as const),
  )
