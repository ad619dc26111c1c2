/** The method "all that you approve of": each ballot names one option or several, or none of these, or abstains. */
import { judgeOptions } from './options.ts'
import type { Approval } from './poll.ts'
import type { Judgement, OptionResult } from './result.ts'

export function judgeApproval(poll: Approval): Judgement<OptionResult> {
  return judgeOptions(poll, count => count > 0)
}
