import type { Fraction } from './fraction.ts'

/** Presence at a meeting and participation in a written vote are two kinds of quorum. */
export const quorumKinds = ['presence', 'participation'] as const
export type QuorumKind = (typeof quorumKinds)[number]

/** Over what a majority is counted: yes and no votes; those and abstentions; the present; all entitled. */
export const majorityBases = ['yes_no', 'cast', 'present', 'entitled'] as const
export type MajorityBase = (typeof majorityBases)[number]

/** The share of the entitled that must be present or take part. Numerator 0 asks for no quorum. */
export interface Quorum extends Fraction {
  readonly kind: QuorumKind
  /** Where the statute says so, if not in the rule's own article; else empty. */
  readonly article: string
}

/** The share of its base that must vote yes. */
export interface Majority extends Fraction {
  readonly base: MajorityBase
}

/** A giver that votes itself although it gave a proxy: its own ballot counts, or its holder's does. */
export const ownVotes = ['prevails', 'yields'] as const
export type OwnVote = (typeof ownVotes)[number]

export interface ProxyRule {
  /** How many organisations one other may stand for; 0 where the statute knows no proxies. */
  readonly limit: number
  readonly ownVote: OwnVote
  /** As in `Quorum`. */
  readonly article: string
}

/** A recused organisation leaves every count, or stays in the numbers of the entitled and the present. */
export const recusals = ['leaves', 'stays'] as const
export type Recusal = (typeof recusals)[number]

export interface RecusalRule {
  readonly base: Recusal
  /** As in `Quorum`. */
  readonly article: string
}

/** What becomes of equal votes between options. A motion fails on a tie, always. */
export const ties = ['fails', 'run_off', 'lot'] as const
export type Tie = (typeof ties)[number]

/** What silence means where members are asked whether they object: nothing, unless the statute says consent. */
export const silences = ['nothing', 'consents'] as const
export type Silence = (typeof silences)[number]

/** What a rule asks that says nothing of proxies, interests, equal votes and silence. */
export const unsaid = {
  proxies: { limit: 0, ownVote: 'prevails', article: '' },
  recusal: { base: 'leaves', article: '' },
  tie: 'fails',
  silence: 'nothing',
} as const satisfies Pick<Rule, 'proxies' | 'recusal' | 'tie' | 'silence'>

/**
 * How one kind of decision is taken. OG 26/2000 sets no quorum and no majority for a federation, so every
 * number comes from the statute, whose `article` the count trail cites.
 */
export interface Rule {
  readonly article: string
  readonly quorum: Quorum
  readonly majority: Majority
  readonly proxies: ProxyRule
  readonly recusal: RecusalRule
  readonly tie: Tie
  readonly silence: Silence
}

/** The article that a part of the rule rests on. */
export function articleOf(rule: Rule, part: 'quorum' | 'proxies' | 'recusal'): string {
  return rule[part].article || rule.article
}

export type RuleProblem =
  | { readonly code: 'article_missing' }
  | { readonly code: 'kind_unknown' }
  | { readonly code: 'base_unknown' }
  | { readonly code: FractionProblem; readonly of: 'quorum' | 'majority' }
  | { readonly code: 'majority_below_half' }
  /** Not a whole number from 0 on. */
  | { readonly code: 'proxy_limit' }
  | { readonly code: 'own_vote_unknown' }
  | { readonly code: 'recusal_unknown' }
  | { readonly code: 'tie_unknown' }
  | { readonly code: 'silence_unknown' }

export type FractionProblem =
  /** Numerator or denominator is not an integer. */
  | 'not_integer'
  /** The denominator is not from 1 to 1,000,000; the upper bound keeps every product an exact integer. */
  | 'denominator_out_of_range'
  | 'numerator_negative'
  | 'above_one'
  /** "More than all" can never be reached. */
  | 'more_than_all'

const largestDenominator = 1_000_000

/** What is wrong with a rule, or nothing. For the form that edits the statute, and before every count. */
export function findRuleProblem(rule: Rule): RuleProblem | undefined {
  if (rule.article.trim() === '') return { code: 'article_missing' }
  if (!quorumKinds.includes(rule.quorum.kind)) return { code: 'kind_unknown' }
  if (!majorityBases.includes(rule.majority.base)) return { code: 'base_unknown' }
  for (const part of ['quorum', 'majority'] as const) {
    const code = findFractionProblem(rule[part])
    if (code) return { code, of: part }
  }
  // Below a half, more could vote no than yes and the motion would still pass.
  if (rule.majority.numerator * 2 < rule.majority.denominator) return { code: 'majority_below_half' }
  if (!Number.isInteger(rule.proxies.limit) || rule.proxies.limit < 0) return { code: 'proxy_limit' }
  if (!ownVotes.includes(rule.proxies.ownVote)) return { code: 'own_vote_unknown' }
  if (!recusals.includes(rule.recusal.base)) return { code: 'recusal_unknown' }
  if (!ties.includes(rule.tie)) return { code: 'tie_unknown' }
  if (!silences.includes(rule.silence)) return { code: 'silence_unknown' }
  return undefined
}

function findFractionProblem({ numerator, denominator, strict }: Fraction): FractionProblem | undefined {
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator)) return 'not_integer'
  if (denominator < 1 || denominator > largestDenominator) return 'denominator_out_of_range'
  if (numerator < 0) return 'numerator_negative'
  if (numerator > denominator) return 'above_one'
  if (strict && numerator === denominator) return 'more_than_all'
  return undefined
}
