import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, majorityBases, type Poll, quorumKinds, type Rule } from '../../packages/voting/index.ts'
import { type Conduct, conducts } from './recount.ts'
import { pollOf } from './statute.ts'

const fraction = (from: number) =>
  fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat(20), fc.boolean()).map(([denominator, part, strict]) => {
    const least = Math.ceil(denominator * from)
    const numerator = Math.min(denominator, least + part)
    return { numerator, denominator, strict: strict && numerator < denominator }
  })

const anyRule: fc.Arbitrary<Rule> = fc.record({
  article: fc.constant('art. 17'),
  quorum: fc.tuple(fraction(0), fc.constantFrom(...quorumKinds)).map(([share, kind]) => ({ ...share, kind })),
  majority: fc
    .tuple(fraction(0.5), fc.constantFrom(...majorityBases))
    .map(([share, base]) => ({ ...share, base })),
})

const anyConducts = (among: readonly Conduct[]) =>
  fc.array(fc.constantFrom(...among), { minLength: 1, maxLength: 40 })

function judged(poll: Poll) {
  const judgement = judge(poll)
  if (!judgement.ok) throw new Error(`Not countable: ${JSON.stringify(judgement.problem)}`)
  return judgement
}

describe('whatever the rule and the ballots', () => {
  it('the order of ballots, electors and attendance never matters', () => {
    fc.assert(
      fc.property(anyRule, anyConducts(conducts), fc.infiniteStream(fc.nat()), (rule, all, keys) => {
        const poll = pollOf(all, rule)
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map(item => ({ item, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const other: Poll = {
          rule,
          electorate: shuffled(poll.electorate),
          ballots: shuffled(poll.ballots),
          present: shuffled(poll.present ?? []),
          recused: shuffled(poll.recused ?? []),
        }
        expect(judge(other)).toEqual(judge(poll))
      }),
    )
  })

  it('an added yes, from whatever it was before, never turns adopted into rejected', () => {
    fc.assert(
      fc.property(anyRule, anyConducts(conducts), fc.nat(), (rule, before, at) => {
        const place = at % before.length
        fc.pre(before[place] !== 'recused')
        const after = before.with(place, 'yes')
        if (judged(pollOf(before, rule)).outcome === 'adopted')
          expect(judged(pollOf(after, rule)).outcome).toBe('adopted')
      }),
    )
  })

  it('abstentions alone never pass a motion', () => {
    fc.assert(
      fc.property(anyRule, anyConducts(['abstain', 'silent', 'away', 'recused']), (rule, all) => {
        expect(judged(pollOf(all, rule)).outcome).not.toBe('adopted')
      }),
    )
  })

  it('nothing is adopted against as many no as yes', () => {
    fc.assert(
      fc.property(anyRule, anyConducts(conducts), (rule, all) => {
        const { outcome, tally } = judged(pollOf(all, rule))
        if (tally.no >= tally.yes) expect(outcome).not.toBe('adopted')
      }),
    )
  })

  it('a recused organisation never counts, whatever it cast', () => {
    const anyVote = fc.constantFrom<Conduct>('yes', 'no', 'abstain', 'silent', 'away')
    fc.assert(
      fc.property(anyRule, anyConducts(conducts), anyVote, (rule, others, its) => {
        const without = judged(pollOf(others, rule))
        const poll = pollOf([...others, its], rule)
        const own = `org-${others.length + 1}`
        const withIt = judged({ ...poll, recused: [...(poll.recused ?? []), own] })
        expect(withIt.outcome).toBe(without.outcome)
        const { recused: _r, setAside: _s, ...counted } = without.tally
        expect(withIt.tally).toMatchObject(counted)
      }),
    )
  })

  it('every organisation is counted exactly once', () => {
    fc.assert(
      fc.property(anyRule, anyConducts(conducts), (rule, all) => {
        const { tally, trail, outcome } = judged(pollOf(all, rule))
        expect(tally.yes + tally.no + tally.abstain + tally.absent + tally.recused).toBe(all.length)
        expect(trail.at(-1)?.key).toBe(outcome)
        for (const statement of trail)
          expect(Object.values(statement.values).every(value => Number.isInteger(value))).toBe(true)
      }),
    )
  })
})
