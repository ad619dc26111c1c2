import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../card.tsx'
import { CopyField } from '../copy-field.tsx'

/** A link that is shown this once, to copy and hand over. */
export function OneTimeLink({ name, url, expiresAt }: { name: string; url: string; expiresAt: string }) {
  const { t, format } = useWords()
  return (
    <Card tone="accent">
      <h2 className="text-lg font-semibold">{t('people:link.title', { name })}</h2>
      <p className="mt-1 max-w-[65ch] text-soft">
        {t('people:link.lede')} {t('people:link.expires', { date: format.dateTime(expiresAt) })}
      </p>
      <CopyField label={t('people:link.label')} value={url} />
    </Card>
  )
}
