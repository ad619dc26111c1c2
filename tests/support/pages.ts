/** Every page of the platform with an address to try it at and somebody who may see it: for axe, pictures and figures. */
export interface KnownPage {
  path: string
  /** The id of a demonstration account; null for a stranger. */
  as: string | null
  /** Whether the page loads the editor. */
  editor?: boolean
  /** The status that it answers with, where that is not 200. */
  status?: number
}

const delegate = 'per_delegate_bacau'
const secretariat = 'per_secretariat'

export const pages: readonly KnownPage[] = [
  { path: '/sign-in', as: null },
  { path: '/setup/unknown', as: null, status: 410 },
  { path: '/join/unknown', as: null, status: 410 },
  { path: '/reset/unknown', as: null, status: 410 },
  { path: '/', as: delegate },
  { path: '/notifications', as: delegate },
  { path: '/account', as: delegate },
  { path: '/dossiers', as: delegate },
  { path: '/dossiers?q=directiva', as: delegate },
  { path: '/dossiers?q=nimic+de+felul+acesta', as: delegate },
  { path: '/dossiers/dos_directive', as: delegate },
  { path: '/dossiers/dos_nirm', as: secretariat },
  { path: '/dossiers/new', as: secretariat },
  { path: '/dossiers/new?procedure=law', as: secretariat },
  { path: '/dossiers/dos_nirm/edit', as: secretariat },
  { path: '/institutions', as: secretariat },
  { path: '/positions', as: delegate },
  { path: '/positions/new?dossier=dos_nirm', as: delegate },
  { path: '/positions/pos_nirm', as: delegate },
  { path: '/positions/pos_strategy', as: delegate, editor: true },
  { path: '/positions/pos_nirm/versions/1', as: delegate },
  { path: '/positions/pos_strategy/history', as: delegate },
  { path: '/positions/pos_strategy/history?from=e0&to=now', as: delegate },
  { path: '/positions/pos_limitation/history?from=now&to=v1&view=side', as: secretariat },
  { path: '/positions/pos_osec/history', as: delegate },
  { path: '/positions/pos_osec/history?from=e1&to=now', as: delegate },
  { path: '/meetings/mee_predeal/history', as: delegate },
  { path: '/positions/pos_nirm/follow-up', as: secretariat },
  { path: '/polls', as: delegate },
  { path: '/polls/new', as: secretariat },
  { path: '/polls/pol_nirm', as: delegate },
  { path: '/polls/pol_limitation', as: delegate },
  { path: '/polls/pol_limitation', as: secretariat },
  { path: '/meetings', as: delegate },
  { path: '/meetings/new', as: delegate },
  { path: '/meetings/mee_predeal', as: delegate, editor: true },
  { path: '/meetings/mee_strategyahead', as: secretariat, editor: true },
  { path: '/organisations', as: delegate },
  { path: '/organisations/org_bacau', as: delegate },
  { path: '/organisations/org_bacau', as: secretariat },
  { path: '/organisations/org_bacau/edit', as: secretariat },
  { path: '/organisations/new', as: secretariat },
  { path: '/organisations/groups', as: delegate },
  { path: '/organisations/statute', as: delegate },
  { path: '/organisations/groups/new', as: secretariat },
  { path: '/organisations/groups/grp_prevention', as: secretariat },
  { path: '/organisations/statute/new', as: secretariat },
  { path: '/organisations/statute/rul_position', as: secretariat },
  { path: '/people', as: delegate },
  { path: '/people/per_delegate_bacau', as: secretariat },
  { path: '/people/per_delegate_bacau/edit', as: secretariat },
  { path: '/people/new', as: secretariat },
  { path: '/mandates/man_delegate_bacau/end', as: secretariat },
  { path: '/mandates/new?organisation=org_bacau', as: secretariat },
  { path: '/meetings/mee_strategyahead/edit', as: secretariat },
  { path: '/audit', as: 'per_auditor' },
  { path: '/texts', as: 'per_guest' },
  { path: '/texts/doc_pos_strategy', as: 'per_guest', editor: true },
  { path: '/texts/doc_pos_osec', as: 'per_guest', status: 410 },
  { path: '/account', as: 'per_guest' },
  { path: '/texts/doc_pos_strategy/guests', as: delegate },
  { path: '/audit', as: delegate, status: 403 },
  { path: '/nowhere', as: delegate, status: 404 },
]
