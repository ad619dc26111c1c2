/** The page of each kind of thing that an id can name. */
const places: Record<string, string> = {
  dos: '/dossiers',
  pos: '/positions',
  pol: '/polls',
  mee: '/meetings',
  org: '/organisations',
  per: '/people',
  grp: '/organisations/groups',
  rul: '/organisations/statute',
}

/** Where the thing with this id is read (`pol_…` → `/polls/pol_…`); home for a kind that has no page of its own. */
export function subjectPath(id: string): string {
  const place = places[id.slice(0, id.indexOf('_'))]
  return place === undefined ? '/' : `${place}/${encodeURIComponent(id)}`
}
