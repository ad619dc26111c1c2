import type { DateLength } from '../i18n/format.ts'
import { useWords } from '../i18n/use-words.ts'

/** An instant (ISO 8601), shown in Bucharest time. `show`: the date with its time, or one of the two. */
export function Time({
  at,
  show = 'both',
  length,
}: {
  at: string
  show?: 'both' | 'date' | 'time'
  length?: DateLength
}) {
  const { format } = useWords()
  const shown =
    show === 'time'
      ? format.time(at)
      : show === 'date'
        ? format.date(at, length)
        : format.dateTime(at, length)
  return (
    <time dateTime={at} className="sm:whitespace-nowrap">
      {shown}
    </time>
  )
}

/** A legal date (`YYYY-MM-DD`), never shifted; `relative` adds "(in 3 days)". */
export function LegalDate({
  date,
  length,
  relative = false,
}: {
  date: string
  length?: DateLength
  relative?: boolean
}) {
  const { format } = useWords()
  return (
    <>
      <time dateTime={date} className="whitespace-nowrap">
        {format.legalDate(date, length)}
      </time>
      {relative && <span className="text-soft"> ({format.relativeDay(date)})</span>}
    </>
  )
}
