import type { Prisma } from '../../prisma/client.ts'
import { nothing } from '../builder.ts'
import { isMember, isSecretariat, organisationsOf, type Viewer } from './viewer.ts'

/** Came in as a guest of a text, and is nothing else. */
const onlyGuest = {
  guestOf: { some: {} },
  federationRole: null,
  mandates: { none: {} },
} satisfies Prisma.PersonWhereInput

/** Members know who is in the federation; disabled accounts, and guests, are listed for the secretariat only. */
export function visiblePeople(viewer: Viewer): Prisma.PersonWhereInput {
  if (isSecretariat(viewer)) return {}
  if (!isMember(viewer)) return viewer.person === null ? nothing : { id: viewer.person.id }
  return { disabledAt: null, NOT: onlyGuest }
}

/** `visiblePeople`, asked of one row that is at hand; also of somebody who is no longer listed, or never was: as the author of what they wrote. */
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
