/** Opening a poll: from here on its question, text, rule and electorate stand as they are. */
import { findRuleProblem, needsPresence } from '../../packages/voting/index.ts'
import type { Transaction } from '../../prisma/client.ts'
import type { Poll, StatuteRule } from '../../prisma/generated/client/client.ts'
import { heldRule } from '../../prisma/held-rule.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { id, read } from '../input.ts'
import { allMembers, notify } from '../notifications/notify.ts'
import { membersOn } from '../organisations/terms.ts'
import { openVoting } from '../positions/decide.ts'
import { allow, type FieldProblem, Refusal } from '../refusal.ts'
import { today } from '../today.ts'
import { managesPolls, visiblePolls } from './access.ts'
import { lockPoll } from './lock.ts'
import { validOn } from './rule.ts'
import { asStored } from './stored.ts'

/** Everything that a complete set-up still lacks, each by the field where it is mended. */
function missing(
  poll: Poll,
  rule: StatuteRule | null,
  electorate: readonly unknown[],
  now: Date,
): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (poll.questionRo.trim() === '') problems.push({ field: 'questionRo', code: 'question_missing' })
  if (rule === null) problems.push({ field: 'ruleId', code: 'rule_not_in_force' })
  else if (findRuleProblem(heldRule(rule)) !== undefined)
    problems.push({ field: 'ruleId', code: 'rule_impossible' })
  // A written vote has no attendance list to judge such a rule by.
  else if (needsPresence(heldRule(rule))) problems.push({ field: 'ruleId', code: 'rule_needs_presence' })
  if (poll.closesAt !== null && poll.closesAt <= now)
    problems.push({ field: 'closesAt', code: 'closing_time_past' })
  if (electorate.length === 0) problems.push({ field: 'electorate', code: 'no_electorate' })
  return problems
}

async function open(tx: Transaction, context: Context, pollId: string, seen: number | null): Promise<void> {
  const now = context.now()
  const poll = await lockPoll(tx, pollId, 'alone', visiblePolls(context.viewer))
  if (poll.status === 'closed') throw new Refusal('closed', { detail: 'poll_closed' })
  if (poll.status === 'open') throw new Refusal('wrong_state', { detail: 'poll_open' })
  // Nobody puts a question to the members that they have not read themselves.
  if (seen !== null && seen !== poll.revision) throw new Refusal('wrong_state', { detail: 'poll_changed' })

  const rule = await tx.statuteRule.findFirst({ where: { id: poll.ruleId, ...validOn(today(now)) } })
  const electorate = await tx.organisation.findMany({
    where: membersOn(today(now)),
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const fields = missing(poll, rule, electorate, now)
  if (rule === null || fields.length > 0) throw new Refusal('invalid', { detail: 'poll_incomplete', fields })

  await openVoting(tx, poll.positionId)
  await tx.poll.update({
    where: { id: pollId },
    data: {
      status: 'open',
      rule: asStored(heldRule(rule)),
      openedAt: now,
      openedById: context.viewer.person?.id ?? null,
      revision: { increment: 1 },
    },
  })
  await tx.elector.createMany({
    data: electorate.map(({ id: organisationId }) => ({ pollId, organisationId })),
  })
  await record(tx, context, 'poll.opened', pollId, {
    details: {
      versionId: poll.versionId,
      ruleId: rule.id,
      article: rule.article,
      electors: electorate.length,
    },
  })
  await notify(tx, context.viewer.person?.id ?? null, allMembers(now), {
    kind: 'poll_opened',
    subjectId: pollId,
    values: { titleRo: poll.questionRo, titleEn: poll.questionEn },
  })
  await announce(tx, pollId)
}

builder.mutationField('openPoll', t =>
  t.prismaField({
    type: 'Poll',
    errors: {},
    description:
      'Opens a poll that is completely set up: freezes its rule and its electorate, and tells all members. Answers every missing item by its field.',
    args: {
      id: t.arg.id({ required: true }),
      revision: t.arg.int({
        description: 'Of the draft that was read; one that was changed since is not opened.',
      }),
    },
    resolve: async (query, _root, args, context) => {
      allow(managesPolls(context.viewer), context.viewer)
      const pollId = read(id('pol'), args.id)
      await inTransaction(context, tx => open(tx, context, pollId, args.revision ?? null))
      return context.database.prisma.poll.findUniqueOrThrow({ ...query, where: { id: pollId } })
    },
  }),
)
