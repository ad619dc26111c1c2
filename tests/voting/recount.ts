import type { Outcome, Rule } from '../../packages/voting/index.ts'

/** What one organisation of the electorate did; `proxy_…`: by the holder of its proxy, if there is one at the meeting. */
export const conducts = [
  'yes',
  'no',
  'abstain',
  'silent',
  'away',
  'recused',
  'proxy_yes',
  'proxy_no',
  'proxy_abstain',
  'proxy_silent',
] as const
export type Conduct = (typeof conducts)[number]

/**
 * Counts again, deliberately naively and sharing no code with the package: one organisation after another,
 * shares as plain division. Division of small integers is exact enough here: equal shares give the same
 * double, and different shares of fewer than a thousand lie much further apart than its last digit.
 */
export function recount(conductOfEach: readonly Conduct[], { quorum, majority, recusal }: Rule): Outcome {
  let somebodyIsThere = false
  for (const conduct of conductOfEach)
    if (conduct === 'yes' || conduct === 'no' || conduct === 'abstain' || conduct === 'silent')
      somebodyIsThere = true

  let yes = 0
  let no = 0
  let abstentions = 0
  let inTheRoom = 0
  let members = 0
  for (let conduct of conductOfEach) {
    if (conduct === 'recused' && recusal.base === 'leaves') continue
    // Under the other rule it sits there and says nothing.
    if (conduct === 'recused') conduct = 'silent'
    // Nobody there, nobody to stand for the absent.
    if (conduct.startsWith('proxy') && !somebodyIsThere) conduct = 'away'
    members++
    if (conduct !== 'away') inTheRoom++
    if (conduct === 'yes' || conduct === 'proxy_yes') yes++
    if (conduct === 'no' || conduct === 'proxy_no') no++
    if (conduct === 'abstain' || conduct === 'proxy_abstain') abstentions++
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

/** Whether `some` of `all` are the share that the statute asks for; of nobody, any share is reached that is no more than asked. */
export function isEnough(some: number, all: number, rule: Rule['quorum'] | Rule['majority']): boolean {
  if (all === 0) return !rule.strict
  const share = some / all
  const limit = rule.numerator / rule.denominator
  if (rule.strict) return share > limit
  return share >= limit
}

/** Every way in which `size` voters can be spread over what each may do, order left out. */
export function* spreads<Doing>(size: number, among: readonly Doing[]): Generator<Doing[]> {
  const [doing, ...others] = among
  if (doing === undefined) return
  if (others.length === 0) {
    yield Array<Doing>(size).fill(doing)
    return
  }
  for (let here = 0; here <= size; here++) {
    for (const rest of spreads(size - here, others)) yield [...Array<Doing>(here).fill(doing), ...rest]
  }
}
