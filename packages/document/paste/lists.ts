import { type Child, type Element, hasClass, newElement, styleOf, textOf } from './tree.ts'

/** How the paragraphs of one level of one of Word's lists are marked, by `l0:level1`. From its style sheet. */
export type LevelFormats = ReadonlyMap<string, string>

/** Reads `@list l0:level1 { mso-level-number-format: … }`. A level that does not say so counts 1, 2, 3. */
export function levelFormats(styleSheet: string): LevelFormats {
  const formats = new Map<string, string>()
  for (const [, list, level, rules] of styleSheet.matchAll(/@list\s+(l\d+):level(\d+)[^{}]*\{([^}]*)\}/g)) {
    formats.set(
      `${list}:level${level}`,
      /mso-level-number-format:\s*([\w-]+)/.exec(rules ?? '')?.[1] ?? 'arabic',
    )
  }
  return formats
}

/** A paragraph that only looks like an item of a list. */
interface Item {
  level: number
  /** Which list it says to belong to. */
  list: string
  ordered: boolean
  /** `type` of `<ol>`; empty for 1, 2, 3. */
  type: string
  /** What it counts. */
  number: number
  content: Child[]
}

/**
 * The same pieces with real lists in the place of paragraphs that look like them: Word's `mso-list`, and the lists of
 * Word in a browser, which has one for every item and says the depth apart.
 */
export function withLists(pieces: readonly Child[], formats: LevelFormats): Child[] {
  const result: Child[] = []
  let run: Item[] = []
  const end = () => {
    if (run.length > 0) result.push(...nested(run))
    run = []
  }
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      // White space between two items does not end the list.
      if (run.length === 0 || piece.trim() !== '') {
        end()
        result.push(piece)
      }
      continue
    }
    const last = run.at(-1)
    const items = itemsOf(piece, formats)
    if (items) run.push(...items)
    else if (last && hasClass(piece, /^MsoListParagraph/)) last.content.push(piece)
    else {
      end()
      result.push(piece)
    }
  }
  end()
  return result
}

function itemsOf(piece: Element, formats: LevelFormats): Item[] | null {
  if (hasClass(piece, /^ListContainerWrapper$/)) {
    const items = piece.children.map(child => (typeof child === 'string' ? null : browserItems(child)))
    return items.every(each => each !== null) ? items.flat() : null
  }
  if (piece.name === 'p' || piece.name === 'div') return wordItem(piece, formats)
  if (piece.name === 'ul' || piece.name === 'ol') return browserItems(piece)
  return null
}

function wordItem(paragraph: Element, formats: LevelFormats): Item[] | null {
  const [, list, level] = /\b(l\d+)\s+level(\d+)/.exec(styleOf(paragraph)['mso-list'] ?? '') ?? []
  if (list === undefined || level === undefined || hasClass(paragraph, /^MsoHeading/)) return null
  const marker = markerOf(paragraph)
  if (isWords(marker)) return null
  const format = formats.get(`${list}:level${level}`) ?? formatOf(marker)
  return [
    {
      level: Number(level),
      list,
      ordered: !unnumbered.has(format),
      type: types[format] ?? '',
      number: numberOf(marker, format),
      content: withoutMarker(paragraph).children,
    },
  ]
}

/** Whether an element is what Word writes in front of a paragraph in a list: its number or its dot. */
export const isMarker = (child: Child): boolean =>
  typeof child !== 'string' && (child.name === '#lists' || styleOf(child)['mso-list'] === 'ignore')

/** The number or dot in front of a paragraph; empty when there is none. */
export function markerOf(child: Child): string {
  if (typeof child === 'string') return ''
  if (isMarker(child)) return textOf(child).replace(/\s+/g, ' ').trim()
  for (const inner of child.children) {
    const marker = markerOf(inner)
    if (marker !== '') return marker
  }
  return ''
}

const withoutMarker = (piece: Element): Element => ({
  ...piece,
  children: piece.children
    .filter(child => !isMarker(child))
    .map(child => (typeof child === 'string' ? child : withoutMarker(child))),
})

/** Markers that an act is quoted by, “Art. 1” and “(2)”: they stay words, whatever the list says. */
export const isWords = (marker: string) => /^\(.+\)$|\p{L}{2,}\.? .*[\dIVX]|^§\s*\d/u.test(marker)

const unnumbered = new Set(['bullet', 'image', 'none'])
const types: Record<string, string> = {
  'alpha-lower': 'a',
  'alpha-upper': 'A',
  'roman-lower': 'i',
  'roman-upper': 'I',
}

/** How a level counts, by the number of its first paragraph, where no style sheet says it. */
function formatOf(marker: string): string {
  const number = /^([\p{L}\d]+(?:\.\d+)*)\s?[.):\]-]?$/u.exec(marker)?.[1]
  // Word's second bullet is the letter o.
  if (number === undefined || marker === 'o') return 'bullet'
  if (/\d$/.test(number)) return 'arabic'
  if (/^[ivx]+$/.test(number)) return 'roman-lower'
  if (/^[IVX]+$/.test(number)) return 'roman-upper'
  if (number.length > 2) return 'bullet'
  return /^\p{Ll}/u.test(number) ? 'alpha-lower' : 'alpha-upper'
}

/** The number that a marker stands for, 1 where that is not to be told. */
function numberOf(marker: string, format: string): number {
  const last = /([\p{L}\d]+)[^\p{L}\d]*$/u.exec(marker)?.[1]?.toLowerCase() ?? ''
  if (/^\d{1,6}$/.test(last)) return Number(last)
  if (format.startsWith('alpha') && /^[a-z]$/.test(last)) return last.charCodeAt(0) - 96
  if (format.startsWith('roman') && /^[ivxlc]+$/.test(last)) return romanNumber(last)
  return 1
}

function romanNumber(numeral: string): number {
  const values = [...numeral].map(letter => ({ i: 1, v: 5, x: 10, l: 50, c: 100 })[letter] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

/** The items of a list of Word in a browser; `null` for an ordinary list. */
function browserItems(list: Element): Item[] | null {
  const items: Item[] = []
  for (const child of list.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') return null
      continue
    }
    const level = Number(child.attributes['data-aria-level'])
    if (child.name !== 'li' || !(level >= 1)) return null
    items.push({
      level,
      list: child.attributes['data-listid'] ?? '',
      ordered: list.name === 'ol',
      type: '',
      number: Number(list.attributes.start ?? 1) + items.length,
      content: child.children,
    })
  }
  return items.length > 0 ? items : null
}

/** Lists in lists, by the levels of the items. An item may be deeper by more than one. */
function nested(items: readonly Item[]): Element[] {
  const roots: Element[] = []
  const open: { level: number; item: Item; list: Element }[] = []
  for (const item of items) {
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop()
    const current = open.at(-1)
    const goesOn =
      current?.level === item.level &&
      current.item.ordered === item.ordered &&
      current.item.list === item.list
    if (current?.level === item.level && !goesOn) open.pop()
    if (!goesOn) {
      const list = newElement(item.ordered ? 'ol' : 'ul', {
        ...(item.ordered && item.number !== 1 ? { start: String(item.number) } : {}),
        ...(item.type === '' ? {} : { type: item.type }),
      })
      const parent = open.at(-1)?.list.children.at(-1)
      if (parent === undefined || typeof parent === 'string') roots.push(list)
      else parent.children.push(list)
      open.push({ level: item.level, item, list })
    }
    open.at(-1)?.list.children.push(newElement('li', {}, [...item.content]))
  }
  return roots
}
