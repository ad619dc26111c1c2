import { CircleAlert } from 'lucide-react'
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { inBucharest } from '../i18n/format.ts'
import { useWords } from '../i18n/use-words.ts'
import { type FormValues, useFormState } from './form-state.ts'
import { Select } from './select.tsx'

export interface Option {
  value: string
  label: string
  hint?: string
  disabled?: boolean
}

interface Common {
  name: string
  label: string
  hint?: ReactNode
  required?: boolean
  disabled?: boolean
  /** Used where the form has no value of this name. */
  defaultValue?: FormValues[string]
}

type Kind =
  | {
      kind?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'search'
      maxLength?: number
      autoComplete?: HTMLInputAutoCompleteAttribute
      placeholder?: string
      autoFocus?: boolean
    }
  | { kind: 'number'; min?: number; max?: number; step?: number | 'any' }
  | { kind: 'textarea'; rows?: number; maxLength?: number }
  | {
      kind: 'select'
      options: readonly Option[]
      /** The first, empty choice; null for none. */
      empty?: string | null
    }
  /** A legal date, `YYYY-MM-DD`. */
  | { kind: 'date'; min?: string; max?: string }
  /** A wall clock in Bucharest; an ISO instant is shown as one, and `fromBucharest` reads it back in the action. */
  | { kind: 'datetime-local'; min?: string; max?: string }
  | { kind: 'checkbox'; value?: string }
  | { kind: 'radio' | 'checkboxes'; options: readonly Option[] }

const box =
  'block w-full min-h-10.5 rounded-md border border-edge bg-paper px-3 py-2 text-ink placeholder:text-soft hover:border-ink aria-invalid:border-late aria-invalid:border-2 disabled:opacity-60'

/**
 * One thing to fill in: label, hint, and beside it what was refused, all read out together. Inside a `Form` it takes
 * its value and its refusal from there by `name`.
 */
export function Field(props: Common & Kind) {
  const { t } = useWords()
  const form = useFormState()
  const { name, label, hint, required } = props
  const id = form ? `${form.id}-${name}` : name
  const refused =
    form?.refusal?.code === 'stale' ? undefined : form?.refusal?.fields.find(({ field }) => field === name)
  const value = form && name in form.values ? form.values[name] : props.defaultValue
  const hintId = hint ? `${id}-hint` : undefined
  const refusedId = refused ? `${id}-refused` : undefined
  const wiring = {
    id,
    name,
    disabled: props.disabled,
    'aria-describedby': [hintId, refusedId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': refused ? true : undefined,
    'aria-required': required || undefined,
  }
  const notes = (
    <>
      {hint && (
        <p id={hintId} className="text-sm text-soft">
          {hint}
        </p>
      )}
      {refused && (
        <p id={refusedId} className="flex items-start gap-1.5 text-sm font-medium text-late">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{refused.message}</span>
        </p>
      )}
    </>
  )
  const mark = required ? null : <span className="font-normal text-soft"> ({t('common:optional')})</span>

  if (props.kind === 'checkbox') {
    const { value: own = 'true' } = props
    const checked = value === true || value === own || value === 'on'
    return (
      <div className="space-y-1">
        <label htmlFor={id} className="flex min-h-6 items-start gap-2.5">
          <input {...wiring} type="checkbox" value={own} defaultChecked={checked} className={tick} />
          <span className="font-medium">{label}</span>
        </label>
        <div className="space-y-1 pl-7.5">{notes}</div>
      </div>
    )
  }

  if (props.kind === 'radio' || props.kind === 'checkboxes') {
    const chosen = Array.isArray(value)
      ? value.map(String)
      : value === null || value === undefined
        ? []
        : [String(value)]
    return (
      <fieldset
        id={id}
        tabIndex={-1}
        className="space-y-1.5"
        aria-describedby={wiring['aria-describedby']}
        disabled={props.disabled}
      >
        <legend className="mb-1 font-medium">
          {label}
          {mark}
        </legend>
        {notes}
        <div className={props.options.length > 8 ? 'space-y-1.5 gap-x-8 sm:columns-2' : 'space-y-1.5'}>
          {props.options.map(option => (
            <label key={option.value} className="flex break-inside-avoid items-start gap-2.5 py-0.5">
              <input
                type={props.kind === 'radio' ? 'radio' : 'checkbox'}
                name={name}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
                disabled={option.disabled}
                aria-invalid={wiring['aria-invalid']}
                className={tick}
              />
              <span>
                {option.label}
                {option.hint && <span className="block text-sm text-soft">{option.hint}</span>}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    )
  }

  return (
    <div className="space-y-1.5">
      <label htmlFor={id} id={`${id}-label`} className="block font-medium">
        {label}
        {mark}
      </label>
      {hint || refused ? <div className="space-y-1">{notes}</div> : null}
      <Control field={props} wiring={wiring} value={value} chooseWord={t('common:form.choose')} />
    </div>
  )
}

const tick = 'mt-1 size-4.5 shrink-0 accent-accent'

function Control({
  field,
  wiring,
  value,
  chooseWord,
}: {
  field: Kind
  wiring: { id: string; name: string }
  value: FormValues[string]
  chooseWord: string
}) {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  switch (field.kind) {
    case 'textarea':
      return (
        <textarea
          {...wiring}
          rows={field.rows ?? 4}
          maxLength={field.maxLength}
          defaultValue={text}
          // It grows with its text; `rows` alone would then count for nothing.
          className={`${box} field-sizing-content ${(field.rows ?? 4) > 2 ? 'min-h-28' : 'min-h-18'}`}
        />
      )
    case 'select':
      return (
        <Select
          wiring={wiring}
          labelId={`${wiring.id}-label`}
          empty={field.empty === undefined ? chooseWord : field.empty}
          options={field.options}
          value={text}
          className={box}
        />
      )
    case 'number':
      return (
        <input
          {...wiring}
          type="number"
          inputMode="decimal"
          min={field.min}
          max={field.max}
          step={field.step}
          defaultValue={text}
          className={`${box} max-w-40 tabular-nums`}
        />
      )
    case 'date':
      return (
        <input
          {...wiring}
          type="date"
          min={field.min}
          max={field.max}
          defaultValue={text.slice(0, 10)}
          className={`${box} max-w-52 tabular-nums`}
        />
      )
    case 'datetime-local':
      return (
        <input
          {...wiring}
          type="datetime-local"
          min={field.min}
          max={field.max}
          defaultValue={wallClockOf(text)}
          className={`${box} max-w-64 tabular-nums`}
        />
      )
    case 'checkbox':
    case 'radio':
    case 'checkboxes':
      return null
    default:
      return (
        <input
          {...wiring}
          type={field.kind ?? 'text'}
          maxLength={field.maxLength}
          autoComplete={field.autoComplete}
          placeholder={field.placeholder}
          // biome-ignore lint/a11y/noAutofocus: only where the page is one field, such as signing in
          autoFocus={field.autoFocus}
          defaultValue={field.kind === 'password' ? undefined : text}
          className={box}
        />
      )
  }
}

/** An ISO instant as `YYYY-MM-DDTHH:MM` in Bucharest; what a person typed there already is one. */
function wallClockOf(text: string): string {
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text)) return text
  const { date, time } = inBucharest(text)
  return `${date}T${time}`
}
