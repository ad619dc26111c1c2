/**
 * The method "for, against, abstention" on one text.
 *
 * First who may vote and what was cast; then the quorum, for which abstentions count; then, only with a
 * quorum, the majority over the rule's base. A motion also needs at least one yes and more yes than no:
 * with neither guard, an all-abstain vote or a tie could pass under a rule that says "at least".
 */
import { beginning } from './beginning.ts'
import { whenSound } from './counting.ts'
import { judgeMajority } from './majority.ts'
import { choices, type Motion } from './poll.ts'
import { judgeQuorum } from './quorum.ts'
import { end, type Judgement, type Result } from './result.ts'
import { count } from './tally.ts'
import type { TrailStatement } from './trail.ts'

export function judgeMotion(poll: Motion): Judgement<Result> {
  const { rule } = poll
  return whenSound(
    poll,
    choice => choices.includes(choice),
    roll => {
      const tally = count(roll)
      const { yes, no, abstain } = tally
      const quorum = judgeQuorum(rule, tally)
      const trail: TrailStatement[] = [
        ...beginning(rule, roll),
        { key: 'tally', values: { yes, no, abstain } },
        quorum.statement,
      ]
      if (!quorum.met) return end('no_quorum', tally, trail)

      const majority = judgeMajority(rule, tally)
      trail.push(...majority.statements)
      if (yes === 0) trail.push({ key: 'no_yes', values: {} })
      else if (yes === no) trail.push({ key: 'tie', values: { count: yes } })
      return end(majority.met && yes !== no ? 'adopted' : 'rejected', tally, trail)
    },
  )
}
