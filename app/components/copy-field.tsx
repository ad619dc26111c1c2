import { Check, Copy } from 'lucide-react'
import { useId, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Button } from './button.tsx'

/** An address to copy and hand over. Without JavaScript it is selected and copied by hand. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="mt-4 block text-sm text-soft">
        {label}
      </label>
      <div className="mt-1 flex flex-wrap gap-3">
        <input
          id={id}
          readOnly
          value={value}
          onFocus={event => event.currentTarget.select()}
          className="min-h-10 min-w-0 grow basis-72 rounded-md border border-edge bg-ground px-3 py-2 font-mono text-sm"
        />
        <Button
          type="button"
          look="quiet"
          icon={copied ? Check : Copy}
          onClick={async () => {
            await navigator.clipboard.writeText(value)
            setCopied(true)
          }}
        >
          {t(copied ? 'common:action.copied' : 'common:action.copy')}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {copied ? t('common:action.copied') : ''}
      </p>
    </>
  )
}
