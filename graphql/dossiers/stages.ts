/** Procedures and stages as the API shows them: packages/procedure knows them, this file puts them into words. */
import {
  type Bound,
  type ComputedDate,
  type LegalDate,
  type Name,
  type NextStage,
  nextStages,
  type Precision,
  type Procedure,
  parseLegalDate,
  procedureKeys,
  procedures,
  type Stage,
  type StageMark,
  type Step,
  stage,
  stageLine,
} from '../../packages/procedure/index.ts'
import type { Prisma } from '../../prisma/client.ts'
import type { ProcedureKind } from '../../prisma/generated/client/enums.ts'
import { inLanguage } from '../bilingual.ts'
import { builder } from '../builder.ts'
import type { Locale } from '../context.ts'

export const ProcedureKindEnum = builder.enumType('ProcedureKind', { values: procedureKeys })
export const DatePrecisionEnum = builder.enumType('DatePrecision', {
  description: 'How precisely a legal date is known; a month or a year is kept as its first day.',
  values: ['day', 'month', 'year'] as const,
})
const StageStateEnum = builder.enumType('StageState', {
  description:
    'done: reached and left; current: where the dossier is; possible: may come next; later: lies further on the way; skipped: not reached and no longer on the way.',
  values: ['done', 'current', 'possible', 'later', 'skipped'] as const,
})
const DateBoundEnum = builder.enumType('DateBound', {
  description: 'latest: the last day to act; earliest: the first day for it; effect: it happens by itself.',
  values: ['latest', 'earliest', 'effect'] as const satisfies readonly Bound[],
})

const named = ({ ro, en }: Name, locale: Locale) => inLanguage(locale, ro, en)
const asDate = (date: LegalDate) => new Date(`${date}T00:00:00Z`)

export const StageType = builder.objectRef<Stage>('Stage').implement({
  description: 'A stage of a procedure.',
  fields: t => ({
    key: t.exposeString('key'),
    name: t.string({ resolve: ({ name }, _args, { locale }) => named(name, locale) }),
    end: t.boolean({ description: 'Nothing follows it.', resolve: ({ end }) => end ?? false }),
  }),
})

export const ProcedureType = builder.objectRef<Procedure>('Procedure').implement({
  description: 'A way from an idea to a rule in force.',
  fields: t => ({
    key: t.expose('key', { type: ProcedureKindEnum }),
    name: t.string({ resolve: ({ name }, _args, { locale }) => named(name, locale) }),
    free: t.boolean({
      description: 'Any stage may follow any other, also one that is not listed.',
      resolve: ({ free }) => free ?? false,
    }),
    stages: t.field({ type: [StageType], resolve: ({ stages }) => [...stages] }),
    firstStages: t.field({
      type: [StageType],
      description: 'Where a dossier may begin: it is often taken up half-way.',
      resolve: procedure => nextStages(procedure, []).map(next => next.stage),
    }),
  }),
})

const ComputedDateType = builder.objectRef<ComputedDate>('ComputedDate').implement({
  description: 'A date that the law gives, computed from a step; a stated date stands beside it.',
  fields: t => ({
    name: t.string({ resolve: ({ period }, _args, { locale }) => named(period.name, locale) }),
    date: t.field({ type: 'Date', resolve: ({ date }) => asDate(date) }),
    from: t.field({ type: 'Date', resolve: ({ from }) => asDate(from) }),
    bound: t.field({ type: DateBoundEnum, resolve: ({ period }) => period.bound }),
    source: t.string({ resolve: ({ period }) => period.source }),
    confirmed: t.boolean({
      description: 'False where nobody has confirmed the period: show it as a question.',
      resolve: ({ period }) => period.confirmed,
    }),
  }),
})

const StepDateType = builder.objectRef<DatedStep>('StepDate').implement({
  description: 'When a stage was reached.',
  fields: t => ({
    date: t.field({ type: 'Date', resolve: ({ date }) => asDate(date) }),
    precision: t.field({ type: DatePrecisionEnum, resolve: ({ precision }) => precision }),
  }),
})

export const StageMarkType = builder.objectRef<StageMark<DatedStep>>('StageMark').implement({
  description: 'One mark on a dossier’s stage line.',
  fields: t => ({
    stage: t.field({ type: StageType, resolve: mark => mark.stage }),
    state: t.field({ type: StageStateEnum, resolve: mark => mark.state }),
    reached: t.field({
      type: [StepDateType],
      description: 'When it was reached, in the order in which it happened.',
      resolve: mark => [...mark.steps],
    }),
    next: t.boolean({
      description: 'May come next, also again.',
      resolve: mark => mark.next,
    }),
    expected: t.field({
      type: [ComputedDateType],
      description: 'The dates that the law computes for reaching it.',
      resolve: mark => [...mark.expected],
    }),
  }),
})

export const NextStageType = builder.objectRef<NextStage>('NextStage').implement({
  description: 'A stage that may come next.',
  fields: t => ({
    stage: t.field({ type: StageType, resolve: next => next.stage }),
    how: t.field({
      type: builder.enumType('NextStageHow', {
        description: 'The usual way on, the same once more, back to an earlier stage, or to the end.',
        values: ['forward', 'again', 'back', 'end'] as const,
      }),
      resolve: next => next.how,
    }),
  }),
})

interface DatedStep extends Step {
  readonly precision: Precision
}

/** What the stage line of a dossier is computed from. */
export const wayOf = {
  procedure: true,
  steps: { orderBy: [{ date: 'asc' }, { recordedAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.DossierSelect

interface Way {
  procedure: ProcedureKind
  steps: readonly { stage: string; date: Date; precision: Precision }[]
}

/** Steps as packages/procedure reads them; one on a day outside of its calendar (1900 to 2199) has no place on the line. */
export function stepsOf(steps: Way['steps']): DatedStep[] {
  return steps.flatMap(({ stage, date, precision }) => {
    const day = parseLegalDate(date.toISOString().slice(0, 10))
    return day ? [{ stage, date: day, precision }] : []
  })
}

export const procedureOf = (kind: ProcedureKind): Procedure => procedures[kind]
export const lineOf = ({ procedure, steps }: Way) => [...stageLine(procedures[procedure], stepsOf(steps))]
export const nextOf = ({ procedure, steps }: Way) => [...nextStages(procedures[procedure], stepsOf(steps))]

/** The stage of that key; one that the procedure no longer knows keeps its key as its name. */
export function stageNamed(procedure: ProcedureKind, key: string): Stage {
  return stage(procedures[procedure], key) ?? { key, name: { ro: key, en: key }, next: [] }
}

builder.queryField('procedures', t =>
  t.field({
    type: [ProcedureType],
    description: 'The procedures that a dossier can follow, with their stages.',
    authScopes: { member: true },
    resolve: () => procedureKeys.map(key => procedures[key]),
  }),
)
