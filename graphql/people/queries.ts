/** Finding people: by name or by the organisation that they act for. */
import type { Database, Prisma } from '../../prisma/client.ts'
import { builder } from '../builder.ts'
import { visiblePeople } from './access.ts'
import type { Viewer } from './viewer.ts'

/** The people whose name or organisations have every word of `search`. Never by e-mail: that is not everybody's to see. */
async function idsOf({ prisma }: Database, search: string): Promise<string[]> {
  const words = search
    .split(/\s+/u)
    .filter(word => word !== '')
    .slice(0, 10)
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT person.id FROM person
      LEFT JOIN LATERAL (
        SELECT string_agg(organisation.name, ' ') AS names
        FROM mandate JOIN organisation ON organisation.id = mandate.organisation_id
        WHERE mandate.person_id = person.id
      ) acts_for ON true
    WHERE NOT EXISTS (
      SELECT FROM unnest(${words}::text[]) word
      WHERE strpos(fold(concat_ws(' ', person.name, acts_for.names)), fold(word)) = 0
    )`
  return rows.map(({ id }) => id)
}

async function filtered(
  database: Database,
  viewer: Viewer,
  search: string | null | undefined,
): Promise<Prisma.PersonWhereInput> {
  const wanted = (search ?? '').trim().slice(0, 200).normalize('NFC')
  return {
    AND: [visiblePeople(viewer), wanted === '' ? {} : { id: { in: await idsOf(database, wanted) } }],
  }
}

builder.queryFields(t => ({
  person: t.prismaField({
    type: 'Person',
    nullable: true,
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { database, viewer }) =>
      database.prisma.person.findFirst({ ...query, where: { id, AND: [visiblePeople(viewer)] } }),
  }),
  people: t.prismaConnection({
    type: 'Person',
    cursor: 'id',
    authScopes: { member: true },
    args: { search: t.arg.string({ description: 'Words of the name or of the organisation.' }) },
    totalCount: async (_root, { search }, { database, viewer }) =>
      database.prisma.person.count({ where: await filtered(database, viewer, search) }),
    resolve: async (query, _root, { search }, { database, viewer }) =>
      database.prisma.person.findMany({
        ...query,
        where: await filtered(database, viewer, search),
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
}))
