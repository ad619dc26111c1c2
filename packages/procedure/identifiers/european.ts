import { type LegalDate, parseLegalDate } from '../calendar/date.ts'
import { isYear } from './when.ts'

/** A document of the Commission: COM(2022) 732. */
export interface CommissionDocument {
  readonly kind: 'com'
  readonly year: number
  readonly number: number
}

/** An interinstitutional procedure: 2022/0426(COD). */
export interface EuProcedure {
  readonly kind: 'eu_procedure'
  readonly year: number
  /** The number with its letter, if it has one: `426`, `65A`. */
  readonly number: string
  readonly type: string
}

/** A directive, regulation or decision by its number: Directive (EU) 2024/1712, Directive 2011/36/EU. */
export interface EuAct {
  readonly kind: 'eu_act'
  readonly type: 'dir' | 'reg' | 'dec'
  readonly year: number
  readonly number: number
}

/** A CELEX number, of a text, of its corrigendum (`R(01)`) or of its consolidated form (sector 0, a date). */
export interface Celex {
  readonly kind: 'celex'
  readonly sector: string
  readonly year: number
  readonly descriptor: string
  /** Four digits, and what follows them: `1712`, `0036(01)`. */
  readonly number: string
  readonly corrigendum?: number
  readonly consolidated?: LegalDate
}

/** A European Legislation Identifier of the EU: data.europa.eu/eli/dir/2024/1712/oj. */
export interface Eli {
  readonly kind: 'eli'
  readonly type: string
  readonly year: number
  readonly number: number
  /** What follows the number, without its first slash: `oj`, `2024-07-14`, or nothing. */
  readonly version: string
}

/** Reads a folded text (`com(2022) 732 final`). */
export function parseCommission(text: string): CommissionDocument | undefined {
  const [, year, number] = /^com ?[(/]? ?(\d{4}) ?\)? ?[/ ]? ?(\d{1,4})(?: ?final)?$/.exec(text) ?? []
  return number && isYear(Number(year))
    ? { kind: 'com', year: Number(year), number: Number(number) }
    : undefined
}

/** Reads a folded text (`2022/0426(cod)`, `procedura 2022/426 cod`). */
export function parseEuProcedure(text: string): EuProcedure | undefined {
  const [, year, digits, letter = '', type = ''] =
    /^(?:procedur[ae] )?(\d{4}) ?\/ ?(\d{1,4})([a-z]?) ?\(? ?([a-z]{3}) ?\)?$/.exec(text) ?? []
  if (!digits || !isYear(Number(year))) return undefined
  return {
    kind: 'eu_procedure',
    year: Number(year),
    number: `${Number(digits)}${letter.toUpperCase()}`,
    type: type.toUpperCase(),
  }
}

/** Reads an abbreviated text (`dir (ue) 2024/1712`, `dir 2011/36/ue`). */
export function parseEuAct(text: string): EuAct | undefined {
  const [, type, year, number] =
    /^(dir|reg|dec) ?(?:\(?(?:ue|eu|ce|ec)\)?)? ?(\d{4}) ?\/ ?(\d{1,4})(?: ?\/ ?(?:ue|eu|ce|ec))?$/.exec(
      text,
    ) ?? []
  if ((type !== 'dir' && type !== 'reg' && type !== 'dec') || !isYear(Number(year))) return undefined
  return { kind: 'eu_act', type, year: Number(year), number: Number(number) }
}

/** Reads a folded text (`32024l1712`, `02011l0036-20240714`, `32011l0036r(01)`). */
export function parseCelex(text: string): Celex | undefined {
  const [, sector = '', year, descriptor = '', number = '', corrigendum, consolidated] =
    /^(?:celex ?:? ?)?([0-9ce])(\d{4})([a-z]{1,2})(\d{4}(?:\(\d{2}\))?)(?:r\((0[1-9]|[1-9]\d)\))?(?:-(\d{8}))?$/.exec(
      text.replaceAll(' ', ''),
    ) ?? []
  if (!isYear(Number(year))) return undefined
  const date = consolidated && parseLegalDate(consolidated.replace(/^(....)(..)(..)$/, '$1-$2-$3'))
  // Only consolidated texts (sector 0) carry a date, and they always do.
  if ((sector === '0') !== Boolean(date) || (consolidated && !date)) return undefined
  return {
    kind: 'celex',
    sector: sector.toUpperCase(),
    year: Number(year),
    descriptor: descriptor.toUpperCase(),
    number,
    ...(corrigendum && { corrigendum: Number(corrigendum) }),
    ...(date && { consolidated: date }),
  }
}

/** Reads a folded text, with or without `https://` and the host. */
export function parseEli(text: string): Eli | undefined {
  const [, type = '', year, number, version = ''] =
    /^(?:https?:\/\/)?(?:data\.europa\.eu\/)?eli\/([a-z_]+)\/(\d{4})\/(\d+)((?:\/[\w.-]+)*)\/*$/.exec(text) ??
    []
  return number && isYear(Number(year))
    ? { kind: 'eli', type, year: Number(year), number: Number(number), version: version.slice(1) }
    : undefined
}

const actNames = { dir: 'Directiva', reg: 'Regulamentul', dec: 'Decizia' }

export function printEuropean(id: CommissionDocument | EuProcedure | EuAct | Celex | Eli): string {
  switch (id.kind) {
    case 'com':
      return `COM(${id.year}) ${id.number}`
    case 'eu_procedure':
      return `${id.year}/${id.number.padStart(/\D$/.test(id.number) ? 5 : 4, '0')}(${id.type})`
    case 'eu_act':
      // Since 2015 the number follows "(UE)"; before, the Community, then the Union, followed it.
      return id.year < 2015
        ? `${actNames[id.type]} ${id.year}/${id.number}/${id.year < 2010 ? 'CE' : 'UE'}`
        : `${actNames[id.type]} (UE) ${id.year}/${id.number}`
    case 'celex': {
      const corrigendum = id.corrigendum ? `R(${String(id.corrigendum).padStart(2, '0')})` : ''
      const consolidated = id.consolidated ? `-${id.consolidated.replaceAll('-', '')}` : ''
      return `${id.sector}${id.year}${id.descriptor}${id.number}${corrigendum}${consolidated}`
    }
    case 'eli':
      return `data.europa.eu/eli/${id.type}/${id.year}/${id.number}${id.version && `/${id.version}`}`
  }
}
