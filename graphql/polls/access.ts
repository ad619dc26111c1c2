import type { Prisma } from '../../prisma/client.ts'
import type { PollStatus } from '../../prisma/generated/client/enums.ts'
import { nothing } from '../builder.ts'
import { isMember, isSecretariat, organisationsOf, type Viewer, votesFor } from '../people/viewer.ts'

/** Members see polls from the moment they open; the secretariat also those that it prepares. */
export function visiblePolls(viewer: Viewer): Prisma.PollWhereInput {
  if (isSecretariat(viewer)) return {}
  return isMember(viewer) ? { status: { not: 'draft' } } : nothing
}

/** `visiblePolls`, asked of one row that is at hand; a test compares the two. */
export function seesPoll(viewer: Viewer, { status }: { status: PollStatus }): boolean {
  return isSecretariat(viewer) || (isMember(viewer) && status !== 'draft')
}

/** The secretariat prepares, opens and closes polls. It decides nothing: each organisation votes for itself. */
export const managesPolls = isSecretariat

/** The organisations of this electorate that the viewer votes for. */
export function castsFor(viewer: Viewer, electors: readonly { organisationId: string }[]): string[] {
  const own = votesFor(viewer)
  return electors.map(elector => elector.organisationId).filter(id => own.includes(id))
}

/** While the poll is open, how an organisation voted is its own business; that it voted is known. Afterwards all is. */
export function seesChoice(
  viewer: Viewer,
  ballot: { organisationId: string },
  poll: { status: PollStatus },
): boolean {
  return (
    isMember(viewer) && (poll.status === 'closed' || organisationsOf(viewer).includes(ballot.organisationId))
  )
}
