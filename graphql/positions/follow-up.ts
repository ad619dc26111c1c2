/** After adoption: to whom a position was sent, and what became of each of its recommendations. All of it is kept. */
import { z } from 'zod'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { id, legalDate, optionalLine, optionalUrl, paragraph, read } from '../input.ts'
import { notify, peopleOf } from '../notifications/notify.ts'
import { Refusal } from '../refusal.ts'
import { today } from '../today.ts'
import { actingFor, ledPosition } from './guarded.ts'
import { FollowUpOutcomeEnum } from './types.ts'

function notAhead(context: Context, field: string, day: Date): void {
  if (day > today(context.now())) throw new Refusal('invalid', { fields: [{ field, code: 'not_yet' }] })
}

const RecordSubmissionInput = builder.inputType('RecordSubmissionInput', {
  fields: t => ({
    positionId: t.id({ required: true }),
    institutionId: t.id({ required: true }),
    submittedOn: t.field({ type: 'Date' }),
    reference: t.string({ description: 'The registration number given by the institution.' }),
  }),
})

const submissionShape = z.object({
  positionId: id('pos'),
  institutionId: id('ins'),
  submittedOn: legalDate(),
  reference: optionalLine(120),
})

async function recordSubmission(context: Context, input: unknown): Promise<string> {
  const submission = read(submissionShape, input)
  const { positionId, institutionId } = submission
  const position = await ledPosition(context, { id: positionId })
  notAhead(context, 'submittedOn', submission.submittedOn)
  if (position.status !== 'adopted') throw new Refusal('wrong_state', { detail: 'position_not_adopted' })
  return inTransaction(context, async tx => {
    if ((await tx.institution.findUnique({ where: { id: institutionId }, select: { id: true } })) === null)
      throw new Refusal('invalid', { fields: [{ field: 'institutionId', code: 'not_found' }] })
    const { id } = await tx.submission.create({
      data: { ...submission, recordedById: context.viewer.person?.id ?? null },
      select: { id: true },
    })
    await record(tx, context, 'position.submitted', positionId, {
      organisationId: actingFor(context, position),
      details: { submissionId: id, institutionId },
    })
    await announce(tx, positionId)
    return id
  })
}

const RecordFollowUpInput = builder.inputType('RecordFollowUpInput', {
  fields: t => ({
    recommendationId: t.id({ required: true }),
    outcome: t.field({ type: FollowUpOutcomeEnum }),
    date: t.field({ type: 'Date', description: 'Since when this is known.' }),
    evidence: t.string({ required: true, description: 'What shows it, in words.' }),
    sourceUrl: t.string({ description: 'Where it can be read.' }),
  }),
})

const followUpShape = z.object({
  recommendationId: id('rec'),
  outcome: z.enum(['taken_over', 'in_part', 'rejected', 'no_answer'], 'choice'),
  date: legalDate(),
  evidence: paragraph(4_000),
  sourceUrl: optionalUrl(),
})

async function recordFollowUp(context: Context, input: unknown): Promise<string> {
  const followUp = read(followUpShape, input)
  const { recommendationId, outcome } = followUp
  const position = await ledPosition(context, { recommendations: { some: { id: recommendationId } } })
  notAhead(context, 'date', followUp.date)
  const personId = context.viewer.person?.id ?? null
  return inTransaction(context, async tx => {
    const { id } = await tx.followUp.create({
      data: { ...followUp, recordedById: personId },
      select: { id: true },
    })
    await record(tx, context, 'recommendation.followed', recommendationId, {
      organisationId: actingFor(context, position),
      details: { followUpId: id, positionId: position.id, outcome },
    })
    const { titleRo, titleEn } = position
    const writers = position.drafters.map(({ organisationId }) => organisationId)
    await notify(tx, personId, peopleOf(writers, context.now()), {
      kind: 'recommendation_followed',
      subjectId: position.id,
      values: { titleRo, titleEn },
    })
    await announce(tx, position.id)
    return id
  })
}

builder.mutationFields(t => ({
  recordSubmission: t.prismaField({
    type: 'Submission',
    description: 'Keeps that an adopted position was sent to an institution.',
    errors: {},
    args: { input: t.arg({ type: RecordSubmissionInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await recordSubmission(context, input)
      return context.database.prisma.submission.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  recordFollowUp: t.prismaField({
    type: 'FollowUp',
    description: 'Keeps what became of a recommendation, with the evidence. The latest by date counts.',
    errors: {},
    args: { input: t.arg({ type: RecordFollowUpInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await recordFollowUp(context, input)
      return context.database.prisma.followUp.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))
