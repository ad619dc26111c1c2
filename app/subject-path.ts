/** The page of each kind of thing that an id can name. */
const places: Record<string, string> = {
  dos: '/dossiers',
  pos: '/positions',
  pol: '/polls',
  mee: '/meetings',
  org: '/organisations',
  per: '/people',
  doc: '/texts',
}

/** What is read on a page with others of its kind, at its own heading. */
const headings: Record<string, string> = { grp: '/organisations/groups', rul: '/organisations/statute' }

/** Where the thing with this id is read (`pol_…` → `/polls/pol_…`); home for a kind that has no page of its own. */
export function subjectPath(id: string): string {
  const kind = id.slice(0, id.indexOf('_'))
  const heading = headings[kind]
  if (heading !== undefined) return `${heading}#${encodeURIComponent(id)}`
  const place = places[kind]
  return place === undefined ? '/' : `${place}/${encodeURIComponent(id)}`
}
