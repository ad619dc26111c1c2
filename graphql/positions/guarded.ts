import type { Prisma } from '../../prisma/client.ts'
import type { Context } from '../context.ts'
import { writesFor } from '../people/viewer.ts'
import { allow, found } from '../refusal.ts'
import { leadsPosition, positionGuard, visiblePositions } from './access.ts'

const wholePosition = {
  ...positionGuard,
  id: true,
  dossierId: true,
  documentId: true,
  titleRo: true,
  titleEn: true,
  revision: true,
} satisfies Prisma.PositionSelect

export type LedPosition = Prisma.PositionGetPayload<{ select: typeof wholePosition }>

/** The position that `where` finds in the viewer's sight, for a command that only those who lead it may give. */
export async function ledPosition(
  { database, viewer }: Pick<Context, 'database' | 'viewer'>,
  where: Prisma.PositionWhereInput,
): Promise<LedPosition> {
  allow(viewer.person !== null, viewer)
  const position = found(
    await database.prisma.position.findFirst({
      where: { AND: [where, visiblePositions(viewer)] },
      select: wholePosition,
    }),
  )
  allow(leadsPosition(viewer, position), viewer)
  return position
}

/** The organisation in whose name the viewer acts on it: the lead's own people for the lead, the secretariat for none. */
export function actingFor(
  { viewer }: Pick<Context, 'viewer'>,
  { leadId }: Pick<LedPosition, 'leadId'>,
): string | null {
  return writesFor(viewer).includes(leadId) ? leadId : null
}
