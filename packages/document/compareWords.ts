import { diffArrays } from 'diff'
import type { NodeJson } from './json.ts'

/**
 * Word by word, how one paragraph became another. Myers' algorithm (jsdiff) finds the shortest way; what it finds is
 * correct and hard to read, because two unrelated sentences share their „de” and „și”. So short kept words between
 * two changes are taken into the change (`readable`), as diff-match-patch's semantic clean-up does with letters.
 */

/** A stretch of a paragraph. `styled`: the same words with other marks (bold, a link). */
export interface Run {
  change: 'kept' | 'styled' | 'inserted' | 'struck'
  /** As it was; empty when it was inserted. */
  before: NodeJson[]
  /** As it is; empty when it was struck. */
  after: NodeJson[]
}

/** What is compared as one: a word, a reference to an article, a sign, a space, or a thing that is no text. */
export interface Word {
  /** Equal words have equal keys, whatever their marks. */
  key: string
  /** Letters and digits in it; 1 for a thing that is no text, 0 for spaces and signs. */
  size: number
  nodes: NodeJson[]
}

/** More steps than this between two paragraphs, and they are two different paragraphs. */
const mostSteps = 3_000

/**
 * „într-o” and „s-a” are one word; so are 1.234,5, 678/2001 and 52%, and a reference to a place in an act („art. 5”,
 * „alin. (2)”, „lit. a)”), which read badly with one half struck.
 */
const pattern = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:art|alin|lit|pct|nr|par|cap|sec[tțţ])\.\s?(?:\(?\p{N}+(?:[./^]\p{N}+)*\)?|\(?\p{L}(?:\^\p{N}+)?\))`,
    String.raw`\p{N}+(?:[.,:/]\p{N}+)*%?(?![\p{L}\p{M}])`,
    String.raw`[\p{L}\p{M}\p{N}]+(?:[-‑'’][\p{L}\p{M}\p{N}]+)*`,
    String.raw`\s+`,
    '.',
  ].join('|'),
  'giu',
)

/** The words of a paragraph, each with the marks it has. Together they are the paragraph. */
export function wordsOf(content: readonly NodeJson[]): Word[] {
  const words: Word[] = []
  let pieces: NodeJson[] = []
  const flush = () => {
    words.push(...textWords(pieces))
    pieces = []
  }
  for (const node of content) {
    if (node.text !== undefined) pieces.push(node)
    else {
      flush()
      words.push({ key: `\0${JSON.stringify(node)}`, size: node.type === 'hardBreak' ? 0 : 1, nodes: [node] })
    }
  }
  flush()
  return words
}

/** Words go across the ends of marks: a word may be bold to its middle. */
function textWords(pieces: readonly NodeJson[]): Word[] {
  const text = pieces.map(piece => piece.text ?? '').join('')
  const words: Word[] = []
  let piece = 0
  let offset = 0
  for (const [key] of text.matchAll(pattern)) {
    const nodes: NodeJson[] = []
    for (let missing = key.length; missing > 0; ) {
      const node = pieces[piece]
      if (node?.text === undefined) break
      const part = node.text.slice(offset, offset + missing)
      nodes.push({ ...node, text: part })
      missing -= part.length
      offset += part.length
      if (offset === node.text.length) {
        piece += 1
        offset = 0
      }
    }
    words.push({ key, size: lettersIn(key), nodes })
  }
  return words
}

/** Letters and digits in a text. */
export const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

export const lettersOf = (words: readonly Word[]) => words.reduce((sum, { size }) => sum + size, 0)

/** The letters of the words that two paragraphs share, in whatever order: what a comparison can keep at most. */
export function sharedLetters(before: readonly Word[], after: readonly Word[]): number {
  const had = new Map<string, number>()
  for (const { key } of before) had.set(key, (had.get(key) ?? 0) + 1)
  let shared = 0
  for (const { key, size } of after) {
    const count = had.get(key) ?? 0
    if (count === 0) continue
    had.set(key, count - 1)
    shared += size
  }
  return shared
}

interface Step {
  /** Kept words in both forms, or what was struck and what came in its place. */
  kept: [Word, Word][]
  struck: Word[]
  inserted: Word[]
}

/**
 * The way from one paragraph to another in readable runs, and how much of the shorter one was kept (0 to 1).
 * `null` when they are too far apart to look for it.
 */
export function compareWords(
  before: readonly Word[],
  after: readonly Word[],
): { runs: Run[]; kept: number } | null {
  const steps = stepsBetween(before, after)
  if (steps === null) return null
  const read = readable(steps)
  const kept = read.reduce((sum, step) => sum + lettersOf(step.kept.map(([word]) => word)), 0)
  const smaller = Math.min(lettersOf(before), lettersOf(after))
  return { runs: read.flatMap(runsOf), kept: smaller === 0 ? 0 : kept / smaller }
}

/** Kept and changed stretches in turn. */
function stepsBetween(before: readonly Word[], after: readonly Word[]): Step[] | null {
  const parts = diffArrays(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
    { maxEditLength: mostSteps },
  )
  if (parts === undefined) return null
  const steps: Step[] = []
  let [from, to] = [0, 0]
  for (const { added, removed, count } of parts) {
    const old = before.slice(from, from + (added ? 0 : count))
    const new_ = after.slice(to, to + (removed ? 0 : count))
    from += old.length
    to += new_.length
    const last = steps.at(-1)
    if (!added && !removed) {
      const kept = old.flatMap((word, index): [Word, Word][] => {
        const now = new_[index]
        return now === undefined ? [] : [[word, now]]
      })
      steps.push({ kept, struck: [], inserted: [] })
    } else if (last !== undefined && last.kept.length === 0) {
      last.struck.push(...old)
      last.inserted.push(...new_)
    } else steps.push({ kept: [], struck: old, inserted: new_ })
  }
  return steps
}

/** Takes what was kept between two changes into them, where it is no longer than they are, until nothing more fits. */
function readable(steps: readonly Step[]): Step[] {
  let read = [...steps]
  for (;;) {
    const next: Step[] = []
    for (let index = 0; index < read.length; index += 1) {
      const [left, middle, right] = [next.at(-1), read[index], read[index + 1]]
      if (middle === undefined) break
      if (left && right && left.kept.length === 0 && middle.kept.length > 0 && isNoise(left, middle, right)) {
        left.struck = [...left.struck, ...middle.kept.map(([word]) => word), ...right.struck]
        left.inserted = [...left.inserted, ...middle.kept.map(([, word]) => word), ...right.inserted]
        index += 1
      } else next.push({ ...middle })
    }
    if (next.length === read.length) return next.flatMap(trimmed)
    read = next
  }
}

/** Spaces and signs that both forms end with, such as the one before the next kept word, are not part of a change. */
function trimmed(step: Step): Step[] {
  const { struck, inserted } = step
  let tail = 0
  for (;;) {
    const [old, new_] = [struck.at(-1 - tail), inserted.at(-1 - tail)]
    if (old === undefined || new_ === undefined || old.key !== new_.key || old.size > 0) break
    tail += 1
  }
  if (tail === 0) return [step]
  const kept = struck.slice(-tail).flatMap((old, index): [Word, Word][] => {
    const new_ = inserted.at(index - tail)
    return new_ === undefined ? [] : [[old, new_]]
  })
  return [
    { kept: [], struck: struck.slice(0, -tail), inserted: inserted.slice(0, -tail) },
    { kept, struck: [], inserted: [] },
  ]
}

function isNoise(left: Step, middle: Step, right: Step): boolean {
  // Between two things that were only added, or only struck, the kept words are what one reads on from.
  if (left.struck.length + right.struck.length === 0) return false
  if (left.inserted.length + right.inserted.length === 0) return false
  const between = lettersOf(middle.kept.map(([word]) => word))
  const around = [left, right].map(({ struck, inserted }) => Math.max(lettersOf(struck), lettersOf(inserted)))
  return around.every(letters => between <= letters)
}

function runsOf({ kept, struck, inserted }: Step): Run[] {
  const runs: Run[] = []
  if (struck.length > 0) runs.push({ change: 'struck', before: joined(struck), after: [] })
  if (inserted.length > 0) runs.push({ change: 'inserted', before: [], after: joined(inserted) })
  let stretch: [Word, Word][] = []
  const end = () => {
    if (stretch.length === 0) return
    const before = joined(stretch.map(([word]) => word))
    const after = joined(stretch.map(([, word]) => word))
    runs.push({ change: isStyled(stretch[0]) ? 'styled' : 'kept', before, after })
    stretch = []
  }
  for (const pair of kept) {
    if (stretch.length > 0 && isStyled(stretch[0]) !== isStyled(pair)) end()
    stretch.push(pair)
  }
  end()
  return runs
}

const isStyled = (pair: [Word, Word] | undefined) =>
  pair !== undefined && JSON.stringify(pair[0].nodes) !== JSON.stringify(pair[1].nodes)

/** One run of text for neighbours with the same marks. */
function joined(words: readonly Word[]): NodeJson[] {
  const nodes: NodeJson[] = []
  for (const node of words.flatMap(word => word.nodes)) {
    const last = nodes.at(-1)
    if (
      last?.text !== undefined &&
      node.text !== undefined &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks)
    )
      last.text += node.text
    else nodes.push({ ...node })
  }
  return nodes
}
