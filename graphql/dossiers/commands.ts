/** What the secretariat adds and changes about a dossier as a whole; steps and deadlines have their own files. */
import { z } from 'zod'
import { procedureKeys } from '../../packages/procedure/index.ts'
import { Prisma, type Transaction } from '../../prisma/client.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { id, line, optionalId, optionalLine, optionalParagraph, read, revision } from '../input.ts'
import { allow, found, Refusal, stale } from '../refusal.ts'
import { managesDossiers, visibleDossiers } from './access.ts'
import { dossierNumbers, inReadingOrder, keepNumbers } from './identifiers.ts'
import { ProcedureKindEnum } from './stages.ts'
import { StepInput, stepShape, writeStep } from './steps.ts'

const about = {
  titleRo: line(300),
  titleEn: optionalLine(300),
  summaryRo: optionalParagraph(10_000),
  summaryEn: optionalParagraph(10_000),
  identifiers: dossierNumbers(),
  institutionId: optionalId('ins'),
  leadId: optionalId('org'),
  workingGroupId: optionalId('grp'),
}

const createShape = z.object({ ...about, procedure: z.enum(procedureKeys, 'choice'), firstStep: stepShape })
const updateShape = z.object({ ...about, id: id('dos'), revision: revision() })

const CreateDossierInput = builder.inputType('CreateDossierInput', {
  fields: t => ({
    procedure: t.field({ type: ProcedureKindEnum, required: true }),
    titleRo: t.string({ required: true }),
    titleEn: t.string(),
    summaryRo: t.string(),
    summaryEn: t.string(),
    identifiers: t.stringList({
      required: true,
      description: 'Official numbers, in any usual way of writing.',
    }),
    institutionId: t.id(),
    leadId: t.id(),
    workingGroupId: t.id(),
    firstStep: t.field({ type: StepInput, required: true, description: 'Where it is when it is taken up.' }),
  }),
})

const ChangeDossierInput = builder.inputType('ChangeDossierInput', {
  fields: t => ({
    id: t.id({ required: true }),
    revision: t.int({ required: true, description: 'The one that the form was filled from.' }),
    titleRo: t.string({ required: true }),
    titleEn: t.string(),
    summaryRo: t.string(),
    summaryEn: t.string(),
    identifiers: t.stringList({ required: true }),
    institutionId: t.id(),
    leadId: t.id(),
    workingGroupId: t.id(),
  }),
})

async function createDossier(
  context: Context,
  input: typeof CreateDossierInput.$inferInput,
): Promise<{ id: string }> {
  allow(managesDossiers(context.viewer), context.viewer)
  const { identifiers, firstStep, ...dossier } = read(createShape, input)
  return saving(() =>
    inTransaction(context, async tx => {
      await namesWhatIsThere(tx, dossier)
      const { id } = await tx.dossier.create({
        data: { ...dossier, stage: firstStep.stage, updatedAt: context.now() },
        select: { id: true },
      })
      await keepNumbers(tx, id, identifiers)
      await record(tx, context, 'dossier.created', id)
      await writeStep(tx, context, { id, procedure: dossier.procedure }, firstStep, 'firstStep.')
      await announce(tx, id)
      return { id }
    }),
  )
}

async function changeDossier(
  context: Context,
  input: typeof ChangeDossierInput.$inferInput,
): Promise<{ id: string }> {
  allow(managesDossiers(context.viewer), context.viewer)
  const { id, revision, identifiers, ...dossier } = read(updateShape, input)
  return saving(() =>
    inTransaction(context, async tx => {
      await namesWhatIsThere(tx, dossier)
      const { count } = await tx.dossier.updateMany({
        where: { id, revision, AND: [visibleDossiers(context.viewer)] },
        data: { ...dossier, revision: { increment: 1 }, updatedAt: context.now() },
      })
      if (count === 0) {
        const saved = found(
          await tx.dossier.findFirst({
            where: { id, AND: [visibleDossiers(context.viewer)] },
            include: { identifiers: true },
          }),
        )
        throw stale(
          { revision, ...dossier, identifiers: asLines(identifiers) },
          { ...saved, identifiers: asLines(inReadingOrder(saved.identifiers)) },
        )
      }
      await keepNumbers(tx, id, identifiers)
      await record(tx, context, 'dossier.changed', id)
      await announce(tx, id)
      return { id }
    }),
  )
}

const asLines = (numbers: readonly { value: string }[]) => numbers.map(({ value }) => value).join('\n')

/** The institution, the lead and the working group are chosen from what there is. */
async function namesWhatIsThere(
  tx: Transaction,
  chosen: { institutionId: string | null; leadId: string | null; workingGroupId: string | null },
): Promise<void> {
  const { institutionId, leadId, workingGroupId } = chosen
  const missing = [
    institutionId && !(await tx.institution.count({ where: { id: institutionId } })) && 'institutionId',
    leadId && !(await tx.organisation.count({ where: { id: leadId } })) && 'leadId',
    workingGroupId && !(await tx.workingGroup.count({ where: { id: workingGroupId } })) && 'workingGroupId',
  ].filter(field => typeof field === 'string' && field !== '')
  if (missing.length > 0)
    throw new Refusal('invalid', {
      fields: missing.map(field => ({ field: String(field), code: 'not_found' })),
    })
}

/** Two people may give the same number to two dossiers in one moment; the database lets one through. */
async function saving<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (failure) {
    if (failure instanceof Prisma.PrismaClientKnownRequestError && failure.code === 'P2002')
      throw new Refusal('already_exists', { fields: [{ field: 'identifiers', code: 'taken' }] })
    throw failure
  }
}

builder.mutationFields(t => ({
  createDossier: t.prismaField({
    type: 'Dossier',
    errors: {},
    description: 'Adds a dossier with the stage that it stands at, its date and source.',
    args: { input: t.arg({ type: CreateDossierInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { id } = await createDossier(context, input)
      return context.database.prisma.dossier.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  changeDossier: t.prismaField({
    type: 'Dossier',
    errors: {},
    description: 'Changes what is kept of a dossier; its stages are recorded with `recordStep`.',
    args: { input: t.arg({ type: ChangeDossierInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { id } = await changeDossier(context, input)
      return context.database.prisma.dossier.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))
