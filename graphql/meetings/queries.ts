/** Finding meetings: one by its id, or those ahead and those past, by institution and by words. */
import type { Database, Prisma } from '../../prisma/client.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { membersOn } from '../organisations/terms.ts'
import { today } from '../today.ts'
import { plannedFor, visibleMeetings } from './access.ts'

export const MeetingTimeEnum = builder.enumType('MeetingTime', {
  description: 'Upcoming: not over yet, the nearest first. Past: the latest first.',
  values: ['upcoming', 'past'] as const,
})

interface Filter {
  time?: 'upcoming' | 'past' | null
  institutionId?: string | null
  search?: string | null
}

/** A meeting is over when it ended; one without an end, when it began. */
export function upcoming(now: Date): Prisma.MeetingWhereInput {
  return { OR: [{ endsAt: { gte: now } }, { endsAt: null, startsAt: { gte: now } }] }
}

function past(now: Date): Prisma.MeetingWhereInput {
  return { OR: [{ endsAt: { lt: now } }, { endsAt: null, startsAt: { lt: now } }] }
}

/** The meetings whose title, place, institution or agenda have every word of `search`, letters folded (ș, ş, s). */
async function idsOf(database: Database, search: string): Promise<string[]> {
  const words = search
    .split(/\s+/u)
    .filter(word => word !== '')
    .slice(0, 10)
  const rows = await database.prisma.$queryRaw<{ id: string }[]>`
    SELECT meeting.id FROM meeting
      LEFT JOIN institution ON institution.id = meeting.institution_id
      LEFT JOIN LATERAL (
        SELECT string_agg(title, ' ') AS titles FROM agenda_item WHERE meeting_id = meeting.id
      ) agenda ON true
    WHERE NOT EXISTS (
      SELECT FROM unnest(${words}::text[]) word
      WHERE strpos(fold(concat_ws(' ', meeting.title_ro, meeting.title_en, meeting.place,
        institution.name_ro, institution.name_en, institution.acronym, agenda.titles)), fold(word)) = 0
    )`
  return rows.map(({ id }) => id)
}

async function filtered(
  context: Context,
  { time, institutionId, search }: Filter,
): Promise<Prisma.MeetingWhereInput> {
  const now = context.now()
  const wanted = (search ?? '').trim().normalize('NFC').slice(0, 200)
  return {
    AND: [
      visibleMeetings(context.viewer),
      time === 'upcoming' ? upcoming(now) : time === 'past' ? past(now) : {},
      institutionId ? { institutionId } : {},
      wanted === '' ? {} : { id: { in: await idsOf(context.database, wanted) } },
    ],
  }
}

builder.queryFields(t => ({
  meetingOrganisers: t.prismaField({
    type: ['Organisation'],
    description:
      'The organisations in whose name the viewer may plan a meeting; nobody’s for those who may not.',
    authScopes: { member: true },
    resolve: (query, _root, _args, { database, viewer, now }) =>
      database.prisma.organisation.findMany({
        ...query,
        where: { AND: [membersOn(today(now())), plannedFor(viewer)] },
        orderBy: [{ shortName: 'asc' }, { id: 'asc' }],
      }),
  }),
  meeting: t.prismaField({
    type: 'Meeting',
    nullable: true,
    authScopes: { member: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { database, viewer }) =>
      database.prisma.meeting.findFirst({ ...query, where: { id, AND: [visibleMeetings(viewer)] } }),
  }),
  meetings: t.prismaConnection({
    type: 'Meeting',
    cursor: 'id',
    authScopes: { member: true },
    args: {
      time: t.arg({ type: MeetingTimeEnum }),
      institutionId: t.arg.id(),
      search: t.arg.string({ description: 'Words of the title, place, institution or agenda.' }),
    },
    totalCount: async (_root, args, context) =>
      context.database.prisma.meeting.count({ where: await filtered(context, args) }),
    resolve: async (query, _root, args, context) => {
      const direction = args.time === 'upcoming' ? 'asc' : 'desc'
      return context.database.prisma.meeting.findMany({
        ...query,
        where: await filtered(context, args),
        orderBy: [{ startsAt: direction }, { id: direction }],
      })
    },
  }),
}))
