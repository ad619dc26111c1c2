import { useWords } from '../../i18n/use-words.ts'

export interface KnownDate {
  date: string
  precision: 'day' | 'month' | 'year'
}

/** A legal date as exactly as it is known: "31 ianuarie 2023", "ianuarie 2023", "2023". */
export function Known({ date, precision, length = 'long' }: KnownDate & { length?: 'long' | 'short' }) {
  const { format } = useWords()
  const whole = format.legalDate(date, length)
  const shown =
    precision === 'year'
      ? date.slice(0, 4)
      : precision === 'month'
        ? whole.slice(whole.indexOf(' ') + 1)
        : whole
  return (
    <time
      dateTime={precision === 'day' ? date : date.slice(0, precision === 'month' ? 7 : 4)}
      className="whitespace-nowrap"
    >
      {shown}
    </time>
  )
}
