import { useWords } from '../../i18n/use-words.ts'

/** How the result follows, one numbered sentence after the other; the last one is the result. */
export function CountTrail({
  statements,
}: {
  statements: readonly { key: string; sentence: string; article: string | null }[]
}) {
  const { t } = useWords()
  return (
    <ol className="list-decimal space-y-2 pl-6 marker:text-soft marker:tabular-nums">
      {statements.map(({ key, sentence, article }, index) => (
        <li key={key} className={index === statements.length - 1 ? 'font-semibold' : ''}>
          {sentence}{' '}
          {article && (
            <span className="inline-block text-sm text-soft">{t('voting:cites', { article })}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
