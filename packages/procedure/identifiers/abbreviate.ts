import { fold } from '../fold.ts'

/** Long names as people and official pages write them, folded and without "nr.", with their short form. */
const names: readonly (readonly [long: RegExp, short: string])[] = [
  [/^monitorul oficial(?: al romaniei)?,?(?: partea (?:i|1)\b,?)?/, 'mo'],
  [/^m ?of\b/, 'mo'],
  [/^(?:ordonanta de urgenta(?: a guvernului)?|emergency ordinance)/, 'oug'],
  [/^(?:ordonanta(?: a? ?guvernului| de guvern)?|(?:government )?ordinance)/, 'og'],
  [/^(?:hotarar(?:ea|e)(?: de)? guvern(?:ului)?|government decision)/, 'hg'],
  [/^(?:legea|law)\b/, 'lege'],
  [/^(?:ordinul|ordin|ministerial order|order)\b/, 'om'],
  [/^(?:directiva|directive)\b/, 'dir'],
  [/^(?:regulamentul|regulament|regulation)\b/, 'reg'],
  [/^(?:decizia|decision)\b/, 'dec'],
  [/^p ?l ?-? ?x\b/, 'pl-x'],
  [/^p ?l ?-? ?x(?=\d)/, 'pl-x'],
]

/**
 * Brings a carelessly typed identifier to one shape: folded, dots of abbreviations and "nr." gone, spaces
 * single, long names short ("Hotărârea Guvernului nr. 88" and "H.G. 88" become "hg 88").
 */
export function abbreviate(text: string): string {
  const plain = fold(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<=\b[a-z]{1,3})\.(?=\s?[a-z]|\s|$)/g, '')
    .replace(/(?<=\b[a-z])\.(?=\d)/g, ' ')
    .replace(/\b(?:nr|no|numarul)\b\.?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const [long, short] = names.find(([pattern]) => pattern.test(plain)) ?? []
  return long && short ? plain.replace(long, `${short} `).replace(/\s+/g, ' ').trim() : plain
}
