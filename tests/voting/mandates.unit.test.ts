import { describe, expect, it } from 'vitest'
import { actsFor, judge, type Mandate, type Motion } from '../../packages/voting/index.ts'
import { half, moreThan, organisations, proxies, representation, rule } from './statute.ts'

const mandates: Mandate[] = [
  { person: 'ana', organisation: 'org-1', from: 10, until: 20 },
  { person: 'dan', organisation: 'org-2', from: 10 },
]

describe('a mandate', () => {
  it('holds from its first instant until its end, which is no longer part of it', () => {
    expect([9, 10, 19, 20].map(at => actsFor(mandates, 'ana', 'org-1', at))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect([9, 10, 1_000].map(at => actsFor(mandates, 'dan', 'org-2', at))).toEqual([false, true, true])
  })

  it('is for its person and its organisation only', () => {
    expect(actsFor(mandates, 'dan', 'org-1', 15)).toBe(false)
    expect(actsFor(mandates, 'ana', 'org-2', 15)).toBe(false)
  })
})

describe('where mandates are given, a ballot', () => {
  const poll: Motion = {
    method: 'motion',
    rule: rule(moreThan(half, 'yes_no'), undefined, { proxies: proxies(1) }),
    electorate: organisations(3),
    mandates,
    ballots: [{ organisation: 'org-1', choice: 'yes', person: 'ana', at: 15 }],
  }
  const problem = (ballots: Motion['ballots'], change: Partial<Motion> = {}) => {
    const judgement = judge({ ...poll, ...change, ballots })
    return judgement.ok ? undefined : judgement.problem
  }

  it('counts when its person acted for the organisation at that instant', () => {
    expect(problem(poll.ballots)).toBeUndefined()
  })

  it.each([
    ['when the mandate was over', { person: 'ana', at: 20 }],
    ['of a person with another’s mandate', { person: 'dan', at: 15 }],
    ['of nobody', { at: 15 }],
    ['at no known instant', { person: 'ana' }],
  ] as const)('is refused %s', (_, by) => {
    const sound = { organisation: 'org-2', choice: 'no', person: 'dan', at: 15 } as const
    expect(problem([sound, { organisation: 'org-1', choice: 'yes', ...by }])).toEqual({
      code: 'ballot_without_mandate',
      organisation: 'org-1',
    })
  })

  it('by proxy needs a mandate of the holder, and none of the giver', () => {
    const given = { ...representation(['org-3', 'org-2']), at: 60 }
    const cast = (person: string) =>
      problem([{ organisation: 'org-3', choice: 'yes', holder: 'org-2', person, at: 60 }], {
        representation: given,
      })
    expect(cast('dan')).toBeUndefined()
    expect(cast('ana')).toEqual({ code: 'ballot_without_mandate', organisation: 'org-3' })
  })
})
