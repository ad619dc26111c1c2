import type { Prisma } from '../../prisma/client.ts'
import { nothing } from '../builder.ts'
import { isMember, isSecretariat, type Viewer } from '../people/viewer.ts'

/** Dossiers, their steps, deadlines and the institutions are for all members; strangers see none. */
export const seesDossiers = isMember

export function visibleDossiers(viewer: Viewer): Prisma.DossierWhereInput {
  return seesDossiers(viewer) ? {} : nothing
}

/** Institutions, steps and deadlines follow the dossiers. */
export function visibleInstitutions(viewer: Viewer): Prisma.InstitutionWhereInput {
  return seesDossiers(viewer) ? {} : nothing
}

export function visibleSteps(viewer: Viewer): Prisma.DossierStepWhereInput {
  return seesDossiers(viewer) ? {} : nothing
}

export function visibleDeadlines(viewer: Viewer): Prisma.DeadlineWhereInput {
  return seesDossiers(viewer) ? {} : nothing
}

/** The secretariat adds dossiers, moves them on and keeps their deadlines. */
export const managesDossiers = isSecretariat
