import { CircleAlert } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { CloseName } from '../../../packages/live/codes.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'

/** Says why the server closed the document, and hands back the words that did not get through. */
export function Refused({
  reason,
  since,
  unsent,
  onDiscard,
}: {
  reason: CloseName
  /** Since when, where that is known: an instant (ISO 8601) or a last day (`YYYY-MM-DD`). */
  since: string | null
  unsent: string
  onDiscard: () => void
}) {
  const { t, format } = useWords()
  const when = since ?? format.now
  const day = when.includes('T') ? format.dateTime(when) : format.legalDate(when)
  const id = useId()
  const text = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState(false)

  // It may stand far above what is being written.
  useEffect(() => box.current?.scrollIntoView({ block: 'center' }), [])

  async function copy() {
    text.current?.select()
    // A page without HTTPS has no clipboard of its own; the text is selected for Ctrl+C.
    await navigator.clipboard?.writeText(unsent)
    setCopied(true)
  }

  return (
    <div ref={box} role="alert" className="editor-refused">
      <p className="flex items-start gap-2 font-medium text-late">
        <CircleAlert aria-hidden className="mt-1 size-4.5 shrink-0" />
        <span>{t(`documents:closed.${reason}`, { since: day })}</span>
      </p>
      {unsent === '' ? (
        <Button type="button" look="quiet" onClick={() => window.location.reload()}>
          {t('documents:unsent.reload')}
        </Button>
      ) : (
        <div className="space-y-2">
          <p className="font-semibold">{t('documents:unsent.title')}</p>
          <p>{t('documents:unsent.text')}</p>
          <label htmlFor={id} className="sr-only">
            {t('documents:unsent.label')}
          </label>
          <textarea ref={text} id={id} readOnly value={unsent} rows={6} className="editor-input" />
          <div className="flex flex-wrap gap-2">
            <Button type="button" onClick={copy}>
              {copied ? t('documents:unsent.copied') : t('documents:unsent.copy')}
            </Button>
            <Button type="button" look="danger" onClick={onDiscard}>
              {t('documents:unsent.discard')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
