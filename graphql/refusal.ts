/**
 * What a person's request can run into is a value of the API, not an exception of the server: every mutation answers
 * its object or a `Refusal`. Inside a command a refusal is thrown, so that it also rolls the transaction back.
 */

/** The closed list of reasons; each has its words in app/i18n as `errors:<code>`. */
export type RefusalCode =
  | 'invalid'
  | 'stale'
  | 'not_found'
  | 'not_allowed'
  | 'sign_in_needed'
  | 'wrong_credentials'
  | 'too_many_attempts'
  | 'link_expired'
  | 'already_exists'
  | 'wrong_state'
  | 'not_entitled'
  | 'closed'

/** One field that is wrong. `code` has its words as `errors:field.<code>`; `theirs` is the value saved by somebody else meanwhile. */
export interface FieldProblem {
  field: string
  code: string
  theirs?: string | null
}

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly fields: readonly FieldProblem[]
  /** Picks a more exact sentence: `errors:<code>.<detail>` when given, else `errors:<code>.default`. */
  readonly detail: string | undefined
  readonly values: Record<string, string | number>

  constructor(
    code: RefusalCode,
    options: {
      fields?: readonly FieldProblem[]
      detail?: string
      values?: Record<string, string | number>
    } = {},
  ) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.fields = options.fields ?? []
    this.detail = options.detail
    this.values = options.values ?? {}
  }
}

/** For a row that may be missing or out of the viewer's sight: both look the same from outside. */
export function found<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw new Refusal('not_found')
  return row
}

/** Refuses unless `allowed`; a stranger is asked to sign in first. */
export function allow(allowed: boolean, viewer: { person: unknown }): void {
  if (allowed) return
  throw new Refusal(viewer.person === null ? 'sign_in_needed' : 'not_allowed')
}

/**
 * Two people saved the same form. `mine` is what was sent, `theirs` what is stored now; the fields that differ are
 * named with the stored value, so that the page shows both and nothing is lost.
 */
export function stale(mine: Record<string, unknown>, theirs: Record<string, unknown>): Refusal {
  const shown = (value: unknown) =>
    value === null || value === undefined
      ? ''
      : value instanceof Date
        ? value.toISOString().replace(/T00:00:00\.000Z$/, '')
        : String(value)
  const fields = Object.keys(mine)
    .filter(field => field in theirs && shown(mine[field]) !== shown(theirs[field]))
    .map(field => ({ field, code: 'stale', theirs: shown(theirs[field]) }))
  return new Refusal('stale', { fields })
}
