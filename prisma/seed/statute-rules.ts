/**
 * A starting set of rules. We have no statute at hand and OG 26/2000 sets no quorum and no majority, so these are
 * examples: common in associations, marked as such, to be checked against the statute article by article.
 */
import type { DecisionKind, MajorityBase, QuorumKind } from '../generated/client/enums.ts'

export interface ExampleRule {
  id: string
  nameRo: string
  nameEn: string
  decisionKind: DecisionKind
  quorumKind: QuorumKind
  quorumNumerator: number
  quorumDenominator: number
  quorumStrict: boolean
  majorityNumerator: number
  majorityDenominator: number
  majorityStrict: boolean
  majorityBase: MajorityBase
}

const halfOfTheMembers = {
  quorumKind: 'participation',
  quorumNumerator: 1,
  quorumDenominator: 2,
  quorumStrict: false,
} as const

const simpleMajority = {
  majorityNumerator: 1,
  majorityDenominator: 2,
  majorityStrict: true,
  majorityBase: 'yes_no',
} as const

export const exampleRules: readonly ExampleRule[] = [
  {
    id: 'rul_position',
    nameRo: 'Poziție comună',
    nameEn: 'Common position',
    decisionKind: 'position',
    ...halfOfTheMembers,
    ...simpleMajority,
  },
  {
    id: 'rul_membership',
    nameRo: 'Primirea sau excluderea unui membru',
    nameEn: 'Admitting or excluding a member',
    decisionKind: 'membership',
    ...halfOfTheMembers,
    quorumStrict: true,
    majorityNumerator: 1,
    majorityDenominator: 2,
    majorityStrict: true,
    majorityBase: 'entitled',
  },
  {
    id: 'rul_statute_change',
    nameRo: 'Modificarea statutului',
    nameEn: 'Change of the statute',
    decisionKind: 'statute_change',
    quorumKind: 'participation',
    quorumNumerator: 2,
    quorumDenominator: 3,
    quorumStrict: false,
    majorityNumerator: 2,
    majorityDenominator: 3,
    majorityStrict: false,
    majorityBase: 'entitled',
  },
  {
    id: 'rul_budget',
    nameRo: 'Bugetul și darea de seamă',
    nameEn: 'Budget and accounts',
    decisionKind: 'budget',
    ...halfOfTheMembers,
    quorumStrict: true,
    majorityNumerator: 1,
    majorityDenominator: 2,
    majorityStrict: true,
    majorityBase: 'cast',
  },
  {
    id: 'rul_procedural',
    nameRo: 'Hotărâre de procedură',
    nameEn: 'Procedural decision',
    decisionKind: 'procedural',
    quorumKind: 'participation',
    quorumNumerator: 0,
    quorumDenominator: 1,
    quorumStrict: false,
    ...simpleMajority,
  },
]

/** What the demonstration cites, so that its results read like real ones; no statute was at hand. */
export const demonstrationArticles: Record<string, string> = {
  rul_position: 'art. 24 alin. (2)',
  rul_membership: 'art. 11 alin. (1)',
  rul_statute_change: 'art. 38 alin. (1)',
  rul_budget: 'art. 31 alin. (3)',
  rul_procedural: 'art. 22 alin. (4)',
}

/** What stands where the article belongs, until somebody has looked it up. */
export const uncheckedArticle = 'art. … (de verificat în statut)'
