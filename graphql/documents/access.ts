import type { Prisma } from '../../prisma/client.ts'
import {
  type GuardedMeeting,
  managesMeeting,
  meetingGuard,
  seesMeeting,
  visibleMeetings,
  writesMinutes,
} from '../meetings/access.ts'
import { isSecretariat, type OpenText, type Viewer, writesFor } from '../people/viewer.ts'
import {
  type GuardedPosition,
  leadsPosition,
  positionGuard,
  seesPosition,
  visiblePositions,
  writesPosition,
} from '../positions/access.ts'

/**
 * A document is as open as what it belongs to: its position or its meeting. One that belongs to nothing is for nobody.
 * Beside that, one text at a time is opened to a guest, and with it nothing of what is around it.
 */
export interface GuardedDocument {
  id: string
  position: GuardedPosition | null
  meeting: GuardedMeeting | null
}

export const documentGuard = {
  id: true,
  position: { select: positionGuard },
  meeting: { select: meetingGuard },
} satisfies Prisma.DocumentSelect

/** The documents of the positions and meetings that the viewer sees: with their versions, and with what they belong to. */
export function visibleWithAll(viewer: Viewer): Prisma.DocumentWhereInput {
  return {
    OR: [
      // Prisma drops an empty filter from an OR, and the secretariat's is empty: so that there is one is said apart.
      { position: { isNot: null }, AND: [{ position: visiblePositions(viewer) }] },
      { meeting: { isNot: null }, AND: [{ meeting: visibleMeetings(viewer) }] },
    ],
  }
}

/** `visibleWithAll`, asked of one row that is at hand; a test compares the two. */
export function seesAll(viewer: Viewer, { position, meeting }: GuardedDocument): boolean {
  return (
    (position !== null && seesPosition(viewer, position)) ||
    (meeting !== null && seesMeeting(viewer, meeting))
  )
}

/** How this text is open to the viewer as a guest, if it is. */
export function openAsGuest(viewer: Viewer, { id }: { id: string }): OpenText | undefined {
  return viewer.openTexts.find(({ documentId }) => documentId === id)
}

/** The documents whose text the viewer reads. */
export function visibleDocuments(viewer: Viewer): Prisma.DocumentWhereInput {
  const opened = viewer.openTexts.map(({ documentId }) => documentId)
  return { OR: [visibleWithAll(viewer), { id: { in: opened } }] }
}

/** `visibleDocuments`, asked of one row that is at hand; a test compares the two. */
export function seesDocument(viewer: Viewer, document: GuardedDocument): boolean {
  return seesAll(viewer, document) || openAsGuest(viewer, document) !== undefined
}

/** An adopted text is final for everybody, for a guest who could write too. */
export function writesDocument(viewer: Viewer, document: GuardedDocument): boolean {
  const { position, meeting } = document
  return (
    (position !== null && writesPosition(viewer, position)) ||
    (meeting !== null && writesMinutes(viewer, meeting)) ||
    (openAsGuest(viewer, document)?.right === 'write' && position?.status !== 'adopted')
  )
}

/** The writers of the organisation that leads the position or organises the meeting answer for its text, and the secretariat. */
function answersFor(viewer: Viewer, { position, meeting }: GuardedDocument): boolean {
  return (
    (position !== null && leadsPosition(viewer, position)) ||
    (meeting !== null && managesMeeting(viewer, meeting))
  )
}

/** Whoever answers for the text says which one is frozen as its next version. */
export const freezesDocument = answersFor

/**
 * Whoever answers for the text opens it to guests. Not everybody who writes it: what several organisations write in
 * trust leaves the federation only when one that can be named has decided so.
 */
export const sharesDocument = answersFor

/** The guests of the documents that the viewer shares: `sharesDocument`, as a condition; a test compares the two. */
export function visibleGuests(viewer: Viewer): Prisma.DocumentGuestWhereInput {
  if (isSecretariat(viewer)) return {}
  const own = writesFor(viewer)
  return {
    document: {
      OR: [{ position: { leadId: { in: own } } }, { meeting: { organiserId: { in: own } } }],
    },
  }
}

/** Everybody sees which texts were opened to them as a guest, also when that is over. */
export function ownGuestships(viewer: Viewer): Prisma.DocumentGuestWhereInput {
  return viewer.person === null ? { id: { in: [] } } : { personId: viewer.person.id }
}

/**
 * The log shows what was written and struck while a position was being drafted. So it stays with those who may read
 * the draft, also once the text is open to all members; these see its frozen versions, and the text as it is.
 */
export function readsHistory(viewer: Viewer, document: GuardedDocument): boolean {
  const { position } = document
  return seesAll(viewer, { ...document, position: position && { ...position, status: 'drafting' } })
}
