export type { Fraction } from './fraction.ts'
export { judge } from './judge.ts'
export { actsFor, type Mandate } from './mandate.ts'
export {
  type Approval,
  type Ballot,
  type Choice,
  type Consent,
  choices,
  type Instant,
  type Method,
  type Motion,
  type Named,
  type OptionChoice,
  type OptionId,
  type Options,
  type OrganisationId,
  type Poll,
  type Put,
  type Representation,
  type SingleChoice,
  type Temperature,
} from './poll.ts'
export {
  findProxyFlaw,
  type GivenProxy,
  isUsed,
  type Occasion,
  type ProxyFlaw,
  type ProxyScope,
} from './proxy.ts'
export { needsPresence, type PollProblem } from './record.ts'
export type { Judgement, Noted, OptionOutcome, OptionResult, Outcome, Result } from './result.ts'
export {
  articleOf,
  type FractionProblem,
  findRuleProblem,
  type Majority,
  type MajorityBase,
  majorityBases,
  type OwnVote,
  ownVotes,
  type ProxyRule,
  type Quorum,
  type QuorumKind,
  quorumKinds,
  type Recusal,
  type RecusalRule,
  type Rule,
  type RuleProblem,
  recusals,
  type Silence,
  silences,
  type Tie,
  ties,
  unsaid,
} from './rule.ts'
export type { Counts, OptionTally, Tally, Turnout } from './tally.ts'
export { describe, quorumNeeded, type RuleInNumbers, threshold } from './threshold.ts'
export type { TrailKey, TrailStatement, TrailValues } from './trail.ts'
export { type Day, dayAfter, findValidityProblem, type Validity, type ValidityProblem } from './validity.ts'
