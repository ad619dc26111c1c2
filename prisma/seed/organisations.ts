/** The 23 members. Only eLiberare is named in public sources; the others are plainly called by place and "demo". */
import type { Transaction } from '../client.ts'
import { demonstrationArticles, exampleRules, uncheckedArticle } from './statute-rules.ts'
import { seedGroups } from './working-groups.ts'

export interface SeedOrganisation {
  id: string
  name: string
  shortName: string
  county: string
}

const demoPlaces = [
  'Bacău',
  'Dolj',
  'Brașov',
  'București',
  'Vrancea',
  'Alba',
  'Constanța',
  'Sibiu',
  'Covasna',
  'Suceava',
  'Argeș',
  'Buzău',
  'Prahova',
  'Iași',
  'Neamț',
  'Botoșani',
  'Hunedoara',
  'Cluj',
  'Bihor',
  'Galați',
  'Vâlcea',
  'Timiș',
] as const

const plain = (place: string) => place.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const seedOrganisations: readonly SeedOrganisation[] = [
  { id: 'org_eliberare', name: 'Asociația eLiberare', shortName: 'eLiberare', county: 'București' },
  ...demoPlaces.map(place => ({
    id: `org_${plain(place)}`,
    name: `Organizația ${place} (demo)`,
    shortName: `${place} (demo)`,
    county: place,
  })),
]

/** The members since `since`, their working groups, and the rules by which the demonstration decides. */
export async function seedFederation(tx: Transaction, since: Date): Promise<void> {
  await tx.organisation.createMany({
    data: seedOrganisations.map(organisation => ({ ...organisation, joinedOn: since })),
  })
  for (const [order, { memberIds, ...group }] of seedGroups.entries()) {
    await tx.workingGroup.create({ data: { ...group, createdAt: new Date(since.getTime() + order * 1000) } })
    await tx.workingGroupMember.createMany({
      data: memberIds.map(organisationId => ({ organisationId, workingGroupId: group.id })),
    })
  }
  await tx.statuteRule.createMany({
    data: exampleRules.map(rule => ({
      ...rule,
      article: demonstrationArticles[rule.id] ?? uncheckedArticle,
      validFrom: since,
    })),
  })
}
