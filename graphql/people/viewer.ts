/** Who asks. Every `access.ts` decides from this and nothing else. */
import type {
  FederationRole,
  GuestRight,
  Language,
  MandateRole,
} from '../../prisma/generated/client/enums.ts'

export interface ViewerMandate {
  organisationId: string
  organisationName: string
  role: MandateRole
}

export interface ViewerPerson {
  id: string
  name: string
  email: string
  language: Language
  federationRole: FederationRole | null
}

/** A text that was opened to the viewer as a guest. At `endsAt` it is closed to them again. */
export interface OpenText {
  documentId: string
  right: GuestRight
  endsAt: Date
}

/**
 * `mandates` are those in force today, of organisations that are members today; `openTexts` those open today, which a
 * guest has and a member hardly ever.
 */
export interface Viewer {
  person: ViewerPerson | null
  mandates: readonly ViewerMandate[]
  openTexts: readonly OpenText[]
}

export const stranger: Viewer = { person: null, mandates: [], openTexts: [] }

export function isSecretariat(viewer: Viewer): boolean {
  return viewer.person?.federationRole === 'secretariat'
}

/** Belongs to the federation: holds a mandate in force or an office. */
export function isMember(viewer: Viewer): boolean {
  return viewer.person !== null && (viewer.mandates.length > 0 || viewer.person.federationRole !== null)
}

/** The organisations that the viewer belongs to, in any role or in one of `roles`. */
export function organisationsOf(viewer: Viewer, ...roles: readonly MandateRole[]): string[] {
  return viewer.mandates
    .filter(mandate => roles.length === 0 || roles.includes(mandate.role))
    .map(mandate => mandate.organisationId)
}

/** The organisations that the viewer may vote for. */
export const votesFor = (viewer: Viewer) => organisationsOf(viewer, 'delegate', 'deputy')

/** The organisations that the viewer may write for. */
export const writesFor = (viewer: Viewer) => organisationsOf(viewer, 'delegate', 'deputy', 'drafter')
