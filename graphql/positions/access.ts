import type { Prisma } from '../../prisma/client.ts'
import type { PositionStatus } from '../../prisma/generated/client/enums.ts'
import { nothing } from '../builder.ts'
import { isMember, isSecretariat, organisationsOf, type Viewer, writesFor } from '../people/viewer.ts'

/** What the rules about one position need to know of it; select `positionGuard`. */
export interface GuardedPosition {
  status: PositionStatus
  leadId: string
  drafters: readonly { organisationId: string }[]
}

export const positionGuard = {
  status: true,
  leadId: true,
  drafters: { select: { organisationId: true } },
} satisfies Prisma.PositionSelect

/** While drafting, a position is for its drafting organisations and the secretariat; from consultation on, for all members. */
export function visiblePositions(viewer: Viewer): Prisma.PositionWhereInput {
  if (isSecretariat(viewer)) return {}
  if (!isMember(viewer)) return nothing
  return {
    OR: [
      { status: { not: 'drafting' } },
      { drafters: { some: { organisationId: { in: organisationsOf(viewer) } } } },
    ],
  }
}

/** `visiblePositions`, asked of one row that is at hand; a test compares the two. */
export function seesPosition(viewer: Viewer, position: GuardedPosition): boolean {
  if (isSecretariat(viewer)) return true
  if (!isMember(viewer)) return false
  const own = organisationsOf(viewer)
  return position.status !== 'drafting' || position.drafters.some(each => own.includes(each.organisationId))
}

/** Those who write for an organisation start positions for it; the secretariat for any. */
export function startsPosition(viewer: Viewer, leadId: string): boolean {
  return isSecretariat(viewer) || writesFor(viewer).includes(leadId)
}

/** The drafting organisations' writers and the secretariat write, until the position is adopted: then its text is final. */
export function writesPosition(viewer: Viewer, position: GuardedPosition): boolean {
  if (position.status === 'adopted') return false
  if (isSecretariat(viewer)) return true
  const own = writesFor(viewer)
  return position.drafters.some(each => own.includes(each.organisationId))
}

/** The lead's writers and the secretariat invite drafters, start the consultation, freeze versions, and follow up. */
export function leadsPosition(viewer: Viewer, position: GuardedPosition): boolean {
  return isSecretariat(viewer) || writesFor(viewer).includes(position.leadId)
}
