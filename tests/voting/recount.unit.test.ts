import { describe, expect, it } from 'vitest'
import { majorityBases, recusals } from '../../packages/voting/index.ts'
import { disagreements, usualRules } from './disagreements.ts'
import { conducts } from './recount.ts'
import {
  all,
  atLeast,
  half,
  moreThan,
  none,
  proxies,
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
const everyRule = quorums.flatMap(quorum =>
  majorities.flatMap(majority =>
    recusals.map(base =>
      rule(majority, quorum, { proxies: proxies(15), recusal: { base, article: 'art. 22' } }),
    ),
  ),
)

describe('the verdict equals a naive recount', { timeout: 60_000 }, () => {
  it('for every spread of yes, no, abstention, absence and representation over 1 to 14 organisations, usual rules', () => {
    const { found, spreads } = disagreements(
      [1, 14],
      ['yes', 'no', 'abstain', 'away', 'proxy_yes'],
      () => usualRules,
    )
    expect(found).toEqual([])
    expect(spreads).toBe(11_627)
  })

  it('for every conduct, recusal, silence and all that a holder may cast included, of 1 to 3 organisations, under every rule', () => {
    const { found, spreads } = disagreements([1, 3], conducts, () => everyRule)
    expect(found).toEqual([])
    expect(spreads).toBe(285)
  })

  it('for every spread of yes, no and silence over 1 to 12 organisations, under every rule', () => {
    const { found } = disagreements([1, 12], ['yes', 'no', 'silent'], () => everyRule)
    expect(found).toEqual([])
  })
})
