import { builder } from '../builder.ts'
import { meetingGuard, seesMeeting, visibleMeetings } from './access.ts'

builder.prismaNode('Meeting', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [visibleMeetings(viewer)] }),
  select: { id: true, ...meetingGuard },
  authScopes: (meeting, { viewer }) => seesMeeting(viewer, meeting),
  fields: t => ({
    titleRo: t.exposeString('titleRo'),
    titleEn: t.exposeString('titleEn'),
    startsAt: t.expose('startsAt', { type: 'DateTime' }),
    revision: t.exposeInt('revision'),
  }),
})
