import type { Locale, Translate } from './index.ts'

/**
 * Dates and numbers as people write them in Romanian and English.
 *
 * Month names, order and separators are written here instead of being asked of `Intl`, whose wording differs between
 * the ICU releases of Node and of browsers: a page must hydrate to the same bytes. `Intl` is used for one thing that
 * is a fact and not a wording: the wall clock in Bucharest.
 */

const months: Record<Locale, { long: string[]; short: string[]; days: string[] }> = {
  ro: {
    long: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie'.split(
      ' ',
    ),
    short: 'ian. feb. mar. apr. mai iun. iul. aug. sept. oct. nov. dec.'.split(' '),
    days: 'duminică luni marți miercuri joi vineri sâmbătă'.split(' '),
  },
  en: {
    long: 'January February March April May June July August September October November December'.split(' '),
    short: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
    days: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
  },
}

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Bucharest',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `iso` as the date and the clock on a wall in Bucharest: `{ date: 'YYYY-MM-DD', time: 'HH:MM' }`. */
export function inBucharest(iso: string | Date): { date: string; time: string } {
  const part: Record<string, string> = {}
  for (const { type, value } of wallClock.formatToParts(new Date(iso))) part[type] = value
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}

/** The instant at which a wall clock in Bucharest shows `date` (`YYYY-MM-DD`) and `time` (`HH:MM`), as ISO in UTC. */
export function fromBucharest(date: string, time: string): string {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`)
  // Romania is 2 or 3 hours ahead. In the hour that a clock change repeats, the earlier instant is meant.
  for (const hours of [3, 2]) {
    const instant = new Date(asIfUtc - hours * 3_600_000)
    const shown = inBucharest(instant)
    if (shown.date === date && shown.time === time) return instant.toISOString()
  }
  // The hour that a clock change skips does not exist: the clock has already moved on.
  return new Date(asIfUtc - 2 * 3_600_000).toISOString()
}

/** Whole calendar days from `from` to `to`, both `YYYY-MM-DD`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

export type DateLength = 'long' | 'short' | 'numeric' | 'weekday'

/** A legal date (`YYYY-MM-DD`), never shifted by a time zone. A text that is no such date is returned as it is. */
export function formatLegalDate(locale: Locale, date: string, length: DateLength = 'long'): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  if (!parts) return date
  const [, year, monthText, dayText] = parts
  const words = months[locale]
  const month = Number(monthText) - 1
  const day = Number(dayText)
  if (length === 'numeric')
    return locale === 'ro' ? `${dayText}.${monthText}.${year}` : `${dayText}/${monthText}/${year}`
  if (length === 'short') return `${day} ${words.short[month] ?? ''} ${year}`
  const long = `${day} ${words.long[month] ?? ''} ${year}`
  if (length === 'long') return long
  const weekday = words.days[new Date(`${year}-${monthText}-${dayText}T00:00:00Z`).getUTCDay()] ?? ''
  return `${weekday}, ${long}`
}

/** An instant (ISO 8601) as its date in Bucharest. */
export function formatDate(locale: Locale, iso: string, length: DateLength = 'long'): string {
  return formatLegalDate(locale, inBucharest(iso).date, length)
}

/** An instant (ISO 8601) as `HH:MM` in Bucharest. */
export function formatTime(iso: string): string {
  return inBucharest(iso).time
}

/** An instant (ISO 8601) as date and time in Bucharest. */
export function formatDateTime(locale: Locale, iso: string, length: DateLength = 'long'): string {
  return `${formatDate(locale, iso, length)}, ${formatTime(iso)}`
}

/** A number with the language's separators: 1.234,5 in Romanian, 1,234.5 in English. */
export function formatNumber(locale: Locale, value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const [group, point] = locale === 'ro' ? ['.', ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const sign = value < 0 && /[1-9]/.test(`${whole}${fraction ?? ''}`) ? '−' : ''
  return `${sign}${grouped}${fraction ? point + fraction : ''}`
}

/** A share between 0 and 1 as a percentage: 52,2 % in Romanian (the space does not break), 52.2% in English. */
export function formatPercent(locale: Locale, share: number, decimals = 0): string {
  return `${formatNumber(locale, share * 100, decimals)}${locale === 'ro' ? '\u00a0%' : '%'}`
}

/** What a page formats with: bound to its language and to the server's clock at the time of the request. */
export interface Format {
  locale: Locale
  /** The server's clock, ISO 8601. */
  now: string
  /** Its day in Bucharest, `YYYY-MM-DD`. */
  today: string
  date(iso: string, length?: DateLength): string
  dateTime(iso: string, length?: DateLength): string
  time(iso: string): string
  legalDate(date: string, length?: DateLength): string
  /** "azi", "mâine", "în 3 zile", "acum 20 de zile", from today in Bucharest to a legal date. */
  relativeDay(date: string): string
  /** Whole days from today in Bucharest to a legal date; negative when it has passed. */
  daysUntil(date: string): number
  number(value: number, decimals?: number): string
  percent(share: number, decimals?: number): string
}

/** Binds the formats to a language, its words and a clock (`now`: ISO 8601). */
export function createFormat(locale: Locale, t: Translate, now: string): Format {
  const today = inBucharest(now).date
  return {
    locale,
    now,
    today,
    date: (iso, length) => formatDate(locale, iso, length),
    dateTime: (iso, length) => formatDateTime(locale, iso, length),
    time: formatTime,
    legalDate: (date, length) => formatLegalDate(locale, date, length),
    daysUntil: date => daysBetween(today, date),
    relativeDay: date => {
      const days = daysBetween(today, date)
      if (days === 0) return t('common:day.today')
      if (days === 1) return t('common:day.tomorrow')
      if (days === -1) return t('common:day.yesterday')
      return days > 0 ? t('common:day.ahead', { count: days }) : t('common:day.ago', { count: -days })
    },
    number: (value, decimals) => formatNumber(locale, value, decimals),
    percent: (share, decimals) => formatPercent(locale, share, decimals),
  }
}
