import { builder } from '../builder.ts'
import { seesPoll, visiblePolls } from './access.ts'

export const PollStatusEnum = builder.enumType('PollStatus', { values: ['draft', 'open', 'closed'] as const })
export const PollOutcomeEnum = builder.enumType('PollOutcome', {
  values: ['adopted', 'rejected', 'no_quorum'] as const,
})

builder.prismaNode('Poll', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [visiblePolls(viewer)] }),
  select: { id: true, status: true },
  authScopes: (poll, { viewer }) => seesPoll(viewer, poll),
  fields: t => ({
    status: t.expose('status', { type: PollStatusEnum }),
    outcome: t.expose('outcome', { type: PollOutcomeEnum, nullable: true }),
    revision: t.exposeInt('revision'),
    position: t.relation('position'),
    version: t.relation('version'),
  }),
})
