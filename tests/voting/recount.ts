import type { Outcome, Rule } from '../../packages/voting/index.ts'

/** What one organisation of the electorate did. */
export const conducts = ['yes', 'no', 'abstain', 'silent', 'away', 'recused'] as const
export type Conduct = (typeof conducts)[number]

/**
 * Counts again, deliberately naively and sharing no code with the package: one organisation after another,
 * shares as plain division. Division of small integers is exact enough here: equal shares give the same
 * double, and different shares of fewer than a thousand lie much further apart than its last digit.
 */
export function recount(conductOfEach: readonly Conduct[], { quorum, majority }: Rule): Outcome {
  let yes = 0
  let no = 0
  let abstentions = 0
  let inTheRoom = 0
  let members = 0
  for (const conduct of conductOfEach) {
    if (conduct === 'recused') continue
    members++
    if (conduct !== 'away') inTheRoom++
    if (conduct === 'yes') yes++
    if (conduct === 'no') no++
    if (conduct === 'abstain') abstentions++
  }

  const takingPart = quorum.kind === 'presence' ? inTheRoom : yes + no + abstentions
  if (!isEnough(takingPart, members, quorum)) return 'no_quorum'

  let whole = members
  if (majority.base === 'yes_no') whole = yes + no
  if (majority.base === 'cast') whole = yes + no + abstentions
  if (majority.base === 'present') whole = inTheRoom
  if (yes < 1) return 'rejected'
  if (yes === no) return 'rejected'
  return isEnough(yes, whole, majority) ? 'adopted' : 'rejected'
}

function isEnough(some: number, all: number, rule: Rule['quorum'] | Rule['majority']): boolean {
  if (all === 0) return !rule.strict
  const share = some / all
  const limit = rule.numerator / rule.denominator
  if (rule.strict) return share > limit
  return share >= limit
}

/** Every way in which `size` organisations can be spread over the conducts, order left out. */
export function* spreads(size: number, among: readonly Conduct[]): Generator<Conduct[]> {
  const [conduct, ...others] = among
  if (conduct === undefined) return
  if (others.length === 0) {
    yield Array<Conduct>(size).fill(conduct)
    return
  }
  for (let here = 0; here <= size; here++) {
    for (const rest of spreads(size - here, others)) yield [...Array<Conduct>(here).fill(conduct), ...rest]
  }
}
