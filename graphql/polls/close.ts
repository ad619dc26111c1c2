/** Closing a poll, by hand or by the clock: the ballots are judged and the position is decided. */
import type { Prisma, Transaction } from '../../prisma/client.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction, type Services } from '../context.ts'
import { id, read } from '../input.ts'
import { allMembers, notify } from '../notifications/notify.ts'
import { stranger } from '../people/viewer.ts'
import { decidePosition } from '../positions/decide.ts'
import { allow, Refusal } from '../refusal.ts'
import { managesPolls, visiblePolls } from './access.ts'
import { judgePoll } from './judgement.ts'
import { lockPoll } from './lock.ts'
import { asStored } from './stored.ts'

/** Whoever closes: a person by hand, or the clock, which is nobody. */
type Closer = Pick<Context, 'viewer' | 'now'>

/**
 * Closes a poll that is open; one that is closed stays as it is, so closing twice at once gives one result. All
 * ballots that were acknowledged are in it: those still being cast are waited for, later ones find the poll closed.
 */
async function close(
  tx: Transaction,
  closer: Closer,
  pollId: string,
  visible: Prisma.PollWhereInput,
): Promise<void> {
  const poll = await lockPoll(tx, pollId, 'alone', visible)
  if (poll.status === 'closed') return
  if (poll.status === 'draft') throw new Refusal('wrong_state', { detail: 'poll_draft' })

  const { outcome, tally, trail } = await judgePoll(tx, pollId)
  const personId = closer.viewer.person?.id ?? null
  const now = closer.now()
  await tx.poll.update({
    where: { id: pollId },
    data: {
      status: 'closed',
      outcome,
      result: asStored({ tally, trail }),
      closedAt: now,
      closedById: personId,
      revision: { increment: 1 },
    },
  })
  await decidePosition(tx, closer, poll.positionId, poll.versionId, outcome)
  await record(tx, closer, 'poll.closed', pollId, {
    details: { outcome, yes: tally.yes, no: tally.no, abstain: tally.abstain, entitled: tally.entitled },
  })
  await notify(tx, personId, allMembers(now), {
    kind: 'poll_closed',
    subjectId: pollId,
    values: { titleRo: poll.questionRo, titleEn: poll.questionEn },
  })
  await announce(tx, pollId)
}

/** Closes the polls whose time is over, each for itself: one that fails keeps no other open, and is tried again next time. */
export async function closeDuePolls(services: Services): Promise<void> {
  const due = await services.database.prisma.poll.findMany({
    where: { status: 'open', closesAt: { lte: services.now() } },
    select: { id: true },
    orderBy: [{ closesAt: 'asc' }, { id: 'asc' }],
  })
  const closer: Closer = { viewer: stranger, now: services.now }
  const failures: unknown[] = []
  for (const poll of due)
    await inTransaction(services, tx => close(tx, closer, poll.id, {})).catch(failure =>
      failures.push(failure),
    )
  if (failures.length > 0) throw new AggregateError(failures, 'polls that are due could not be closed')
}

builder.mutationField('closePoll', t =>
  t.prismaField({
    type: 'Poll',
    errors: {},
    description:
      'Closes an open poll now and judges it. A poll that is closed already answers its result unchanged.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, args, context) => {
      allow(managesPolls(context.viewer), context.viewer)
      const pollId = read(id('pol'), args.id)
      await inTransaction(context, tx => close(tx, context, pollId, visiblePolls(context.viewer)))
      return context.database.prisma.poll.findUniqueOrThrow({ ...query, where: { id: pollId } })
    },
  }),
)
