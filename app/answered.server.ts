import type { Refusal } from './components/form-state.ts'
import { redirectWithFlash } from './flash.server.ts'
import { refused } from './refused.ts'

/**
 * What an action answers to its `form`: the reason where the mutation was refused; otherwise the way to `to` (a path
 * of this site), where `said` (a key of the words) is said once.
 */
export function answered(
  form: FormData,
  result: { __typename: string } | (Refusal & { __typename: 'Refusal' }),
  to: string,
  said: string,
  values?: Record<string, string | number>,
) {
  return 'code' in result ? refused(result, form) : redirectWithFlash(to, said, values)
}
