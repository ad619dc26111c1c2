/** Finding positions: one by its id, or those of a status, a dossier, the viewer's organisations, by words. */
import type { Prisma } from '../../prisma/client.ts'
import type { PositionStatus } from '../../prisma/generated/client/enums.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { membersOn } from '../organisations/terms.ts'
import { isSecretariat, organisationsOf, writesFor } from '../people/viewer.ts'
import { today } from '../today.ts'
import { watch } from '../watch.ts'
import { visiblePositions } from './access.ts'
import { positionsFound } from './search.ts'
import { PositionStatusEnum } from './types.ts'

interface Filter {
  status?: PositionStatus | null
  dossierId?: string | null
  mine?: boolean | null
  search?: string | null
}

async function filtered(
  { database, viewer }: Pick<Context, 'database' | 'viewer'>,
  { status, dossierId, mine, search }: Filter,
): Promise<Prisma.PositionWhereInput> {
  const words = (search ?? '').trim().normalize('NFC')
  return {
    AND: [
      visiblePositions(viewer),
      status ? { status } : {},
      dossierId ? { dossierId } : {},
      mine ? { drafters: { some: { organisationId: { in: organisationsOf(viewer) } } } } : {},
      words === '' ? {} : { id: { in: await positionsFound(database, words) } },
    ],
  }
}

/** Those for which the viewer may start a position: `startsPosition`, asked of every member of today. */
function leadableBy({ viewer, now }: Pick<Context, 'viewer' | 'now'>): Prisma.OrganisationWhereInput {
  return {
    AND: [membersOn(today(now())), isSecretariat(viewer) ? {} : { id: { in: writesFor(viewer) } }],
  }
}

builder.queryFields(t => ({
  positionLeads: t.prismaField({
    type: ['Organisation'],
    description: 'The organisations for which the viewer may start a position; none for those who only read.',
    authScopes: { member: true },
    resolve: (query, _root, _args, context) =>
      context.database.prisma.organisation.findMany({
        ...query,
        where: leadableBy(context),
        orderBy: [{ shortName: 'asc' }, { id: 'asc' }],
      }),
  }),
  position: t.prismaField({
    type: 'Position',
    nullable: true,
    authScopes: { member: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { database, viewer }) =>
      database.prisma.position.findFirst({ ...query, where: { id, AND: [visiblePositions(viewer)] } }),
  }),
  positions: t.prismaConnection({
    type: 'Position',
    description: 'The one that changed last comes first.',
    cursor: 'id',
    authScopes: { member: true },
    args: {
      status: t.arg({ type: PositionStatusEnum }),
      dossierId: t.arg.id(),
      mine: t.arg.boolean({ description: 'Only those that an organisation of the viewer writes.' }),
      search: t.arg.string({ description: 'Words of the title, the dossier or its identifiers.' }),
    },
    totalCount: async (_root, args, context) =>
      context.database.prisma.position.count({ where: await filtered(context, args) }),
    resolve: async (query, _root, args, context) =>
      context.database.prisma.position.findMany({
        ...query,
        where: await filtered(context, args),
        orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
}))

builder.subscriptionField('positionChanged', t =>
  t.id({
    description:
      'The position’s id, now and each time something about it changed: read it again. Ends when it goes out of sight.',
    authScopes: { member: true },
    args: { id: t.arg.id({ required: true }) },
    subscribe: async (_root, { id }, context) => {
      const { position } = context.database.prisma
      const text = await position.findUnique({ where: { id }, select: { documentId: true } })
      return watch(
        context,
        text === null ? [id] : [id, text.documentId],
        async viewer => (await position.count({ where: { id, AND: [visiblePositions(viewer)] } })) > 0,
      )
    },
    resolve: (_event, { id }) => id,
  }),
)
