import type { Format } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/index.ts'

/** How a meeting stands at `now` (all ISO 8601). Without an end it is over once it began. */
export function standingOf(
  { startsAt, endsAt }: { startsAt: string; endsAt: string | null },
  now: string,
): 'soon' | 'now' | 'over' {
  const at = Date.parse(now)
  if (at < Date.parse(startsAt)) return 'soon'
  return endsAt !== null && at < Date.parse(endsAt) ? 'now' : 'over'
}

/** The day with its hours in Bucharest; both days where it ends on another one. */
export function spanOf(
  { startsAt, endsAt }: { startsAt: string; endsAt: string | null },
  format: Format,
  t: Translate,
): string {
  if (endsAt === null) return format.dateTime(startsAt, 'weekday')
  const [from, to] = [format.date(startsAt, 'weekday'), format.date(endsAt, 'weekday')]
  if (from !== to) return `${format.dateTime(startsAt, 'weekday')} – ${format.dateTime(endsAt, 'weekday')}`
  return t('meetings:detail.range', { day: from, from: format.time(startsAt), to: format.time(endsAt) })
}
