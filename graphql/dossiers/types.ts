import { inLanguage } from '../bilingual.ts'
import { builder } from '../builder.ts'
import { seesDossiers, visibleDossiers } from './access.ts'

builder.prismaNode('Institution', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [seesDossiers(viewer) ? {} : { id: '' }] }),
  authScopes: (_institution, { viewer }) => seesDossiers(viewer),
  fields: t => ({
    nameRo: t.exposeString('nameRo'),
    nameEn: t.exposeString('nameEn'),
    acronym: t.exposeString('acronym', { nullable: true }),
  }),
})

builder.prismaNode('Dossier', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [visibleDossiers(viewer)] }),
  authScopes: (_dossier, { viewer }) => seesDossiers(viewer),
  fields: t => ({
    titleRo: t.exposeString('titleRo'),
    titleEn: t.exposeString('titleEn'),
    title: t.string({
      description: 'In the viewer’s language, or in Romanian where it has no other.',
      select: { titleRo: true, titleEn: true },
      resolve: ({ titleRo, titleEn }, _args, { locale }) => inLanguage(locale, titleRo, titleEn),
    }),
    revision: t.exposeInt('revision'),
  }),
})
