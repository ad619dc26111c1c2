/**
 * Romanian (and English) typography while somebody types: what was typed becomes what is printed.
 *
 * - Quotation marks are „…”, those within them «…», and within these „…” again: *Îndreptarul ortografic, ortoepic și
 *   de punctuație* (1995), § 268; Interinstitutional Style Guide of the EU, Romanian part, 10.1.7.
 * - ș and ț have a comma below (SR 13411); ş and ţ with a cedilla are what old keyboards had in their place.
 * - “art. 3” and “10 %” do not part at the end of a line: DOOM, 5.1 (what holds an abbreviation stays together).
 *   A space is made non-breaking, never added or taken away.
 *
 * Addresses and what looks like code stay as they are typed.
 */

export type TypographyLanguage = 'ro' | 'en'

/** What takes the place of typed text: `remove` characters before the caret go, `insert` comes. */
export interface Typeset {
  remove: number
  insert: string
}

/**
 * @param before the text of the block up to the caret, U+FFFC for what is not text
 * @param typed what the keyboard adds: a character, or what a phone's keyboard or an input method hands over at once
 * @returns `null` when `typed` stands as it is
 */
export function typeset(before: string, typed: string, language: TypographyLanguage): Typeset | null {
  let text = before
  for (const character of typed) text = withCharacter(text, character, language)
  if (text === before + typed) return null
  let same = 0
  while (same < before.length && text[same] === before[same]) same += 1
  return { remove: before.length - same, insert: text.slice(same) }
}

function withCharacter(text: string, typed: string, language: TypographyLanguage): string {
  const word = /[^\s\uFFFC]*$/.exec(text)?.[0] ?? ''
  if (isCode(word + typed)) return text + typed
  const last = text.at(-1)
  if (cedillas[typed] !== undefined || combining.test(typed)) return withCommas(text + typed)
  if (typed === '"') return text + quotation(text, language)
  // Two apostrophes are how ” is typed where the keyboard has none, and two commas „.
  if (typed === "'" && (last === "'" || last === '’') && openQuotations(text).length > 0)
    return text.slice(0, -1) + closing(text)
  if (typed === "'") return text + apostrophe(text, language)
  if (typed === ',' && last === ',' && isOpening(text.slice(0, -1)))
    return text.slice(0, -1) + opening(text.slice(0, -1), language)
  if (typed === '.' && /(?<!\.)\.\.$/.test(text)) return `${text.slice(0, -2)}…`
  if (text.endsWith('--') && isDash(text, typed)) return `${text.slice(0, -2)}–${typed}`
  if (last === ' ' && staysTogether(text, typed)) return `${text.slice(0, -1)}\u00A0${typed}`
  return text + typed
}

/** Part of an address, an e-mail, a path, a command or a line of a program. */
function isCode(word: string): boolean {
  return /:\/\/|^www\.|@|[=<>{}\\_`$|]|^[~/]|\.[a-z]{2,}\//i.test(word)
}

const cedillas: Record<string, string> = { ş: 'ș', ţ: 'ț', Ş: 'Ș', Ţ: 'Ț' }
const combining = /\u0326|\u0327/

/**
 * The same text with ș and ț where it has ş and ţ, also where the letter and its mark are two characters. Words with
 * letters that only Turkish has keep theirs.
 */
export function withCommas(text: string): string {
  if (!/[şţŞŢ]|\u0326|\u0327/.test(text)) return text
  return text.replace(/[\p{L}\p{M}]+/gu, word =>
    /[ğıİĞ]/.test(word)
      ? word
      : word
          .replace(/([sStT])(?:\u0326|\u0327)/g, (_, letter: string) => `${letter}\u0326`.normalize('NFC'))
          .replace(/[şţŞŢ]/g, letter => cedillas[letter] ?? letter),
  )
}

/** The quotations that are open at the end of `text`, the outermost first, by the mark that opened them. */
function openQuotations(text: string): string[] {
  const open: string[] = []
  for (const character of text) {
    const innermost = open.at(-1)
    if (character === '„' || character === '«') open.push(character)
    // Closes in German, and in Romanian texts that were typed with such a keyboard; opens in English.
    else if (character === '“' && innermost === '„') open.pop()
    else if (character === '“') open.push(character)
    else if (character === '”' && innermost !== undefined && innermost !== '«') open.pop()
    else if (character === '»' && innermost === '«') open.pop()
  }
  return open
}

/** Whether what comes next begins a word. */
const isOpening = (text: string) => /(^|[\s\uFFFC([{/„«“‘–—-])$/.test(text)

function quotation(text: string, language: TypographyLanguage): string {
  if (isOpening(text)) return opening(text, language)
  // 15" are inches, unless a quotation ends here.
  if (/\d$/.test(text) && openQuotations(text).length === 0) return '"'
  return closing(text)
}

function opening(text: string, language: TypographyLanguage): string {
  if (language === 'en') return '“'
  const innermost = openQuotations(text).at(-1)
  return innermost === undefined || innermost === '«' ? '„' : '«'
}

const closing = (text: string) => (openQuotations(text).at(-1) === '«' ? '»' : '”')

function apostrophe(text: string, language: TypographyLanguage): string {
  if (language === 'en') return isOpening(text) ? '‘' : '’'
  // Romanian has no single quotation marks: an apostrophe stands where a sound is left out (dom’le, las’ că).
  return /\p{L}$/u.test(text) && !/(^|[^\p{L}])'/u.test(text) ? '’' : "'"
}

/** Whether `--` before `typed` is a dash: between spaces, or between words or numbers. `--so` is an option. */
function isDash(text: string, typed: string): boolean {
  const before = text.slice(0, -2)
  if (before.endsWith('-')) return false
  return typed === ' '
    ? isOpening(before) || /[\p{L}\p{N}\p{P}]$/u.test(before)
    : /[\p{L}\p{N}]$/u.test(before) && /[\p{L}\p{N}]/u.test(typed)
}

/** Before a number: the units of a Romanian act, and what English texts call them. */
const beforeNumber = /(?:^|[^\p{L}\p{N}])(?:art|alin|nr|pct|subpct|par|poz|pag|p|no|para)\. $|§ $/iu
const beforeLetter = /(?:^|[^\p{L}\p{N}])lit\. $/iu
const beforeNumeral = /(?:^|[^\p{L}\p{N}])(?:cap|secț)\. $/iu

/** Whether the space at the end of `text` must not part from `typed`. */
function staysTogether(text: string, typed: string): boolean {
  if (typed === '%' || typed === '‰') return /\d $/.test(text)
  if (beforeNumber.test(text)) return /[\d(]/.test(typed)
  if (beforeNumeral.test(text)) return /[\dIVXLC]/.test(typed)
  return beforeLetter.test(text) && /\p{L}/u.test(typed)
}
