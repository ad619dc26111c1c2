/**
 * What needs the viewer's organisation now. Each list is short and in order of urgency, one statement each however
 * many rows there are; the concepts' own pages show the rest. For the secretariat the lists are the federation's.
 */
import type { Prisma } from '../../prisma/client.ts'
import { builder, nothing } from '../builder.ts'
import type { Context } from '../context.ts'
import { visibleDeadlines } from '../dossiers/access.ts'
import { visibleActionItems, visibleMeetings } from '../meetings/access.ts'
import { upcoming } from '../meetings/queries.ts'
import { isSecretariat, organisationsOf, type Viewer } from '../people/viewer.ts'
import { managesPolls, visiblePolls } from '../polls/access.ts'
import { visiblePositions } from '../positions/access.ts'
import { daysAfter, today } from '../today.ts'

/** A home page longer than this would no longer say what is urgent. */
const most = 8
/** How far ahead a deadline is near, in days. */
const nearDays = 30

/** Polls that take ballots now and have none of one of `own`. */
function withoutBallotOf(own: string[], now: Date): Prisma.PollWhereInput {
  return {
    status: 'open',
    OR: [{ closesAt: null }, { closesAt: { gt: now } }],
    electors: { some: { organisationId: { in: own }, ballots: { none: {} } } },
  }
}

/** Open, and late or near: what is late is the most urgent and stays until somebody marks it done. */
function near(now: Date): Prisma.DeadlineWhereInput {
  return { doneAt: null, date: { lte: daysAfter(today(now), nearDays) } }
}

const draftedBy = (viewer: Viewer): Prisma.PositionWhereInput =>
  isSecretariat(viewer) ? {} : { drafters: { some: { organisationId: { in: organisationsOf(viewer) } } } }

const owedBy = (viewer: Viewer): Prisma.ActionItemWhereInput =>
  isSecretariat(viewer) ? {} : { ownerId: { in: organisationsOf(viewer) } }

const Home = builder.objectRef<Pick<Context, 'viewer'>>('Home').implement({
  description: 'What needs the viewer’s organisation now; for the secretariat, what needs the federation.',
  fields: t => ({
    pollsToVote: t.prismaField({
      type: ['Poll'],
      description:
        'Open polls in which an organisation of the viewer has not voted; the soonest to close first.',
      resolve: (query, { viewer }, _args, { database, now }) =>
        database.prisma.poll.findMany({
          ...query,
          where: { AND: [visiblePolls(viewer), withoutBallotOf(organisationsOf(viewer), now())] },
          orderBy: [{ closesAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
          take: most,
        }),
    }),
    pollsToManage: t.prismaField({
      type: ['Poll'],
      description: 'For the secretariat: polls in preparation and open ones; nobody else has any.',
      resolve: (query, { viewer }, _args, { database }) =>
        database.prisma.poll.findMany({
          ...query,
          where: {
            AND: [
              visiblePolls(viewer),
              managesPolls(viewer) ? { status: { in: ['draft', 'open'] } } : nothing,
            ],
          },
          orderBy: [{ status: 'desc' }, { closesAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
          take: most,
        }),
    }),
    deadlines: t.prismaField({
      type: ['Deadline'],
      description:
        'Open ones: those that have passed, the longest ago first, then those of the next 30 days.',
      resolve: (query, { viewer }, _args, { database, now }) =>
        database.prisma.deadline.findMany({
          ...query,
          where: { AND: [visibleDeadlines(viewer), near(now())] },
          orderBy: [{ date: 'asc' }, { id: 'asc' }],
          take: most,
        }),
    }),
    consultations: t.prismaField({
      type: ['Position'],
      description: 'Texts that all members may comment on now; the first to end first.',
      resolve: (query, { viewer }, _args, { database }) =>
        database.prisma.position.findMany({
          ...query,
          where: { AND: [visiblePositions(viewer), { status: 'consultation' }] },
          orderBy: [{ consultationEndsOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
          take: most,
        }),
    }),
    drafts: t.prismaField({
      type: ['Position'],
      description: 'Texts that an organisation of the viewer is writing; what changed last comes first.',
      resolve: (query, { viewer }, _args, { database }) =>
        database.prisma.position.findMany({
          ...query,
          where: { AND: [visiblePositions(viewer), { status: 'drafting' }, draftedBy(viewer)] },
          orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
          take: most,
        }),
    }),
    meetings: t.prismaField({
      type: ['Meeting'],
      description: 'Meetings ahead or going on, the nearest first.',
      resolve: (query, { viewer }, _args, { database, now }) =>
        database.prisma.meeting.findMany({
          ...query,
          where: { AND: [visibleMeetings(viewer), upcoming(now())] },
          orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
          take: most,
        }),
    }),
    promises: t.prismaField({
      type: ['ActionItem'],
      description: 'Open action items of the viewer’s organisations, the most overdue first.',
      resolve: (query, { viewer }, _args, { database }) =>
        database.prisma.actionItem.findMany({
          ...query,
          where: { AND: [visibleActionItems(viewer), { doneAt: null }, owedBy(viewer)] },
          orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
          take: most,
        }),
    }),
  }),
})

builder.queryField('home', t =>
  t.field({
    type: Home,
    authScopes: { member: true },
    resolve: (_root, _args, { viewer }) => ({ viewer }),
  }),
)
