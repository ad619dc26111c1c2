import { describe, expect, it } from 'vitest'
import {
  findProxyFlaw,
  type GivenProxy,
  isUsed,
  judge,
  type Motion,
  type Representation,
} from '../../packages/voting/index.ts'
import { half, moreThan, organisations, proxies, quorumOf, representation, rule } from './statute.ts'

const simple = rule(moreThan(half, 'yes_no'), quorumOf(half, 'presence', true), { proxies: proxies(2) })

/** Five organisations, of which the first three are at a meeting; `org-4` and `org-5` wrote `org-1` down. */
const meeting: Motion = {
  method: 'motion',
  rule: simple,
  electorate: organisations(5),
  present: organisations(3),
  representation: representation(['org-4', 'org-1'], ['org-5', 'org-1']),
  ballots: [
    { organisation: 'org-1', choice: 'no' },
    { organisation: 'org-4', choice: 'yes', holder: 'org-1', at: 100 },
    { organisation: 'org-5', choice: 'yes', holder: 'org-1', at: 100 },
  ],
}

function judged(change: Partial<Motion> = {}) {
  const judgement = judge({ ...meeting, ...change })
  if (!judgement.ok) throw new Error(JSON.stringify(judgement.problem))
  return judgement
}

function problem(change: Partial<Motion>) {
  const judgement = judge({ ...meeting, ...change })
  return judgement.ok ? undefined : judgement.problem
}

/** The meeting with the first of its two proxies changed. */
function withFirst(change: Partial<GivenProxy>): Representation {
  const { proxies: all, ...occasion } = representation(['org-4', 'org-1'], ['org-5', 'org-1'])
  return { ...occasion, proxies: all.map((proxy, index) => (index === 0 ? { ...proxy, ...change } : proxy)) }
}

describe('a ballot cast by proxy', () => {
  it('counts for the giver, beside the holder’s own', () => {
    expect(judged()).toMatchObject({
      outcome: 'adopted',
      tally: { yes: 2, no: 1, cast: 3, byProxy: 2, present: 5, represented: 2, absent: 2, setAside: 0 },
    })
  })

  it('is told in the trail, with the article on proxies', () => {
    expect(judged().trail.slice(0, 5)).toEqual([
      { key: 'entitled', values: { count: 5 } },
      { key: 'present', values: { count: 5, entitled: 5 } },
      { key: 'represented', values: { count: 2 }, article: 'art. 20' },
      { key: 'cast', values: { count: 3, entitled: 5 } },
      { key: 'by_proxy', values: { count: 2 }, article: 'art. 20' },
    ])
  })

  it('counts once, for its giver only: the holder may stay silent itself', () => {
    expect(judged({ ballots: meeting.ballots.slice(1, 2) }).tally).toMatchObject({
      yes: 1,
      cast: 1,
      byProxy: 1,
    })
  })

  it('is refused without a proxy of its organisation for whoever cast it', () => {
    const stranger = { organisation: 'org-4', choice: 'yes', holder: 'org-2', at: 100 } as const
    expect(problem({ ballots: [stranger] })).toEqual({ code: 'ballot_without_proxy', organisation: 'org-4' })
    expect(problem({ representation: undefined })).toEqual({
      code: 'ballot_without_proxy',
      organisation: 'org-4',
    })
  })

  it('is refused when nobody wrote down at what instant it was cast', () => {
    const timeless = { organisation: 'org-5', choice: 'yes', holder: 'org-1' } as const
    expect(problem({ ballots: [timeless] })).toEqual({ code: 'ballot_without_proxy', organisation: 'org-5' })
  })

  it('is refused for the one that has none, whatever the others have', () => {
    const [own, first] = meeting.ballots
    if (own === undefined || first === undefined) throw new Error('the meeting has ballots')
    const third = { organisation: 'org-3', choice: 'yes', holder: 'org-1', at: 100 } as const
    expect(problem({ ballots: [own, first, third] })).toEqual({
      code: 'ballot_without_proxy',
      organisation: 'org-3',
    })
  })

  it('is refused as a second one for the same giver', () => {
    const again = { organisation: 'org-4', choice: 'no', holder: 'org-2', at: 100 } as const
    expect(problem({ ballots: [...meeting.ballots, again] })).toEqual({
      code: 'ballot_twice',
      organisation: 'org-4',
    })
  })

  it('is refused from a holder that the attendance list calls absent', () => {
    expect(
      problem({ present: ['org-2', 'org-3', 'org-4', 'org-5'], ballots: meeting.ballots.slice(1) }),
    ).toEqual({
      code: 'ballot_of_absent',
      organisation: 'org-1',
    })
  })

  it('is refused for a giver from outside the electorate', () => {
    const outside = { organisation: 'org-9', choice: 'yes', holder: 'org-1', at: 100 } as const
    expect(problem({ ballots: [outside] })).toEqual({
      code: 'ballot_outside_electorate',
      organisation: 'org-9',
    })
  })
})

describe('a giver', () => {
  it('is represented only while its holder is there', () => {
    const absent = judged({ present: ['org-2', 'org-3'], ballots: [] })
    expect(absent).toMatchObject({ outcome: 'no_quorum', tally: { present: 2, represented: 0 } })
  })

  it('that is there itself is not counted twice', () => {
    const all = judged({ present: organisations(4), ballots: [] })
    expect(all.tally).toMatchObject({ present: 5, represented: 1 })
  })

  it('may give one level deep: what its holder gave away does not carry its vote', () => {
    const passedOn = representation(['org-4', 'org-1'], ['org-1', 'org-2'])
    const ballots = [{ organisation: 'org-4', choice: 'yes', holder: 'org-2', at: 100 }] as const
    expect(problem({ representation: passedOn, ballots })).toEqual({
      code: 'ballot_without_proxy',
      organisation: 'org-4',
    })
    expect(
      judged({ representation: passedOn, ballots: [], present: ['org-2', 'org-3'] }).tally,
    ).toMatchObject({
      represented: 1,
    })
  })

  it('with two proxies that stand at once is for people to settle', () => {
    expect(problem({ representation: representation(['org-4', 'org-1'], ['org-4', 'org-2']) })).toEqual({
      code: 'proxy_twice',
      organisation: 'org-4',
    })
  })

  it.each([
    ['prevails', 'no', 'set_aside_held'],
    ['yields', 'yes', 'set_aside_own'],
  ] as const)('that votes itself %s, as the statute says', (ownVote, counts, told) => {
    const by = { ...simple, proxies: proxies(2, ownVote) }
    const held = { organisation: 'org-3', choice: 'yes', holder: 'org-1', at: 100 } as const
    const own = { organisation: 'org-3', choice: 'no' } as const
    const given = representation(['org-3', 'org-1'])
    const both = judged({ rule: by, representation: given, ballots: [held, own] })
    expect(both.tally).toMatchObject({
      [counts]: 1,
      cast: 1,
      setAside: 1,
      byProxy: ownVote === 'yields' ? 1 : 0,
    })
    expect(both.trail[0]).toEqual({ key: told, values: { count: 1 }, article: 'art. 20' })
    // Alone, either counts.
    expect(judged({ rule: by, representation: given, ballots: [held] }).tally.yes).toBe(1)
    expect(judged({ rule: by, representation: given, ballots: [own] }).tally.no).toBe(1)
  })

  it('that is recused has no vote through its holder either', () => {
    const recused = judged({ recused: ['org-4'] })
    expect(recused.tally).toMatchObject({ yes: 1, present: 4, represented: 1, setAside: 1 })
    expect(recused.trail.slice(0, 2).map(({ key }) => key)).toEqual(['recused', 'set_aside'])
  })
})

describe('a holder', () => {
  it('that is recused votes for nobody', () => {
    const recused = judged({ recused: ['org-1'] })
    expect(recused.tally).toMatchObject({ yes: 0, no: 0, cast: 0, present: 2, represented: 0, setAside: 3 })
    expect(recused.trail.slice(0, 3)).toEqual([
      { key: 'recused', values: { count: 1 }, article: simple.article },
      { key: 'set_aside', values: { count: 1 }, article: simple.article },
      { key: 'set_aside_holder', values: { count: 2 }, article: simple.article },
    ])
  })

  it('that is recused replaces no vote that its giver cast itself', () => {
    const by = { ...simple, proxies: proxies(2, 'yields') }
    const ballots = [
      { organisation: 'org-3', choice: 'yes', holder: 'org-1', at: 100 },
      { organisation: 'org-3', choice: 'no' },
    ] as const
    const given = representation(['org-3', 'org-1'])
    expect(judged({ rule: by, representation: given, ballots, recused: ['org-1'] }).tally).toMatchObject({
      yes: 0,
      no: 1,
      setAside: 1,
    })
  })

  it('stands for as many as the statute lets it, and no more', () => {
    const one = { ...simple, proxies: proxies(1) }
    expect(problem({ rule: one })).toEqual({ code: 'proxies_over_limit', organisation: 'org-1' })
    expect(
      problem({
        rule: one,
        representation: representation(['org-4', 'org-1'], ['org-5', 'org-2']),
        ballots: [],
      }),
    ).toBe(undefined)
  })

  it('stands for no more over the days of a written vote than on one of them', () => {
    const one = { ...simple, quorum: quorumOf(half), proxies: proxies(1) }
    const { proxies: given, ...occasion } = meeting.representation ?? representation()
    const inTurn: Representation = {
      ...occasion,
      proxies: given.map((proxy, index) =>
        index === 0 ? { ...proxy, revokedAt: 90 } : { ...proxy, givenAt: 90 },
      ),
    }
    const ballots = [
      { organisation: 'org-4', choice: 'yes', holder: 'org-1', at: 60 },
      { organisation: 'org-5', choice: 'yes', holder: 'org-1', at: 95 },
    ] as const
    const written = { rule: one, present: undefined, representation: inTurn }
    expect(problem({ ...written, ballots })).toEqual({ code: 'proxies_over_limit', organisation: 'org-1' })
    expect(
      judged({ ...written, ballots: ballots.slice(0, 1), rule: { ...one, quorum: simpleQuorum } }).tally,
    ).toMatchObject({
      yes: 1,
      represented: 0,
      byProxy: 1,
    })
  })

  it('stands for nobody where the statute knows no proxies', () => {
    const none = { ...simple, proxies: proxies(0) }
    expect(judged({ rule: none, ballots: meeting.ballots.slice(0, 1) }).tally).toMatchObject({
      present: 3,
      represented: 0,
    })
    expect(problem({ rule: none })).toEqual({ code: 'ballot_without_proxy', organisation: 'org-4' })
  })

  it.each([['org-9', 'org-1'] as const, ['org-4', 'org-9'] as const])(
    'and its giver are of the electorate: %s for %s stands not',
    (giver, holder) => {
      const given = representation([giver, holder])
      expect(judged({ representation: given, ballots: [] }).tally.represented).toBe(0)
    },
  )
})

const simpleQuorum = quorumOf({ numerator: 0, denominator: 1 })

describe('a proxy', () => {
  const [proxy] = representation(['org-4', 'org-1']).proxies
  if (proxy === undefined) throw new Error('there is one')
  const occasion = { poll: 'poll', meeting: 'meeting' }

  it('stands from the instant at which it was given', () => {
    expect(findProxyFlaw(proxy, occasion, 49)).toBe('not_yet_given')
    expect(findProxyFlaw(proxy, occasion, 50)).toBeUndefined()
  })

  it('stands until it is revoked', () => {
    const revoked = { ...proxy, revokedAt: 80 }
    expect(findProxyFlaw(revoked, occasion, 79)).toBeUndefined()
    expect(findProxyFlaw(revoked, occasion, 80)).toBe('revoked')
  })

  it('is written', () => {
    expect(findProxyFlaw({ ...proxy, document: ' ' }, occasion, 100)).toBe('unwritten')
  })

  it('is for another', () => {
    expect(findProxyFlaw({ ...proxy, holder: 'org-4' }, occasion, 100)).toBe('to_itself')
  })

  it('is for its poll, its meeting or a time', () => {
    const scoped = (scope: GivenProxy['scope'], at = 100) => findProxyFlaw({ ...proxy, scope }, occasion, at)
    expect(scoped({ kind: 'poll', poll: 'another' })).toBe('other_poll')
    expect(scoped({ kind: 'meeting', meeting: 'meeting' })).toBeUndefined()
    expect(scoped({ kind: 'meeting', meeting: 'another' })).toBe('other_meeting')
    expect(scoped({ kind: 'until', until: 101 })).toBeUndefined()
    expect(scoped({ kind: 'until', until: 100 })).toBe('over')
    const inMeeting: GivenProxy['scope'] = { kind: 'meeting', meeting: 'meeting' }
    expect(findProxyFlaw({ ...proxy, scope: inMeeting }, { poll: 'poll' }, 100)).toBe('other_meeting')
  })

  it.each([
    ['unwritten', { document: '' }],
    ['revoked', { revokedAt: 100 }],
    ['of another poll', { scope: { kind: 'poll', poll: 'another' } }],
  ] as const)('that is %s represents nobody, and no ballot was cast under it', (_, flaw) => {
    const given = withFirst(flaw)
    expect(judged({ representation: given, ballots: [] }).tally.represented).toBe(1)
    expect(problem({ representation: given })).toEqual({
      code: 'ballot_without_proxy',
      organisation: 'org-4',
    })
  })

  it('that was revoked after its ballot leaves the ballot cast', () => {
    const given = withFirst({ revokedAt: 101 })
    expect(judged({ representation: given }).tally.byProxy).toBe(2)
  })

  it('is used, and so past revoking, once its holder has cast for its giver', () => {
    expect(isUsed(proxy, meeting.ballots)).toBe(true)
    expect(isUsed(proxy, [{ organisation: 'org-4' }, { organisation: 'org-5', holder: 'org-1' }])).toBe(false)
    expect(isUsed(proxy, [{ organisation: 'org-4', holder: 'org-2' }])).toBe(false)
  })
})
