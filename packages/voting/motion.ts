import { reaches } from './fraction.ts'
import type { Poll } from './poll.ts'
import type { Rule } from './rule.ts'
import { baseOf, count, type Tally } from './tally.ts'
import { quorumNeeded, threshold } from './threshold.ts'
import type { TrailStatement } from './trail.ts'

export type Outcome = 'adopted' | 'rejected' | 'no_quorum'

export interface Result {
  readonly outcome: Outcome
  readonly tally: Tally
  /** How the outcome follows, sentence by sentence; the last one is the outcome. */
  readonly trail: readonly TrailStatement[]
}

/**
 * The method "for, against, abstention" on one motion.
 *
 * First who may vote and what was cast; then the quorum, for which abstentions count; then, only with a
 * quorum, the majority over the rule's base. A motion also needs at least one yes and more yes than no:
 * with neither guard, an all-abstain vote or a tie could pass under a rule that says "at least".
 */
export function judgeMotion(poll: Poll): Result {
  const tally = count(poll)
  const quorum = judgeQuorum(poll.rule, tally)
  const trail = [...counted(tally), quorum.statement]
  if (!quorum.met) return end('no_quorum', tally, trail)

  const majority = judgeMajority(poll.rule, tally)
  return end(majority.met ? 'adopted' : 'rejected', tally, [...trail, ...majority.statements])
}

function end(outcome: Outcome, tally: Tally, trail: readonly TrailStatement[]): Result {
  return { outcome, tally, trail: [...trail, { key: outcome, values: {} }] }
}

function counted(tally: Tally): TrailStatement[] {
  const { entitled, recused, setAside, present, cast, yes, no, abstain } = tally
  const trail: TrailStatement[] = []
  if (recused > 0) trail.push({ key: 'recused', values: { count: recused } })
  if (setAside > 0) trail.push({ key: 'set_aside', values: { count: setAside } })
  trail.push({ key: 'entitled', values: { count: entitled } })
  if (present !== null) trail.push({ key: 'present', values: { count: present, entitled } })
  trail.push({ key: 'cast', values: { count: cast, entitled } })
  trail.push({ key: 'tally', values: { yes, no, abstain } })
  return trail
}

function judgeQuorum({ quorum, article }: Rule, tally: Tally): { met: boolean; statement: TrailStatement } {
  const { entitled } = tally
  const needed = quorumNeeded(quorum, entitled)
  if (needed === 0) return { met: true, statement: { key: 'quorum_not_asked', values: {}, article } }
  const reached = quorum.kind === 'presence' ? (tally.present ?? 0) : tally.cast
  const met = reaches(reached, entitled, quorum)
  const key = `quorum_${quorum.kind}_${met ? 'met' : 'missed'}` as const
  return { met, statement: { key, values: { needed, reached, entitled }, article } }
}

function judgeMajority(rule: Rule, tally: Tally): { met: boolean; statements: TrailStatement[] } {
  const { article, majority } = rule
  const base = baseOf(majority.base, tally)
  const needed = threshold(rule, tally)
  const enough = tally.yes >= needed
  const tie = tally.yes === tally.no
  const statements: TrailStatement[] = [
    { key: `base_${majority.base}`, values: { count: base }, article },
    {
      key: enough ? 'majority_met' : 'majority_missed',
      values: { needed, reached: tally.yes, base },
      article,
    },
  ]
  if (tally.yes === 0) statements.push({ key: 'no_yes', values: {} })
  else if (tie) statements.push({ key: 'tie', values: { count: tally.yes } })
  return { met: enough && !tie, statements }
}
