import type { Database, Prisma } from '../../prisma/client.ts'
import type { ProcedureKind } from '../../prisma/generated/client/enums.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { daysAfter, today } from '../today.ts'
import { managesDossiers, visibleDossiers, visibleInstitutions } from './access.ts'
import { dossiersFound } from './search.ts'
import { ProcedureKindEnum } from './stages.ts'

const DossierOrderEnum = builder.enumType('DossierOrder', {
  description: 'last_change: what changed last comes first; next_deadline: what is due first comes first.',
  values: ['last_change', 'next_deadline'] as const,
})

const orders: Record<'last_change' | 'next_deadline', Prisma.DossierOrderByWithRelationInput[]> = {
  last_change: [{ updatedAt: 'desc' }, { id: 'asc' }],
  next_deadline: [{ nextDeadlineOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
}

interface Filter {
  search?: string | null
  procedure?: ProcedureKind | null
  stage?: string | null
  institutionId?: string | null
  workingGroupId?: string | null
  leadId?: string | null
  dueWithinDays?: number | null
}

/** A list's rows and its total count come with the same arguments object: their search is done once for both. */
const searches = new WeakMap<Filter, Promise<string[]>>()

function searched(filter: Filter, database: Database): Promise<string[]> {
  const ids = searches.get(filter) ?? dossiersFound(database, filter.search ?? '')
  searches.set(filter, ids)
  return ids
}

/** The dossiers that the viewer sees and that every given filter lets through. */
async function wanted(filter: Filter, { database, viewer, now }: Context): Promise<Prisma.DossierWhereInput> {
  const { search, procedure, stage, institutionId, workingGroupId, leadId, dueWithinDays } = filter
  return {
    AND: [
      visibleDossiers(viewer),
      search?.trim() ? { id: { in: await searched(filter, database) } } : {},
      procedure ? { procedure } : {},
      stage ? { stage } : {},
      institutionId ? { institutionId } : {},
      workingGroupId ? { workingGroupId } : {},
      leadId ? { leadId } : {},
      typeof dueWithinDays === 'number' ? { deadlines: { some: comingWithin(now(), dueWithinDays) } } : {},
    ],
  }
}

/** Open deadlines from today (in Romania) to the day so many days ahead, that day included. */
function comingWithin(now: Date, days: number): Prisma.DeadlineWhereInput {
  const from = today(now)
  return { doneAt: null, date: { gte: from, lte: daysAfter(from, Math.min(Math.max(days, 0), 3_660)) } }
}

builder.queryFields(t => ({
  dossiers: t.prismaConnection({
    type: 'Dossier',
    cursor: 'id',
    authScopes: { member: true },
    args: {
      search: t.arg.string({
        description: 'Words or an official number; diacritics, spaces and dots do not matter.',
      }),
      procedure: t.arg({ type: ProcedureKindEnum }),
      stage: t.arg.string({ description: 'The key of a stage.' }),
      institutionId: t.arg.id(),
      workingGroupId: t.arg.id(),
      leadId: t.arg.id(),
      dueWithinDays: t.arg.int({ description: 'With an open deadline from today to so many days ahead.' }),
      orderBy: t.arg({ type: DossierOrderEnum, defaultValue: 'last_change', required: true }),
    },
    totalCount: async (_root, args, context) =>
      context.database.prisma.dossier.count({ where: await wanted(args, context) }),
    resolve: async (query, _root, args, context) =>
      context.database.prisma.dossier.findMany({
        ...query,
        where: await wanted(args, context),
        orderBy: orders[args.orderBy],
      }),
  }),
  dossier: t.prismaField({
    type: 'Dossier',
    nullable: true,
    authScopes: { member: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { database, viewer }) =>
      database.prisma.dossier.findFirst({ ...query, where: { id, AND: [visibleDossiers(viewer)] } }),
  }),
  mayManageDossiers: t.boolean({
    description: 'Whether the viewer may add dossiers and institutions.',
    resolve: (_root, _args, { viewer }) => managesDossiers(viewer),
  }),
  institutions: t.prismaConnection({
    type: 'Institution',
    cursor: 'id',
    authScopes: { member: true },
    totalCount: (_root, _args, { database, viewer }) =>
      database.prisma.institution.count({ where: visibleInstitutions(viewer) }),
    resolve: (query, _root, _args, { database, viewer, locale }) =>
      database.prisma.institution.findMany({
        ...query,
        where: visibleInstitutions(viewer),
        orderBy: [locale === 'en' ? { nameEn: 'asc' } : { nameRo: 'asc' }, { id: 'asc' }],
      }),
  }),
}))
