/** What single choice and approval share: their ballot paper, and what is counted on it. `leading.ts` decides. */
import { beginning } from './beginning.ts'
import { whenSound } from './counting.ts'
import { type Decision, decide } from './leading.ts'
import type { OptionChoice, OptionId, Options } from './poll.ts'
import { judgeQuorum } from './quorum.ts'
import { type PollProblem, repeated } from './record.ts'
import type { Judgement, OptionResult } from './result.ts'
import type { Roll } from './roll.ts'
import { type OptionTally, turnoutOf } from './tally.ts'
import type { TrailStatement } from './trail.ts'

/** Judges among the options of a poll; `mayName` tells how many of them one ballot may name. */
export function judgeOptions(poll: Options, mayName: (count: number) => boolean): Judgement<OptionResult> {
  if (poll.options.length === 0) return refuse({ code: 'options_missing' })
  const twice = repeated(poll.options)
  if (twice !== undefined) return refuse({ code: 'option_twice', option: twice })
  return whenSound(
    poll,
    choice => isOnPaper(poll, choice, mayName),
    roll => choose(poll, roll),
  )
}

function isOnPaper(
  { options, noneOfThese }: Options,
  choice: OptionChoice,
  mayName: (count: number) => boolean,
): boolean {
  if (choice === 'abstain') return true
  if (choice === 'none') return noneOfThese
  const named = choice.options
  return (
    mayName(named.length) && repeated(named) === undefined && named.every(option => options.includes(option))
  )
}

function choose(poll: Options, roll: Roll<OptionChoice>): Judgement<OptionResult> {
  const { rule, lot } = poll
  const tally = countOptions(poll.options, roll)
  const quorum = judgeQuorum(rule, tally)
  const trail = [...beginning(rule, roll), ...counted(poll, tally), quorum.statement]
  const decision: Decision = quorum.met
    ? decide(poll, tally, roll.choices)
    : { outcome: 'no_quorum', options: [], because: [] }
  if (lot === undefined) return end(decision, tally, trail)

  if (decision.outcome !== 'lot') return refuse({ code: 'lot_without_tie', option: lot })
  if (!decision.options.includes(lot)) return refuse({ code: 'lot_outside_tie', option: lot })
  const drawn: TrailStatement = { key: 'lot_drawn', values: {}, options: [lot], article: rule.article }
  return end({ outcome: 'chosen', options: [lot], because: [...decision.because, drawn] }, tally, trail)
}

/** The result whose trail ends with its outcome. */
function end(
  { outcome, options, because }: Decision,
  tally: OptionTally,
  trail: readonly TrailStatement[],
): Judgement<OptionResult> {
  const verdict: TrailStatement = { key: outcome, values: {}, options }
  return { ok: true, outcome, options, tally, trail: [...trail, ...because, verdict] }
}

function refuse(problem: PollProblem): Judgement<OptionResult> {
  return { ok: false, problem }
}

function countOptions(options: readonly OptionId[], roll: Roll<OptionChoice>): OptionTally {
  const papers = roll.choices.filter(choice => typeof choice === 'object')
  return {
    ...turnoutOf(roll),
    options: options.map(option => ({
      option,
      votes: papers.filter(paper => paper.options.includes(option)).length,
    })),
    named: papers.length,
    none: roll.choices.filter(choice => choice === 'none').length,
    abstain: roll.choices.filter(choice => choice === 'abstain').length,
  }
}

function counted({ noneOfThese }: Options, { options, none, abstain }: OptionTally): TrailStatement[] {
  const trail: TrailStatement[] = options.map(({ option, votes }) => ({
    key: 'tally_option',
    values: { count: votes },
    options: [option],
  }))
  if (noneOfThese) trail.push({ key: 'tally_none', values: { count: none } })
  trail.push({ key: 'tally_abstain', values: { abstain } })
  return trail
}
