/**
 * Which option is chosen, once the ballots are counted.
 *
 * The one with the most votes, if it has the rule's majority and more ballots than "none of these". Equal votes
 * are never decided silently, by order or by id: the rule says whether nothing is chosen, a second vote is held
 * between those that lead, or one of them is drawn. Where the rule knows second votes, one is also due when the
 * leading option has no majority: between it and those next to it. A second vote that ends equal again is
 * decided by lot. A lot says which of the equals, never that there are votes enough: the ballots for any of them
 * must together reach the majority.
 */
import { smallestReaching } from './fraction.ts'
import type { OptionChoice, OptionId, Options } from './poll.ts'
import type { OptionOutcome } from './result.ts'
import type { Rule } from './rule.ts'
import { baseOf, type OptionTally } from './tally.ts'
import type { TrailStatement } from './trail.ts'

export interface Decision {
  readonly outcome: OptionOutcome
  readonly options: readonly OptionId[]
  /** The sentences that say how the outcome follows from the votes. */
  readonly because: readonly TrailStatement[]
}

export function decide(
  { rule, runOff = false }: Options,
  tally: OptionTally,
  choices: readonly OptionChoice[],
): Decision {
  const { article } = rule
  const [first, second] = ranked(tally)
  if (first === undefined) return nothingChosen([{ key: 'none_named', values: {} }])
  const { votes, options: leaders } = first
  if (tally.none >= votes)
    return nothingChosen([{ key: 'none_leads', values: { none: tally.none, leading: votes } }])

  const secondVote = rule.tie === 'run_off' && !runOff
  if (leaders.length === 1) {
    const share = judgeShare(rule, tally, votes, 'option', leaders)
    if (share.met) return { outcome: 'chosen', options: leaders, because: share.statements }
    if (!secondVote || second === undefined) return nothingChosen(share.statements)
    return { outcome: 'run_off', options: [...leaders, ...second.options], because: share.statements }
  }

  const tie: TrailStatement = { key: 'options_tie', values: { count: votes }, options: leaders, article }
  if (rule.tie === 'fails') return nothingChosen([tie])
  if (secondVote) return { outcome: 'run_off', options: leaders, because: [tie] }
  const share = judgeShare(rule, tally, namingAny(choices, leaders), 'together', leaders)
  const because = [tie, ...share.statements]
  return share.met ? { outcome: 'lot', options: leaders, because } : nothingChosen(because)
}

function nothingChosen(because: readonly TrailStatement[]): Decision {
  return { outcome: 'none_chosen', options: [], because }
}

/** The options that have votes, those with the most first, equal ones together. */
function ranked({ options }: OptionTally): { votes: number; options: OptionId[] }[] {
  const numbers = new Set(options.map(({ votes }) => votes).filter(votes => votes > 0))
  return [...numbers]
    .sort((a, b) => b - a)
    .map(votes => ({
      votes,
      options: options.filter(each => each.votes === votes).map(({ option }) => option),
    }))
}

/** How many ballots name one of `options` or several, each counted once. */
function namingAny(choices: readonly OptionChoice[], options: readonly OptionId[]): number {
  return choices.filter(
    choice => typeof choice === 'object' && choice.options.some(option => options.includes(option)),
  ).length
}

/** Whether `reached` ballots are the rule's share of its base, in which "none of these" stands for the no. */
function judgeShare(
  { article, majority }: Rule,
  { named, none, abstain, entitled, present }: OptionTally,
  reached: number,
  of: 'option' | 'together',
  options: readonly OptionId[],
): { met: boolean; statements: readonly TrailStatement[] } {
  const base = baseOf(majority.base, { yes: named, no: none, abstain, entitled, present })
  const needed = Math.max(1, smallestReaching(base, majority))
  const met = reached >= needed
  const over = majority.base === 'yes_no' ? 'base_named' : (`base_${majority.base}` as const)
  return {
    met,
    statements: [
      { key: over, values: { count: base }, article },
      { key: `${of}_${met ? 'met' : 'missed'}`, values: { needed, reached, base }, options, article },
    ],
  }
}
