import { judgeMotion, type Result } from './motion.ts'
import { findPollProblem, type Poll, type PollProblem } from './poll.ts'

/** A result, or the reason why there can be none. */
export type Judgement =
  | ({ readonly ok: true } & Result)
  | { readonly ok: false; readonly problem: PollProblem }

/**
 * Judges a poll from its ballots alone, so that anyone who holds them can recompute it. The same ballots in
 * another order give the same result. A poll that contradicts itself, or whose rule makes no sense, is
 * refused with its `problem`; nothing is thrown.
 */
export function judge(poll: Poll): Judgement {
  const problem = findPollProblem(poll)
  return problem ? { ok: false, problem } : { ok: true, ...judgeMotion(poll) }
}
