import type { Node } from '@tiptap/pm/model'

export interface FindOptions {
  /** „ș” is found by "s", „â” by "a". */
  foldDiacritics: boolean
  matchCase: boolean
}

/** A place in a text: UTF-16 offsets into a string, or positions in a document. */
export interface Range {
  from: number
  to: number
}

/** A text as it is compared, and where its code units come from. */
interface Folded {
  text: string
  /** For each code unit of `text`, where its letter begins and ends in the original; null where nothing moved. */
  letters: { starts: number[]; ends: number[] } | null
}

const marks = /\p{M}/gu
/** The cedilla under s and t is how old encodings wrote the comma: one letter, so always equal. */
const cedilla = /(?<=[st])\u0327/gi

function foldLetters(original: string, { foldDiacritics, matchCase }: FindOptions): string {
  const apart = original.normalize('NFD').replace(cedilla, '\u0326')
  const folded = foldDiacritics ? apart.replace(marks, '') : apart.normalize('NFC')
  // A space that does not break lines is a space.
  return (matchCase ? folded : folded.toLowerCase()).replace(/\s/g, ' ')
}

/** A letter with its marks: one unit of comparison, „ă” as one character or as "a" with a breve. */
const letter = /\P{M}\p{M}*|\p{M}+/gu
/** Latin letters and usual signs, each a letter of its own in one code unit; of none of them folding leaves nothing. */
const plain = /^[\0-\u02ff\u2000-\u20cf]*$/

function fold(original: string, options: FindOptions): Folded {
  if (plain.test(original)) {
    const text = foldLetters(original, options)
    // So every letter is where it was; a text of other letters is taken one by one.
    if (text.length === original.length) return { text, letters: null }
  }
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: each, index } of original.matchAll(letter)) {
    const next = foldLetters(each, options)
    text += next
    for (let unit = 0; unit < next.length; unit += 1) {
      starts.push(index)
      ends.push(index + each.length)
    }
  }
  return { text, letters: { starts, ends } }
}

/** Where `query` stands in `text`, from left to right, without overlaps; nowhere when the query is empty. */
export function findIn(text: string, query: string, options: FindOptions): Range[] {
  return matches(fold(text, options), fold(query, options).text)
}

function matches({ text, letters }: Folded, query: string): Range[] {
  const found: Range[] = []
  if (query === '') return found
  let at = text.indexOf(query)
  while (at >= 0) {
    const range = letters ? wholeLetters(letters, at, at + query.length) : { from: at, to: at + query.length }
    if (range) found.push(range)
    at = text.indexOf(query, range ? at + query.length : at + 1)
  }
  return found
}

/** Where code units come from, unless they are a part of a letter: „ă” is not found by half of it. */
function wholeLetters(
  { starts, ends }: NonNullable<Folded['letters']>,
  at: number,
  end: number,
): Range | null {
  const [from, to] = [starts[at], ends[end - 1]]
  const isCut = from === starts[at - 1] || to === ends[end]
  return isCut || from === undefined || to === undefined ? null : { from, to }
}

/** Stands for what is in a line and is no text, so that no match reaches over it. */
const hole = '\ufffc'

/** A search of one query in a document that changes: it remembers the paragraphs that it has read. */
export class Search {
  readonly query: string
  readonly options: FindOptions
  readonly #folded: string
  /** By the text of a paragraph: a change from another person makes all nodes anew, and few texts. */
  #read = new Map<string, Range[]>()

  constructor(query: string, options: FindOptions) {
    this.query = query
    this.options = options
    this.#folded = fold(query, options).text
  }

  /** All matches in reading order; none reaches over the end of a paragraph, of a cell or of a line. */
  in(doc: Node): Range[] {
    const found: Range[] = []
    if (this.#folded === '') return found
    const read = new Map<string, Range[]>()
    doc.descendants((block, position) => {
      if (!block.isTextblock) return true
      const text = block.textBetween(0, block.content.size, undefined, hole)
      const known = this.#read.get(text) ?? matches(fold(text, this.options), this.#folded)
      read.set(text, known)
      for (const { from, to } of known) found.push({ from: position + 1 + from, to: position + 1 + to })
      return false
    })
    this.#read = read
    return found
  }
}
