import type { Prisma } from '../../prisma/client.ts'
import {
  type GuardedMeeting,
  managesMeeting,
  meetingGuard,
  seesMeeting,
  visibleMeetings,
  writesMinutes,
} from '../meetings/access.ts'
import type { Viewer } from '../people/viewer.ts'
import {
  type GuardedPosition,
  leadsPosition,
  positionGuard,
  seesPosition,
  visiblePositions,
  writesPosition,
} from '../positions/access.ts'

/** A document is as open as what it belongs to: its position or its meeting. One that belongs to nothing is for nobody. */
export interface GuardedDocument {
  position: GuardedPosition | null
  meeting: GuardedMeeting | null
}

export const documentGuard = {
  position: { select: positionGuard },
  meeting: { select: meetingGuard },
} satisfies Prisma.DocumentSelect

export function visibleDocuments(viewer: Viewer): Prisma.DocumentWhereInput {
  return {
    OR: [
      // Prisma drops an empty filter from an OR, and the secretariat's is empty: so that there is one is said apart.
      { position: { isNot: null }, AND: [{ position: visiblePositions(viewer) }] },
      { meeting: { isNot: null }, AND: [{ meeting: visibleMeetings(viewer) }] },
    ],
  }
}

/** `visibleDocuments`, asked of one row that is at hand; a test compares the two. */
export function seesDocument(viewer: Viewer, { position, meeting }: GuardedDocument): boolean {
  return (
    (position !== null && seesPosition(viewer, position)) ||
    (meeting !== null && seesMeeting(viewer, meeting))
  )
}

export function writesDocument(viewer: Viewer, { position, meeting }: GuardedDocument): boolean {
  return (
    (position !== null && writesPosition(viewer, position)) ||
    (meeting !== null && writesMinutes(viewer, meeting))
  )
}

/** Whoever leads the position or organises the meeting says which text is frozen as its next version. */
export function freezesDocument(viewer: Viewer, { position, meeting }: GuardedDocument): boolean {
  return (
    (position !== null && leadsPosition(viewer, position)) ||
    (meeting !== null && managesMeeting(viewer, meeting))
  )
}

/**
 * The log shows what was written and struck while a position was being drafted. So it stays with those who may read
 * the draft, also once the text is open to all members; these see its frozen versions, and the text as it is.
 */
export function readsHistory(viewer: Viewer, { position, meeting }: GuardedDocument): boolean {
  return (
    (position !== null && seesPosition(viewer, { ...position, status: 'drafting' })) ||
    (meeting !== null && seesMeeting(viewer, meeting))
  )
}
