import type { NodeJson } from '../json.ts'
import { cleanSpaces, cleanWords } from './words.ts'

/**
 * Words without HTML as blocks. Lines of one width, as a PDF has them, become paragraphs again, and words that were
 * hyphenated at the end of a line become whole; otherwise a line is a paragraph.
 *
 * @param options.literally a line is a paragraph, whatever it looks like: what “paste as plain text” promises
 */
export function fromPlainText(text: string, options: { literally?: boolean } = {}): NodeJson[] {
  const groups = text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map(group =>
      group
        .split('\n')
        .map(clean)
        .filter(line => line !== ''),
    )
  if (options.literally) return groups.flat().map(paragraph)
  const wrapped = isWrapped(groups)
  return groups.flatMap(lines => blocksOf(wrapped ? joined(lines) : lines))
}

const clean = (line: string) => cleanSpaces(cleanWords(line)).trim()

const paragraph = (text: string): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** Whether the lines end where a page was full: those that end within a sentence are nearly as long as the longest. */
function isWrapped(groups: readonly string[][]): boolean {
  const longest = groups.flat().reduce((most, line) => Math.max(most, line.length), 0)
  const broken = groups.flatMap(lines => lines.slice(0, -1)).filter(line => !/[.!?:;”»)]$/.test(line))
  if (broken.length < 2 || longest < 40 || longest > 200) return false
  return broken.filter(line => line.length > longest * 0.7).length > broken.length * 0.6
}

/** A line that begins something of its own, wherever the one above it ends. */
const beginning =
  /^([•·▪◦‣●○■–—-]\s|\(?\p{L}\)\s|\(?\d{1,3}[.)]\s|(Art|Articolul|Capitolul|Secțiunea|Anexa)\b)/u

function joined(lines: readonly string[]): string[] {
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const paragraphs: string[] = []
  let before = ''
  for (const line of lines) {
    const last = paragraphs.at(-1)
    // A short line that ends a sentence ends its paragraph.
    const ended = before.length < longest * 0.7 && /[.!?:;”»)]$/.test(before)
    if (last === undefined || ended || beginning.test(line)) paragraphs.push(line)
    else paragraphs[paragraphs.length - 1] = join(last, line)
    before = line
  }
  return paragraphs
}

/** Words that Romanian ties to their neighbour with a hyphen: there it stays where a line was broken. */
const tied =
  /^(a|ai|al|am|ar|au|ați|aș|i|il|îl|îi|își|l|le|li|lor|lui|m|mă|mi|mea|mi|ne|ni|o|or|s|se|și|si|și-|te|ți|ul|ului|uri|urile|un|una|unul|v|vă|vi|va|vor|o)$/iu
const tying =
  /(^|[^\p{L}])(s|m|l|i|v|n|c|d|ș|te|ne|le|mi|ți|și|să|de|nu|ce|într|dintr|printr|prim|vice|ex|non|pro|anti)$/iu

function join(above: string, below: string): string {
  const hyphened = /^(.*\p{L})[-\u2010]$/u.exec(above)?.[1]
  if (hyphened === undefined) return `${above} ${below}`
  const next = /^\p{L}+/u.exec(below)?.[0] ?? ''
  if (next === '' || /^\p{Lu}/u.test(next)) return above + below
  return tied.test(next) || tying.test(hyphened) ? `${hyphened}-${below}` : hyphened + below
}

const bullet = /^[•·▪◦‣●○■]\s*|^[–—-]\s+/
const counted = /^(\d{1,3})[.)]\s+/

/** Lines as paragraphs, with lists where at least two in a row have dots, or count on. */
function blocksOf(lines: readonly string[]): NodeJson[] {
  const blocks: NodeJson[] = []
  let at = 0
  while (at < lines.length) {
    const dots = runFrom(lines, at, line => bullet.test(line))
    const first = Number(counted.exec(lines[at] ?? '')?.[1])
    const numbers = runFrom(lines, at, (line, step) => Number(counted.exec(line)?.[1]) === first + step)
    if (dots.length > 1 || numbers.length > 1) {
      const isNumbered = numbers.length > dots.length
      const items = (isNumbered ? numbers : dots).map(line => line.replace(isNumbered ? counted : bullet, ''))
      blocks.push({
        type: isNumbered ? 'orderedList' : 'bulletList',
        ...(isNumbered && first > 1 ? { attrs: { start: first } } : {}),
        content: items.map(item => ({
          type: 'listItem',
          content: [item === '' ? { type: 'paragraph' } : paragraph(item)],
        })),
      })
      at += items.length
    } else {
      blocks.push(paragraph(lines[at] ?? ''))
      at += 1
    }
  }
  return blocks
}

function runFrom(
  lines: readonly string[],
  from: number,
  belongs: (line: string, step: number) => boolean,
): string[] {
  const run: string[] = []
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (!belongs(line, at - from)) break
    run.push(line)
  }
  return run
}
