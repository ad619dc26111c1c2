import {
  type FetcherWithComponents,
  Form as RemixForm,
  useFormAction,
  useNavigation,
  useRevalidator,
} from '@remix-run/react'
import { CircleAlert } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import type { Refusal } from '../refused.ts'
import { FormContext, type FormValues } from './form-state.ts'
import { StaleNotice } from './stale-notice.tsx'

export { type FormValues, typed } from './form-state.ts'

/**
 * A form that works before JavaScript arrives. Give it the loader's `values`, and as `answer` what the action
 * returned (`{ values: typed(formData), refusal }`), so that people see what they typed with the reason beside each
 * field.
 *
 * `revision` is the revision of the thing that was loaded. It is held from the moment the form appears: pages reload
 * their data while people type, and sending a newer revision with older words would overwrite what somebody else
 * saved. Only a stale refusal (`code: 'stale'`), which shows both texts, or a save that succeeded moves it.
 *
 * `intent` is sent under that name, for a page whose action serves several forms; each can be given the same
 * `answer`, and takes only its own.
 */
export function Form({
  values = {},
  answer: returned,
  revision,
  intent,
  fetcher,
  action,
  id,
  labels = {},
  shown,
  children,
  onSubmit,
  ...rest
}: {
  values?: FormValues
  answer?: Answer | null
  revision?: string | number | null
  intent?: string
  fetcher?: FetcherWithComponents<unknown>
  action?: string
  id?: string
  /** The labels of the fields by name: they begin the line of a refused field, and head the comparison after a stale edit. */
  labels?: Record<string, string>
  /** How that comparison words a value, where it is not words itself: the name behind an id that was chosen. */
  shown?: (field: string, value: string) => string
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
  const given = ownAnswer(returned, intent)
  const answer = useAnswer(given, revision, sending !== null)
  const Element = fetcher?.Form ?? RemixForm

  return (
    <FormContext.Provider
      // What was typed is the whole form: a box that was left unticked is not in it, and stays unticked.
      value={{
        id: formId,
        values: given.refusal ? given.values : { ...values, ...given.values },
        refusal: answer.refusal,
        sending,
      }}
    >
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
        {answer.revision !== null && answer.revision !== undefined && (
          <input type="hidden" name="revision" value={answer.revision} />
        )}
        {answer.refusal && (
          <RefusalNotice
            refusal={answer.refusal}
            formId={formId}
            values={answer.typed}
            labels={labels}
            shown={shown}
          />
        )}
        {children}
      </Element>
    </FormContext.Provider>
  )
}

/** What an action returns to its form after a refusal. */
export interface Answer {
  refusal?: Refusal | null
  values?: FormValues
}

function ownAnswer(answer: Answer | null | undefined, intent: string | undefined) {
  const others =
    intent !== undefined && answer?.values?.intent !== undefined && answer.values.intent !== intent
  return { refusal: others ? null : (answer?.refusal ?? null), values: others ? {} : (answer?.values ?? {}) }
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

/**
 * The last answer of the server to this form, and the revision that it sends next; see `Form` for when that moves.
 * The answer is held because Remix forgets action data whenever a page reloads its data, and a page that listens to
 * live updates does so while somebody reads what was refused.
 */
function useAnswer(
  given: { refusal: Refusal | null; values: FormValues },
  revision: string | number | null | undefined,
  sending: boolean,
) {
  const { revalidate } = useRevalidator()
  const [answer, hold] = useState(given)
  const [held, holdRevision] = useState(() =>
    given.refusal && given.refusal.code !== 'stale'
      ? revisionTyped(given.values)
      : (saved(given.refusal) ?? revision),
  )
  const wasSending = useRef(false)
  const outdated = useRef(false)
  const { refusal, values } = given

  // biome-ignore lint/correctness/useExhaustiveDependencies: `values` is a new object in each render; a new refusal brings its own
  useEffect(() => {
    if (refusal) hold({ refusal, values })
  }, [refusal])

  useEffect(() => {
    const answered = wasSending.current && !sending
    wasSending.current = sending
    if (!answered) return
    if (!refusal) {
      hold({ refusal: null, values: {} })
      holdRevision(revision)
    } else if (refusal.code === 'stale') {
      const now = saved(refusal)
      if (now) holdRevision(now)
      else {
        // Remix does not load again after a refusal, and the revision on this page is the one that was refused.
        outdated.current = true
        revalidate()
      }
    }
  }, [sending, refusal, revision, revalidate])

  useEffect(() => {
    if (outdated.current) holdRevision(revision)
    outdated.current = false
  }, [revision])

  return { refusal: answer.refusal, typed: answer.values, revision: held }
}

/** The revision that is saved now, where a stale refusal says it. */
function saved(refusal: Refusal | null) {
  return refusal?.fields.find(({ field }) => field === 'revision')?.theirs
}

function revisionTyped({ revision }: FormValues) {
  return typeof revision === 'string' || typeof revision === 'number' ? revision : null
}

/** Says what was refused, takes the focus, and leads to each field. */
function RefusalNotice({
  refusal,
  formId,
  values,
  labels,
  shown,
}: {
  refusal: Refusal
  formId: string
  values: FormValues
  labels: Record<string, string>
  shown?: (field: string, value: string) => string
}) {
  const { t } = useWords()
  const notice = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new refusal takes the focus, the same one does not
  useEffect(() => notice.current?.focus(), [refusal])

  if (refusal.code === 'stale') {
    return (
      <div ref={notice} tabIndex={-1} role="alert" className="rounded-lg focus-visible:outline-offset-4">
        <StaleNotice refusal={refusal} formId={formId} mine={values} labels={labels} shown={shown} />
      </div>
    )
  }
  return (
    <div ref={notice} tabIndex={-1} role="alert" className="rounded-lg bg-late-soft px-4 py-3">
      <p className="flex items-start gap-2 font-medium text-late">
        <CircleAlert aria-hidden className="mt-1 size-4 shrink-0" />
        <span>{refusal.message || t('common:form.problem')}</span>
      </p>
      {refusal.code === 'sign_in_needed' && (
        // In a tab of its own: this one holds what was typed.
        <a
          className="link mt-1 ml-6 inline-block text-ink hover:text-ink"
          href="/sign-in"
          target="_blank"
          rel="noreferrer"
        >
          {t('common:error.signIn')}
        </a>
      )}
      {refusal.fields.length > 0 && (
        <ul className="mt-1 space-y-1 pl-6">
          {refusal.fields.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <a className="link text-ink hover:text-ink" href={`#${formId}-${field}`}>
                {labels[field] === undefined ? message : `${labels[field]}: ${message}`}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
