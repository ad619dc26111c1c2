import { useWords } from '../../i18n/use-words.ts'

/** From one legal date to another (`YYYY-MM-DD`), or on without end. */
export function Term({ from, to }: { from: string; to: string | null }) {
  const { t, format } = useWords()
  const short = (date: string) => format.legalDate(date, 'short')
  return (
    <span>
      {to === null
        ? t('organisations:mandate.since', { date: short(from) })
        : t('organisations:mandate.between', { from: short(from), to: short(to) })}
    </span>
  )
}
