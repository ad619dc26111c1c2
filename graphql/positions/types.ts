import type { Prisma } from '../../prisma/client.ts'
import type { FollowUpOutcome } from '../../prisma/generated/client/enums.ts'
import { inLanguage } from '../bilingual.ts'
import { builder } from '../builder.ts'
import { visiblePolls } from '../polls/access.ts'
import { leadsPosition, positionGuard, seesPosition, visiblePositions } from './access.ts'
import { consultable, editable } from './states.ts'

export const PositionStatusEnum = builder.enumType('PositionStatus', {
  description:
    'Drafting: seen by its drafting organisations; consultation: by all members; voting: a poll is open; then what the poll decided.',
  values: ['drafting', 'consultation', 'voting', 'adopted', 'rejected'] as const,
})

export const FollowUpOutcomeEnum = builder.enumType('FollowUpOutcome', {
  description: 'What an institution did with a recommendation.',
  values: ['taken_over', 'in_part', 'rejected', 'no_answer'] as const,
})

/** The latest day counts; of two entries of one day, the one recorded later. */
const latestFirst = [
  { date: 'desc' },
  { recordedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.FollowUpOrderByWithRelationInput[]

const OutcomeCount = builder
  .objectRef<{ outcome: FollowUpOutcome | null; count: number }>('OutcomeCount')
  .implement({
    description: 'How many recommendations met with this; without an outcome: not yet known.',
    fields: t => ({
      outcome: t.expose('outcome', { type: FollowUpOutcomeEnum, nullable: true }),
      count: t.exposeInt('count'),
    }),
  })

const outcomes = ['taken_over', 'in_part', 'rejected', 'no_answer', null] as const

builder.prismaObject('PositionDrafter', {
  description: 'An organisation that writes the position.',
  fields: t => ({ organisation: t.relation('organisation') }),
})

builder.prismaNode('Position', {
  description: 'What the federation thinks about a dossier: a text with a purpose.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: [visiblePositions(viewer)] }),
  select: { id: true, ...positionGuard },
  authScopes: (position, { viewer }) => seesPosition(viewer, position),
  fields: t => ({
    titleRo: t.exposeString('titleRo'),
    titleEn: t.exposeString('titleEn'),
    title: t.string({
      description: 'In the viewer’s language, or in Romanian where it has no other.',
      select: { titleRo: true, titleEn: true },
      resolve: ({ titleRo, titleEn }, _args, { locale }) => inLanguage(locale, titleRo, titleEn),
    }),
    status: t.expose('status', { type: PositionStatusEnum }),
    revision: t.exposeInt('revision', {
      description:
        'Grows with each change of the titles, and with nothing else: a form with an older one is stale.',
    }),
    dossier: t.relation('dossier'),
    document: t.relation('document'),
    lead: t.relation('lead', { description: 'The organisation that answers for it; one of the drafters.' }),
    drafters: t.relation('drafters'),
    consultationEndsOn: t.expose('consultationEndsOn', {
      type: 'Date',
      nullable: true,
      description: 'The last day on which the members were or are asked.',
    }),
    createdBy: t.relation('createdBy', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    polls: t.relation('polls', {
      description: 'The votes on its versions, the newest first.',
      query: (_args, { viewer }) => ({ where: visiblePolls(viewer), orderBy: { createdAt: 'desc' } }),
    }),
    adopted: t.prismaField({
      type: 'DocumentVersion',
      nullable: true,
      description: 'The version that the members adopted: what the federation says.',
      resolve: (query, { id }, _args, { database }) =>
        database.prisma.documentVersion.findFirst({
          ...query,
          where: { polls: { some: { positionId: id, outcome: 'adopted' } } },
        }),
    }),
    recommendations: t.relation('recommendations', {
      description: 'Of an adopted position, in the order of its text.',
      query: { orderBy: { number: 'asc' } },
    }),
    submissions: t.relation('submissions', {
      description: 'To whom it was sent, the latest first.',
      query: { orderBy: [{ submittedOn: 'desc' }, { recordedAt: 'desc' }] },
    }),
    outcomes: t.field({
      type: [OutcomeCount],
      description: 'What became of its recommendations: one count an outcome, in a fixed order.',
      select: {
        recommendations: {
          orderBy: { number: 'asc' },
          select: { followUps: { orderBy: latestFirst, select: { outcome: true } } },
        },
      },
      resolve: ({ recommendations }) => {
        const known = recommendations.map(({ followUps }) => followUps[0]?.outcome ?? null)
        return outcomes.map(outcome => ({ outcome, count: known.filter(each => each === outcome).length }))
      },
    }),
    mayEdit: t.boolean({
      description: 'Whether the viewer may change its title and invite organisations to write it.',
      select: positionGuard,
      resolve: (position, _args, { viewer }) =>
        leadsPosition(viewer, position) && editable.includes(position.status),
    }),
    mayConsult: t.boolean({
      description: 'Whether the viewer may ask the members, or change until when they are asked.',
      select: positionGuard,
      resolve: (position, _args, { viewer }) =>
        leadsPosition(viewer, position) && consultable.includes(position.status),
    }),
    mayFollowUp: t.boolean({
      description: 'Whether the viewer may record to whom it was sent and what became of it.',
      select: positionGuard,
      resolve: (position, _args, { viewer }) =>
        leadsPosition(viewer, position) && position.status === 'adopted',
    }),
  }),
})

builder.prismaNode('Recommendation', {
  description: 'One thing that an adopted position asks for, word for word.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, position: visiblePositions(viewer) }),
  select: { id: true, position: { select: positionGuard } },
  authScopes: ({ position }, { viewer }) => seesPosition(viewer, position),
  fields: t => ({
    number: t.exposeInt('number'),
    blockId: t.exposeString('blockId', { description: 'Its block in the text that was adopted.' }),
    text: t.exposeString('text', { description: 'One line a paragraph.' }),
    position: t.relation('position'),
    followUps: t.relation('followUps', {
      description: 'All that was ever recorded, the latest first.',
      query: { orderBy: latestFirst },
    }),
    outcome: t.field({
      type: FollowUpOutcomeEnum,
      nullable: true,
      description: 'The latest one counts; null while nothing is known.',
      select: { followUps: { orderBy: latestFirst, select: { outcome: true } } },
      resolve: ({ followUps }) => followUps[0]?.outcome ?? null,
    }),
  }),
})

builder.prismaNode('FollowUp', {
  description:
    'What became of a recommendation, as known on a day. Never changed: a later one takes its place.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, recommendation: { position: visiblePositions(viewer) } }),
  select: { id: true, recommendation: { select: { position: { select: positionGuard } } } },
  authScopes: ({ recommendation }, { viewer }) => seesPosition(viewer, recommendation.position),
  fields: t => ({
    recommendation: t.relation('recommendation'),
    outcome: t.expose('outcome', { type: FollowUpOutcomeEnum }),
    date: t.expose('date', { type: 'Date' }),
    evidence: t.exposeString('evidence', { description: 'What shows it, in words.' }),
    sourceUrl: t.exposeString('sourceUrl', { description: 'Where it can be read; may be empty.' }),
    recordedBy: t.relation('recordedBy', { nullable: true }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
  }),
})

builder.prismaNode('Submission', {
  description: 'An adopted position was sent to an institution.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, position: visiblePositions(viewer) }),
  select: { id: true, position: { select: positionGuard } },
  authScopes: ({ position }, { viewer }) => seesPosition(viewer, position),
  fields: t => ({
    position: t.relation('position'),
    institution: t.relation('institution'),
    submittedOn: t.expose('submittedOn', { type: 'Date' }),
    reference: t.exposeString('reference', {
      description: 'Its registration number there; may be empty.',
    }),
    recordedBy: t.relation('recordedBy', { nullable: true }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
  }),
})
