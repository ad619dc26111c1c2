/** Preparing a poll. Opening, casting and closing have a file each: `open.ts`, `cast.ts`, `close.ts`. */
import { z } from 'zod'
import type { Transaction } from '../../prisma/client.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { id, instant, line, optionalLine, read, revision } from '../input.ts'
import { visiblePositions } from '../positions/access.ts'
import { allow, found, Refusal, stale } from '../refusal.ts'
import { managesPolls, visiblePolls } from './access.ts'

const longestQuestion = 300

const pollShape = z.object({
  versionId: id('ver'),
  ruleId: id('rul'),
  questionRo: line(longestQuestion),
  questionEn: optionalLine(longestQuestion),
  closesAt: instant()
    .nullish()
    .transform(value => value ?? null),
})
const newPollShape = pollShape.extend({ positionId: id('pos') })
const changedPollShape = pollShape.extend({ id: id('pol'), revision: revision() })

const CreatePollInput = builder.inputType('CreatePollInput', {
  fields: t => ({
    positionId: t.id({ required: true }),
    versionId: t.id({ required: true, description: 'A frozen version of the position’s text.' }),
    ruleId: t.id({ required: true }),
    questionRo: t.string({ required: true }),
    questionEn: t.string(),
    closesAt: t.field({ type: 'DateTime', description: 'In the future; without it, closed by hand.' }),
  }),
})

const ChangePollInput = builder.inputType('ChangePollInput', {
  fields: t => ({
    id: t.id({ required: true }),
    revision: t.int({ required: true }),
    versionId: t.id({ required: true }),
    ruleId: t.id({ required: true }),
    questionRo: t.string({ required: true }),
    questionEn: t.string(),
    closesAt: t.field({ type: 'DateTime' }),
  }),
})

/** What the form cannot know by itself: that version and rule are there, and that the closing time is ahead. */
async function checkChoices(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  positionId: string,
  { versionId, ruleId, closesAt }: z.output<typeof pollShape>,
): Promise<void> {
  const [versions, rules] = [
    await tx.documentVersion.count({ where: { id: versionId, document: { position: { id: positionId } } } }),
    await tx.statuteRule.count({ where: { id: ruleId } }),
  ]
  const fields = [
    ...(versions === 0 ? [{ field: 'versionId', code: 'not_found' }] : []),
    ...(rules === 0 ? [{ field: 'ruleId', code: 'not_found' }] : []),
    ...(closesAt !== null && closesAt <= now() ? [{ field: 'closesAt', code: 'not_ahead' }] : []),
  ]
  if (fields.length > 0) throw new Refusal('invalid', { fields })
}

async function createPoll(context: Context, input: unknown): Promise<string> {
  allow(managesPolls(context.viewer), context.viewer)
  const { positionId, ...poll } = read(newPollShape, input)
  return inTransaction(context, async tx => {
    const position = found(
      await tx.position.findFirst({
        where: { id: positionId, AND: [visiblePositions(context.viewer)] },
        select: { status: true },
      }),
    )
    if (position.status === 'adopted') throw new Refusal('wrong_state', { detail: 'position_not_votable' })
    await checkChoices(tx, context, positionId, poll)
    const { id: pollId } = await tx.poll.create({ data: { positionId, ...poll }, select: { id: true } })
    await record(tx, context, 'poll.created', pollId, {
      details: { positionId, versionId: poll.versionId, ruleId: poll.ruleId },
    })
    await announce(tx, positionId)
    return pollId
  })
}

/** While it is a draft, everything but its position may change; an open poll keeps its question, text and rule. */
async function changePoll(context: Context, input: unknown): Promise<string> {
  allow(managesPolls(context.viewer), context.viewer)
  const { id: pollId, revision: known, ...mine } = read(changedPollShape, input)
  await inTransaction(context, async tx => {
    const poll = found(
      await tx.poll.findFirst({ where: { id: pollId, AND: [visiblePolls(context.viewer)] } }),
    )
    if (poll.status !== 'draft') throw new Refusal('wrong_state', { detail: 'poll_not_draft' })
    if (poll.revision !== known) throw stale({ ...mine, revision: known }, poll)
    await checkChoices(tx, context, poll.positionId, mine)
    const { count } = await tx.poll.updateMany({
      where: { id: pollId, revision: known, status: 'draft' },
      data: { ...mine, revision: { increment: 1 } },
    })
    if (count === 0)
      throw stale({ ...mine, revision: known }, await tx.poll.findUniqueOrThrow({ where: { id: pollId } }))
    await record(tx, context, 'poll.changed', pollId, {
      details: { versionId: mine.versionId, ruleId: mine.ruleId },
    })
    await announce(tx, pollId)
  })
  return pollId
}

builder.mutationFields(t => ({
  createPoll: t.prismaField({
    type: 'Poll',
    errors: {},
    description: 'Prepares a poll on a frozen version. Nobody but the secretariat sees it before it opens.',
    args: { input: t.arg({ type: CreatePollInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const pollId = await createPoll(context, input)
      return context.database.prisma.poll.findUniqueOrThrow({ ...query, where: { id: pollId } })
    },
  }),
  changePoll: t.prismaField({
    type: 'Poll',
    errors: {},
    args: { input: t.arg({ type: ChangePollInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const pollId = await changePoll(context, input)
      return context.database.prisma.poll.findUniqueOrThrow({ ...query, where: { id: pollId } })
    },
  }),
}))
