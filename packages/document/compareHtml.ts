import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { type BlockWords, noWords } from './blocks.ts'
import type { Block, Comparison, Entry, Left, Note, Shell } from './compare.ts'
import { withoutId } from './compareBlocks.ts'
import type { Run } from './compareWords.ts'
import { storedNode } from './content.ts'
import { escapeHtml, fragmentHtml, schemaWith, specHtml } from './html.ts'
import type { NodeJson } from './json.ts'
import { documentNode, unlessBroken } from './nodes.ts'
import { numberedParagraphs } from './numbering.ts'

/** What is said around a comparison, in the reader's language. Nothing is told by colour alone. */
export interface CompareWords {
  /** Before the words of a run, for those who listen: „inserat:”, „tăiat:”, „altă formatare:”. */
  run: Record<'inserted' | 'struck' | 'styled', string>
  runEnd: string
  /** Before a block. */
  block: Record<'inserted' | 'struck' | 'changed', string>
  moved: Record<Left['to'], string>
  note: Record<Note, string>
  /** Where a block stood that moved; `quote` is how it begins. */
  left(to: Left['to'], quote: string): string
  /** A folded stretch: „12 paragrafe neschimbate”. */
  folded(count: number): string
  /** The heads of the two columns. */
  side: Record<Side, string>
}

/** `before` shows the old text with what was struck, `after` the new one with what was inserted, `both` both in one. */
type Side = 'before' | 'after'

export interface Look {
  words: CompareWords
  blocks?: BlockWords
  sideBySide?: boolean
}

/** Unchanged blocks that are shown on either side of a change. */
const around = 1

/** So many unchanged blocks at least are worth folding. */
const leastFolded = 3

/**
 * A comparison as HTML that is safe to put into a page, by the same renderers as the text itself (`toHtml`). What can be
 * jumped to has `data-stop`. Unchanged stretches are folded into `<details>`, so that they open without a script.
 */
export function compareHtml(
  comparison: Comparison,
  texts: { before: NodeJson; after: NodeJson },
  { words, blocks = noWords, sideBySide = false }: Look,
): string {
  const numbers = { before: numbersOf(texts.before), after: numbersOf(texts.after) }
  const painter = new Painter(schemaWith(blocks), words, numbers, comparison.blocks)
  const rows = comparison.blocks.map(entry => ({
    folds: entry.change !== 'left' && entry.untouched,
    html: sideBySide ? painter.row(entry) : painter.entry(entry, 'both'),
  }))
  const folded = fold(rows, words)
  if (!sideBySide) return folded
  const head = (side: Side) => `<div class="compared-head">${escapeHtml(words.side[side])}</div>`
  return `<div class="compared-row">${head('before')}${head('after')}</div>${folded}`
}

function fold(rows: readonly { folds: boolean; html: string }[], words: CompareWords): string {
  const isKept = (index: number) => rows[index]?.folds === true
  const nearChange = (index: number) => {
    for (let distance = 1; distance <= around; distance += 1)
      for (const other of [index - distance, index + distance])
        if (rows[other] !== undefined && !isKept(other)) return true
    return false
  }
  let html = ''
  let quiet: string[] = []
  const end = () => {
    const inside = quiet.join('')
    if (quiet.length < leastFolded) html += inside
    else
      html += `<details class="compared-fold"><summary>${escapeHtml(words.folded(quiet.length))}</summary>${inside}</details>`
    quiet = []
  }
  rows.forEach((row, index) => {
    if (row.folds && !nearChange(index)) quiet.push(row.html)
    else {
      end()
      html += row.html
    }
  })
  end()
  return html
}

/** The paragraph numbers of a text, by the way to each paragraph. */
function numbersOf(text: NodeJson): Map<string, number> {
  const document = storedNode(text)
  const ways = new Map<Node, string>()
  const visit = (node: Node, way: string) =>
    node.forEach((child, _offset, index) => {
      ways.set(child, `${way}/${index}`)
      visit(child, `${way}/${index}`)
    })
  visit(document, '')
  return new Map(numberedParagraphs(document).map(({ node, number }) => [ways.get(node) ?? '', number]))
}

const wayOf = ({ at }: Shell) => at.map(index => `/${index}`).join('')

class Painter {
  readonly #schema: Schema
  readonly #words: CompareWords
  readonly #numbers: Record<Side, Map<string, number>>
  /** Where to each block moved, by the number of the move. */
  readonly #ways = new Map<number, Left['to']>()

  constructor(
    schema: Schema,
    words: CompareWords,
    numbers: Record<Side, Map<string, number>>,
    entries: readonly Entry[],
  ) {
    this.#schema = schema
    this.#words = words
    this.#numbers = numbers
    const visit = (entry: Entry) => {
      if (entry.change === 'left') this.#ways.set(entry.move, entry.to)
      else entry.blocks?.forEach(visit)
    }
    entries.forEach(visit)
  }

  /** Old and new beside each other; on a narrow screen the style sheet puts them under each other. */
  row(entry: Entry): string {
    const quiet = entry.change !== 'left' && entry.untouched
    const [before, after] = [this.entry(entry, 'before'), this.entry(entry, 'after')]
    if (before === '' && after === '') return ''
    // Who listens hears an unchanged block once.
    const cell = quiet ? '<div aria-hidden="true">' : '<div>'
    return `<div class="compared-row"${quiet ? ' data-quiet' : ''}>${cell}${before}</div><div>${after}</div></div>`
  }

  /** @param within the type of what the entry stands in, left out for the text itself */
  entry(entry: Entry, side: Side | 'both', within = ''): string {
    if (entry.change === 'left') return side === 'after' ? '' : this.#sign(entry, within)
    if (side === 'before' && (entry.before === null || entry.change === 'moved')) return ''
    if (side === 'after' && entry.after === null) return ''
    if (entry.blocks !== null) return this.#holder(entry, entry.blocks, side)
    return entry.runs === null ? this.#thing(entry, side) : this.#paragraph(entry, entry.runs, side)
  }

  #sign({ to, quote }: Left, within: string): string {
    const sign = `<p class="compared-left" data-stop tabindex="-1">${escapeHtml(this.#words.left(to, quote))}</p>`
    if (within.endsWith('List')) return `<li>${sign}</li>`
    if (within.endsWith('Row')) return `<td>${sign}</td>`
    return within.toLowerCase().endsWith('table') ? `<tr><td colspan="3">${sign}</td></tr>` : sign
  }

  #holder(block: Block, blocks: readonly Entry[], side: Side | 'both'): string {
    const type = (block.after ?? block.before)?.type ?? ''
    const content = blocks.map(entry => this.entry(entry, side, type)).join('')
    // A list that was struck while its items went elsewhere.
    if (content === '' && block.after === null) return ''
    if (block.change !== 'moved') return this.#element(block, content, side)
    const told = this.#told(block, side)
    if (type.endsWith('Row'))
      return this.#element(
        block,
        content.replace(/<t[dh][^>]*>/, cell => cell + told),
        side,
      )
    if (type === 'listItem') return this.#element(block, told + content, side)
    return told + this.#element(block, content, side)
  }

  #paragraph(block: Block, runs: readonly Run[], side: Side | 'both'): string {
    if (runs.length === 0 && block.after === null) return ''
    const told = runs.length > 0 ? this.#told(block, side) : ''
    return this.#element(block, runs.map(run => this.#run(run, block, side)).join(''), side, told)
  }

  /** What holds nothing, such as a picture: a changed one is shown as it was and as it is. */
  #thing(block: Block, side: Side | 'both'): string {
    const shown: Side[] = side === 'both' ? ['before', 'after'] : [side]
    const changed = block.change === 'changed'
    const html = shown.map(each => {
      const shell = block[each]
      if (shell === null || (!changed && each === 'before' && block.after !== null && side === 'both'))
        return ''
      const tag = changed ? (each === 'before' ? 'del' : 'ins') : ''
      const thing = this.#leaf(shell)
      return tag === '' ? thing : `<${tag}>${thing}</${tag}>`
    })
    if (block.change === 'same') return html.join('')
    return `<div${this.#marking(block)}>${this.#told(block, side)}${html.join('')}</div>`
  }

  #run(run: Run, block: Block, side: Side | 'both'): string {
    const { change } = run
    if (side === 'before' && change === 'inserted') return ''
    if (side === 'after' && change === 'struck') return ''
    const content = this.#inline(side === 'before' || change === 'struck' ? run.before : run.after)
    if (change === 'kept') return content
    if (change === 'styled')
      return side === 'before'
        ? content
        : `<span class="compared-styled">${this.#said(this.#words.run.styled)}${content}${this.#said(this.#words.runEnd)}</span>`
    const tag = change === 'inserted' ? 'ins' : 'del'
    // A block that is new as a whole has said so already.
    if (block.change === change) return `<${tag}>${content}</${tag}>`
    return `<${tag}>${this.#said(this.#words.run[change])}${content}${this.#said(this.#words.runEnd)}</${tag}>`
  }

  /** What happened to a block: seen as a sign beside it, and said in words. */
  #told(block: Block, side: Side | 'both'): string {
    const { change, notes } = block
    if (change === 'same') return ''
    const told =
      change === 'moved'
        ? this.#words.moved[this.#ways.get(block.move ?? 0) ?? 'down']
        : this.#words.block[change]
    const all = [told, ...(side === 'before' ? [] : notes.map(note => this.#words.note[note]))]
    const isPlain = change !== 'moved' && notes.length === 0
    const words = all.join(', ')
    if (isPlain) return this.#said(words)
    const look = change === 'moved' ? 'compared-note compared-moved' : 'compared-note'
    return `<span class="${look}">${escapeHtml(words)}</span>`
  }

  #said(words: string): string {
    return `<span class="sr-only">${escapeHtml(words)} </span>`
  }

  #element(block: Block, content: string, side: Side | 'both', told = ''): string {
    const shell = side === 'before' ? block.before : (block.after ?? block.before)
    if (shell === null) return ''
    const node = unlessBroken(() => this.#schema.nodes[shell.type]?.create(withoutId(shell.attrs)))
    const number = told + this.#number(shell, side === 'before' || block.after === null ? 'before' : 'after')
    // A table's own renderer counts the columns of its rows, which are not in this node.
    const isTable = shell.type === 'table'
    const spec = isTable ? (['table', ['tbody', 0]] as const) : node?.type.spec.toDOM?.(node)
    const html = spec ? specHtml(spec, number + content) : `<div>${number}${content}</div>`
    // The first thing in it is its own tag.
    return html.replace(/^<[a-z0-9]+/, tag => `${tag}${this.#marking(block)}`)
  }

  #marking(block: Block): string {
    // An empty line that came or went is nothing to look at.
    if (block.change === 'same' || block.runs?.length === 0) return ''
    const isStop = block.blocks === null || block.change === 'moved'
    return ` data-change="${block.change}"${isStop ? ' data-stop tabindex="-1"' : ''}`
  }

  #number(shell: Shell, side: Side): string {
    const number = this.#numbers[side].get(wayOf(shell))
    return number === undefined ? '' : `<span class="paragraph-number" data-number="${number}"></span>`
  }

  #inline(content: readonly NodeJson[]): string {
    return fragmentHtml(
      this.#nodes({ type: 'paragraph', content: [...content] }).firstChild?.content ?? Fragment.empty,
    )
  }

  #leaf({ type, attrs }: Shell): string {
    return fragmentHtml(this.#nodes({ type, ...(attrs ? { attrs: withoutId(attrs) } : {}) }))
  }

  #nodes(json: NodeJson): Fragment {
    return documentNode({ type: 'doc', content: [json] }, this.#schema, { misfits: 'keep' }).content
  }
}
