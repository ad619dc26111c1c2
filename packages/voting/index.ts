export type { Fraction } from './fraction.ts'
export { type Judgement, judge } from './judge.ts'
export type { Outcome, Result } from './motion.ts'
export {
  type Ballot,
  type Choice,
  choices,
  needsPresence,
  type OrganisationId,
  type Poll,
  type PollProblem,
} from './poll.ts'
export {
  type FractionProblem,
  findRuleProblem,
  type Majority,
  type MajorityBase,
  majorityBases,
  type Quorum,
  type QuorumKind,
  quorumKinds,
  type Rule,
  type RuleProblem,
} from './rule.ts'
export type { Counts, Tally } from './tally.ts'
export { describe, quorumNeeded, type RuleInNumbers, threshold } from './threshold.ts'
export type { TrailKey, TrailStatement, TrailValues } from './trail.ts'
