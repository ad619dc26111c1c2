/** Every page of the platform with an address to try it at and somebody who may see it: for axe, pictures and figures. */
export interface KnownPage {
  path: string
  /** The id of a demonstration account; null for a stranger. */
  as: string | null
  /** Whether the page loads the editor. */
  editor?: boolean
}

const delegate = 'per_delegate_bacau'
const secretariat = 'per_secretariat'

export const pages: readonly KnownPage[] = [
  { path: '/sign-in', as: null },
  { path: '/', as: delegate },
  { path: '/notifications', as: delegate },
  { path: '/account', as: delegate },
  { path: '/dossiers', as: delegate },
  { path: '/dossiers?q=directiva', as: delegate },
  { path: '/dossiers/dos_nirm', as: secretariat },
  { path: '/dossiers/new', as: secretariat },
  { path: '/dossiers/dos_nirm/edit', as: secretariat },
  { path: '/positions', as: delegate },
  { path: '/positions/pos_nirm', as: delegate },
  { path: '/polls', as: delegate },
  { path: '/polls/pol_nirm', as: delegate },
  { path: '/polls/pol_limitation', as: delegate },
  { path: '/meetings', as: delegate },
  { path: '/meetings/new', as: delegate },
  { path: '/organisations', as: delegate },
  { path: '/organisations/org_bacau', as: secretariat },
  { path: '/audit', as: 'per_auditor' },
  { path: '/nowhere', as: delegate },
]
