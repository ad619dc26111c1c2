import { judge, type Rule } from '../../packages/voting/index.ts'
import { type Conduct, recount, spreads } from './recount.ts'
import {
  atLeast,
  half,
  moreThan,
  pollOf,
  proxies,
  quorumOf,
  rule,
  threeQuarters,
  twoThirds,
} from './statute.ts'

/** What statutes usually ask; whoever is there may stand for all others. */
export const usualRules = [
  rule(moreThan(half, 'yes_no'), quorumOf(half, 'participation', true)),
  rule(atLeast(twoThirds, 'entitled')),
  rule(moreThan(half, 'present'), quorumOf(half, 'presence', true)),
  rule(atLeast(threeQuarters, 'cast'), quorumOf(twoThirds)),
].map(each => ({ ...each, proxies: proxies(30) }))

/**
 * The first cases where the package and the recount disagree, told in full; none when they agree. `rulesFor` gives
 * the rules for the spread of that number.
 */
export function disagreements(
  [smallest, largest]: readonly [number, number],
  among: readonly Conduct[],
  rulesFor: (number: number) => readonly Rule[],
) {
  const found: unknown[] = []
  let spread = 0
  for (let size = smallest; size <= largest; size++) {
    for (const conducts of spreads(size, among)) {
      for (const by of rulesFor(spread)) {
        const judgement = judge(pollOf(conducts, by))
        const counted = judgement.ok ? judgement.outcome : judgement.problem
        const expected = recount(conducts, by)
        if (counted !== expected && found.length < 3) found.push({ conducts, by, counted, expected })
      }
      spread++
    }
  }
  return { found, spreads: spread }
}
