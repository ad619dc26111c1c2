import type { Prisma } from '../../prisma/client.ts'
import { nothing } from '../builder.ts'
import { isMember, isSecretariat, organisationsOf, type Viewer } from './viewer.ts'

/** Members know who is in the federation; a disabled account only the secretariat sees. */
export function visiblePeople(viewer: Viewer): Prisma.PersonWhereInput {
  if (isSecretariat(viewer)) return {}
  if (!isMember(viewer)) return viewer.person === null ? nothing : { id: viewer.person.id }
  return { disabledAt: null }
}

/** `visiblePeople`, asked of one row that is at hand. */
export function seesPerson(viewer: Viewer, person: { id: string; disabledAt: Date | null }): boolean {
  if (isSecretariat(viewer) || viewer.person?.id === person.id) return true
  return isMember(viewer)
}

/** An e-mail address is for the secretariat, the person, and those of the same organisation. */
export function seesEmail(
  viewer: Viewer,
  person: { id: string; mandates: readonly { organisationId: string }[] },
): boolean {
  if (isSecretariat(viewer) || viewer.person?.id === person.id) return true
  const own = organisationsOf(viewer)
  return person.mandates.some(mandate => own.includes(mandate.organisationId))
}

export const managesPeople = isSecretariat
