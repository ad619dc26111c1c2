import type { Rule } from './rule.ts'
import { baseOf, type Counts } from './tally.ts'
import { threshold } from './threshold.ts'
import type { TrailStatement } from './trail.ts'

/** Whether `counts.yes` is enough, with the sentences that name the base and compare. A tie is not looked at here. */
export function judgeMajority(
  rule: Rule,
  counts: Counts,
): { met: boolean; statements: readonly TrailStatement[] } {
  const { article } = rule
  const base = baseOf(rule.majority.base, counts)
  const needed = threshold(rule, counts)
  const met = counts.yes >= needed
  const key = met ? 'majority_met' : 'majority_missed'
  return {
    met,
    statements: [
      { key: `base_${rule.majority.base}`, values: { count: base }, article },
      { key, values: { needed, reached: counts.yes, base }, article },
    ],
  }
}
