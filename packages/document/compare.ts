import { type Alignment, align, type Place, placesOf, withoutId } from './compareBlocks.ts'
import { type Run, wordsOf } from './compareWords.ts'
import { normalise } from './content.ts'
import { heaviestRise } from './heaviestRise.ts'
import type { NodeJson } from './json.ts'

/**
 * What became of a text, for people to read: block by block, and word by word within a block.
 *
 * 1. Each block of one text finds its block of the other (`compareBlocks.ts`).
 * 2. Blocks that stand in another order are few: the heaviest run of blocks in their old order stays, the others moved
 *    (`stayingOf`). A list, row or section whose lines all moved, moved as one (`Moves`).
 * 3. The new text is laid out, and what is only in the old one is put back where it stood (`Layout`).
 *
 * Nothing gets lost: the old text is all that has a `before`, in the order of `at`; the new one is all that has an
 * `after`. `tests/document/compare.unit.test.ts` reads both off.
 */
export interface Comparison {
  blocks: Entry[]
  /** Paragraphs, headings and pictures; what moved as one counts once. */
  counts: Counts
}

export interface Counts {
  inserted: number
  struck: number
  changed: number
  moved: number
}

export type Entry = Block | Left

export interface Block {
  change: 'same' | 'changed' | 'inserted' | 'struck' | 'moved'
  before: Shell | null
  after: Shell | null
  notes: Note[]
  /** The words of a paragraph or heading; `null` for what holds blocks or nothing. */
  runs: Run[] | null
  /** What it holds; `null` for a paragraph and for what holds nothing. */
  blocks: Entry[] | null
  /** The number that it has in common with its `Left`, when it moved. */
  move: number | null
  /** Nothing in it differs. */
  untouched: boolean
}

/** Where a block stood that moved. */
export interface Left {
  change: 'left'
  move: number
  /** Whether it is to be found further down, or further up. */
  to: 'down' | 'up'
  /** Its first words. */
  quote: string
}

/** A block without what it holds. `at` is the way to it: the third block is `[2]`, its first row `[2, 0]`. */
export interface Shell {
  at: readonly number[]
  type: string
  attrs: Record<string, unknown> | undefined
}

/**
 * What changed beside words: `kind` a paragraph became a heading; `place` it is now in a list, or out of a section;
 * `style` bold, a link; `attributes` the rest.
 */
export type Note = 'kind' | 'place' | 'style' | 'attributes'

/** Compares two texts in ProseMirror's JSON. Symmetric in what is kept; never throws for a document. */
export function compare(before: NodeJson, after: NodeJson): Comparison {
  const [old, new_] = [placesOf(normalise(before)), placesOf(normalise(after))]
  const alignment = align(old, new_)
  const moves = movesOf(old, new_, alignment)
  return layOut(old, new_, alignment, moves)
}

/** The places in the new text whose block moved. */
type Moves = Set<number>

function movesOf(before: readonly Place[], after: readonly Place[], alignment: Alignment): Moves {
  const { toAfter, toBefore, runs } = alignment
  const lines = after.flatMap((place, to) => (place.line && toBefore[to] !== -1 ? [to] : []))
  const staying = stayingOf(lines, after, toBefore)
  const moved = new Set(lines.filter(to => !staying.has(to)))
  // Nobody moves an empty line.
  for (const to of moved) {
    if (after[to]?.line?.letters !== 0) continue
    moved.delete(to)
    runs.delete(to)
    toAfter[toBefore[to] ?? -1] = -1
    toBefore[to] = -1
  }
  gather(0)
  return moved

  /** What holds nothing but moved lines moved as one, and its lines stay in it. */
  function gather(to: number): void {
    for (const child of after[to]?.children ?? []) {
      const from = toBefore[child] ?? -1
      if (after[child]?.line) continue
      const own = from === -1 ? [] : linesIn(child).filter(line => isWithin(toBefore[line] ?? -1, from))
      if (own.length > 0 && own.every(line => moved.has(line))) {
        moved.add(child)
        for (const line of stayingOf(own, after, toBefore)) moved.delete(line)
      }
      gather(child)
    }
  }

  function linesIn(to: number): number[] {
    return (after[to]?.children ?? []).flatMap(child => (after[child]?.line ? [child] : linesIn(child)))
  }

  function isWithin(from: number, holder: number): boolean {
    for (let at = from; at > 0; at = before[at]?.parent ?? -1) if (at === holder) return true
    return false
  }
}

/** The lines that keep their old order and have, together, the most letters. */
function stayingOf(
  lines: readonly number[],
  after: readonly Place[],
  toBefore: readonly number[],
): Set<number> {
  const rising = heaviestRise(
    lines.map(to => ({ order: toBefore[to] ?? 0, weight: (after[to]?.line?.letters ?? 0) + 1 })),
  )
  return new Set(lines.filter((_, index) => rising[index]))
}

function layOut(
  before: readonly Place[],
  after: readonly Place[],
  { toAfter, toBefore, runs }: Alignment,
  moves: Moves,
): Comparison {
  const counts: Counts = { inserted: 0, struck: 0, changed: 0, moved: 0 }
  const numbers = new Map([...moves].map((to, index) => [to, index + 1]))
  const laidOut = new Map<number, Block>()

  const root = blockOf(0)
  putBack(0, root)
  settle(root, false)
  for (const [to, number] of numbers) point(root, number, quoteOf(before, toBefore[to] ?? -1))
  return { blocks: root.blocks ?? [], counts }

  /** A block of the new text, with what it holds there. */
  function blockOf(to: number): Block {
    const place = after[to]
    const old = before[toBefore[to] ?? -1]
    if (place === undefined) throw new RangeError('no such place')
    const notes = old === undefined ? [] : notesOf(old, place)
    const words = runs.get(to) ?? insertedRuns(place)
    if (words?.some(({ change }) => change === 'styled')) notes.push('style')
    const isChanged =
      notes.length > 0 || (old !== undefined && words?.some(({ change }) => change !== 'kept'))
    const block: Block = {
      change: moves.has(to) ? 'moved' : old === undefined ? 'inserted' : isChanged ? 'changed' : 'same',
      before: old === undefined ? null : shellOf(old),
      after: shellOf(place),
      notes,
      runs: words,
      blocks: place.line ? null : place.children.map(blockOf),
      move: numbers.get(to) ?? null,
      untouched: false,
    }
    laidOut.set(to, block)
    return block
  }

  function notesOf(old: Place, place: Place): Note[] {
    const notes: Note[] = []
    if (old.node.type !== place.node.type || old.node.attrs?.level !== place.node.attrs?.level)
      notes.push('kind')
    else if (JSON.stringify(withoutId(old.node.attrs)) !== JSON.stringify(withoutId(place.node.attrs)))
      notes.push('attributes')
    if (place.line && frameOf(before, old) !== frameOf(after, place)) notes.push('place')
    return notes
  }

  /** Puts what is only in the old text, and signs for what moved, into the layout: after what it stood after. */
  function putBack(from: number, holder: Block): void {
    const entries = holder.blocks ?? []
    let cursor = 0
    for (const child of before[from]?.children ?? []) {
      const place = before[child]
      const to = toAfter[child] ?? -1
      const block = laidOut.get(to)
      if (place === undefined) continue
      if (block?.move) {
        entries.splice(cursor, 0, { change: 'left', move: block.move, to: 'down', quote: '' })
        cursor += 1
      } else if (block) cursor = Math.max(cursor, entries.indexOf(block) + 1)
      else {
        const struck = struckBlock(place)
        entries.splice(cursor, 0, struck)
        cursor += 1
        putBack(child, struck)
      }
      if (block) putBack(child, block)
    }
  }

  /** Counts, and finds out what is untouched. */
  function settle(block: Block, isWithinMoved: boolean): void {
    const isLine = block.blocks === null
    const hasWords = !isLine || block.runs === null || block.runs.length > 0
    if (block.change === 'moved') counts.moved += 1
    else if (isLine && hasWords && block.change !== 'same') counts[block.change] += 1
    else if (!isLine && block.change === 'changed') counts.changed += 1
    let untouched = block.change === 'same' && !isWithinMoved
    for (const entry of block.blocks ?? []) {
      if (entry.change === 'left') untouched = false
      else {
        settle(entry, isWithinMoved || block.change === 'moved')
        untouched &&= entry.untouched
      }
    }
    block.untouched = untouched
  }
}

/** Says at the sign of what moved where it went, and how it begins. */
function point(root: Block, number: number, quote: string): void {
  let arrived = false
  const visit = (block: Block) => {
    if (block.move === number) arrived = true
    for (const entry of block.blocks ?? []) {
      if (entry.change !== 'left') visit(entry)
      else if (entry.move === number) {
        entry.to = arrived ? 'up' : 'down'
        entry.quote = quote
      }
    }
  }
  visit(root)
}

const shellOf = ({ at, node }: Place): Shell => ({ at, type: node.type, attrs: node.attrs })

function insertedRuns({ line, node }: Place): Run[] | null {
  if (!line?.isText) return null
  return line.key === '' ? [] : [{ change: 'inserted', before: [], after: node.content ?? [] }]
}

function struckBlock(place: Place): Block {
  const { line, node } = place
  const words: Run[] =
    line && line.key !== '' ? [{ change: 'struck', before: node.content ?? [], after: [] }] : []
  return {
    change: 'struck',
    before: shellOf(place),
    after: null,
    notes: [],
    runs: line?.isText ? words : null,
    blocks: line ? null : [],
    move: null,
    untouched: false,
  }
}

/** The kinds of what a block stands in, from the outside. */
function frameOf(places: readonly Place[], { parent }: Place): string {
  const kinds: string[] = []
  for (let at = parent; at > 0; at = places[at]?.parent ?? -1) kinds.unshift(places[at]?.node.type ?? '')
  return kinds.join(' ')
}

const quotedWords = 8

function quoteOf(places: readonly Place[], index: number): string {
  const place = places[index]
  if (place === undefined) return ''
  if (place.line === null) {
    for (const child of place.children) {
      const quote = quoteOf(places, child)
      if (quote !== '') return quote
    }
    return ''
  }
  const words = wordsOf(place.node.content ?? []).map(({ key }) => key)
  const text = words.filter(key => !key.startsWith('\0')).join('')
  const short = text.split(/\s+/).slice(0, quotedWords).join(' ')
  return short.length < text.trim().length ? `${short}…` : short
}
