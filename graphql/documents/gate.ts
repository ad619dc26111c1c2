/** Who may open which text live: the same session and the same `access.ts` as the pages. */
import type { Access, Gate, Refusal } from '../../packages/live/ports.ts'
import type { Database } from '../../prisma/client.ts'
import type { Sessions } from '../people/sessions.ts'
import type { Viewer, ViewerMandate } from '../people/viewer.ts'
import { documentGuard, type GuardedDocument, visibleDocuments, writesDocument } from './access.ts'

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

export function openGate(database: Database, sessions: Sessions): Gate {
  return {
    async authorise({ headers, documentId }): Promise<Access | Refusal> {
      const viewer = await sessions.viewer(sessions.read(headers.get('cookie') ?? ''))
      if (viewer.person === null) return { refused: 'not-signed-in' }
      const document = await database.prisma.document.findFirst({
        where: { id: documentId, AND: [visibleDocuments(viewer)] },
        select: documentGuard,
      })
      if (document === null) return { refused: 'not-found' }
      const mandate = actsFor(viewer, document)
      return {
        access: writesDocument(viewer, document) ? 'write' : 'read',
        personId: viewer.person.id,
        name: viewer.person.name,
        organisationId: mandate?.organisationId ?? null,
        organisation: mandate?.organisationName ?? '',
        organisationIds: viewer.mandates.map(each => each.organisationId),
        colour: colourOf(viewer.person.id),
      }
    },
  }
}
