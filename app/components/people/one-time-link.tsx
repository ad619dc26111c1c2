import { Check, Copy } from 'lucide-react'
import { useId, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'

/** A link that is shown this once, to copy and hand over. Without JavaScript it is selected and copied by hand. */
export function OneTimeLink({ name, url, expiresAt }: { name: string; url: string; expiresAt: string }) {
  const { t, format } = useWords()
  const [copied, setCopied] = useState(false)
  const id = useId()
  return (
    <Card tone="accent">
      <h2 className="text-lg font-semibold">{t('people:link.title', { name })}</h2>
      <p className="mt-1 max-w-[65ch] text-soft">
        {t('people:link.lede')} {t('people:link.expires', { date: format.dateTime(expiresAt) })}
      </p>
      <label htmlFor={id} className="mt-4 block text-sm text-soft">
        {t('people:link.label')}
      </label>
      <div className="mt-1 flex flex-wrap gap-3">
        <input
          id={id}
          readOnly
          value={url}
          onFocus={event => event.currentTarget.select()}
          className="min-h-10 min-w-0 grow basis-72 rounded-md border border-edge bg-ground px-3 py-2 font-mono text-sm"
        />
        <Button
          type="button"
          look="quiet"
          icon={copied ? Check : Copy}
          onClick={async () => {
            await navigator.clipboard.writeText(url)
            setCopied(true)
          }}
        >
          {t(copied ? 'common:action.copied' : 'common:action.copy')}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {copied ? t('common:action.copied') : ''}
      </p>
    </Card>
  )
}
