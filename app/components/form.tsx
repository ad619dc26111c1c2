import { type FetcherWithComponents, Form as RemixForm, useFormAction, useNavigation } from '@remix-run/react'
import { CircleAlert } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { FormContext, type FormValues, type Refusal } from './form-state.ts'
import { StaleNotice } from './stale-notice.tsx'

export { type FormValues, type Refusal, typed } from './form-state.ts'

/**
 * A form that works before JavaScript arrives. Give it the loader's `values`, and after a refusal the action's
 * `refusal` and `values` (made by `typed`), so that people see what they typed with the reason beside each field.
 *
 * `revision` is the revision of the thing that was loaded. It is held from the moment the form appears: pages reload
 * their data while people type, and sending a newer revision with older words would overwrite what somebody else
 * saved. Only a stale refusal (`code: 'STALE'`), which shows both texts, or a save that succeeded moves it.
 *
 * `intent` is sent under that name, for a page whose action serves several forms.
 */
export function Form({
  values = {},
  refusal = null,
  revision,
  intent,
  fetcher,
  action,
  id,
  labels = {},
  children,
  onSubmit,
  ...rest
}: {
  values?: FormValues
  refusal?: Refusal | null
  revision?: string | number | null
  intent?: string
  fetcher?: FetcherWithComponents<unknown>
  action?: string
  id?: string
  /** The labels of the fields by name, for the comparison after a stale edit. */
  labels?: Record<string, string>
  encType?: 'application/x-www-form-urlencoded' | 'multipart/form-data'
  reloadDocument?: boolean
  preventScrollReset?: boolean
  replace?: boolean
  children: ReactNode
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void
}) {
  const generated = useId().replaceAll(':', '')
  const formId = id ?? generated
  const sending = useSending(fetcher, action, intent)
  const held = useHeldRevision(revision, refusal, values, sending !== null)
  const Element = fetcher?.Form ?? RemixForm

  return (
    <FormContext.Provider value={{ id: formId, values, refusal, sending }}>
      <Element
        {...rest}
        id={formId}
        method="post"
        action={action}
        noValidate
        aria-busy={sending ? true : undefined}
        className="space-y-6"
        onSubmit={event => {
          // A second click while the first is on its way would do the same thing twice.
          if (sending) event.preventDefault()
          else onSubmit?.(event)
        }}
      >
        {intent && <input type="hidden" name="intent" value={intent} />}
        {held !== null && held !== undefined && <input type="hidden" name="revision" value={held} />}
        {refusal && <RefusalNotice refusal={refusal} formId={formId} values={values} labels={labels} />}
        {children}
      </Element>
    </FormContext.Provider>
  )
}

/** What this form, and no other on the page, is sending now. */
function useSending(
  fetcher: FetcherWithComponents<unknown> | undefined,
  action: string | undefined,
  intent?: string,
) {
  const navigation = useNavigation()
  const target = useFormAction(action)
  const carrier = fetcher ?? navigation
  if (carrier.state === 'idle' || !carrier.formData) return null
  if (!fetcher && carrier.formAction !== target) return null
  if (intent && carrier.formData.get('intent') !== intent) return null
  return carrier.formData
}

function useHeldRevision(
  revision: string | number | null | undefined,
  refusal: Refusal | null,
  values: FormValues,
  sending: boolean,
) {
  const typedOn = values.revision
  const current = refusal?.fields.find(({ field }) => field === 'revision')?.theirs ?? revision
  const [held, hold] = useState(() =>
    refusal && refusal.code !== 'STALE' && typeof typedOn === 'string' ? typedOn : current,
  )
  const wasSending = useRef(false)
  useEffect(() => {
    const answered = wasSending.current && !sending
    wasSending.current = sending
    if (answered && (!refusal || refusal.code === 'STALE')) hold(current)
  }, [sending, refusal, current])
  return held
}

/** Says what was refused, takes the focus, and leads to each field. */
function RefusalNotice({
  refusal,
  formId,
  values,
  labels,
}: {
  refusal: Refusal
  formId: string
  values: FormValues
  labels: Record<string, string>
}) {
  const { t } = useWords()
  const notice = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new refusal takes the focus, the same one does not
  useEffect(() => notice.current?.focus(), [refusal])

  if (refusal.code === 'STALE') {
    return (
      <div ref={notice} tabIndex={-1} role="alert" className="rounded-lg focus-visible:outline-offset-4">
        <StaleNotice refusal={refusal} formId={formId} mine={values} labels={labels} />
      </div>
    )
  }
  return (
    <div ref={notice} tabIndex={-1} role="alert" className="rounded-lg bg-late-soft px-4 py-3">
      <p className="flex items-start gap-2 font-medium text-late">
        <CircleAlert aria-hidden className="mt-1 size-4 shrink-0" />
        <span>{refusal.message || t('common:form.problem')}</span>
      </p>
      {refusal.fields.length > 0 && (
        <ul className="mt-1 space-y-1 pl-6">
          {refusal.fields.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <a className="link text-ink hover:text-ink" href={`#${formId}-${field}`}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
