import type { NodeJson } from '../json.ts'
import { withCommas } from '../typography.ts'

/** What nobody sees and no text needs: control and direction marks, soft hyphens, symbols of one font only. */
const invisible = /(?![\t-\r])\p{Cc}|(?!\u200C|\u200D)\p{Cf}|\p{Co}|\p{Cs}|\uFFFC/gu

/**
 * Words as a document keeps them: whole characters, each letter with its mark in one (a PDF has them apart), ș and ț.
 */
export function cleanWords(text: string): string {
  return withCommas(text.replace(invisible, '').normalize('NFC'))
}

/**
 * The spaces of a line as they are read: one between two words. A non-breaking one stays where it holds a number
 * together with what it counts; elsewhere word processors put it where somebody pressed the space bar twice.
 */
export const cleanSpaces = (text: string) =>
  text
    .replace(/(?<=[\d.§])\u00A0(?=[\d(%‰\p{L}])/gu, '\uE000')
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replaceAll('\uE000', '\u00A0')

const above: Record<string, string> = Object.fromEntries(
  [...'0123456789+-()n'].map((from, at) => [from, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'][at] ?? from]),
)
const below: Record<string, string> = Object.fromEntries(
  [...'0123456789+-()'].map((from, at) => [from, [...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎'][at] ?? from]),
)

/** Raised or lowered digits as characters of their own; `null` when there are none for all of `text`. */
export function raisedWords(text: string, raised: 'super' | 'sub'): string | null {
  const table = raised === 'super' ? above : below
  const characters = [...text.trim()].map(character => table[character])
  return characters.every(character => character !== undefined) ? characters.join('') : null
}

/** One line of a paragraph: runs of words and line breaks, in ProseMirror's JSON. */
export type Line = NodeJson[]

/**
 * The lines of a paragraph as paragraphs: white space as it is read, no breaks at the edges; two breaks in a row
 * begin a new paragraph.
 */
export function paragraphsOf(runs: Line): Line[] {
  const paragraphs: Line[] = []
  let line: Line = []
  let breaks = 0
  const end = () => {
    const last = line.at(-1)
    if (last?.text !== undefined) last.text = last.text.replace(/ $/, '')
    line = line.filter(run => run.text !== '')
    if (line.length > 0) paragraphs.push(line)
    line = []
  }
  for (const run of runs) {
    if (run.type === 'hardBreak') {
      breaks += 1
      continue
    }
    let text = cleanSpaces(run.text ?? '')
    if (breaks > 0 && text.trim() === '') continue
    if (breaks > 1) end()
    else if (breaks === 1 && line.length > 0) {
      const last = line.at(-1)
      if (last?.text !== undefined) last.text = last.text.replace(/ $/, '')
      line.push({ type: 'hardBreak' })
    }
    breaks = 0
    const before = line.at(-1)
    if (before === undefined || before.type === 'hardBreak' || before.text?.endsWith(' '))
      text = text.replace(/^ /, '')
    if (text === '') continue
    if (before?.text !== undefined && JSON.stringify(before.marks) === JSON.stringify(run.marks))
      before.text += text
    else line.push({ ...run, text })
  }
  end()
  return paragraphs
}
