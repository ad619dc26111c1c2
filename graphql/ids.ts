/** Ids name their kind, so a node's type is read off its id. One line for each kind that `node(id:)` can answer. */
export const typenames = {
  per: 'Person',
  org: 'Organisation',
  man: 'Mandate',
  grp: 'WorkingGroup',
  rul: 'StatuteRule',
  ins: 'Institution',
  dos: 'Dossier',
  stp: 'DossierStep',
  dea: 'Deadline',
  doc: 'Document',
  ver: 'DocumentVersion',
  gue: 'DocumentGuest',
  img: 'DocumentImage',
  pos: 'Position',
  rec: 'Recommendation',
  sub: 'Submission',
  fol: 'FollowUp',
  pol: 'Poll',
  mee: 'Meeting',
  age: 'AgendaItem',
  act: 'ActionItem',
  not: 'Notification',
} as const

export type NodeTypename = (typeof typenames)[keyof typeof typenames]

/** The kind of ids that are of no kind. */
export const noType = 'Nothing'

/** The GraphQL type of an id; an id of no known kind belongs to nothing and is not found. */
export function typenameOf(id: string): string {
  const prefix = id.slice(0, id.indexOf('_'))
  return Object.hasOwn(typenames, prefix) ? typenames[prefix as keyof typeof typenames] : noType
}
