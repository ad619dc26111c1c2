import type { Prisma } from '../../prisma/client.ts'
import type { MeetingAudience } from '../../prisma/generated/client/enums.ts'
import { nothing } from '../builder.ts'
import { isMember, isSecretariat, organisationsOf, type Viewer, writesFor } from '../people/viewer.ts'

/** What the rules about one meeting need to know of it; select `meetingGuard`. */
export interface GuardedMeeting {
  audience: MeetingAudience
  organiserId: string
  participants: readonly { organisationId: string | null }[]
}

export const meetingGuard = {
  audience: true,
  organiserId: true,
  participants: { select: { organisationId: true } },
} satisfies Prisma.MeetingSelect

/** A meeting is for all members, or for its organiser, its participants and the secretariat. */
export function visibleMeetings(viewer: Viewer): Prisma.MeetingWhereInput {
  if (isSecretariat(viewer)) return {}
  if (!isMember(viewer)) return nothing
  const own = organisationsOf(viewer)
  return {
    OR: [
      { audience: 'federation' },
      { organiserId: { in: own } },
      { participants: { some: { organisationId: { in: own } } } },
    ],
  }
}

/** `visibleMeetings`, asked of one row that is at hand; a test compares the two. */
export function seesMeeting(viewer: Viewer, meeting: GuardedMeeting): boolean {
  if (isSecretariat(viewer)) return true
  if (!isMember(viewer)) return false
  const own = organisationsOf(viewer)
  return (
    meeting.audience === 'federation' ||
    own.includes(meeting.organiserId) ||
    meeting.participants.some(({ organisationId }) => organisationId !== null && own.includes(organisationId))
  )
}

/** Those who write for an organisation plan meetings in its name; the secretariat in any. */
export function plansMeeting(viewer: Viewer, organiserId: string): boolean {
  return isSecretariat(viewer) || writesFor(viewer).includes(organiserId)
}

/** `plansMeeting`, asked of all organisations; a test compares the two. */
export function plannedFor(viewer: Viewer): Prisma.OrganisationWhereInput {
  return isSecretariat(viewer) ? {} : { id: { in: writesFor(viewer) } }
}

/** The organiser's writers and the secretariat change the meeting and record what came of it. */
export const managesMeeting = (viewer: Viewer, meeting: GuardedMeeting) =>
  plansMeeting(viewer, meeting.organiserId)

/** Minutes are written by the organiser's and the participants' writers, and by the secretariat. */
export function writesMinutes(viewer: Viewer, meeting: GuardedMeeting): boolean {
  const own = writesFor(viewer)
  return (
    managesMeeting(viewer, meeting) ||
    meeting.participants.some(({ organisationId }) => organisationId !== null && own.includes(organisationId))
  )
}

/** An action item is reported done by its owner's writers, the meeting's organiser or the secretariat. */
export function reportsActionItem(
  viewer: Viewer,
  item: { ownerId: string; meeting: GuardedMeeting },
): boolean {
  return writesFor(viewer).includes(item.ownerId) || managesMeeting(viewer, item.meeting)
}

/** Everything that hangs on a meeting (agenda, decisions, action items) is as open as the meeting. */
export const meetingPartGuard = { meeting: { select: meetingGuard } } as const

/** What organisations promised in the meetings that the viewer sees. */
export function visibleActionItems(viewer: Viewer): Prisma.ActionItemWhereInput {
  return { meeting: visibleMeetings(viewer) }
}
