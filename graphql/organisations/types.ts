import { inLanguage } from '../bilingual.ts'
import { builder } from '../builder.ts'
import { MandateRoleEnum } from '../people/types.ts'
import { seesFederation, visibleOrganisations } from './access.ts'

builder.prismaNode('Organisation', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [visibleOrganisations(viewer)] }),
  authScopes: (_organisation, { viewer }) => seesFederation(viewer),
  fields: t => ({
    name: t.exposeString('name'),
    shortName: t.exposeString('shortName'),
    county: t.exposeString('county'),
    website: t.exposeString('website', { nullable: true }),
    joinedOn: t.expose('joinedOn', { type: 'Date' }),
    leftOn: t.expose('leftOn', { type: 'Date', nullable: true }),
    revision: t.exposeInt('revision'),
    mandates: t.relation('mandates', { query: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } }),
  }),
})

builder.prismaNode('Mandate', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [seesFederation(viewer) ? {} : { id: '' }] }),
  authScopes: (_mandate, { viewer }) => viewer.person !== null,
  fields: t => ({
    role: t.expose('role', { type: MandateRoleEnum }),
    startsOn: t.expose('startsOn', { type: 'Date' }),
    endsOn: t.expose('endsOn', { type: 'Date', nullable: true }),
    person: t.relation('person'),
    organisation: t.relation('organisation'),
  }),
})

builder.prismaNode('WorkingGroup', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [seesFederation(viewer) ? {} : { id: '' }] }),
  authScopes: (_group, { viewer }) => seesFederation(viewer),
  fields: t => ({
    nameRo: t.exposeString('nameRo'),
    nameEn: t.exposeString('nameEn'),
    name: t.string({
      description: 'In the viewer’s language.',
      select: { nameRo: true, nameEn: true },
      resolve: ({ nameRo, nameEn }, _args, { locale }) => inLanguage(locale, nameRo, nameEn),
    }),
    revision: t.exposeInt('revision'),
  }),
})

builder.queryField('organisations', t =>
  t.prismaConnection({
    type: 'Organisation',
    cursor: 'id',
    authScopes: { member: true },
    totalCount: (_root, _args, { database, viewer }) =>
      database.prisma.organisation.count({ where: visibleOrganisations(viewer) }),
    resolve: (query, _root, _args, { database, viewer }) =>
      database.prisma.organisation.findMany({
        ...query,
        where: visibleOrganisations(viewer),
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
)
