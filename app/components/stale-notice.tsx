import { useLocation } from '@remix-run/react'
import { GitCompare } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import type { Refusal } from '../refused.ts'
import type { FormValues } from './form-state.ts'

/**
 * Two people saved the same thing: what is saved now beside what this person wrote, for each field that differs. The
 * form below still holds their words; saving it again is then a choice made knowingly.
 */
export function StaleNotice({
  refusal,
  formId,
  mine,
  labels,
  shown = (_field, value) => value,
}: {
  refusal: Refusal
  formId: string
  mine: FormValues
  labels: Record<string, string>
  /** How a value of a field is worded, where it is not words itself. */
  shown?: (field: string, value: string) => string
}) {
  const { t } = useWords()
  const { pathname, search } = useLocation()
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const differing = refusal.fields.filter(({ field }) => field !== 'revision')
  return (
    <section className="@container rounded-lg border-l-4 border-due bg-due-soft p-4">
      <h2 className="flex items-center gap-2 font-semibold text-due">
        <GitCompare aria-hidden className="size-4" />
        {t('common:stale.title')}
      </h2>
      <p className="mt-1 text-sm">{t('common:stale.lede')}</p>
      <div className="mt-3 space-y-4">
        {differing.map(({ field, theirs }) => (
          <div key={field}>
            <h3 className="text-sm font-medium">{labels[field] ?? field}</h3>
            <dl className="mt-1 grid gap-3 @md:grid-cols-2">
              <Side
                name={t('common:stale.theirs')}
                value={shown(field, theirs ?? '')}
                empty={t('common:stale.empty')}
              >
                {scripted && fieldOf(formId, field) && (
                  <button
                    type="button"
                    className="link mt-2 text-sm"
                    onClick={() => take(formId, field, theirs ?? '')}
                  >
                    {t('common:stale.take')}
                  </button>
                )}
              </Side>
              <Side
                name={t('common:stale.mine')}
                value={shown(field, text(mine[field]))}
                empty={t('common:stale.empty')}
              />
            </dl>
          </div>
        ))}
      </div>
      <p className="mt-4 text-sm">
        <a className="link" href={`${pathname}${search}`}>
          {t('common:stale.discard')}
        </a>
      </p>
    </section>
  )
}

function Side({
  name,
  value,
  empty,
  children,
}: {
  name: string
  value: string
  empty: string
  children?: ReactNode
}) {
  return (
    <div className="rounded-md bg-paper p-3">
      <dt className="text-xs text-soft">{name}</dt>
      <dd className="mt-1 whitespace-pre-wrap">
        {value === '' ? <span className="text-soft">{empty}</span> : value}
        {children && <div>{children}</div>}
      </dd>
    </div>
  )
}

function text(value: FormValues[string]): string {
  return Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : String(value ?? '')
}

/** The control of this name; a group of them, such as checkboxes, cannot take one value. */
function fieldOf(formId: string, name: string) {
  const form = document.getElementById(formId)
  const field = form instanceof HTMLFormElement ? form.elements.namedItem(name) : null
  return field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
    ? field
    : null
}

/** Writes the saved value into the field below and takes the person there. */
function take(formId: string, name: string, value: string) {
  const field = fieldOf(formId, name)
  if (!field) return
  if (field instanceof HTMLInputElement && field.type === 'checkbox')
    field.checked = value === 'true' || value === 'on'
  else field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  document.getElementById(`${formId}-${name}`)?.focus()
}
