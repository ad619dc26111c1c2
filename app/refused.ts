import { data } from '@remix-run/node'
import { type Refusal, typed } from './components/form-state.ts'
import { graphql } from './graphql.ts'

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

/** What an action answers when a change was refused: the reason, and what was typed, for the form to show both. */
export function refused(refusal: Refusal, form: FormData) {
  return data({ refusal, values: typed(form) }, { status: statuses[refusal.code] ?? 400 })
}

/** What every mutation of a page asks of a refusal. */
export const RefusalFields = graphql(`
  fragment RefusalFields on Refusal {
    code
    message
    fields {
      field
      code
      message
      theirs
    }
  }
`)
