import { inLanguage } from '../bilingual.ts'
import { builder } from '../builder.ts'
import { plansMeeting, visibleMeetings } from '../meetings/access.ts'
import { isSecretariat, type Viewer, writesFor } from '../people/viewer.ts'
import { startsPosition, visiblePositions } from '../positions/access.ts'
import {
  managesDossiers,
  seesDossiers,
  visibleDeadlines,
  visibleDossiers,
  visibleInstitutions,
  visibleSteps,
} from './access.ts'
import { inReadingOrder } from './identifiers.ts'
import {
  DatePrecisionEnum,
  lineOf,
  NextStageType,
  nextOf,
  ProcedureType,
  procedureOf,
  StageMarkType,
  StageType,
  stageNamed,
  wayOf,
} from './stages.ts'

builder.prismaNode('Institution', {
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: [visibleInstitutions(viewer)] }),
  authScopes: (_institution, { viewer }) => seesDossiers(viewer),
  fields: t => ({
    nameRo: t.exposeString('nameRo'),
    nameEn: t.exposeString('nameEn'),
    name: t.string({
      description: 'In the viewer’s language.',
      select: { nameRo: true, nameEn: true },
      resolve: ({ nameRo, nameEn }, _args, { locale }) => inLanguage(locale, nameRo, nameEn),
    }),
    acronym: t.exposeString('acronym', { nullable: true }),
    website: t.exposeString('website', { nullable: true }),
  }),
})

builder.prismaNode('DossierStep', {
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: [visibleSteps(viewer)] }),
  authScopes: (_step, { viewer }) => seesDossiers(viewer),
  description: 'A stage that a dossier reached on `date`, entered at `recordedAt`.',
  fields: t => ({
    stage: t.field({
      type: StageType,
      select: { stage: true, dossier: { select: { procedure: true } } },
      resolve: ({ stage, dossier }) => stageNamed(dossier.procedure, stage),
    }),
    date: t.expose('date', { type: 'Date' }),
    precision: t.expose('precision', { type: DatePrecisionEnum }),
    note: t.exposeString('note'),
    source: t.exposeString('source', { description: 'Where it is written: a citation or an address.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    recordedBy: t.relation('recordedBy', { nullable: true }),
  }),
})

export const DeadlineType = builder.prismaNode('Deadline', {
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: [visibleDeadlines(viewer)] }),
  authScopes: (_deadline, { viewer }) => seesDossiers(viewer),
  description: 'A day by which something is due.',
  fields: t => ({
    title: t.string({
      description: 'In the viewer’s language, or in the other one where it has none.',
      select: { titleRo: true, titleEn: true },
      resolve: ({ titleRo, titleEn }, _args, { locale }) => inLanguage(locale, titleRo, titleEn),
    }),
    date: t.expose('date', { type: 'Date' }),
    legalBasis: t.exposeString('legalBasis'),
    doneAt: t.expose('doneAt', { type: 'DateTime', nullable: true }),
    dossier: t.relation('dossier'),
  }),
})

const LinkType = builder.prismaObject('DossierLink', {
  authScopes: (_link, { viewer }) => seesDossiers(viewer),
  fields: t => ({
    id: t.exposeID('id'),
    title: t.exposeString('title'),
    url: t.exposeString('url'),
    seenOn: t.expose('seenOn', { type: 'Date', description: 'The day on which somebody found it there.' }),
  }),
})

const IdentifierType = builder.prismaObject('DossierIdentifier', {
  authScopes: (_identifier, { viewer }) => seesDossiers(viewer),
  fields: t => ({
    kind: t.exposeString('kind'),
    value: t.exposeString('value', { description: 'As it is cited: `HG 88/31.01.2023`.' }),
  }),
})

const writesForAny = (viewer: Viewer, may: (viewer: Viewer, organisationId: string) => boolean) =>
  isSecretariat(viewer) || writesFor(viewer).some(organisationId => may(viewer, organisationId))

builder.prismaNode('Dossier', {
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: [visibleDossiers(viewer)] }),
  authScopes: (_dossier, { viewer }) => seesDossiers(viewer),
  fields: t => ({
    titleRo: t.exposeString('titleRo'),
    titleEn: t.exposeString('titleEn'),
    title: t.string({
      description: 'In the viewer’s language, or in Romanian where it has no other.',
      select: { titleRo: true, titleEn: true },
      resolve: ({ titleRo, titleEn }, _args, { locale }) => inLanguage(locale, titleRo, titleEn),
    }),
    summaryRo: t.exposeString('summaryRo'),
    summaryEn: t.exposeString('summaryEn'),
    summary: t.string({
      description: 'In the viewer’s language, or in the other one where it has none.',
      select: { summaryRo: true, summaryEn: true },
      resolve: ({ summaryRo, summaryEn }, _args, { locale }) => inLanguage(locale, summaryRo, summaryEn),
    }),
    procedure: t.field({
      type: ProcedureType,
      select: { procedure: true },
      resolve: ({ procedure }) => procedureOf(procedure),
    }),
    stage: t.field({
      type: StageType,
      description: 'Where it is: the stage of its latest step.',
      select: { procedure: true, stage: true },
      resolve: ({ procedure, stage }) => stageNamed(procedure, stage),
    }),
    stageLine: t.field({ type: [StageMarkType], select: wayOf, resolve: lineOf }),
    nextStages: t.field({
      type: [NextStageType],
      description: 'What may come next, the usual first. A step that really happened is never refused.',
      select: wayOf,
      resolve: nextOf,
    }),
    steps: t.relation('steps', { query: wayOf.steps }),
    identifiers: t.field({
      type: [IdentifierType],
      select: (_args, _context, nested) => ({ identifiers: nested() }),
      resolve: ({ identifiers }) => inReadingOrder(identifiers),
    }),
    institution: t.relation('institution', { nullable: true }),
    lead: t.relation('lead', { nullable: true, description: 'The member organisation that leads on it.' }),
    workingGroup: t.relation('workingGroup', { nullable: true }),
    deadlines: t.relation('deadlines', { query: { orderBy: [{ date: 'asc' }, { id: 'asc' }] } }),
    nextDeadline: t.field({
      type: DeadlineType,
      nullable: true,
      description: 'The earliest one that is not done, also when it is late.',
      select: (_args, _context, nested) => ({
        deadlines: nested({ where: { doneAt: null }, orderBy: [{ date: 'asc' }, { id: 'asc' }], take: 1 }),
      }),
      resolve: ({ deadlines }) => deadlines[0] ?? null,
    }),
    links: t.field({
      type: [LinkType],
      select: (_args, _context, nested) => ({
        links: nested({ orderBy: [{ title: 'asc' }, { id: 'asc' }] }),
      }),
      resolve: ({ links }) => links,
    }),
    positions: t.relation('positions', {
      description: 'Those that the viewer may see.',
      query: (_args, { viewer }) => ({
        where: visiblePositions(viewer),
        orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
      }),
    }),
    agendaItems: t.relation('agendaItems', {
      description: 'Where it was on the agenda of a meeting that the viewer may see; the latest first.',
      query: (_args, { viewer }) => ({
        where: { meeting: visibleMeetings(viewer) },
        orderBy: [{ meeting: { startsAt: 'desc' } }, { meetingId: 'asc' }, { number: 'asc' }],
      }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When anything of it last changed.' }),
    revision: t.exposeInt('revision'),
    mayManage: t.boolean({ resolve: (_dossier, _args, { viewer }) => managesDossiers(viewer) }),
    mayStartPosition: t.boolean({
      resolve: (_dossier, _args, { viewer }) => writesForAny(viewer, startsPosition),
    }),
    mayPlanMeeting: t.boolean({
      resolve: (_dossier, _args, { viewer }) => writesForAny(viewer, plansMeeting),
    }),
  }),
})
