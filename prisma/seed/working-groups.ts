/** The working groups: the three of the strategy (Prevention, Assistance, Prosecution) and the task force of March 2023. */
export interface SeedGroup {
  id: string
  nameRo: string
  nameEn: string
  purposeRo: string
  purposeEn: string
  /** Ids of prisma/seed/organisations.ts. */
  memberIds: readonly string[]
}

export const seedGroups: readonly SeedGroup[] = [
  {
    id: 'grp_prevention',
    nameRo: 'Prevenire',
    nameEn: 'Prevention',
    purposeRo: 'Educație, campanii și reducerea cererii care alimentează traficul.',
    purposeEn: 'Education, campaigns and reducing the demand that feeds trafficking.',
    memberIds: ['org_eliberare', 'org_bacau', 'org_brasov', 'org_iasi', 'org_suceava', 'org_vrancea'],
  },
  {
    id: 'grp_assistance',
    nameRo: 'Asistență',
    nameEn: 'Assistance',
    purposeRo: 'Identificare, trimitere către servicii, adăpost și reintegrare.',
    purposeEn: 'Identification, referral to services, shelter and reintegration.',
    memberIds: [
      'org_eliberare',
      'org_brasov',
      'org_cluj',
      'org_timis',
      'org_constanta',
      'org_bihor',
      'org_dolj',
    ],
  },
  {
    id: 'grp_prosecution',
    nameRo: 'Urmărire penală',
    nameEn: 'Prosecution',
    purposeRo: 'Legi penale, proceduri și drepturile victimelor în proces.',
    purposeEn: 'Criminal law, procedure and the rights of victims at trial.',
    memberIds: ['org_eliberare', 'org_bucuresti', 'org_prahova', 'org_galati', 'org_arges'],
  },
  {
    id: 'grp_osec',
    nameRo: 'Grupul operativ OSEC/OSAC',
    nameEn: 'OSEC/OSAC task force',
    purposeRo: 'Exploatarea și abuzul sexual al copiilor în mediul online; grup pornit pe 6 martie 2023.',
    purposeEn: 'Online sexual exploitation and abuse of children; launched on 6 March 2023.',
    memberIds: ['org_eliberare', 'org_bacau', 'org_cluj', 'org_sibiu', 'org_hunedoara'],
  },
]
