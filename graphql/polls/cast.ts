/** Casting a ballot for an organisation, and changing it: each is a new row, and the last one counts. */
import { z } from 'zod'
import type { Transaction } from '../../prisma/client.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { id, read } from '../input.ts'
import { allow, Refusal } from '../refusal.ts'
import { visiblePolls } from './access.ts'
import { whyNotEntitled, whyNotTaken } from './entitlement.ts'
import { lockPoll } from './lock.ts'
import { BallotChoiceEnum, BallotType } from './types.ts'

const ballotShape = z.object({
  pollId: id('pol'),
  organisationId: id('org'),
  choice: z.enum(['yes', 'no', 'abstain']),
})

/**
 * The poll is held shared against its closing, the elector alone against the organisation's other ballots: so numbers
 * run from 1 without a gap, and what is acknowledged counts.
 */
async function cast(
  tx: Transaction,
  context: Context,
  { pollId, organisationId, choice }: z.output<typeof ballotShape>,
): Promise<string> {
  const { viewer } = context
  const poll = await lockPoll(tx, pollId, 'shared', visiblePolls(viewer))
  const electors = await tx.$queryRaw<{ organisationId: string }[]>`
    SELECT organisation_id AS "organisationId" FROM elector
    WHERE poll_id = ${pollId} AND organisation_id = ${organisationId} FOR UPDATE`
  const now = context.now()
  const why = whyNotTaken(poll, now) ?? whyNotEntitled(viewer, electors, [organisationId])
  if (why !== null) throw new Refusal(why.code, { detail: why.detail })

  const earlier = await tx.ballot.count({ where: { pollId, organisationId } })
  const number = earlier + 1
  const ballot = await tx.ballot.create({
    data: { pollId, organisationId, number, choice, castById: viewer.person?.id ?? '', castAt: now },
    select: { id: true },
  })
  // Without the choice: who reads the audit trail may not learn it while the poll is open.
  await record(tx, context, number === 1 ? 'ballot.cast' : 'ballot.changed', pollId, {
    organisationId,
    details: { ballotId: ballot.id, number },
  })
  await announce(tx, pollId)
  return ballot.id
}

builder.mutationField('castBallot', t =>
  t.prismaField({
    type: BallotType,
    errors: {},
    description:
      'Casts the ballot of an organisation, or changes it, until the poll closes; answers the receipt. For delegates and deputies.',
    args: {
      pollId: t.arg.id({ required: true }),
      organisationId: t.arg.id({ required: true }),
      choice: t.arg({ type: BallotChoiceEnum, required: true }),
    },
    resolve: async (query, _root, args, context) => {
      allow(context.viewer.person !== null, context.viewer)
      const ballot = read(ballotShape, args)
      const ballotId = await inTransaction(context, tx => cast(tx, context, ballot))
      return context.database.prisma.ballot.findUniqueOrThrow({ ...query, where: { id: ballotId } })
    },
  }),
)
