import { createContext, useContext } from 'react'
import type { Refusal } from '../refused.ts'

/** What was typed, by field name; a field that may repeat has a list. */
export type FormValues = Record<
  string,
  FormDataEntryValue | readonly string[] | number | boolean | null | undefined
>

export interface FormState {
  id: string
  values: FormValues
  refusal: Refusal | null
  /** What is on its way to the server, or null. */
  sending: FormData | null
}

export const FormContext = createContext<FormState | null>(null)

/** The form around this component, or null outside of one. */
export function useFormState(): FormState | null {
  return useContext(FormContext)
}

/** What was typed, to give back with a refusal: `{ values: typed(formData), refusal }`. Passwords and files stay out. */
export function typed(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const key of new Set(form.keys())) {
    if (/password/i.test(key)) continue
    const all = form.getAll(key).filter(value => typeof value === 'string')
    values[key] = all.length > 1 ? all : (all[0] ?? '')
  }
  return values
}
