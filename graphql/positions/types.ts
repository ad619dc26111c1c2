import { inLanguage } from '../bilingual.ts'
import { builder } from '../builder.ts'
import { positionGuard, seesPosition, visiblePositions } from './access.ts'

export const PositionStatusEnum = builder.enumType('PositionStatus', {
  values: ['drafting', 'consultation', 'voting', 'adopted', 'rejected'] as const,
})

builder.prismaNode('Position', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [visiblePositions(viewer)] }),
  select: { id: true, ...positionGuard },
  authScopes: (position, { viewer }) => seesPosition(viewer, position),
  fields: t => ({
    titleRo: t.exposeString('titleRo'),
    titleEn: t.exposeString('titleEn'),
    title: t.string({
      description: 'In the viewer’s language, or in Romanian where it has no other.',
      select: { titleRo: true, titleEn: true },
      resolve: ({ titleRo, titleEn }, _args, { locale }) => inLanguage(locale, titleRo, titleEn),
    }),
    status: t.expose('status', { type: PositionStatusEnum }),
    revision: t.exposeInt('revision'),
    dossier: t.relation('dossier'),
    document: t.relation('document'),
    lead: t.relation('lead'),
  }),
})
