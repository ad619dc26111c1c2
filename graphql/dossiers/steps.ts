/** A dossier moves: the stage that it reached, the day, and where that is written. */
import { z } from 'zod'
import { currentStage, procedures, stage as stageOf } from '../../packages/procedure/index.ts'
import type { Transaction } from '../../prisma/client.ts'
import type { DatePrecision, ProcedureKind } from '../../prisma/generated/client/enums.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { legalDate, line, optionalLine, optionalParagraph, read } from '../input.ts'
import { allMembers, notify } from '../notifications/notify.ts'
import { allow, found, Refusal } from '../refusal.ts'
import { today } from '../today.ts'
import { managesDossiers } from './access.ts'
import { DatePrecisionEnum, stageNamed, stepsOf, wayOf } from './stages.ts'

export const StepInput = builder.inputType('StepInput', {
  fields: t => ({
    stage: t.string({ required: true, description: 'The key of a stage of the dossier’s procedure.' }),
    date: t.field({ type: 'Date', description: 'Required; null answers a refusal beside the field.' }),
    precision: t.field({ type: DatePrecisionEnum, required: true, defaultValue: 'day' }),
    source: t.string({ description: 'Where it is written: a citation or an address.' }),
    note: t.string(),
  }),
})

export const stepShape = z.object({
  stage: line(120),
  date: legalDate(),
  precision: z.enum(['day', 'month', 'year'], 'choice'),
  source: optionalLine(500),
  note: optionalParagraph(2_000),
})

/** Of a day known to the month or the year, no more is kept than is known. */
function knownPart(date: Date, precision: DatePrecision): Date {
  if (precision === 'day') return date
  return new Date(Date.UTC(date.getUTCFullYear(), precision === 'month' ? date.getUTCMonth() : 0, 1))
}

/**
 * Writes a step of a dossier that the caller has locked or just made, and sets the dossier's stage to that of its
 * latest step by date, which is another one when this step is entered late. Answers whether the dossier moved.
 */
export async function writeStep(
  tx: Transaction,
  context: Context,
  dossier: { id: string; procedure: ProcedureKind },
  step: z.output<typeof stepShape>,
  field = '',
): Promise<boolean> {
  const procedure = procedures[dossier.procedure]
  const date = knownPart(step.date, step.precision)
  if (stageOf(procedure, step.stage) === undefined)
    throw new Refusal('invalid', { fields: [{ field: `${field}stage`, code: 'choice' }] })
  if (date > today(context.now()))
    throw new Refusal('invalid', { fields: [{ field: `${field}date`, code: 'future' }] })
  const written = await tx.dossierStep.create({
    data: {
      ...step,
      date,
      dossierId: dossier.id,
      recordedById: context.viewer.person?.id ?? null,
      recordedAt: context.now(),
    },
    select: { id: true },
  })
  const steps = await tx.dossierStep.findMany({ where: { dossierId: dossier.id }, ...wayOf.steps })
  const now = currentStage(procedure, stepsOf(steps))?.key ?? step.stage
  await tx.dossier.update({
    where: { id: dossier.id },
    data: { stage: now, updatedAt: context.now() },
    select: { id: true },
  })
  await record(tx, context, 'dossier.step_recorded', dossier.id, {
    details: { stepId: written.id, stage: step.stage },
  })
  return now === step.stage && steps.every(other => other.id === written.id || other.date <= date)
}

async function recordStep(
  context: Context,
  dossierId: string,
  input: typeof StepInput.$inferInput,
): Promise<{ id: string }> {
  const { viewer, now } = context
  allow(managesDossiers(viewer), viewer)
  const step = read(stepShape, input)
  return inTransaction(context, async tx => {
    // Two people record at once: the second waits, so that it sees the first one's step when it sets the stage.
    await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${dossierId} FOR UPDATE`
    const dossier = found(
      await tx.dossier.findUnique({
        where: { id: dossierId },
        select: { id: true, procedure: true, titleRo: true, titleEn: true },
      }),
    )
    const moved = await writeStep(tx, context, dossier, step)
    if (moved) {
      const { name } = stageNamed(dossier.procedure, step.stage)
      await notify(tx, viewer.person?.id ?? null, allMembers(now()), {
        kind: 'dossier_moved',
        subjectId: dossier.id,
        values: {
          titleRo: dossier.titleRo,
          titleEn: dossier.titleEn,
          stageRo: name.ro,
          stageEn: name.en,
        },
      })
    }
    await announce(tx, dossier.id)
    return { id: dossier.id }
  })
}

builder.mutationField('recordStep', t =>
  t.prismaField({
    type: 'Dossier',
    description:
      'Records that a dossier reached a stage. It then stands at the stage of its latest step by date; members are told when it moved.',
    errors: {},
    args: {
      dossierId: t.arg.id({ required: true }),
      input: t.arg({ type: StepInput, required: true }),
    },
    resolve: async (query, _root, { dossierId, input }, context) => {
      const { id } = await recordStep(context, dossierId, input)
      return context.database.prisma.dossier.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
