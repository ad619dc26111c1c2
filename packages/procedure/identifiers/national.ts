import { isYear, parseNumber, parseWhen, printWhen, type When } from './when.ts'

/** A number in Parliament: PL-x (Chamber of Deputies), L (Senate), BPI (before either number is given). */
export interface BillNumber {
  readonly kind: 'pl_x' | 'senate' | 'bpi'
  readonly number: number
  readonly year: number
}

/** A Romanian act: law, Government decision, ordinance, emergency ordinance. */
export interface NationalAct extends When {
  readonly kind: 'law' | 'hg' | 'og' | 'oug'
  readonly number: number
}

/** A minister's order; `issuer` are the letters after OM where they were given (`AI` in OMAI). */
export interface MinisterialOrder extends When {
  readonly kind: 'om'
  readonly issuer?: string
  readonly number: number
}

/** An issue of the Monitorul Oficial, Part I. */
export interface GazetteIssue extends When {
  readonly kind: 'gazette'
  readonly number: number
  readonly bis: boolean
}

const bills = { 'pl-x': 'pl_x', plx: 'pl_x', pl: 'pl_x', l: 'senate', bpi: 'bpi' } as const
const acts = { lege: 'law', hg: 'hg', og: 'og', oug: 'oug' } as const
const shown = { pl_x: 'PL-x', senate: 'L', bpi: 'BPI', law: 'Legea', hg: 'HG', og: 'OG', oug: 'OUG' } as const

/** Reads an abbreviated text (`pl-x 123/2023`). */
export function parseBill(text: string): BillNumber | undefined {
  const [, name = '', digits = '', years] = /^(pl-x|plx|pl|l|bpi) ?([\d.]+) ?\/ ?(\d{4})$/.exec(text) ?? []
  const number = parseNumber(digits)
  const year = Number(years)
  return isKey(bills, name) && number !== undefined && isYear(year)
    ? { kind: bills[name], number, year }
    : undefined
}

/** Reads an abbreviated text (`hg 1.064/2021`, `lege 217 din 10 iulie 2023`). */
export function parseAct(text: string): NationalAct | undefined {
  const [, name = '', rest = ''] = /^(lege|hg|og|oug) ?(.*)$/.exec(text) ?? []
  const cited = parseCited(rest)
  return isKey(acts, name) && cited ? { kind: acts[name], ...cited } : undefined
}

/** Reads an abbreviated text (`omai 12/2024`, `om 12/2024`). */
export function parseOrder(text: string): MinisterialOrder | undefined {
  const [, issuer = '', rest = ''] = /^om([a-z]{0,6}) ?(\d.*)$/.exec(text) ?? []
  const cited = parseCited(rest)
  return cited && { kind: 'om', ...(issuer && { issuer: issuer.toUpperCase() }), ...cited }
}

/** Reads an abbreviated text (`mo 467 bis/21.05.2024`). */
export function parseGazette(text: string): GazetteIssue | undefined {
  const [, digits = '', bis, rest = ''] =
    /^mo ?([\d.]+) ?(bis)?( ?\/.*| (?:din|of|from) .*)$/.exec(text) ?? []
  const cited = parseCited(digits + rest)
  return cited && { kind: 'gazette', bis: bis !== undefined, ...cited }
}

export function printNational(act: BillNumber | NationalAct | MinisterialOrder | GazetteIssue): string {
  switch (act.kind) {
    case 'om':
      return `OM${act.issuer ?? ''} ${act.number}/${printWhen(act)}`
    case 'gazette':
      return `Monitorul Oficial ${act.number}${act.bis ? ' bis' : ''}/${printWhen(act)}`
    default:
      return `${shown[act.kind]} ${act.number}/${printWhen(act)}`
  }
}

/** `88/2023`, `88/31.01.2023`, `88 din 31 ianuarie 2023`. */
function parseCited(text: string): ({ readonly number: number } & When) | undefined {
  const [, digits = '', when = ''] =
    /^([\d.]+)(?: ?\/ ?| (?:din|of|from)(?: data de)? )(.+)$/.exec(text) ?? []
  const number = parseNumber(digits)
  const cited = parseWhen(when)
  return number !== undefined && cited ? { number, ...cited } : undefined
}

function isKey<T extends object>(names: T, name: string): name is Extract<keyof T, string> {
  return Object.hasOwn(names, name)
}
