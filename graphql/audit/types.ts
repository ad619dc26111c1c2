/** The audit trail, read by the secretariat and the auditor, the latest first. */
import type { Prisma } from '../../prisma/client.ts'
import { builder } from '../builder.ts'
import type { Viewer } from '../people/viewer.ts'
import { readsAudit } from './access.ts'
import { titleOf } from './subjects.ts'

builder.prismaObject('AuditEntry', {
  description: 'One act: who did what to which subject, and when. It never changes.',
  authScopes: (_entry, { viewer }) => readsAudit(viewer),
  fields: t => ({
    id: t.id({ select: { seq: true }, resolve: ({ seq }) => String(seq) }),
    at: t.expose('at', { type: 'DateTime' }),
    action: t.exposeString('action', { description: 'The concept and what happened: `poll.opened`.' }),
    person: t.relation('person', {
      nullable: true,
      description: 'Who did it; null when the clock or the start of the platform did.',
    }),
    organisation: t.relation('organisation', { nullable: true }),
    subjectId: t.exposeString('subjectId'),
    subjectTitle: t.string({
      nullable: true,
      description: 'The subject’s name, where it has one that the viewer may see.',
      select: { subjectId: true },
      resolve: ({ subjectId }, _args, context) => titleOf(context, subjectId),
    }),
    details: t.field({
      type: 'JSON',
      description: 'Ids and codes.',
      select: { details: true },
      resolve: ({ details }) => details,
    }),
  }),
})

interface Filter {
  action?: string | null
  organisationId?: string | null
}

function filtered(viewer: Viewer, { action, organisationId }: Filter): Prisma.AuditEntryWhereInput {
  if (!readsAudit(viewer)) return { seq: { in: [] } }
  return {
    ...(action ? { OR: [{ action }, { action: { startsWith: `${action}.` } }] } : {}),
    ...(organisationId ? { organisationId } : {}),
  }
}

builder.queryFields(t => ({
  auditEntries: t.prismaConnection({
    type: 'AuditEntry',
    cursor: 'seq',
    extensions: { rowsAreNumbered: true },
    authScopes: { overseer: true },
    args: {
      action: t.arg.string({ description: 'One action (`poll.opened`) or all of a concept (`poll`).' }),
      organisationId: t.arg.id(),
    },
    totalCount: (_root, args, { database, viewer }) =>
      database.prisma.auditEntry.count({ where: filtered(viewer, args) }),
    resolve: (query, _root, args, { database, viewer }) =>
      database.prisma.auditEntry.findMany({
        ...query,
        where: filtered(viewer, args),
        orderBy: { seq: 'desc' },
      }),
  }),
  auditActions: t.stringList({
    description: 'The actions that the trail holds, to choose from.',
    authScopes: { overseer: true },
    resolve: async (_root, _args, { database }) => {
      const rows = await database.prisma.auditEntry.groupBy({ by: ['action'], orderBy: { action: 'asc' } })
      return rows.map(({ action }) => action)
    },
  }),
}))
