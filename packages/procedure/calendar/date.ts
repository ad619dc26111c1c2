declare const brand: unique symbol

/**
 * A day in law, `YYYY-MM-DD`: a date and never an instant, so no time zone can move it. Dates compare as
 * strings. Years 1900 to 2199.
 */
export type LegalDate = string & { readonly [brand]: 'LegalDate' }

/** How much of a date is known: "2023", "January 2023" or a day. */
export type Precision = 'day' | 'month' | 'year'

const dayLength = 86_400_000

/** The date that `text` (`YYYY-MM-DD`) names, or nothing where there is no such day. */
export function parseLegalDate(text: string): LegalDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return parts ? calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined
}

/** The date `text` (`YYYY-MM-DD`), for dates that the code itself states; a RangeError where none is. */
export function legalDate(text: string): LegalDate {
  const date = parseLegalDate(text)
  if (!date) throw new RangeError(`Not a legal date (YYYY-MM-DD, 1900 to 2199): ${text}`)
  return date
}

/** The date of a year, month (1 to 12) and day, or nothing where there is no such day. */
export function calendarDate(year: number, month: number, day: number): LegalDate | undefined {
  const at = new Date(Date.UTC(year, month - 1, day))
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return exists && year >= 1900 && year <= 2199 ? branded(at) : undefined
}

/** The date so many days later (earlier when negative); a RangeError for a part of a day. */
export function shift(date: LegalDate, days: number): LegalDate {
  if (!Number.isInteger(days)) throw new RangeError(`Days are counted whole, not ${days}`)
  return branded(new Date(Date.parse(date) + days * dayLength))
}

/** Calendar days from one date to another, negative when `to` is earlier; 11 to 14 July is 3. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return (Date.parse(to) - Date.parse(from)) / dayLength
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: LegalDate): number {
  return new Date(date).getUTCDay()
}

export function yearOf(date: LegalDate): number {
  return Number(date.slice(0, 4))
}

/** The first day of what is known: of the year, of the month, or the day itself. */
export function firstDay(date: LegalDate, precision: Precision): LegalDate {
  if (precision === 'year') return legalDate(`${date.slice(0, 4)}-01-01`)
  if (precision === 'month') return legalDate(`${date.slice(0, 7)}-01`)
  return date
}

function branded(at: Date): LegalDate {
  return at.toISOString().slice(0, 10) as LegalDate
}
