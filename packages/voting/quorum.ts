import { reaches } from './fraction.ts'
import { articleOf, type Rule } from './rule.ts'
import type { Turnout } from './tally.ts'
import { quorumNeeded } from './threshold.ts'
import type { TrailStatement } from './trail.ts'

/** Whether enough were present or took part, for which abstentions count, and the sentence that says so. */
export function judgeQuorum(rule: Rule, turnout: Turnout): { met: boolean; statement: TrailStatement } {
  const { quorum } = rule
  const { entitled } = turnout
  const article = articleOf(rule, 'quorum')
  if (quorum.numerator === 0 && !quorum.strict)
    return { met: true, statement: { key: 'quorum_not_asked', values: {}, article } }
  const needed = quorumNeeded(quorum, entitled)
  const reached = quorum.kind === 'presence' ? (turnout.present ?? 0) : turnout.cast
  const met = reaches(reached, entitled, quorum)
  const key = `quorum_${quorum.kind}_${met ? 'met' : 'missed'}` as const
  return { met, statement: { key, values: { needed, reached, entitled }, article } }
}
