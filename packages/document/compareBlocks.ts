import { compareWords, lettersIn, type Run, sharedLetters, type Word, wordsOf } from './compareWords.ts'
import { type NodeJson, stringAttribute } from './json.ts'

/**
 * Which block of one text is which of the other. A block id says so first, as it stays with a block's text; then equal
 * words, so that a paragraph that was cut and pasted is found; then many shared words, for texts without ids. Lists,
 * rows and cells have no id: they follow the paragraphs in them.
 */

/** A node of one of the two texts, by its place in reading order; place 0 is the document. */
export interface Place {
  node: NodeJson
  /** The way from the document: the third block is `[2]`, its first row `[2, 0]`. */
  at: readonly number[]
  /** The place of what it stands in; -1 for the document. */
  parent: number
  children: number[]
  /** The words of a paragraph or heading, or of what has nothing in it (a picture, a rule). `null`: it holds blocks. */
  line: Line | null
}

export interface Line {
  /** Cut only where it is needed: most paragraphs of a long text stay as they are. */
  readonly words: Word[]
  /** Equal for equal words, whatever their marks and whatever the block is called. */
  key: string
  /** Letters and digits; 0 for an empty paragraph. */
  letters: number
  isText: boolean
}

/** A part of the shorter paragraph that must be kept, in one piece or several, for two to be one that was changed. */
const leastKept = 0.4

/** Of all their words, for two paragraphs without a common id to be one. */
const leastAlike = 0.5

/** A word in more paragraphs than this says nothing about which is which. */
const commonWord = 40

export function placesOf(document: NodeJson): Place[] {
  const places: Place[] = []
  const visit = (node: NodeJson, at: readonly number[], parent: number) => {
    const index = places.length
    const line = lineOf(node, parent === -1)
    places.push({ node, at, parent, children: [], line })
    if (line !== null) return
    node.content?.forEach((child, number) => {
      places[index]?.children.push(places.length)
      visit(child, [...at, number], index)
    })
  }
  visit(document, [], -1)
  return places
}

function lineOf(node: NodeJson, isDocument: boolean): Line | null {
  if (isDocument) return null
  const inline = node.content?.some(child => child.text !== undefined || child.type === 'hardBreak')
  if (inline || node.type === 'paragraph' || node.type === 'heading') {
    const { content = [] } = node
    let words: Word[] | undefined
    return {
      get words() {
        words ??= wordsOf(content)
        return words
      },
      key: content.map(child => child.text ?? `\0${JSON.stringify(child)}`).join(''),
      letters: content.reduce(
        (sum, child) => sum + (child.text === undefined ? 0 : lettersIn(child.text)),
        0,
      ),
      isText: true,
    }
  }
  if (node.content !== undefined) return null
  const key = `\0${node.type}${JSON.stringify(withoutId(node.attrs))}`
  return { words: [], key, letters: 1, isText: false }
}

export function withoutId(attrs: Record<string, unknown> | undefined): Record<string, unknown> {
  const { blockId: _, ...rest } = attrs ?? {}
  return rest
}

/** What two blocks must share to be taken for one: paragraphs and headings may become each other. */
const kindOf = ({ node, line }: Place) => (line?.isText ? 'text' : node.type)

export interface Alignment {
  /** The place in the new text of each place in the old one, and the other way round; -1 for none. */
  toAfter: number[]
  toBefore: number[]
  /** How the words of a paragraph changed, by its place in the new text. */
  runs: Map<number, Run[]>
}

export function align(before: readonly Place[], after: readonly Place[]): Alignment {
  const alignment: Alignment = {
    toAfter: before.map(() => -1),
    toBefore: after.map(() => -1),
    runs: new Map(),
  }
  pair(alignment, 0, 0)
  byId(before, after, alignment)
  byEqualWords(before, after, alignment)
  byLikeness(before, after, alignment)
  byContent(before, after, alignment)
  byPosition(before, after, alignment)
  return alignment
}

function pair({ toAfter, toBefore }: Alignment, from: number, to: number): void {
  toAfter[from] = to
  toBefore[to] = from
}

function byId(before: readonly Place[], after: readonly Place[], alignment: Alignment): void {
  const ids = uniqueIds(before)
  for (const [id, to] of uniqueIds(after)) {
    const from = ids.get(id)
    if (from === undefined) continue
    const [old, new_] = [before[from], after[to]]
    if (!old || !new_ || kindOf(old) !== kindOf(new_)) continue
    if (old.line?.isText && !isSameLine(old, new_, to, alignment)) continue
    pair(alignment, from, to)
  }
}

function uniqueIds(places: readonly Place[]): Map<string, number> {
  const found = new Map<string, number>()
  const twice = new Set<string>()
  places.forEach(({ node }, index) => {
    const id = stringAttribute(node, 'blockId')
    if (id === null) return
    if (found.has(id)) twice.add(id)
    found.set(id, index)
  })
  for (const id of twice) found.delete(id)
  return found
}

/** Whether one paragraph became the other, rather than gave its place to it. Remembers how. */
function isSameLine(old: Place, new_: Place, to: number, { runs }: Alignment): boolean {
  if (!old.line || !new_.line) return false
  const [before, after] = [old.line, new_.line]
  const content = { before: old.node.content ?? [], after: new_.node.content ?? [] }
  if (JSON.stringify(content.before) === JSON.stringify(content.after)) {
    runs.set(to, [{ change: 'kept', ...content }])
    return true
  }
  const isEqual = before.key === after.key || (before.letters === 0 && after.letters === 0)
  const least = leastKept * Math.min(before.letters, after.letters)
  if (!isEqual && sharedLetters(before.words, after.words) < least) return false
  const compared = compareWords(before.words, after.words)
  if (compared === null || (!isEqual && compared.kept < leastKept)) return false
  runs.set(to, compared.runs)
  return true
}

const isEmpty = (place: Place | undefined) => place?.line?.letters === 0

/** The places without a partner whose line has words, in reading order. */
const loose = (places: readonly Place[], partners: readonly number[]) =>
  places.flatMap((place, index) =>
    place.line !== null && !isEmpty(place) && partners[index] === -1 ? [index] : [],
  )

/** Of several equal paragraphs those that have the same neighbour are one; the others are taken in their order. */
function byEqualWords(before: readonly Place[], after: readonly Place[], alignment: Alignment): void {
  const { toAfter, toBefore } = alignment
  const key = (place: Place | undefined) => (place ? `${kindOf(place)} ${place.line?.key}` : '')
  const candidates = new Map<string, number[]>()
  for (const from of loose(before, toAfter)) {
    const same = candidates.get(key(before[from]))
    if (same) same.push(from)
    else candidates.set(key(before[from]), [from])
  }
  const neighbour = (from: number, to: number) =>
    (toAfter[from - 1] ?? -1) === to - 1 || toAfter[from + 1] === to + 1
  const take = (isIt: (from: number, to: number) => boolean) => {
    for (const to of loose(after, toBefore)) {
      const same = candidates.get(key(after[to])) ?? []
      const from = same.find(each => toAfter[each] === -1 && isIt(each, to))
      const [old, new_] = [before[from ?? -1], after[to]]
      if (from === undefined || !old || !new_) continue
      if (old.line?.isText && !isSameLine(old, new_, to, alignment)) continue
      pair(alignment, from, to)
    }
  }
  take(from => candidates.get(key(before[from]))?.length === 1)
  take(neighbour)
  take(() => true)
}

function byLikeness(before: readonly Place[], after: readonly Place[], alignment: Alignment): void {
  const { toAfter, toBefore } = alignment
  const isText = (places: readonly Place[]) => (index: number) => places[index]?.line?.isText === true
  const holders = new Map<string, number[]>()
  for (const from of loose(before, toAfter).filter(isText(before))) {
    for (const key of new Set(
      before[from]?.line?.words.filter(({ size }) => size > 3).map(word => word.key),
    )) {
      const others = holders.get(key)
      if (others) others.push(from)
      else holders.set(key, [from])
    }
  }
  const found: { from: number; to: number; alike: number }[] = []
  for (const to of loose(after, toBefore).filter(isText(after))) {
    const line = after[to]?.line
    const near = new Set(
      line?.words.flatMap(({ key }) => {
        const same = holders.get(key) ?? []
        return same.length > commonWord ? [] : same
      }),
    )
    for (const from of near) {
      const old = before[from]?.line
      if (!line || !old) continue
      const alike = (2 * sharedLetters(old.words, line.words)) / (old.letters + line.letters)
      if (alike >= leastAlike) found.push({ from, to, alike })
    }
  }
  found.sort((a, b) => b.alike - a.alike || a.to - b.to || a.from - b.from)
  for (const { from, to } of found) {
    const [old, new_] = [before[from], after[to]]
    if (toAfter[from] !== -1 || toBefore[to] !== -1 || !old || !new_) continue
    if (isSameLine(old, new_, to, alignment)) pair(alignment, from, to)
  }
}

/** A list, row or cell is the one of its kind that gave it the most of its words. */
function byContent(before: readonly Place[], after: readonly Place[], alignment: Alignment): void {
  const { toAfter, toBefore } = alignment
  const votes = new Map<number, Map<number, number>>()
  after.forEach((place, to) => {
    const from = toBefore[to] ?? -1
    if (place.line === null || from === -1) return
    const weight = place.line.letters + 1
    for (const holder of holdersOf(after, to)) {
      if (toBefore[holder] !== -1) continue
      for (const old of holdersOf(before, from)) {
        if (toAfter[old] !== -1 || before[old]?.node.type !== after[holder]?.node.type) continue
        const given = votes.get(holder) ?? new Map<number, number>()
        given.set(old, (given.get(old) ?? 0) + weight)
        votes.set(holder, given)
      }
    }
  })
  const ranked = [...votes]
    .flatMap(([to, given]) => [...given].map(([from, weight]) => ({ from, to, weight })))
    // Of two that gave as much, a list within a list or the list around it: the one that stands as deep.
    .sort(
      (a, b) => b.weight - a.weight || depthBetween(a) - depthBetween(b) || a.to - b.to || a.from - b.from,
    )
  function depthBetween({ from, to }: { from: number; to: number }) {
    return Math.abs((before[from]?.at.length ?? 0) - (after[to]?.at.length ?? 0))
  }
  for (const { from, to } of ranked)
    if (toAfter[from] === -1 && toBefore[to] === -1) pair(alignment, from, to)
}

function holdersOf(places: readonly Place[], index: number): number[] {
  const holders: number[] = []
  for (let at = places[index]?.parent ?? -1; at > 0; at = places[at]?.parent ?? -1) holders.push(at)
  return holders
}

const cells = new Set([
  'tableCell',
  'tableHeader',
  'amendmentPresent',
  'amendmentProposed',
  'amendmentReasons',
])

/** What has no words to go by: a cell of a row that is known, an empty paragraph or list between known neighbours. */
function byPosition(before: readonly Place[], after: readonly Place[], alignment: Alignment): void {
  const { toAfter, toBefore } = alignment
  const [wordsBefore, wordsAfter] = [lettersWithin(before), lettersWithin(after)]
  // Places are in reading order, so that a row comes before its cells and a cell before its paragraphs.
  after.forEach((place, to) => {
    const old = before[toBefore[to] ?? -1]
    if (old === undefined || place.line !== null) return
    const sameRow = old.children.length === place.children.length
    for (const child of place.children) {
      if (toBefore[child] !== -1) continue
      const from = old.children.find(each => toAfter[each] === -1 && fits(each, child))
      const [other, new_] = [before[from ?? -1], after[child]]
      if (from === undefined || !other || !new_) continue
      if (new_.line?.isText && !isSameLine(other, new_, child, alignment)) continue
      pair(alignment, from, child)
    }

    function fits(from: number, child: number): boolean {
      const [other, new_] = [before[from], after[child]]
      if (!other || !new_ || kindOf(other) !== kindOf(new_)) return false
      if (cells.has(new_.node.type)) return sameRow && other.at.at(-1) === new_.at.at(-1)
      return wordsBefore[from] === 0 && wordsAfter[child] === 0 && isBetween(from, child)
    }

    /** Whether the nearest neighbours with a partner stand around both. */
    function isBetween(from: number, child: number): boolean {
      const position = place.children.indexOf(child)
      const previous = place.children.slice(0, position).findLast(each => toBefore[each] !== -1)
      const next = place.children.slice(position + 1).find(each => toBefore[each] !== -1)
      const lower = previous === undefined ? -1 : (toBefore[previous] ?? -1)
      const upper = next === undefined ? Number.POSITIVE_INFINITY : (toBefore[next] ?? -1)
      return lower < from && from < upper
    }
  })
}

/** The letters in each place, with all that it holds. */
function lettersWithin(places: readonly Place[]): number[] {
  const letters = places.map(({ line }) => line?.letters ?? 0)
  for (let index = places.length - 1; index > 0; index -= 1) {
    const parent = places[index]?.parent ?? -1
    if (letters[parent] !== undefined) letters[parent] += letters[index] ?? 0
  }
  return letters
}
