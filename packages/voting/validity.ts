/** When a rule of the statute holds. From its first rule on, a kind of decision has exactly one on each day. */

/** A legal date, `YYYY-MM-DD`: as text it sorts by time. */
export type Day = string

/** From its first day to its last one, which is part of it; without end where `until` is null. */
export interface Validity {
  readonly from: Day
  readonly until: Day | null
}

/** Two neighbours in time that share days, or leave days without a rule between them. */
export interface ValidityProblem<V extends Validity> {
  readonly code: 'overlap' | 'gap'
  readonly earlier: V
  readonly later: V
}

/**
 * What is wrong with the validities of one kind of decision, given in any order, or nothing. Before the first one
 * and after the last one there may be no rule: a statute begins one day. Each runs forward (`from` is not after
 * `until`).
 */
export function findValidityProblem<V extends Validity>(
  validities: readonly V[],
): ValidityProblem<V> | undefined {
  const inOrder = validities.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const [index, later] of inOrder.entries()) {
    const earlier = inOrder[index - 1]
    if (earlier === undefined) continue
    if (earlier.until === null || earlier.until >= later.from) return { code: 'overlap', earlier, later }
    if (dayAfter(earlier.until, 1) !== later.from) return { code: 'gap', earlier, later }
  }
  return undefined
}

/** The day so many days after `day`, before it when negative. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
