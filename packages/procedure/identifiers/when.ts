import { calendarDate, type LegalDate } from '../calendar/date.ts'

/** The year of an act, and its day where the text gives it. */
export interface When {
  readonly year: number
  readonly date?: LegalDate
}

const months = [
  ['ianuarie', 'january'],
  ['februarie', 'february'],
  ['martie', 'march'],
  ['aprilie', 'april'],
  ['mai', 'may'],
  ['iunie', 'june'],
  ['iulie', 'july'],
  ['august', 'august'],
  ['septembrie', 'september'],
  ['octombrie', 'october'],
  ['noiembrie', 'november'],
  ['decembrie', 'december'],
]

/** Reads what follows an act's number, folded: `2023`, `31.01.2023`, `10 iulie 2023`. Nothing for the rest. */
export function parseWhen(text: string): When | undefined {
  const year = /^\d{4}$/.exec(text)
  if (year) return isYear(Number(text)) ? { year: Number(text) } : undefined
  const [, day, month, full] =
    /^(\d{1,2})(?:[./-]| )\s*(\d{1,2}|[a-z]+)(?:[./-]| )\s*(\d{4})$/.exec(text) ?? []
  const named = months.findIndex(names => names.includes(month ?? '')) + 1
  const date = calendarDate(Number(full), named || Number(month), Number(day))
  return date ? { year: Number(full), date } : undefined
}

/** From the first year of the Monitorul Oficial's predecessor (1832) to the end of our calendar. */
export function isYear(year: number): boolean {
  return year >= 1832 && year <= 2199
}

/** `31.01.2023`, as acts are cited, or the year where the day is not known. */
export function printWhen({ year, date }: When): string {
  return date ? date.split('-').toReversed().join('.') : String(year)
}

/** A number as people write it, with or without a thousands dot (`1.064`); nothing for any other dot. */
export function parseNumber(text: string): number | undefined {
  if (!/^(\d{1,6}|\d{1,3}(\.\d{3})+)$/.test(text)) return undefined
  const number = Number(text.replaceAll('.', ''))
  return number > 0 ? number : undefined
}
