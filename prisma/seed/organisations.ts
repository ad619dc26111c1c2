/** The 23 members. Only eLiberare is named in public sources; the others are plainly called by place and "demo". */
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
