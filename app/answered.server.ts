import { data } from '@remix-run/node'
import { typed } from './components/form-state.ts'
import { redirectWithFlash } from './flash.server.ts'
import type { Refusal } from './refused.ts'

/** The HTTP status of each reason that is not simply bad input (400). */
const statuses: Record<string, number> = {
  sign_in_needed: 401,
  not_allowed: 403,
  not_entitled: 403,
  not_found: 404,
  stale: 409,
  already_exists: 409,
  wrong_state: 409,
  closed: 409,
  link_expired: 410,
  too_many_attempts: 429,
}

export const statusOf = ({ code }: { code: string }) => statuses[code] ?? 400

/** What an action answers when a change was refused: the reason, and what was typed, for the form to show both. */
export function refused(refusal: Refusal, form: FormData) {
  return data({ refusal, values: typed(form) }, { status: statusOf(refusal) })
}

/** What a mutation came to: its result, or why it was refused. */
export type Outcome = { __typename: string } | (Refusal & { __typename: 'Refusal' })

/**
 * What an action answers to its `form`: the reason where the mutation was refused; otherwise the way to `to` (a path
 * of this site), where `said` (a key of the words) is said once.
 */
export function answered(
  form: FormData,
  result: Outcome,
  to: string,
  said: string,
  values?: Record<string, string | number>,
) {
  return 'code' in result ? refused(result, form) : redirectWithFlash(to, said, values)
}
