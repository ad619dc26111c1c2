/** Who may open which text live: the same session and the same `access.ts` as the pages. */
import type { Access, Gate, Refusal } from '../../packages/live/ports.ts'
import type { Database } from '../../prisma/client.ts'
import type { Sessions } from '../people/sessions.ts'
import { isMember, type Viewer, type ViewerMandate } from '../people/viewer.ts'
import {
  documentGuard,
  type GuardedDocument,
  openAsGuest,
  ownGuestships,
  visibleDocuments,
  writesDocument,
} from './access.ts'

/** Caret colours that stay apart and are readable under white text (contrast at least 4.5 : 1). */
const colours = [
  '#0f6674',
  '#8a3d00',
  '#5b3e96',
  '#a1264f',
  '#2f6b2f',
  '#1f5aa6',
  '#7a5200',
  '#6b2d6b',
] as const

function colourOf(personId: string): string {
  let sum = 0
  for (const letter of personId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521
  return colours[sum % colours.length] ?? colours[0]
}

/** The organisation that the viewer acts for in this text: one that it belongs to, else the viewer's first. */
export function actsFor(viewer: Viewer, { position, meeting }: GuardedDocument): ViewerMandate | undefined {
  const involved = new Set([
    ...(position?.drafters ?? []).map(drafter => drafter.organisationId),
    ...(meeting === null
      ? []
      : [meeting.organiserId, ...meeting.participants.map(each => each.organisationId)]),
  ])
  return viewer.mandates.find(mandate => involved.has(mandate.organisationId)) ?? viewer.mandates[0]
}

/** For somebody to whom the text was open before: since when it no longer is, a moment or the last day. */
async function closedSince(
  { prisma }: Database,
  viewer: Viewer,
  documentId: string,
): Promise<string | undefined> {
  const latest = await prisma.documentGuest.findFirst({
    where: { documentId, AND: [ownGuestships(viewer)] },
    select: { until: true, withdrawnAt: true },
    orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
  })
  return latest?.withdrawnAt?.toISOString() ?? latest?.until.toISOString().slice(0, 10)
}

export function openGate(database: Database, sessions: Sessions): Gate {
  return {
    async authorise({ headers, documentId }): Promise<Access | Refusal> {
      const viewer = await sessions.viewer(sessions.read(headers.get('cookie') ?? ''))
      if (viewer.person === null) return { refused: 'not-signed-in' }
      const document = await database.prisma.document.findFirst({
        where: { id: documentId, AND: [visibleDocuments(viewer)] },
        select: documentGuard,
      })
      if (document === null) {
        const since = await closedSince(database, viewer, documentId)
        return since === undefined ? { refused: 'not-found' } : { refused: 'access-ended', since }
      }
      const mandate = actsFor(viewer, document)
      const opened = openAsGuest(viewer, document)
      return {
        access: writesDocument(viewer, document) ? 'write' : 'read',
        personId: viewer.person.id,
        name: viewer.person.name,
        organisationId: mandate?.organisationId ?? null,
        organisation: mandate?.organisationName ?? '',
        guest: !isMember(viewer),
        organisationIds: viewer.mandates.map(each => each.organisationId),
        colour: colourOf(viewer.person.id),
        ...(opened === undefined ? {} : { until: opened.endsAt }),
      }
    },
  }
}
