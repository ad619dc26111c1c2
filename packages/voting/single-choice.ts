/** The method "one of these": each ballot names one option, or none of these, or abstains. */
import { judgeOptions } from './options.ts'
import type { SingleChoice } from './poll.ts'
import type { Judgement, OptionResult } from './result.ts'

export function judgeSingleChoice(poll: SingleChoice): Judgement<OptionResult> {
  return judgeOptions(poll, count => count === 1)
}
