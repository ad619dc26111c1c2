import { describe, expect, it } from 'vitest'
import { judge, majorityBases, type Rule } from '../../packages/voting/index.ts'
import { type Conduct, conducts, recount, spreads } from './recount.ts'
import {
  all,
  atLeast,
  half,
  moreThan,
  none,
  pollOf,
  quorumOf,
  rule,
  threeQuarters,
  twoThirds,
} from './statute.ts'

const quorums = [
  quorumOf(none),
  quorumOf(half),
  quorumOf(half, 'participation', true),
  quorumOf(twoThirds, 'presence'),
]
const majorities = majorityBases.flatMap(base => [
  moreThan(half, base),
  atLeast(half, base),
  atLeast(twoThirds, base),
  atLeast(threeQuarters, base),
  atLeast(all, base),
])
const everyRule = quorums.flatMap(quorum => majorities.map(majority => rule(majority, quorum)))
const usualRules = [
  rule(moreThan(half, 'yes_no'), quorumOf(half, 'participation', true)),
  rule(atLeast(twoThirds, 'entitled')),
  rule(moreThan(half, 'present'), quorumOf(half, 'presence', true)),
  rule(atLeast(threeQuarters, 'cast'), quorumOf(twoThirds)),
]

/** The first cases where the package and the recount disagree, told in full; none when they agree. */
function disagreements(sizes: readonly [number, number], among: readonly Conduct[], rules: readonly Rule[]) {
  const found: unknown[] = []
  let compared = 0
  for (let size = sizes[0]; size <= sizes[1]; size++) {
    for (const spread of spreads(size, among)) {
      for (const by of rules) {
        const judgement = judge(pollOf(spread, by))
        const counted = judgement.ok ? judgement.outcome : judgement.problem
        const expected = recount(spread, by)
        if (counted !== expected && found.length < 3) found.push({ spread, by, counted, expected })
        compared++
      }
    }
  }
  return { found, compared }
}

describe('the verdict equals a naive recount', () => {
  it('for every spread of yes, no, abstention and absence over 1 to 30 organisations, usual rules', () => {
    const { found, compared } = disagreements([1, 30], ['yes', 'no', 'abstain', 'away'], usualRules)
    expect(found).toEqual([])
    expect(compared).toBe(185_500)
  })

  it('for every conduct, recusal and silence included, of 1 to 7 organisations, under every rule', () => {
    const { found } = disagreements([1, 7], conducts, everyRule)
    expect(found).toEqual([])
  })

  it('for every spread of yes, no and silence over 1 to 15 organisations, under every rule', () => {
    const { found } = disagreements([1, 15], ['yes', 'no', 'silent'], everyRule)
    expect(found).toEqual([])
  })
})
