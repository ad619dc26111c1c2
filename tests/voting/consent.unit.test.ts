import { describe, expect, it } from 'vitest'
import {
  type Choice,
  type Consent,
  judge,
  majorityBases,
  type Rule,
  silences,
} from '../../packages/voting/index.ts'
import { isEnough, spreads } from './recount.ts'
import {
  article,
  atLeast,
  half,
  moreThan,
  none,
  organisations,
  proxies,
  quorumOf,
  representation,
  rule,
  twoThirds,
} from './statute.ts'

type Answer = Choice | 'silent'

function asked(answers: readonly Answer[], by: Rule): Consent {
  return {
    method: 'consent',
    rule: by,
    electorate: organisations(answers.length),
    ballots: answers.flatMap((choice, index) =>
      choice === 'silent' ? [] : [{ organisation: `org-${index + 1}`, choice }],
    ),
  }
}

function judged(poll: Consent) {
  const judgement = judge(poll)
  if (!judgement.ok) throw new Error(JSON.stringify(judgement.problem))
  return judgement
}

const simple = rule(moreThan(half, 'entitled'))
const silenceConsents: Rule = { ...simple, silence: 'consents' }

describe('a question for consent', () => {
  it('passes in silence where the statute says that silence is consent, and the trail cites it', () => {
    const { outcome, trail, tally } = judged(asked(['silent', 'silent', 'silent'], silenceConsents))
    expect(outcome).toBe('adopted')
    expect(tally).toMatchObject({ yes: 0, absent: 3 })
    expect(trail).toEqual([
      { key: 'entitled', values: { count: 3 } },
      { key: 'cast', values: { count: 0, entitled: 3 } },
      { key: 'tally_consent', values: { yes: 0, no: 0, abstain: 0 } },
      { key: 'quorum_not_asked', values: {}, article },
      { key: 'silence_consents', values: { count: 3 }, article },
      { key: 'base_entitled', values: { count: 3 }, article },
      { key: 'majority_met', values: { needed: 2, reached: 3, base: 3 }, article },
      { key: 'adopted', values: {} },
    ])
  })

  it('does not pass in silence where the statute says nothing of it', () => {
    const { outcome, trail } = judged(asked(['silent', 'silent', 'silent'], simple))
    expect(outcome).toBe('rejected')
    expect(trail[4]).toEqual({ key: 'silence_nothing', values: { count: 3 }, article })
    expect(judged(asked(['yes', 'yes', 'silent'], simple)).outcome).toBe('adopted')
  })

  it('says nothing of silence where nobody was silent', () => {
    const { trail } = judged(asked(['yes', 'abstain'], silenceConsents))
    expect(trail.map(({ key }) => key).slice(3)).toEqual([
      'quorum_not_asked',
      'base_entitled',
      'majority_missed',
      'rejected',
    ])
  })

  it('fails on one objection, whoever else agrees', () => {
    const { outcome, trail } = judged(asked(['yes', 'yes', 'yes', 'no'], silenceConsents))
    expect(outcome).toBe('rejected')
    expect(trail.slice(-2)).toEqual([
      { key: 'objections', values: { count: 1 }, article },
      { key: 'rejected', values: {} },
    ])
  })

  it('decides nothing without its quorum, for which silence is not taking part', () => {
    const by: Rule = { ...silenceConsents, quorum: quorumOf(half) }
    const { outcome, trail } = judged(asked(['yes', 'silent', 'silent'], by))
    expect(outcome).toBe('no_quorum')
    expect(trail.at(-1)).toEqual({ key: 'no_quorum', values: {} })
  })

  it('at a meeting takes the silence only of those who are there, themselves or by proxy, and free to vote', () => {
    const by: Rule = {
      ...silenceConsents,
      proxies: proxies(2),
      recusal: { base: 'stays', article: '' },
    }
    const { trail } = judged({
      ...asked(['yes', 'silent', 'silent', 'silent', 'silent', 'silent'], by),
      present: ['org-1', 'org-2', 'org-4'],
      recused: ['org-4'],
      representation: representation(['org-3', 'org-1']),
    })
    expect(trail.find(({ key }) => key === 'silence_consents')?.values).toEqual({ count: 2 })
    expect(trail.at(-2)).toEqual({
      key: 'majority_missed',
      values: { needed: 4, reached: 3, base: 6 },
      article,
    })
  })

  it('refuses a choice that is not on the ballot', () => {
    const poll = asked(['yes'], simple)
    const ballots: Consent['ballots'] = JSON.parse('[{"organisation":"org-1","choice":"perhaps"}]')
    expect(judge({ ...poll, ballots })).toEqual({
      ok: false,
      problem: { code: 'choice_unknown', organisation: 'org-1' },
    })
  })

  /** One member after another, in the words of the method. */
  function recount(answers: readonly Answer[], { quorum, majority, silence }: Rule) {
    let objection = false
    let consents = 0
    let heard = 0
    let neither = 0
    for (const answer of answers) {
      if (answer === 'no') objection = true
      if (answer === 'yes' || (answer === 'silent' && silence === 'consents')) consents++
      if (answer === 'abstain') neither++
      if (answer !== 'silent') heard++
    }
    if (!isEnough(heard, answers.length, quorum)) return 'no_quorum'
    if (objection || consents === 0) return 'rejected'
    let whole = answers.length
    if (majority.base === 'yes_no') whole = consents
    if (majority.base === 'cast') whole = consents + neither
    return isEnough(consents, whole, majority) ? 'adopted' : 'rejected'
  }

  it('ends as a naive recount of every spread of answers of 1 to 8 members does', { timeout: 60_000 }, () => {
    for (const silence of silences)
      for (const base of majorityBases.filter(each => each !== 'present'))
        for (const share of [half, twoThirds])
          for (const quorum of [quorumOf(none), quorumOf(half)])
            for (let size = 1; size <= 8; size++)
              for (const answers of spreads<Answer>(size, ['yes', 'no', 'abstain', 'silent'])) {
                const by = rule(atLeast(share, base), quorum, { silence })
                const { outcome } = judged(asked(answers, by))
                const expected = recount(answers, by)
                if (outcome !== expected) expect.fail(JSON.stringify({ answers, by, outcome, expected }))
              }
  })
})

describe('a temperature check', () => {
  const check = { ...asked(['yes', 'no', 'abstain', 'silent'], simple), method: 'temperature' } as const

  it('counts and decides nothing, whatever quorum and majority the rule asks', () => {
    const by = { ...simple, quorum: quorumOf({ numerator: 1, denominator: 1 }) }
    expect(judge({ ...check, rule: by })).toEqual({
      ok: true,
      outcome: 'noted',
      tally: {
        yes: 1,
        no: 1,
        abstain: 1,
        cast: 3,
        entitled: 4,
        absent: 1,
        present: null,
        represented: 0,
        byProxy: 0,
        recused: 0,
        setAside: 0,
      },
      trail: [
        { key: 'entitled', values: { count: 4 } },
        { key: 'cast', values: { count: 3, entitled: 4 } },
        { key: 'tally', values: { yes: 1, no: 1, abstain: 1 } },
        { key: 'noted', values: {} },
      ],
    })
  })

  it('refuses a choice that is not on the ballot', () => {
    const ballots: Consent['ballots'] = JSON.parse('[{"organisation":"org-1","choice":"hot"}]')
    expect(judge({ ...check, ballots })).toMatchObject({ ok: false, problem: { code: 'choice_unknown' } })
  })
})
