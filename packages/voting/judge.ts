import { judgeApproval } from './approval.ts'
import { judgeConsent } from './consent.ts'
import { judgeMotion } from './motion.ts'
import type { Approval, Consent, Motion, Poll, SingleChoice, Temperature } from './poll.ts'
import type { Judgement, Noted, OptionResult, Result } from './result.ts'
import { judgeSingleChoice } from './single-choice.ts'
import { judgeTemperature } from './temperature.ts'

/**
 * Judges a poll by its method, from its ballots alone, so that anyone who holds them can recompute it. The same
 * ballots in another order give the same result. A poll that contradicts itself, or whose rule makes no sense,
 * is refused with its `problem`; nothing is thrown. Another method is another file, and another line here.
 */
export function judge(poll: Motion | Consent): Judgement<Result>
export function judge(poll: Temperature): Judgement<Noted>
export function judge(poll: SingleChoice | Approval): Judgement<OptionResult>
export function judge(poll: Poll): Judgement<Result | Noted | OptionResult>
export function judge(poll: Poll): Judgement<Result | Noted | OptionResult> {
  switch (poll.method) {
    case 'motion':
      return judgeMotion(poll)
    case 'consent':
      return judgeConsent(poll)
    case 'temperature':
      return judgeTemperature(poll)
    case 'single_choice':
      return judgeSingleChoice(poll)
    case 'approval':
      return judgeApproval(poll)
  }
}
