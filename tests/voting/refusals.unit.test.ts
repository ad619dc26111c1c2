import { describe, expect, it } from 'vitest'
import { findRuleProblem, judge, type Motion, type Rule } from '../../packages/voting/index.ts'
import { half, moreThan, pollOf, quorumOf, rule, votes } from './statute.ts'

const sound = rule(moreThan(half, 'yes_no'))
const poll = pollOf(votes({ yes: 3, no: 1, silent: 1 }, 6), sound)

function problem(change: Partial<Motion>) {
  const judgement = judge({ ...poll, ...change })
  return judgement.ok ? undefined : judgement.problem
}

describe('a poll that contradicts itself is refused', () => {
  it('with a ballot from outside the electorate', () => {
    const ballots = [...poll.ballots, { organisation: 'stranger', choice: 'yes' } as const]
    expect(problem({ ballots })).toEqual({ code: 'ballot_outside_electorate', organisation: 'stranger' })
  })

  it('with two ballots of one organisation, also when they agree', () => {
    const ballots = [...poll.ballots, { organisation: 'org-1', choice: 'yes' } as const]
    expect(problem({ ballots })).toEqual({ code: 'ballot_twice', organisation: 'org-1' })
  })

  it('with a choice that is not on the ballot', () => {
    const ballots: Motion['ballots'] = JSON.parse('[{"organisation":"org-1","choice":"maybe"}]')
    expect(problem({ ballots })).toEqual({ code: 'choice_unknown', organisation: 'org-1' })
  })

  it('with a ballot of an organisation that the attendance list leaves out', () => {
    const ballots = [...poll.ballots, { organisation: 'org-6', choice: 'no' } as const]
    expect(problem({ ballots })).toEqual({ code: 'ballot_of_absent', organisation: 'org-6' })
  })

  it('with nobody in the electorate', () => {
    expect(problem({ electorate: [], ballots: [], present: [] })).toEqual({ code: 'electorate_empty' })
  })

  it.each([
    ['electorate', 'elector_twice'],
    ['present', 'present_twice'],
    ['recused', 'recused_twice'],
  ] as const)('with one organisation twice in %s', (list, code) => {
    const doubled = [...(poll[list] ?? []), 'org-1', 'org-1']
    expect(problem({ [list]: doubled })).toEqual({ code, organisation: 'org-1' })
  })

  it.each([
    ['present', 'present_outside_electorate'],
    ['recused', 'recused_outside_electorate'],
  ] as const)('with a stranger among the %s', (list, code) => {
    const withStranger = [...(poll[list] ?? []), 'stranger']
    expect(problem({ [list]: withStranger })).toEqual({ code, organisation: 'stranger' })
  })

  it.each([
    ['a quorum of presence', rule(moreThan(half, 'yes_no'), quorumOf(half, 'presence'))],
    ['a majority of the present', rule(moreThan(half, 'present'))],
  ])('without an attendance list under %s', (_, by) => {
    expect(problem({ rule: by, present: undefined })).toEqual({ code: 'presence_unknown' })
  })

  it('with a rule that makes no sense, told by what is wrong in it', () => {
    const senseless: Rule = { ...sound, majority: { ...sound.majority, denominator: 0 } }
    expect(problem({ rule: senseless })).toEqual({
      code: 'rule',
      rule: { code: 'denominator_out_of_range', of: 'majority' },
    })
  })
})

describe('a rule is refused', () => {
  it('when it cites no article', () => {
    expect(findRuleProblem({ ...sound, article: ' ' })).toEqual({ code: 'article_missing' })
  })

  it.each([
    ['not_integer', { numerator: 1.5, denominator: 2, strict: false }],
    ['not_integer', { numerator: 1, denominator: Number.NaN, strict: false }],
    ['denominator_out_of_range', { numerator: 0, denominator: 0, strict: false }],
    ['denominator_out_of_range', { numerator: 1, denominator: 1_000_001, strict: false }],
    ['numerator_negative', { numerator: -1, denominator: 2, strict: false }],
    ['above_one', { numerator: 3, denominator: 2, strict: false }],
    ['more_than_all', { numerator: 2, denominator: 2, strict: true }],
  ] as const)('for a fraction that is %s', (code, fraction) => {
    const inQuorum: Rule = { ...sound, quorum: { ...fraction, kind: 'participation', article: '' } }
    const inMajority: Rule = { ...sound, majority: { ...fraction, base: 'cast' } }
    expect(findRuleProblem(inQuorum)).toEqual({ code, of: 'quorum' })
    expect(findRuleProblem(inMajority)).toEqual({ code, of: 'majority' })
  })

  it('when less than half could adopt', () => {
    expect(findRuleProblem(rule({ numerator: 1, denominator: 3, strict: true, base: 'cast' }))).toEqual({
      code: 'majority_below_half',
    })
  })

  it.each([
    ['participation', 'kind_unknown'],
    ['yes_no', 'base_unknown'],
    ['prevails', 'own_vote_unknown'],
    ['leaves', 'recusal_unknown'],
    ['fails', 'tie_unknown'],
    ['nothing', 'silence_unknown'],
  ])('when it says something else where it should say “%s”: %s', (word, code) => {
    expect(findRuleProblem(JSON.parse(JSON.stringify(sound).replace(word, 'weather')))).toEqual({ code })
  })

  it.each([-1, 0.5, Number.NaN])('when one may stand for %d others', limit => {
    expect(findRuleProblem({ ...sound, proxies: { ...sound.proxies, limit } })).toEqual({
      code: 'proxy_limit',
    })
  })

  it('never when it is sound, at the largest denominator too', () => {
    expect(findRuleProblem(sound)).toBeUndefined()
    expect(
      findRuleProblem(rule({ numerator: 999_999, denominator: 1_000_000, strict: true, base: 'cast' })),
    ).toBeUndefined()
  })
})
