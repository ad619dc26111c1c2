/** The statute's rule as a poll keeps it from its opening on: changing the statute later changes no poll. */
import { type Rule, unsaid } from '../packages/voting/index.ts'
import type { StatuteRule } from './generated/client/client.ts'

export interface HeldRule extends Rule {
  readonly id: string
  readonly nameRo: string
  readonly nameEn: string
}

/** A row of the statute, in the form that `packages/voting` judges by. */
export function heldRule(row: StatuteRule): HeldRule {
  return {
    id: row.id,
    nameRo: row.nameRo,
    nameEn: row.nameEn,
    article: row.article,
    quorum: {
      kind: row.quorumKind,
      numerator: row.quorumNumerator,
      denominator: row.quorumDenominator,
      strict: row.quorumStrict,
      article: '',
    },
    majority: {
      base: row.majorityBase,
      numerator: row.majorityNumerator,
      denominator: row.majorityDenominator,
      strict: row.majorityStrict,
    },
    ...unsaid,
  }
}
