import type { Prisma, Transaction } from '../../prisma/client.ts'
import type { PositionStatus } from '../../prisma/generated/client/enums.ts'
import type { Context } from '../context.ts'
import { writesFor } from '../people/viewer.ts'
import { allow, found, Refusal } from '../refusal.ts'
import { leadsPosition, positionGuard, visiblePositions } from './access.ts'
import { editable } from './states.ts'

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

/** Holds the position's row until the end of `tx`, so that nothing else changes it meanwhile; answers where it stands. */
export async function hold(
  tx: Transaction,
  positionId: string,
): Promise<{ status: PositionStatus; consultationEndsOn: Date | null } | undefined> {
  const [held] = await tx.$queryRaw<
    { status: PositionStatus; consultationEndsOn: Date | null }[]
  >`SELECT status, consultation_ends_on AS "consultationEndsOn" FROM position WHERE id = ${positionId} FOR UPDATE`
  return held
}

/** Holds it, so that no poll adopts it meanwhile; refuses an adopted one. */
export async function holdEditable(tx: Transaction, positionId: string): Promise<void> {
  const held = await hold(tx, positionId)
  if (held === undefined || !editable.includes(held.status))
    throw new Refusal('wrong_state', { detail: 'position_final' })
}
