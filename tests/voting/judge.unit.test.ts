import { describe, expect, it } from 'vitest'
import { judge, type Motion, type Rule } from '../../packages/voting/index.ts'
import type { Conduct } from './recount.ts'
import {
  all,
  article,
  atLeast,
  half,
  moreThan,
  none,
  pollOf,
  quorumOf,
  rule,
  twoThirds,
  votes,
} from './statute.ts'

function outcome(conducts: readonly Conduct[], by: Rule) {
  const judgement = judge(pollOf(conducts, by))
  return judgement.ok ? judgement.outcome : judgement.problem
}

describe('a motion', () => {
  const simple = rule(moreThan(half, 'yes_no'))

  it('is adopted when more than half of the yes and no votes are yes', () => {
    expect(outcome(votes({ yes: 8, no: 7 }, 23), simple)).toBe('adopted')
  })

  it('fails when half vote yes, which is not more than half', () => {
    const absolute = rule(moreThan(half, 'entitled'))
    expect(outcome(votes({ yes: 11 }, 22), absolute)).toBe('rejected')
    expect(outcome(votes({ yes: 12 }, 22), absolute)).toBe('adopted')
  })

  it.each(['yes_no', 'cast', 'present', 'entitled'] as const)(
    'fails on a tie also where the statute says at least half of %s',
    base => {
      expect(outcome(votes({ yes: 11, no: 11 }, 22), rule(atLeast(half, base)))).toBe('rejected')
    },
  )

  it('fails without a single yes, also where the statute asks for a share of nobody', () => {
    expect(outcome(votes({ abstain: 23 }, 23), rule(atLeast(twoThirds, 'yes_no')))).toBe('rejected')
  })

  it('leaves abstentions outside the majority of yes and no, and inside the majority of the cast', () => {
    const conducts = votes({ yes: 5, no: 4, abstain: 3 }, 23)
    expect(outcome(conducts, simple)).toBe('adopted')
    expect(outcome(conducts, rule(moreThan(half, 'cast')))).toBe('rejected')
  })

  it('counts those present who stay silent in the base of the present', () => {
    expect(outcome(votes({ yes: 6, silent: 6 }, 23), rule(moreThan(half, 'present')))).toBe('rejected')
    expect(outcome(votes({ yes: 6, silent: 5 }, 23), rule(moreThan(half, 'present')))).toBe('adopted')
  })

  it('can ask for all', () => {
    expect(outcome(votes({ yes: 22 }, 23), rule(atLeast(all, 'entitled')))).toBe('rejected')
    expect(outcome(votes({ yes: 23 }, 23), rule(atLeast(all, 'entitled')))).toBe('adopted')
  })
})

describe('a quorum', () => {
  it('of participation is met by abstentions too', () => {
    const by = rule(moreThan(half, 'yes_no'), quorumOf(half, 'participation', true))
    expect(outcome(votes({ yes: 1, abstain: 11 }, 23), by)).toBe('adopted')
    expect(outcome(votes({ yes: 1, abstain: 10 }, 23), by)).toBe('no_quorum')
  })

  it('of presence is met by those who are there and say nothing', () => {
    const by = rule(moreThan(half, 'yes_no'), quorumOf(half, 'presence', true))
    expect(outcome(votes({ yes: 1, silent: 11 }, 23), by)).toBe('adopted')
    expect(outcome(votes({ yes: 1, silent: 10 }, 23), by)).toBe('no_quorum')
  })

  it('cites its own article where the statute has one for it', () => {
    const by = rule(moreThan(half, 'yes_no'), { ...quorumOf(half), article: 'art. 16' })
    const judgement = judge(pollOf(votes({ yes: 23 }, 23), by))
    expect(judgement.ok && judgement.trail.map(each => each.article)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'art. 16',
      article,
      article,
      undefined,
    ])
  })

  it('of more than nobody is a quorum of one', () => {
    const by = rule(moreThan(half, 'yes_no'), quorumOf(none, 'participation', true))
    expect(outcome(votes({}, 3), by)).toBe('no_quorum')
    expect(outcome(votes({ yes: 1 }, 3), by)).toBe('adopted')
  })

  it('of exactly half is met by half unless the statute says more', () => {
    const conducts = votes({ yes: 11 }, 22)
    expect(outcome(conducts, rule(moreThan(half, 'yes_no'), quorumOf(half)))).toBe('adopted')
    expect(outcome(conducts, rule(moreThan(half, 'yes_no'), quorumOf(half, 'participation', true)))).toBe(
      'no_quorum',
    )
  })
})

describe('a recused organisation', () => {
  const absolute = rule(moreThan(half, 'entitled'), quorumOf(half, 'presence', true))

  it('leaves the entitled, the present and the quorum', () => {
    const judgement = judge(pollOf(votes({ yes: 11, recused: 2 }, 23), absolute))
    expect(judgement).toMatchObject({
      ok: true,
      outcome: 'adopted',
      tally: { entitled: 21, present: 11, absent: 10, recused: 2 },
    })
  })

  it('has a ballot that it had already cast set aside, and the trail says so', () => {
    const poll: Motion = {
      ...pollOf(votes({ yes: 12 }, 23), absolute),
      recused: ['org-1', 'org-2', 'org-23'],
    }
    const judgement = judge(poll)
    expect(judgement).toMatchObject({ ok: true, outcome: 'no_quorum', tally: { yes: 10, setAside: 2 } })
    expect(judgement.ok && judgement.trail.slice(0, 3)).toEqual([
      { key: 'recused', values: { count: 3 }, article },
      { key: 'set_aside', values: { count: 2 }, article },
      { key: 'entitled', values: { count: 20 } },
    ])
  })

  it('leaves nobody entitled when all are recused, and nothing passes', () => {
    expect(outcome(votes({ recused: 3 }, 3), rule(atLeast(half, 'entitled')))).toBe('rejected')
    const withQuorum = judge(pollOf(votes({ recused: 3 }, 3), absolute))
    expect(withQuorum.ok && withQuorum.trail.slice(-2)).toEqual([
      { key: 'quorum_presence_missed', values: { needed: 1, reached: 0, entitled: 0 }, article },
      { key: 'no_quorum', values: {} },
    ])
  })

  it('stays among the entitled and the present where the rule says so, and still has no vote', () => {
    const stays: Rule = { ...absolute, recusal: { base: 'stays', article: 'art. 22' } }
    const poll: Motion = {
      ...pollOf(votes({ yes: 12, recused: 2 }, 23), stays),
      recused: ['org-12', 'org-13', 'org-14'],
    }
    const judgement = judge(poll)
    expect(judgement).toMatchObject({
      ok: true,
      outcome: 'rejected',
      tally: { entitled: 23, present: 14, yes: 11, absent: 9, recused: 3, setAside: 1 },
    })
    expect(judgement.ok && judgement.trail[0]).toEqual({
      key: 'recused_stays',
      values: { count: 3 },
      article: 'art. 22',
    })
  })
})

describe('the count trail', () => {
  it('tells who could vote, who did, the quorum, the base, the majority and the verdict, citing the statute', () => {
    const by = rule(atLeast(twoThirds, 'cast'), quorumOf(half, 'presence', true))
    const judgement = judge(pollOf(votes({ yes: 12, no: 3, abstain: 2, silent: 1 }, 23), by))
    expect(judgement).toEqual({
      ok: true,
      outcome: 'adopted',
      tally: {
        yes: 12,
        no: 3,
        abstain: 2,
        cast: 17,
        entitled: 23,
        absent: 6,
        present: 18,
        represented: 0,
        byProxy: 0,
        recused: 0,
        setAside: 0,
      },
      trail: [
        { key: 'entitled', values: { count: 23 } },
        { key: 'present', values: { count: 18, entitled: 23 } },
        { key: 'cast', values: { count: 17, entitled: 23 } },
        { key: 'tally', values: { yes: 12, no: 3, abstain: 2 } },
        { key: 'quorum_presence_met', values: { needed: 12, reached: 18, entitled: 23 }, article },
        { key: 'base_cast', values: { count: 17 }, article },
        { key: 'majority_met', values: { needed: 12, reached: 12, base: 17 }, article },
        { key: 'adopted', values: {} },
      ],
    })
  })

  function keys(poll: Motion) {
    const judgement = judge(poll)
    return judgement.ok ? judgement.trail.map(statement => statement.key) : []
  }

  it('stops at a missed quorum', () => {
    const by = rule(moreThan(half, 'yes_no'), quorumOf(half))
    const poll: Motion = { ...pollOf(votes({ yes: 5 }, 23), by), present: undefined }
    expect(keys(poll)).toEqual(['entitled', 'cast', 'tally', 'quorum_participation_missed', 'no_quorum'])
  })

  it('names a tie', () => {
    const poll = pollOf(votes({ yes: 5, no: 5 }, 10), rule(atLeast(half, 'entitled')))
    expect(keys(poll)).toEqual([
      'entitled',
      'present',
      'cast',
      'tally',
      'quorum_not_asked',
      'base_entitled',
      'majority_met',
      'tie',
      'rejected',
    ])
  })

  it('names the missing yes', () => {
    const poll = pollOf(votes({ abstain: 4 }, 10), rule(moreThan(half, 'yes_no')))
    expect(keys(poll).slice(-3)).toEqual(['majority_missed', 'no_yes', 'rejected'])
  })
})
