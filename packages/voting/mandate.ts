import type { Instant, OrganisationId, PersonId } from './poll.ts'

/** A person acts for an organisation from an instant until another, which is no longer part of it. */
export interface Mandate {
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly from: Instant
  /** Absent while the mandate has no end. */
  readonly until?: Instant | undefined
}

/** Whether `person` could cast for `organisation` at an instant. */
export function actsFor(
  mandates: readonly Mandate[],
  person: PersonId,
  organisation: OrganisationId,
  at: Instant,
): boolean {
  return mandates.some(
    mandate =>
      mandate.person === person &&
      mandate.organisation === organisation &&
      mandate.from <= at &&
      (mandate.until === undefined || at < mandate.until),
  )
}
