import type { Prisma } from '../../prisma/client.ts'
import { nothing } from '../builder.ts'
import { isMember, isSecretariat, type Viewer } from '../people/viewer.ts'

/** Dossiers, their steps, deadlines and the institutions are for all members; strangers see none. */
export const seesDossiers = isMember

export function visibleDossiers(viewer: Viewer): Prisma.DossierWhereInput {
  return seesDossiers(viewer) ? {} : nothing
}

/** The secretariat adds dossiers, moves them on and keeps their deadlines. */
export const managesDossiers = isSecretariat
