import type { OptionId } from './poll.ts'
import type { PollProblem } from './record.ts'
import type { OptionTally, Tally } from './tally.ts'
import type { TrailStatement } from './trail.ts'

/** A result, or the reason why there can be none. */
export type Judgement<R> = ({ readonly ok: true } & R) | { readonly ok: false; readonly problem: PollProblem }

interface Found<Outcome, Counted> {
  readonly outcome: Outcome
  readonly tally: Counted
  /** How the outcome follows, sentence by sentence; the last one is the outcome. */
  readonly trail: readonly TrailStatement[]
}

/** Of a motion, and of a question for consent. */
export type Outcome = 'adopted' | 'rejected' | 'no_quorum'
export type Result = Found<Outcome, Tally>

/** The result whose trail ends with its outcome. */
export function end(outcome: Outcome, tally: Tally, trail: readonly TrailStatement[]): Judgement<Result> {
  return { ok: true, outcome, tally, trail: [...trail, { key: outcome, values: {} }] }
}

/** A temperature check is noted; it decides nothing. */
export type Noted = Found<'noted', Tally>

/** `run_off`: a second vote is due between `options`; `lot`: one of them is to be drawn, and the draw recorded. */
export type OptionOutcome = 'chosen' | 'none_chosen' | 'run_off' | 'lot' | 'no_quorum'
export interface OptionResult extends Found<OptionOutcome, OptionTally> {
  /** The chosen one, or those between which it is still open; else none. */
  readonly options: readonly OptionId[]
}
