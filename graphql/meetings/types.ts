import { inLanguage } from '../bilingual.ts'
import { builder } from '../builder.ts'
import { positionGuard, seesPosition } from '../positions/access.ts'
import {
  managesMeeting,
  meetingGuard,
  meetingPartGuard,
  reportsActionItem,
  seesMeeting,
  visibleActionItems,
  visibleMeetings,
  writesMinutes,
} from './access.ts'

export const MeetingAudienceEnum = builder.enumType('MeetingAudience', {
  description: 'Who sees a meeting: all members, or the organiser, the participants and the secretariat.',
  values: ['federation', 'participants'] as const,
})

builder.prismaNode('Meeting', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [visibleMeetings(viewer)] }),
  select: { id: true, ...meetingGuard },
  authScopes: (meeting, { viewer }) => seesMeeting(viewer, meeting),
  fields: t => ({
    titleRo: t.exposeString('titleRo'),
    titleEn: t.exposeString('titleEn'),
    title: t.string({
      description: 'In the viewer’s language, or in the other one where it has none.',
      select: { titleRo: true, titleEn: true },
      resolve: ({ titleRo, titleEn }, _args, { locale }) => inLanguage(locale, titleRo, titleEn),
    }),
    startsAt: t.expose('startsAt', { type: 'DateTime' }),
    endsAt: t.expose('endsAt', { type: 'DateTime', nullable: true }),
    place: t.exposeString('place', { description: 'Empty where there is none.' }),
    onlineUrl: t.exposeString('onlineUrl', { description: 'An http(s) address, or empty.' }),
    audience: t.expose('audience', { type: MeetingAudienceEnum }),
    revision: t.exposeInt('revision'),
    institution: t.relation('institution', { nullable: true }),
    organiser: t.relation('organiser'),
    participants: t.relation('participants', { query: { orderBy: [{ id: 'asc' }] } }),
    agenda: t.relation('agendaItems', { query: { orderBy: [{ number: 'asc' }] } }),
    decisions: t.relation('decisions', { query: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] } }),
    actionItems: t.relation('actionItems', { query: { orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] } }),
    decisionCount: t.relationCount('decisions'),
    openActionItemCount: t.relationCount('actionItems', { where: { doneAt: null } }),
    minutes: t.relation('minutesDocument'),
    mayManage: t.boolean({
      description: 'Whether the viewer may change the meeting and record what came of it.',
      select: meetingGuard,
      resolve: (meeting, _args, { viewer }) => managesMeeting(viewer, meeting),
    }),
    mayWriteMinutes: t.boolean({
      select: meetingGuard,
      resolve: (meeting, _args, { viewer }) => writesMinutes(viewer, meeting),
    }),
  }),
})

builder.prismaObject('MeetingParticipant', {
  description: 'A member organisation, or somebody from outside by office and institution.',
  select: meetingPartGuard,
  authScopes: ({ meeting }, { viewer }) => seesMeeting(viewer, meeting),
  fields: t => ({
    id: t.exposeID('id'),
    organisation: t.relation('organisation', { nullable: true }),
    outsideName: t.exposeString('outsideName', {
      description: '“State Secretary, Ministry of Justice”; empty for a member organisation.',
    }),
  }),
})

builder.prismaNode('AgendaItem', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, meeting: visibleMeetings(viewer) }),
  select: { id: true, position: { select: positionGuard }, ...meetingPartGuard },
  authScopes: ({ meeting }, { viewer }) => seesMeeting(viewer, meeting),
  fields: t => ({
    number: t.exposeInt('number'),
    title: t.exposeString('title'),
    meeting: t.relation('meeting'),
    dossier: t.relation('dossier', { nullable: true }),
    position: t.relation('position', {
      nullable: true,
      description: 'Null also for a position that the viewer does not see yet.',
      authScopes: ({ position }, _args, { viewer }) => position === null || seesPosition(viewer, position),
      unauthorizedResolver: () => null,
    }),
  }),
})

builder.prismaObject('MeetingDecision', {
  description: 'What a meeting decided, in a sentence.',
  select: meetingPartGuard,
  authScopes: ({ meeting }, { viewer }) => seesMeeting(viewer, meeting),
  fields: t => ({
    id: t.exposeID('id'),
    text: t.exposeString('text'),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    agendaItem: t.relation('agendaItem', { nullable: true }),
  }),
})

builder.prismaNode('ActionItem', {
  description: 'Something that an organisation promised to do by a day.',
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [visibleActionItems(viewer)] }),
  select: { id: true, ...meetingPartGuard },
  authScopes: ({ meeting }, { viewer }) => seesMeeting(viewer, meeting),
  fields: t => ({
    text: t.exposeString('text'),
    dueOn: t.expose('dueOn', { type: 'Date' }),
    doneAt: t.expose('doneAt', { type: 'DateTime', nullable: true }),
    owner: t.relation('owner'),
    meeting: t.relation('meeting'),
    mayReport: t.boolean({
      description: 'Whether the viewer may mark it done or open again.',
      select: { ownerId: true, ...meetingPartGuard },
      resolve: (item, _args, { viewer }) => reportsActionItem(viewer, item),
    }),
  }),
})
