/**
 * The method "no objection until": adopted unless somebody objects before the poll closes.
 *
 * One objection rejects. Without any, those who consent have to reach the rule's majority. Silence is consent
 * only under a rule that says so, which the trail then cites; otherwise it is nothing, and somebody has to say
 * yes. At a meeting only those who are there, themselves or by proxy, can be silent: the absent were not asked.
 */
import { beginning } from './beginning.ts'
import { whenSound } from './counting.ts'
import { judgeMajority } from './majority.ts'
import { type Consent, choices } from './poll.ts'
import { judgeQuorum } from './quorum.ts'
import { end, type Judgement, type Result } from './result.ts'
import { count } from './tally.ts'
import type { TrailStatement } from './trail.ts'

export function judgeConsent(poll: Consent): Judgement<Result> {
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
        { key: 'tally_consent', values: { yes, no, abstain } },
        quorum.statement,
      ]
      if (!quorum.met) return end('no_quorum', tally, trail)
      if (no > 0)
        return end('rejected', tally, [
          ...trail,
          { key: 'objections', values: { count: no }, article: rule.article },
        ])

      const silent = roll.asked - roll.choices.length
      if (silent > 0)
        trail.push({ key: `silence_${rule.silence}`, values: { count: silent }, article: rule.article })
      const consents = rule.silence === 'consents' ? yes + silent : yes
      const majority = judgeMajority(rule, { ...tally, yes: consents })
      return end(majority.met ? 'adopted' : 'rejected', tally, [...trail, ...majority.statements])
    },
  )
}
