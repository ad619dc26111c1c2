import { fromBucharest } from './i18n/format.ts'

/**
 * What a person typed into a field for a day and a time (`YYYY-MM-DDTHH:MM`, a wall clock in Bucharest) as an
 * instant, ISO in UTC; null where it is no such moment, so that the API says that it is missing.
 */
export function instantTyped(value: FormDataEntryValue | null): string | null {
  const [, date, time] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(String(value ?? '')) ?? []
  if (date === undefined || time === undefined || !isDay(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    return null
  return fromBucharest(date, time)
}

/** What a person typed into a field for a day as a legal date (`YYYY-MM-DD`); null where there is no such day. */
export function dayTyped(value: FormDataEntryValue | null): string | null {
  const day = String(value ?? '')
  return isDay(day) ? day : null
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
