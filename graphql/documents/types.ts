import { toText } from '../../packages/document/content.ts'
import { canonicalText } from '../../packages/document/version.ts'
import { inLanguage } from '../bilingual.ts'
import { builder } from '../builder.ts'
import { visiblePolls } from '../polls/access.ts'
import {
  documentGuard,
  freezesDocument,
  seesAll,
  seesDocument,
  visibleDocuments,
  visibleWithAll,
  writesDocument,
} from './access.ts'
import { contentOf, htmlFor } from './content.ts'
import { currentText } from './current.ts'
import { Outline, outline } from './outline.ts'

/** Reading a text replays its log or renders it, so a list of texts is asked for page by page. */
const wholeText = { field: 20, multiplier: 1 }

export const DocumentKindEnum = builder.enumType('DocumentKind', {
  description: 'What the text is: a position, or the minutes of a meeting.',
  values: ['position', 'minutes'] as const,
})

builder.prismaNode('Document', {
  description:
    'A text that people write together; edits go over the live socket, never through this API. A guest, to whom this text alone was opened, sees nothing of what is around it.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: [visibleDocuments(viewer)] }),
  select: documentGuard,
  authScopes: (document, { viewer }) => seesDocument(viewer, document),
  fields: t => ({
    title: t.string({
      description: 'Of the position or the meeting, in the viewer’s language.',
      select: {
        position: { select: { ...documentGuard.position.select, titleRo: true, titleEn: true } },
        meeting: { select: { ...documentGuard.meeting.select, titleRo: true, titleEn: true } },
      },
      resolve: ({ position, meeting }, _args, { locale }) => {
        const { titleRo, titleEn } = position ?? meeting ?? { titleRo: '', titleEn: '' }
        return inLanguage(locale, titleRo, titleEn)
      },
    }),
    kind: t.field({
      type: DocumentKindEnum,
      select: documentGuard,
      resolve: ({ position }) => (position === null ? 'minutes' : 'position'),
    }),
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
    finalHtml: t.string({
      nullable: true,
      description: 'The text that the members adopted, once they have: it no longer changes.',
      complexity: wholeText,
      resolve: async ({ id: documentId }, _args, { database, t: translate }) => {
        const adopted = await database.prisma.documentVersion.findFirst({
          where: {
            documentId,
            document: { position: { status: 'adopted' } },
            polls: { some: { outcome: 'adopted' } },
          },
          select: { content: true },
        })
        return adopted && htmlFor(contentOf(adopted.content), translate)
      },
    }),
    versions: t.relation('versions', {
      description: 'The newest first; none for a guest.',
      query: (_args, { viewer }) => ({
        where: { document: visibleWithAll(viewer) },
        orderBy: { number: 'desc' },
      }),
    }),
    version: t.prismaField({
      type: 'DocumentVersion',
      nullable: true,
      args: { number: t.arg.int({ required: true }) },
      resolve: (query, { id: documentId }, { number }, { database, viewer }) =>
        database.prisma.documentVersion.findFirst({
          ...query,
          where: { documentId, number, document: visibleWithAll(viewer) },
        }),
    }),
    position: t.relation('position', {
      nullable: true,
      description: 'The position whose text it is; null for a guest.',
      authScopes: (document, _args, { viewer }) => seesAll(viewer, document),
      unauthorizedResolver: () => null,
    }),
    meeting: t.relation('meeting', {
      nullable: true,
      description: 'The meeting whose minutes it is; null for a guest.',
      authScopes: (document, _args, { viewer }) => seesAll(viewer, document),
      unauthorizedResolver: () => null,
    }),
  }),
})

builder.prismaNode('DocumentVersion', {
  description: 'A text as it was frozen. It never changes, and a vote refers to its hash.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, document: visibleWithAll(viewer) }),
  select: { id: true, document: { select: documentGuard } },
  authScopes: ({ document }, { viewer }) => seesAll(viewer, document),
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

builder.queryField('document', t =>
  t.prismaField({
    type: 'Document',
    nullable: true,
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { database, viewer }) =>
      database.prisma.document.findFirst({ ...query, where: { id, AND: [visibleDocuments(viewer)] } }),
  }),
)
