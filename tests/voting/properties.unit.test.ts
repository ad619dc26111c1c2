import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Ballot,
  judge,
  type Motion,
  majorityBases,
  type OptionChoice,
  ownVotes,
  quorumKinds,
  type Rule,
  recusals,
  type SingleChoice,
  silences,
  ties,
} from '../../packages/voting/index.ts'
import { type Conduct, conducts } from './recount.ts'
import { organisations, pollOf, representation } from './statute.ts'

const fraction = (from: number) =>
  fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat(20), fc.boolean()).map(([denominator, part, strict]) => {
    const least = Math.ceil(denominator * from)
    const numerator = Math.min(denominator, least + part)
    return { numerator, denominator, strict: strict && numerator < denominator }
  })

const anyRule: fc.Arbitrary<Rule> = fc.record({
  article: fc.constant('art. 17'),
  quorum: fc
    .tuple(fraction(0), fc.constantFrom(...quorumKinds))
    .map(([share, kind]) => ({ ...share, kind, article: '' })),
  majority: fc
    .tuple(fraction(0.5), fc.constantFrom(...majorityBases))
    .map(([share, base]) => ({ ...share, base })),
  proxies: fc.record({
    limit: fc.constant(40),
    ownVote: fc.constantFrom(...ownVotes),
    article: fc.constant('art. 20'),
  }),
  recusal: fc.record({ base: fc.constantFrom(...recusals), article: fc.constant('') }),
  tie: fc.constantFrom(...ties),
  silence: fc.constantFrom(...silences),
})

const anyConducts = (among: readonly Conduct[]) =>
  fc.array(fc.constantFrom(...among), { minLength: 1, maxLength: 40 })

function judged(poll: Motion) {
  const judgement = judge(poll)
  if (!judgement.ok) throw new Error(`Not countable: ${JSON.stringify(judgement.problem)}`)
  return judgement
}

/** The list in an order that `keys` decide. */
function shuffled<T>(list: readonly T[], keys: Iterator<number>): T[] {
  return list
    .map(item => ({ item, key: keys.next().value ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

describe('whatever the rule and the ballots', () => {
  it('the order of ballots, electors, attendance and proxies never matters', () => {
    fc.assert(
      fc.property(anyRule, anyConducts(conducts), fc.infiniteStream(fc.nat()), (rule, all, keys) => {
        const poll = pollOf(all, rule)
        const other: Motion = {
          ...poll,
          electorate: shuffled(poll.electorate, keys),
          ballots: shuffled(poll.ballots, keys),
          present: shuffled(poll.present ?? [], keys),
          recused: shuffled(poll.recused ?? [], keys),
          representation: poll.representation && {
            ...poll.representation,
            proxies: shuffled(poll.representation.proxies, keys),
          },
        }
        expect(judge(other)).toEqual(judge(poll))
        expect(judge({ ...other, method: 'consent' })).toEqual(judge({ ...poll, method: 'consent' }))
      }),
    )
  })

  it('an added yes, from whatever it was before, never turns adopted into rejected', () => {
    fc.assert(
      fc.property(
        anyRule,
        anyConducts(conducts),
        fc.nat(),
        fc.constantFrom('motion', 'consent'),
        (rule, before, at, method) => {
          const place = at % before.length
          const was = before[place] ?? 'away'
          fc.pre(was !== 'recused')
          const after = before.with(place, was.startsWith('proxy') ? 'proxy_yes' : 'yes')
          const outcome = (all: readonly Conduct[]) => {
            const poll = pollOf(all, rule)
            const judgement = method === 'motion' ? judge(poll) : judge({ ...poll, method: 'consent' })
            return judgement.ok && judgement.outcome
          }
          if (outcome(before) === 'adopted') expect(outcome(after)).toBe('adopted')
        },
      ),
    )
  })

  it('abstentions alone never pass a motion', () => {
    fc.assert(
      fc.property(
        anyRule,
        anyConducts(['abstain', 'silent', 'away', 'recused', 'proxy_abstain', 'proxy_silent']),
        (rule, all) => {
          expect(judged(pollOf(all, rule)).outcome).not.toBe('adopted')
        },
      ),
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

  it('nothing is adopted by consent against an objection, nor in silence unless the statute says so', () => {
    fc.assert(
      fc.property(anyRule, anyConducts(conducts), (rule, all) => {
        const judgement = judge({ ...pollOf(all, rule), method: 'consent' })
        if (!judgement.ok) throw new Error(JSON.stringify(judgement.problem))
        const { outcome, tally } = judgement
        if (tally.no > 0 || (tally.yes === 0 && rule.silence === 'nothing'))
          expect(outcome).not.toBe('adopted')
      }),
    )
  })

  const anyVote = fc.constantFrom<Conduct>('yes', 'no', 'abstain', 'silent')

  it('a recused organisation never counts, whatever it cast: it is as if it were not there', () => {
    fc.assert(
      fc.property(anyRule, anyConducts(conducts), anyVote, (any, others, its) => {
        const rule: Rule = { ...any, recusal: { base: 'leaves', article: '' } }
        const without = judged(pollOf(others, rule))
        const poll = pollOf(others, rule)
        const own = `org-${others.length + 1}`
        const withIt = judged({
          ...poll,
          electorate: [...poll.electorate, own],
          present: [...(poll.present ?? []), own],
          recused: [...(poll.recused ?? []), own],
          ballots: [...poll.ballots, ...ballotOf(own, its)],
        })
        expect(withIt.outcome).toBe(without.outcome)
        const { recused: _r, setAside: _s, ...counted } = without.tally
        expect(withIt.tally).toMatchObject(counted)
      }),
    )
  })

  it('a recused organisation that stays in the base counts as one that says nothing, whatever it cast', () => {
    fc.assert(
      fc.property(anyRule, anyConducts(conducts), anyVote, (any, others, its) => {
        const rule: Rule = { ...any, recusal: { base: 'stays', article: '' } }
        const silent = judged(pollOf([...others, 'silent'], rule))
        const poll = pollOf([...others, 'silent'], rule)
        const own = `org-${others.length + 1}`
        // Whoever holds proxies is somebody else, so that only its own vote is looked at.
        fc.pre(poll.representation?.proxies.every(({ holder }) => holder !== own) ?? true)
        const recused = judged({
          ...poll,
          recused: [...(poll.recused ?? []), own],
          ballots: [...poll.ballots, ...ballotOf(own, its)],
        })
        expect(recused.outcome).toBe(silent.outcome)
      }),
    )
  })

  it('a proxy counts once and for whom it stands: as the giver’s own ballot, cast in its place', () => {
    fc.assert(
      fc.property(anyRule, anyConducts(conducts), fc.nat(), anyVote, (rule, others, at, its) => {
        const all: Conduct[] = ['silent', ...others]
        const place = 1 + (at % others.length)
        const itself = judged(pollOf(all.with(place, its), rule))
        const byProxy = judged(pollOf(all.with(place, asProxy(its)), rule))
        expect(byProxy.outcome).toBe(itself.outcome)
        const { represented, byProxy: cast, ...counted } = byProxy.tally
        expect(itself.tally).toMatchObject(counted)
        expect(represented).toBe(itself.tally.represented + 1)
        expect(cast).toBe(itself.tally.byProxy + (its === 'silent' ? 0 : 1))
      }),
    )
  })

  it('of a giver’s own ballot and its holder’s, one counts: the one that the statute prefers', () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.constantFrom('yes', 'no', 'abstain'),
        fc.constantFrom('yes', 'no', 'abstain'),
        (rule, own, held) => {
          const { tally } = judged({
            method: 'motion',
            rule,
            electorate: organisations(2),
            present: organisations(2),
            representation: representation(['org-1', 'org-2']),
            ballots: [
              { organisation: 'org-1', choice: own },
              { organisation: 'org-1', choice: held, holder: 'org-2', at: 100 },
            ],
          })
          expect(tally).toMatchObject({ cast: 1, setAside: 1 })
          expect(tally[rule.proxies.ownVote === 'prevails' ? own : held]).toBe(1)
        },
      ),
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

describe('among options, whatever the rule and the ballots', () => {
  const paper = fc.constantFrom('A', 'B', 'C', 'none', 'abstain', 'silent')
  const anyPoll = fc
    .tuple(anyRule, fc.array(paper, { minLength: 1, maxLength: 30 }), fc.boolean())
    .map(([rule, papers, runOff]) => choiceOf(rule, papers, runOff))

  function choiceOf(rule: Rule, papers: readonly string[], runOff: boolean): SingleChoice {
    return {
      method: 'single_choice',
      rule,
      electorate: organisations(papers.length),
      present: organisations(papers.length),
      options: ['A', 'B', 'C'],
      noneOfThese: true,
      runOff,
      ballots: papers.flatMap((each, index): Ballot<OptionChoice>[] => {
        if (each === 'silent') return []
        const choice = each === 'none' || each === 'abstain' ? each : { options: [each] }
        return [{ organisation: `org-${index + 1}`, choice }]
      }),
    }
  }

  function settled(poll: SingleChoice) {
    const judgement = judge(poll)
    if (!judgement.ok) throw new Error(JSON.stringify(judgement.problem))
    return judgement
  }

  it('the order of ballots and of options never matters', () => {
    fc.assert(
      fc.property(anyPoll, fc.infiniteStream(fc.nat()), (poll, keys) => {
        const one = settled(poll)
        const other = settled({
          ...poll,
          options: shuffled(poll.options, keys),
          ballots: shuffled(poll.ballots, keys),
        })
        expect(other.outcome).toBe(one.outcome)
        expect(other.options.toSorted()).toEqual(one.options.toSorted())
      }),
    )
  })

  it('one more vote for the chosen option leaves it chosen', () => {
    fc.assert(
      fc.property(anyPoll, fc.nat(), (poll, at) => {
        const before = settled(poll)
        if (before.outcome !== 'chosen') return
        const choice = { options: before.options }
        const organisation = `org-${1 + (at % poll.electorate.length)}`
        const after = settled({
          ...poll,
          ballots: [
            ...poll.ballots.filter(ballot => ballot.organisation !== organisation),
            { organisation, choice },
          ],
        })
        expect(after).toMatchObject({ outcome: 'chosen', options: before.options })
      }),
    )
  })

  it('equal votes are decided as the rule says, and never by order', () => {
    fc.assert(
      fc.property(anyPoll, poll => {
        const { outcome, options, tally } = settled(poll)
        const most = Math.max(...tally.options.map(({ votes }) => votes))
        const equal = tally.options.filter(({ votes }) => votes === most)
        if (equal.length === 1) {
          expect(outcome).not.toBe('lot')
          return
        }
        expect(outcome).not.toBe('chosen')
        if (outcome === 'run_off') expect([poll.rule.tie, poll.runOff]).toEqual(['run_off', false])
        if (outcome === 'lot')
          expect(poll.rule.tie === 'lot' || (poll.rule.tie === 'run_off' && poll.runOff)).toBe(true)
        if (options.length > 0) expect(options).toEqual(equal.map(({ option }) => option))
      }),
    )
  })

  it('nothing is chosen, drawn or voted on again when “none of these” has as many ballots as the leading option', () => {
    fc.assert(
      fc.property(anyPoll, poll => {
        const { outcome, tally } = settled(poll)
        if (tally.options.every(({ votes }) => votes <= tally.none))
          expect(['none_chosen', 'no_quorum']).toContain(outcome)
      }),
    )
  })
})

function ballotOf(organisation: string, conduct: Conduct): Motion['ballots'] {
  return conduct === 'yes' || conduct === 'no' || conduct === 'abstain'
    ? [{ organisation, choice: conduct }]
    : []
}

function asProxy(conduct: Conduct): Conduct {
  if (conduct === 'yes') return 'proxy_yes'
  if (conduct === 'no') return 'proxy_no'
  return conduct === 'abstain' ? 'proxy_abstain' : 'proxy_silent'
}
