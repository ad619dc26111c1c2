/** The statute’s rule under which a poll is held: when it is in force, for whom, and what it asks in words. */

import { describe, type Rule } from '../../packages/voting/index.ts'
import type { Context, Translate } from '../context.ts'
import { membersOn } from '../organisations/terms.ts'
import { today } from '../today.ts'

/** Rules in force on a day, its first and last one included. */
export const validOn = (day: Date) => ({
  validFrom: { lte: day },
  OR: [{ validUntil: null }, { validUntil: { gte: day } }],
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
    context.database.prisma.organisation.count({ where: membersOn(today(context.now())) })
  counted.set(context, known)
  return known
}
