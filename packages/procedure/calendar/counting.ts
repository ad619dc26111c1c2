import { daysBetween, type LegalDate, shift, weekday, yearOf } from './date.ts'
import { legalHolidays } from './holidays.ts'

/**
 * How a period of days is counted:
 * - `first_day_not_counted`: the day after the event is day 1, and the result is the last day. A period of 3
 *   days from 11 July ends on 14 July.
 * - `first_day_counted`: the day of the event is day 1: the period ends on 13 July.
 * - `free_days` (zile libere, Civil Procedure Code, article 181): neither the first nor the last day counts;
 *   the period is fulfilled on 15 July.
 *
 * A law "enters into force 3 days after publication", the period running from the day of publication until
 * 24:00 of the third day (Law 24/2000, article 12): published on 11 July, those are the 11th, 12th and 13th,
 * and it is in force on 14 July. That day is what `first_day_not_counted` gives.
 */
export type Counting = 'first_day_not_counted' | 'first_day_counted' | 'free_days'

/** What happens to a period that would end on a day that is not worked. */
export type OnClosedDay = 'stays' | 'next_working_day'

export interface CountingOptions {
  /** `first_day_not_counted` unless told. */
  readonly counting?: Counting
  /** `stays` unless told. */
  readonly onClosedDay?: OnClosedDay
  /** Days not worked beside weekends and legal holidays, such as those that a Government decision frees. */
  readonly closed?: readonly LegalDate[]
}

/** Whether a day is neither a weekend, nor a legal holiday of Romania, nor among the `closed`. */
export function isWorkingDay(date: LegalDate, closed: readonly LegalDate[] = []): boolean {
  const day = weekday(date)
  return day !== 0 && day !== 6 && !holidaysOf(yearOf(date)).has(date) && !closed.includes(date)
}

/** The date that lies `days` calendar days from `date` (before it when negative; 0 is the date itself). */
export function addCalendarDays(date: LegalDate, days: number, options: CountingOptions = {}): LegalDate {
  const direction = Math.sign(days)
  const { counting = 'first_day_not_counted', onClosedDay = 'stays', closed } = options
  const moved = { first_day_not_counted: 0, first_day_counted: -direction, free_days: direction }
  const end = shift(date, days + moved[counting])
  return onClosedDay === 'stays' ? end : nextWorkingDay(end, closed)
}

/**
 * The date that lies `days` working days from `date` (before it when negative; 0 is the date itself). The
 * result is a working day. With `first_day_counted`, a first day that is not worked is not counted either.
 */
export function addWorkingDays(
  date: LegalDate,
  days: number,
  { counting = 'first_day_not_counted', closed }: Omit<CountingOptions, 'onClosedDay'> = {},
): LegalDate {
  if (!Number.isInteger(days)) throw new RangeError(`Days are counted whole, not ${days}`)
  const direction = Math.sign(days)
  const firstCounts = counting === 'first_day_counted' && isWorkingDay(date, closed)
  const extra = counting === 'free_days' ? 1 : firstCounts ? -1 : 0
  let left = days === 0 ? 0 : Math.abs(days) + extra
  let end = date
  while (left > 0) {
    end = shift(end, direction)
    if (isWorkingDay(end, closed)) left--
  }
  return end
}

/** The working days after `from` up to and with `to`; negative, from `to`, when `to` is earlier. */
export function workingDaysBetween(
  from: LegalDate,
  to: LegalDate,
  closed: readonly LegalDate[] = [],
): number {
  if (to < from) return -workingDaysBetween(to, from, closed)
  const length = daysBetween(from, to)
  const days = Array.from({ length }, (_, index) => shift(from, index + 1))
  return days.filter(day => isWorkingDay(day, closed)).length
}

/** The day itself when it is worked, else the first one after it. */
export function nextWorkingDay(date: LegalDate, closed?: readonly LegalDate[]): LegalDate {
  let day = date
  while (!isWorkingDay(day, closed)) day = shift(day, 1)
  return day
}

const known = new Map<number, ReadonlySet<LegalDate>>()

function holidaysOf(year: number): ReadonlySet<LegalDate> {
  const holidays = known.get(year) ?? new Set(legalHolidays(year).map(holiday => holiday.date))
  known.set(year, holidays)
  return holidays
}
