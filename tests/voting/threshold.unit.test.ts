import { describe as about, expect, it } from 'vitest'
import { describe, judge, majorityBases, threshold } from '../../packages/voting/index.ts'
import { spreads } from './recount.ts'
import { all, atLeast, half, moreThan, pollOf, quorumOf, rule, threeQuarters, twoThirds } from './statute.ts'

about('of 23 entitled organisations', () => {
  it.each([
    { share: 'more than half', majority: moreThan(half, 'entitled'), needed: 12 },
    { share: 'two thirds', majority: atLeast(twoThirds, 'entitled'), needed: 16 },
    { share: 'three quarters', majority: atLeast(threeQuarters, 'entitled'), needed: 18 },
    { share: 'all', majority: atLeast(all, 'entitled'), needed: 23 },
  ])('$share means $needed yes', ({ majority, needed }) => {
    expect(describe(rule(majority), 23).majority).toEqual({ base: 'entitled', needed, of: 23 })
  })
})

about('the numbers of a rule', () => {
  it('tell half from more than half', () => {
    expect(describe(rule(moreThan(half, 'entitled')), 22).majority.needed).toBe(12)
    expect(describe(rule(atLeast(half, 'entitled')), 22).majority.needed).toBe(11)
  })

  it('give the yes needed among so many yes and no votes, the quorum still over all entitled', () => {
    const by = rule(moreThan(half, 'yes_no'), quorumOf(half, 'participation', true))
    expect(describe(by, 23, 17)).toEqual({
      quorum: { kind: 'participation', needed: 12, of: 23 },
      majority: { base: 'yes_no', needed: 9, of: 17 },
    })
  })

  it('never count a tie of yes and no as enough', () => {
    expect(describe(rule(atLeast(half, 'yes_no')), 23, 10).majority.needed).toBe(6)
  })

  it.each(majorityBases)('ask for one yes at least, also when nobody is in the base of %s', base => {
    const nobody = { yes: 0, no: 0, abstain: 0, entitled: 0, present: null }
    expect(threshold(rule(atLeast(half, base)), nobody)).toBe(1)
  })
})

about('the threshold', () => {
  it('is exactly where rejection turns into adoption, for every count up to 10 without a tie', {
    timeout: 60_000,
  }, () => {
    for (const base of majorityBases)
      for (const share of [half, twoThirds, threeQuarters])
        for (let size = 1; size <= 10; size++)
          for (const spread of spreads(size, ['yes', 'no', 'abstain', 'silent'] as const)) {
            const by = rule(atLeast(share, base))
            const judgement = judge(pollOf(spread, by))
            if (!judgement.ok) throw new Error('not countable')
            const { tally } = judgement
            if (tally.yes === tally.no) continue
            const adopted = tally.yes >= threshold(by, tally)
            if (adopted !== (judgement.outcome === 'adopted')) expect.fail(JSON.stringify({ by, tally }))
          }
  })
})
