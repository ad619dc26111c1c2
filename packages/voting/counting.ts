import type { Put } from './poll.ts'
import { findPollProblem } from './record.ts'
import type { Judgement } from './result.ts'
import { callRoll, type Roll } from './roll.ts'

/**
 * What every method begins with: a record that contradicts itself is refused, else the roll is called and
 * `judgeRoll` has the word. `isOnPaper` tells the choices of the method's ballot paper.
 */
export function whenSound<C, R>(
  poll: Put<C>,
  isOnPaper: (choice: C) => boolean,
  judgeRoll: (roll: Roll<C>) => Judgement<R>,
): Judgement<R> {
  const problem = findPollProblem(poll, isOnPaper)
  return problem ? { ok: false, problem } : judgeRoll(callRoll(poll))
}
