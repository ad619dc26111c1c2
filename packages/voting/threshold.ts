import { smallestReaching } from './fraction.ts'
import type { Majority, MajorityBase, Quorum, QuorumKind, Rule } from './rule.ts'
import { baseOf, type Counts } from './tally.ts'

/**
 * The smallest number of yes votes that the rule asks for, the counted base staying as large as it is.
 * Never less than one: a rule such as "yes at least twice no" would accept 0 : 0, and abstentions alone
 * would pass a motion. A tie fails also where the rule says "at least a half"; over yes and no votes that is
 * already in this number, over the other bases it depends on the no votes and `judge` looks at it.
 */
export function threshold(rule: Rule, counts: Counts): number {
  return yesNeeded(rule.majority, baseOf(rule.majority.base, counts))
}

/** The smallest number that meets the quorum among `entitled` organisations; 0 where none is asked for. */
export function quorumNeeded(quorum: Quorum, entitled: number): number {
  return smallestReaching(entitled, quorum)
}

/** The numbers of the sentence "adopted with at least 12 yes out of 23, with 12 of 23 taking part". */
export interface RuleInNumbers {
  readonly quorum: { readonly kind: QuorumKind; readonly needed: number; readonly of: number }
  readonly majority: { readonly base: MajorityBase; readonly needed: number; readonly of: number }
}

/**
 * A rule in numbers for `entitled` organisations. For a base other than the entitled, `inBase` is how many
 * are in it (for `yes_no`, the yes and no votes together); without it, as if all were.
 */
export function describe(rule: Rule, entitled: number, inBase: number = entitled): RuleInNumbers {
  const { quorum, majority } = rule
  const of = majority.base === 'entitled' ? entitled : inBase
  return {
    quorum: { kind: quorum.kind, needed: quorumNeeded(quorum, entitled), of: entitled },
    majority: { base: majority.base, needed: yesNeeded(majority, of), of },
  }
}

function yesNeeded(majority: Majority, whole: number): number {
  const moreThanNo = majority.base === 'yes_no' ? (whole - (whole % 2)) / 2 + 1 : 1
  return Math.max(moreThanNo, smallestReaching(whole, majority))
}
