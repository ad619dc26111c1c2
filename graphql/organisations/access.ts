import type { Prisma } from '../../prisma/client.ts'
import { nothing } from '../builder.ts'
import { isMember, isSecretariat, type Viewer } from '../people/viewer.ts'

/** Members see the federation's organisations, mandates, working groups and rules; strangers none of it. */
export const seesFederation = isMember

export function visibleOrganisations(viewer: Viewer): Prisma.OrganisationWhereInput {
  return seesFederation(viewer) ? {} : nothing
}

export const managesFederation = isSecretariat
