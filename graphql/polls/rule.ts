/** The statute's rule under which a poll is held: as data for `packages/voting`, and in words for people. */

import { describe, type Rule } from '../../packages/voting/index.ts'
import type { StatuteRule } from '../../prisma/generated/client/client.ts'
import type { Context, Translate } from '../context.ts'

/** A rule as a poll keeps it from its opening on: changing the statute later changes no poll. */
export interface HeldRule extends Rule {
  readonly id: string
  readonly nameRo: string
  readonly nameEn: string
}

/** The rule as it stands in the statute now. */
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
    },
    majority: {
      base: row.majorityBase,
      numerator: row.majorityNumerator,
      denominator: row.majorityDenominator,
      strict: row.majorityStrict,
    },
  }
}

/** The day (UTC midnight) of an instant: what memberships and the validity of rules are compared with. */
export const dayOf = (instant: Date) => new Date(instant.toISOString().slice(0, 10))

/** Rules in force on a day, its first and last one included. */
export const validOn = (day: Date) => ({
  validFrom: { lte: day },
  OR: [{ validUntil: null }, { validUntil: { gte: day } }],
})

/** Organisations that are members on a day: the day of leaving is the first one without a vote. */
export const membersOn = (day: Date) => ({
  joinedOn: { lte: day },
  OR: [{ leftOn: null }, { leftOn: { gt: day } }],
})

/** What the rule asks of `entitled` organisations, in one sentence each: quorum, then majority. */
export function ruleInWords(
  t: Translate,
  rule: Rule,
  entitled: number,
): { quorum: string; majority: string } {
  const { quorum, majority } = describe(rule, entitled)
  const { needed, of } = quorum
  return {
    quorum:
      needed === 0
        ? t('voting:describe.quorum_none')
        : t(`voting:describe.quorum_${quorum.kind}`, { needed, of }),
    majority: t(`voting:describe.majority_${majority.base}`, { needed: majority.needed, of: majority.of }),
  }
}

const counted = new WeakMap<Context, Promise<number>>()

/** How many organisations would vote today; asked of the database once a request. */
export function membersToday(context: Context): Promise<number> {
  const known =
    counted.get(context) ??
    context.database.prisma.organisation.count({ where: membersOn(dayOf(context.now())) })
  counted.set(context, known)
  return known
}
