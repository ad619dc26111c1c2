import { builder } from '../builder.ts'
import { documentGuard, seesDocument, visibleDocuments, writesDocument } from './access.ts'

builder.prismaNode('Document', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [visibleDocuments(viewer)] }),
  select: { id: true, ...documentGuard },
  authScopes: (document, { viewer }) => seesDocument(viewer, document),
  fields: t => ({
    schemaVersion: t.exposeInt('schemaVersion'),
    mayWrite: t.boolean({
      description: 'Whether the viewer may write in it.',
      select: documentGuard,
      resolve: (document, _args, { viewer }) => writesDocument(viewer, document),
    }),
  }),
})

builder.prismaNode('DocumentVersion', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, document: visibleDocuments(viewer) }),
  select: { id: true, document: { select: documentGuard } },
  authScopes: ({ document }, { viewer }) => seesDocument(viewer, document),
  fields: t => ({
    number: t.exposeInt('number'),
    name: t.exposeString('name'),
    hash: t.exposeString('hash', { description: 'SHA-256 of the canonical text, hexadecimal.' }),
    frozenAt: t.expose('frozenAt', { type: 'DateTime' }),
  }),
})
