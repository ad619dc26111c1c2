import { calendarDate, type LegalDate, shift } from './date.ts'

/** A legal holiday: a fixed day, or so many days from the Orthodox Easter Sunday. */
interface HolidayRule {
  readonly name: { readonly ro: string; readonly en: string }
  readonly on: { readonly month: number; readonly day: number } | { readonly fromEaster: number }
  /** The first year in which the holiday was free by law, where that is later than 2000. */
  readonly since?: number
  readonly source: string
}

/** Labour Code (Law 53/2003), article 139 (1), with the law that added each day. */
const code = 'Codul muncii, art. 139 alin. (1)'
const holidayRules: readonly HolidayRule[] = [
  { name: { ro: 'Anul Nou', en: 'New Year' }, on: { month: 1, day: 1 }, source: code },
  {
    name: { ro: 'A doua zi de Anul Nou', en: 'Second day of New Year' },
    on: { month: 1, day: 2 },
    source: code,
  },
  {
    name: { ro: 'Boboteaza', en: 'Epiphany' },
    on: { month: 1, day: 6 },
    since: 2024,
    source: 'Legea 52/2023',
  },
  {
    name: { ro: 'Sfântul Ioan Botezătorul', en: 'Saint John the Baptist' },
    on: { month: 1, day: 7 },
    since: 2024,
    source: 'Legea 52/2023',
  },
  {
    name: { ro: 'Ziua Unirii Principatelor Române', en: 'Union of the Principalities' },
    on: { month: 1, day: 24 },
    since: 2017,
    source: 'Legea 176/2016',
  },
  {
    name: { ro: 'Vinerea Mare', en: 'Good Friday' },
    on: { fromEaster: -2 },
    since: 2018,
    source: 'Legea 64/2018',
  },
  { name: { ro: 'Paștele', en: 'Easter' }, on: { fromEaster: 0 }, source: code },
  { name: { ro: 'A doua zi de Paști', en: 'Easter Monday' }, on: { fromEaster: 1 }, source: code },
  { name: { ro: 'Ziua Muncii', en: 'Labour Day' }, on: { month: 5, day: 1 }, source: code },
  {
    name: { ro: 'Ziua Copilului', en: 'Children’s Day' },
    on: { month: 6, day: 1 },
    since: 2017,
    source: 'Legea 220/2016',
  },
  {
    name: { ro: 'Rusaliile', en: 'Pentecost' },
    on: { fromEaster: 49 },
    since: 2009,
    source: 'Legea 202/2008',
  },
  {
    name: { ro: 'A doua zi de Rusalii', en: 'Whit Monday' },
    on: { fromEaster: 50 },
    since: 2009,
    source: 'Legea 202/2008',
  },
  {
    name: { ro: 'Adormirea Maicii Domnului', en: 'Dormition of the Mother of God' },
    on: { month: 8, day: 15 },
    since: 2009,
    source: 'Legea 202/2008',
  },
  {
    name: { ro: 'Sfântul Andrei', en: 'Saint Andrew' },
    on: { month: 11, day: 30 },
    since: 2012,
    source: 'Legea 147/2012',
  },
  { name: { ro: 'Ziua Națională', en: 'National Day' }, on: { month: 12, day: 1 }, source: code },
  { name: { ro: 'Crăciunul', en: 'Christmas' }, on: { month: 12, day: 25 }, source: code },
  {
    name: { ro: 'A doua zi de Crăciun', en: 'Second day of Christmas' },
    on: { month: 12, day: 26 },
    source: code,
  },
]

export interface Holiday {
  readonly date: LegalDate
  readonly name: { readonly ro: string; readonly en: string }
  readonly source: string
}

/** Romania's legal holidays of a year (1900 to 2199) in the order of their dates. Two may share a date. */
export function legalHolidays(year: number): readonly Holiday[] {
  const easter = orthodoxEaster(year)
  return holidayRules
    .filter(({ since }) => since === undefined || year >= since)
    .flatMap(({ name, on, source }) => {
      const date = 'month' in on ? calendarDate(year, on.month, on.day) : shift(easter, on.fromEaster)
      return date ? [{ date, name, source }] : []
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/**
 * The Sunday of the Orthodox Easter, as a date of our (Gregorian) calendar. Meeus, Astronomical Algorithms,
 * chapter 8, gives it in the Julian calendar; the two lie 13 days apart from 1900 to 2099.
 */
export function orthodoxEaster(year: number): LegalDate {
  const moon = (19 * (year % 19) + 15) % 30
  const sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
  const month = Math.floor((moon + sunday + 114) / 31)
  const day = ((moon + sunday + 114) % 31) + 1
  const apart = Math.floor(year / 100) - Math.floor(year / 400) - 2
  const julian = calendarDate(year, month, day)
  if (!julian) throw new RangeError(`Easter is computed for the years 1900 to 2199, not ${year}`)
  return shift(julian, apart)
}
