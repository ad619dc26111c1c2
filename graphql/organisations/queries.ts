/** Finding organisations, and the few groups and rules that are shown whole. */
import type { Database, Prisma } from '../../prisma/client.ts'
import { builder } from '../builder.ts'
import type { Viewer } from '../people/viewer.ts'
import { today } from '../today.ts'
import { seesFederation, visibleOrganisations } from './access.ts'
import { membersOn } from './terms.ts'

export const MembershipEnum = builder.enumType('Membership', {
  description: 'Members today, or those that have left or are still to join.',
  values: ['current', 'other'] as const,
})

interface Filter {
  search?: string | null
  membership?: 'current' | 'other' | null
}

/** The organisations whose name or county have every word of `search`, letters folded (ș, ş, s). */
async function idsOf({ prisma }: Database, search: string): Promise<string[]> {
  const words = search
    .split(/\s+/u)
    .filter(word => word !== '')
    .slice(0, 10)
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM organisation WHERE NOT EXISTS (
      SELECT FROM unnest(${words}::text[]) word
      WHERE strpos(fold(concat_ws(' ', name, short_name, county)), fold(word)) = 0
    )`
  return rows.map(({ id }) => id)
}

async function filtered(
  database: Database,
  viewer: Viewer,
  day: Date,
  { search, membership }: Filter,
): Promise<Prisma.OrganisationWhereInput> {
  const wanted = (search ?? '').trim().slice(0, 200).normalize('NFC')
  const members = membersOn(day)
  return {
    AND: [
      visibleOrganisations(viewer),
      membership === 'current' ? members : membership === 'other' ? { NOT: members } : {},
      wanted === '' ? {} : { id: { in: await idsOf(database, wanted) } },
    ],
  }
}

const federationParts = (viewer: Viewer) => (seesFederation(viewer) ? {} : { id: '' })

builder.queryFields(t => ({
  organisation: t.prismaField({
    type: 'Organisation',
    nullable: true,
    authScopes: { member: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { database, viewer }) =>
      database.prisma.organisation.findFirst({
        ...query,
        where: { id, AND: [visibleOrganisations(viewer)] },
      }),
  }),
  organisations: t.prismaConnection({
    type: 'Organisation',
    cursor: 'id',
    authScopes: { member: true },
    args: {
      search: t.arg.string({ description: 'Words of the name or the county.' }),
      membership: t.arg({ type: MembershipEnum }),
    },
    totalCount: async (_root, args, { database, viewer, now }) =>
      database.prisma.organisation.count({ where: await filtered(database, viewer, today(now()), args) }),
    resolve: async (query, _root, args, { database, viewer, now }) =>
      database.prisma.organisation.findMany({
        ...query,
        where: await filtered(database, viewer, today(now()), args),
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
  workingGroup: t.prismaField({
    type: 'WorkingGroup',
    nullable: true,
    authScopes: { member: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { database, viewer }) =>
      database.prisma.workingGroup.findFirst({ ...query, where: { id, AND: [federationParts(viewer)] } }),
  }),
  workingGroups: t.prismaField({
    type: ['WorkingGroup'],
    authScopes: { member: true },
    resolve: (query, _root, _args, { database, viewer }) =>
      database.prisma.workingGroup.findMany({
        ...query,
        where: federationParts(viewer),
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
  }),
  statuteRule: t.prismaField({
    type: 'StatuteRule',
    nullable: true,
    authScopes: { member: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { database, viewer }) =>
      database.prisma.statuteRule.findFirst({ ...query, where: { id, AND: [federationParts(viewer)] } }),
  }),
  statuteRules: t.prismaField({
    type: ['StatuteRule'],
    authScopes: { member: true },
    resolve: (query, _root, _args, { database, viewer }) =>
      database.prisma.statuteRule.findMany({
        ...query,
        where: federationParts(viewer),
        orderBy: [{ decisionKind: 'asc' }, { validFrom: 'desc' }, { id: 'asc' }],
      }),
  }),
  entitledToday: t.int({
    description: 'How many organisations would be entitled to vote in a poll that opened today.',
    authScopes: { member: true },
    resolve: (_root, _args, { database, now }) =>
      database.prisma.organisation.count({ where: membersOn(today(now())) }),
  }),
}))
