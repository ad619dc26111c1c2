import { fold } from '../fold.ts'
import { abbreviate } from './abbreviate.ts'
import {
  type Celex,
  type CommissionDocument,
  type Eli,
  type EuAct,
  type EuProcedure,
  parseCelex,
  parseCommission,
  parseEli,
  parseEuAct,
  parseEuProcedure,
  printEuropean,
} from './european.ts'
import {
  type BillNumber,
  type GazetteIssue,
  type MinisterialOrder,
  type NationalAct,
  parseAct,
  parseBill,
  parseGazette,
  parseOrder,
  printNational,
} from './national.ts'

/** A name by which the law knows a text. One dossier has several. */
export type Identifier =
  | BillNumber
  | NationalAct
  | MinisterialOrder
  | GazetteIssue
  | CommissionDocument
  | EuProcedure
  | EuAct
  | Celex
  | Eli

export const identifierKinds = [
  'pl_x',
  'senate',
  'bpi',
  'law',
  'hg',
  'og',
  'oug',
  'om',
  'gazette',
  'com',
  'eu_procedure',
  'eu_act',
  'celex',
  'eli',
] as const satisfies readonly Identifier['kind'][]
export type IdentifierKind = (typeof identifierKinds)[number]

/**
 * Reads one identifier, typed with or without spaces, dots, "nr.", diacritics, in short or long words. A text
 * that is none, or that names an impossible day or year, gives nothing.
 */
export function parseIdentifier(text: string): Identifier | undefined {
  const folded = fold(text).replace(/\s+/g, ' ').trim()
  const short = abbreviate(text)
  return (
    parseBill(short) ??
    parseAct(short) ??
    parseOrder(short) ??
    parseGazette(short) ??
    parseCommission(folded) ??
    parseEuProcedure(folded) ??
    parseEuAct(short) ??
    parseCelex(folded) ??
    parseEli(folded)
  )
}

/** The identifier as it is cited: `HG 1064/2021`, `COM(2022) 732`, `Monitorul Oficial 634/11.07.2023`. */
export function printIdentifier(identifier: Identifier): string {
  switch (identifier.kind) {
    case 'com':
    case 'eu_procedure':
    case 'eu_act':
    case 'celex':
    case 'eli':
      return printEuropean(identifier)
    default:
      return printNational(identifier)
  }
}

/** A text as its identifier is cited; any other text with its spaces trimmed and single. */
export function normaliseIdentifier(text: string): string {
  const identifier = parseIdentifier(text)
  return identifier ? printIdentifier(identifier) : text.replace(/\s+/g, ' ').trim()
}

/**
 * What to compare when searching: two ways of writing one identifier have the same key (an act's day is left
 * out, its year kept), and the beginning of one as people type it (`HG 1.064`, `monitorul oficial 634`) has a
 * key that the whole one's key contains. Any other text is folded, without spaces and punctuation.
 */
export function searchKey(text: string): string {
  const identifier = parseIdentifier(text)
  const whole = identifier
    ? printIdentifier({ ...identifier, ...('date' in identifier && { date: undefined }) })
    : text
  return abbreviate(whole).replace(/[^a-z0-9/]/g, '')
}
