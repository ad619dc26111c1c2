/** What may be asked: one poll, polls, the rules under which one can be opened, and to hear when a poll changes. */
import { z } from 'zod'
import { fold } from '../../packages/procedure/index.ts'
import type { Prisma } from '../../prisma/client.ts'
import type { PollStatus } from '../../prisma/generated/client/enums.ts'
import { heldRule } from '../../prisma/held-rule.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { today } from '../today.ts'
import { watch } from '../watch.ts'
import { managesPolls, visiblePolls } from './access.ts'
import { membersToday, validOn } from './rule.ts'
import { PollOutcomeEnum, PollRuleType, PollStatusEnum } from './types.ts'

/** The most urgent first among the open, the latest first among the closed. */
const orders: Record<PollStatus, Prisma.PollOrderByWithRelationInput[]> = {
  draft: [{ createdAt: 'desc' }, { id: 'asc' }],
  open: [{ closesAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'desc' }, { id: 'asc' }],
  closed: [{ closedAt: 'desc' }, { id: 'asc' }],
}

interface Asked {
  status?: PollStatus | null
  outcome?: 'adopted' | 'rejected' | 'no_quorum' | null
  search?: string | null
}

const words = z.string().max(200).catch('')

async function pollsAsked({ status, outcome, search }: Asked, { database, viewer }: Context) {
  const where: Prisma.PollWhereInput[] = [visiblePolls(viewer)]
  if (status) where.push({ status })
  if (outcome) where.push({ outcome })
  const wanted = fold(words.parse(search ?? '').trim())
  if (wanted !== '') {
    const pattern = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`
    const found = await database.prisma.$queryRaw<{ id: string }[]>`
      SELECT poll.id FROM poll JOIN position ON position.id = poll.position_id
      WHERE fold(question_ro || ' ' || question_en || ' ' || title_ro || ' ' || title_en) LIKE ${pattern}`
    where.push({ id: { in: found.map(({ id }) => id) } })
  }
  return { AND: where }
}

builder.queryFields(t => ({
  poll: t.prismaField({
    type: 'Poll',
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    authScopes: { member: true },
    resolve: (query, _root, { id }, { database, viewer }) =>
      database.prisma.poll.findFirst({ ...query, where: { id, AND: [visiblePolls(viewer)] } }),
  }),
  polls: t.prismaConnection({
    type: 'Poll',
    cursor: 'id',
    authScopes: { member: true },
    args: {
      status: t.arg({ type: PollStatusEnum }),
      outcome: t.arg({ type: PollOutcomeEnum }),
      search: t.arg.string({
        description: 'Words of the question or of the position’s title, diacritics folded.',
      }),
    },
    totalCount: async (_root, args, context) =>
      context.database.prisma.poll.count({ where: await pollsAsked(args, context) }),
    resolve: async (query, _root, args, context) =>
      context.database.prisma.poll.findMany({
        ...query,
        where: await pollsAsked(args, context),
        orderBy: orders[args.status ?? 'draft'],
      }),
  }),
  mayManagePolls: t.boolean({
    description: 'Whether the viewer prepares, opens and closes polls.',
    resolve: (_root, _args, { viewer }) => managesPolls(viewer),
  }),
  pollRules: t.field({
    type: [PollRuleType],
    description: 'The rules of the statute that are in force today, worded for today’s members.',
    authScopes: { member: true },
    resolve: async (_root, _args, context) => {
      const [rows, entitled] = await Promise.all([
        context.database.prisma.statuteRule.findMany({
          where: validOn(today(context.now())),
          orderBy: [{ decisionKind: 'asc' }, { nameRo: 'asc' }, { id: 'asc' }],
        }),
        membersToday(context),
      ])
      return rows.map(row => ({ rule: heldRule(row), entitled }))
    },
  }),
}))

builder.subscriptionField('pollChanged', t =>
  t.prismaField({
    type: 'Poll',
    nullable: true,
    description:
      'The poll, now and at each change: opened, a ballot cast, closed. Ends when the viewer may no longer see it.',
    args: { id: t.arg.id({ required: true }) },
    authScopes: { member: true },
    subscribe: (_root, { id }, context) =>
      watch(
        context,
        [id],
        async viewer =>
          (await context.database.prisma.poll.count({ where: { id, AND: [visiblePolls(viewer)] } })) > 0,
      ),
    resolve: (query, _event, { id }, { database, viewer }) =>
      database.prisma.poll.findFirst({ ...query, where: { id, AND: [visiblePolls(viewer)] } }),
  }),
)
