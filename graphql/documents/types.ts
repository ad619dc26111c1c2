import { toText } from '../../packages/document/content.ts'
import { canonicalText } from '../../packages/document/version.ts'
import { builder } from '../builder.ts'
import { visiblePolls } from '../polls/access.ts'
import { documentGuard, freezesDocument, seesDocument, visibleDocuments, writesDocument } from './access.ts'
import { contentOf, htmlFor } from './content.ts'
import { currentText } from './current.ts'
import { Outline, outline } from './outline.ts'

/** Reading a text replays its log or renders it, so a list of texts is asked for page by page. */
const wholeText = { field: 20, multiplier: 1 }

builder.prismaNode('Document', {
  description: 'A text that people write together; edits go over the live socket, never through this API.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: [visibleDocuments(viewer)] }),
  select: { id: true, ...documentGuard },
  authScopes: (document, { viewer }) => seesDocument(viewer, document),
  fields: t => ({
    schemaVersion: t.exposeInt('schemaVersion', {
      description: 'Of the newest editor that wrote into it; an older one may not open it.',
    }),
    mayWrite: t.boolean({
      description: 'Whether the viewer may write in it.',
      select: documentGuard,
      resolve: (document, _args, { viewer }) => writesDocument(viewer, document),
    }),
    mayFreeze: t.boolean({
      description: 'Whether the viewer may freeze its next version now.',
      select: documentGuard,
      resolve: (document, _args, { viewer }) =>
        freezesDocument(viewer, document) && document.position?.status !== 'adopted',
    }),
    currentHtml: t.string({
      description: 'The text now, safe to put into a page; labels of its blocks in the viewer’s language.',
      complexity: wholeText,
      resolve: async ({ id }, _args, { database, t: translate }) =>
        htmlFor(await currentText(database.prisma, id), translate),
    }),
    currentText: t.string({
      description: 'The words now: one line a paragraph.',
      complexity: wholeText,
      resolve: async ({ id }, _args, { database }) => toText(await currentText(database.prisma, id)),
    }),
    versions: t.relation('versions', {
      description: 'The newest first.',
      query: { orderBy: { number: 'desc' } },
    }),
    version: t.prismaField({
      type: 'DocumentVersion',
      nullable: true,
      args: { number: t.arg.int({ required: true }) },
      resolve: (query, { id: documentId }, { number }, { database, viewer }) =>
        database.prisma.documentVersion.findFirst({
          ...query,
          where: { documentId, number, document: visibleDocuments(viewer) },
        }),
    }),
    position: t.relation('position', { nullable: true, description: 'The position whose text it is.' }),
    meeting: t.relation('meeting', { nullable: true, description: 'The meeting whose minutes it is.' }),
  }),
})

builder.prismaNode('DocumentVersion', {
  description: 'A text as it was frozen. It never changes, and a vote refers to its hash.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, document: visibleDocuments(viewer) }),
  select: { id: true, document: { select: documentGuard } },
  authScopes: ({ document }, { viewer }) => seesDocument(viewer, document),
  fields: t => ({
    number: t.exposeInt('number', { description: 'From 1, within its document.' }),
    name: t.exposeString('name', { description: 'May be empty.' }),
    hash: t.exposeString('hash', {
      description: 'SHA-256 of the text in the form of RFC 8785, in hexadecimal: anyone can recompute it.',
    }),
    html: t.string({
      description: 'Safe to put into a page; labels of its blocks in the viewer’s language.',
      complexity: wholeText,
      select: { content: true },
      resolve: ({ content }, _args, { t: translate }) => htmlFor(contentOf(content), translate),
    }),
    outline: t.field({
      type: [Outline],
      description: 'Its headings and blocks in reading order.',
      complexity: wholeText,
      select: { content: true },
      resolve: ({ content }) => outline(contentOf(content)),
    }),
    content: t.field({
      type: 'JSON',
      description: 'The text in ProseMirror’s JSON.',
      complexity: wholeText,
      select: { content: true },
      resolve: ({ content }) => content,
    }),
    canonicalText: t.string({
      description: 'The same in the form of RFC 8785: the SHA-256 of its UTF-8 bytes is `hash`.',
      complexity: wholeText,
      select: { content: true },
      resolve: ({ content }) => canonicalText(contentOf(content)),
    }),
    frozenAt: t.expose('frozenAt', { type: 'DateTime' }),
    frozenBy: t.relation('frozenBy', { nullable: true }),
    document: t.relation('document'),
    polls: t.relation('polls', {
      description: 'The votes on exactly this text.',
      query: (_args, { viewer }) => ({ where: visiblePolls(viewer), orderBy: { createdAt: 'desc' } }),
    }),
  }),
})
