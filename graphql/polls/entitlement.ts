import type { PollStatus } from '../../prisma/generated/client/enums.ts'
import { organisationsOf, type Viewer } from '../people/viewer.ts'
import type { RefusalCode } from '../refusal.ts'
import { castsFor } from './access.ts'

/** Why somebody may not vote; the words are `errors:<code>.<detail>`. */
export interface WhyNot {
  code: Extract<RefusalCode, 'not_entitled' | 'wrong_state' | 'closed'>
  detail: string
}

/**
 * Whether ballots are taken now, by the server's clock: a poll whose time is over takes none, also in the moments
 * before the clockwork closes it.
 */
export function whyNotTaken(poll: { status: PollStatus; closesAt: Date | null }, now: Date): WhyNot | null {
  if (poll.status === 'draft') return { code: 'wrong_state', detail: 'poll_draft' }
  if (poll.status === 'closed') return { code: 'closed', detail: 'poll_closed' }
  if (poll.closesAt !== null && poll.closesAt <= now) return { code: 'closed', detail: 'poll_time_over' }
  return null
}

/** Why the viewer may cast for none of `organisationIds` in a poll with this electorate; null when for one of them. */
export function whyNotEntitled(
  viewer: Viewer,
  electors: readonly { organisationId: string }[],
  organisationIds: readonly string[],
): WhyNot | null {
  const own = organisationsOf(viewer).filter(id => organisationIds.includes(id))
  if (own.length === 0)
    return {
      code: 'not_entitled',
      detail: viewer.mandates.length === 0 ? 'no_organisation' : 'other_organisation',
    }
  const ours = electors.filter(elector => own.includes(elector.organisationId))
  if (ours.length === 0) return { code: 'not_entitled', detail: 'not_elector' }
  if (castsFor(viewer, ours).length === 0) return { code: 'not_entitled', detail: 'not_delegate' }
  return null
}
