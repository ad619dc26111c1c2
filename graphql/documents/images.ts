/** The pictures of a text: kept beside it, added by those who write it, seen by those who read it. */
import { z } from 'zod'
import { imageBytes, imageSide, readImageFile } from '../../packages/document/imageFile.ts'
import type { Transaction } from '../../prisma/client.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { type Context, inTransaction } from '../context.ts'
import { id, read } from '../input.ts'
import { allow, found, Refusal } from '../refusal.ts'
import { documentGuard, seesDocument, visibleDocuments, writesDocument } from './access.ts'

/** All pictures of one document together, in bytes: a long report with many, and a limit to a mistake in a loop. */
const documentImageBytes = 50_000_000

/** Pictures that one person may add in a quarter of an hour. */
const imagesAQuarterHour = 100
const quarterHourMs = 15 * 60_000

builder.prismaNode('DocumentImage', {
  description: 'A picture in a text. It never changes, and whoever may read the text may see it.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (imageId, { viewer }) => ({ id: imageId, document: visibleDocuments(viewer) }),
  select: { id: true, documentId: true, document: { select: documentGuard } },
  authScopes: ({ document }, { viewer }) => seesDocument(viewer, document),
  fields: t => ({
    src: t.string({
      description: 'Its address, as the text has it.',
      resolve: image => `/documents/${image.documentId}/images/${image.id}`,
    }),
    mime: t.exposeString('mime', { description: 'image/png, image/jpeg, image/webp or image/gif.' }),
    width: t.exposeInt('width', { description: 'In pixels.' }),
    height: t.exposeInt('height', { description: 'In pixels.' }),
    size: t.exposeInt('size', { description: 'In bytes.' }),
    sha256: t.exposeString('sha256', { description: 'Of its bytes, in hexadecimal.' }),
    bytes: t.expose('bytes', { type: 'Bytes', complexity: 50 }),
    addedAt: t.expose('addedAt', { type: 'DateTime' }),
    addedBy: t.relation('addedBy', { nullable: true }),
    document: t.relation('document'),
  }),
})

const AddImageInput = builder.inputType('AddImageInput', {
  fields: t => ({
    documentId: t.id({ required: true }),
    bytes: t.field({ type: 'Bytes', required: true, description: 'At most 2 MB: PNG, JPEG, WebP or GIF.' }),
  }),
})

const shape = z.object({ documentId: id('doc'), bytes: z.instanceof(Uint8Array<ArrayBuffer>) })

builder.mutationField('addImage', t =>
  t.prismaField({
    type: 'DocumentImage',
    description: 'Keeps a picture for a text. The text shows it once somebody puts its address there.',
    errors: {},
    args: { input: t.arg({ type: AddImageInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { viewer, database } = context
      allow(viewer.person !== null, viewer)
      const { documentId, bytes } = read(shape, input)
      const document = found(
        await database.prisma.document.findFirst({
          where: { id: documentId, AND: [visibleDocuments(viewer)] },
          select: documentGuard,
        }),
      )
      allow(writesDocument(viewer, document), viewer)
      const imageId = await inTransaction(context, tx => keep(tx, context, documentId, bytes))
      return database.prisma.documentImage.findUniqueOrThrow({ ...query, where: { id: imageId } })
    },
  }),
)

/** Keeps the bytes unless the document has them already; answers the picture's id. */
async function keep(
  tx: Transaction,
  context: Context,
  documentId: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const file = wellFormed(bytes)
  const sha256 = await hashOf(bytes)
  // Two who add at once are one after the other, so that the limit holds.
  await tx.$queryRaw`SELECT id FROM document WHERE id = ${documentId} FOR UPDATE`
  const kept = await tx.documentImage.findUnique({
    where: { documentId_sha256: { documentId, sha256 } },
    select: { id: true },
  })
  if (kept) return kept.id
  await refuseTooMany(tx, context, documentId, bytes.length)
  const image = await tx.documentImage.create({
    data: {
      documentId,
      sha256,
      ...file,
      size: bytes.length,
      bytes,
      addedById: context.viewer.person?.id ?? null,
      addedAt: context.now(),
    },
    select: { id: true },
  })
  await record(tx, context, 'document.image_added', documentId, {
    details: { imageId: image.id, sha256, size: bytes.length },
  })
  return image.id
}

function wellFormed(bytes: Uint8Array) {
  const misfit = (code: string) =>
    new Refusal('invalid', { detail: code, fields: [{ field: 'bytes', code }] })
  if (bytes.length > imageBytes) throw misfit('image_too_large')
  const file = readImageFile(bytes)
  if (file === null) throw misfit('image_kind')
  if (Math.max(file.width, file.height) > imageSide) throw misfit('image_too_wide')
  return file
}

async function refuseTooMany(tx: Transaction, { viewer, now }: Context, documentId: string, size: number) {
  const { _sum } = await tx.documentImage.aggregate({ where: { documentId }, _sum: { size: true } })
  if ((_sum.size ?? 0) + size > documentImageBytes)
    throw new Refusal('wrong_state', { detail: 'images_full' })
  const since = new Date(now().getTime() - quarterHourMs)
  const recent = await tx.documentImage.count({
    where: { addedById: viewer.person?.id ?? null, addedAt: { gte: since } },
  })
  if (recent >= imagesAQuarterHour) throw new Refusal('too_many_attempts', { values: { count: 15 } })
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Buffer.from(digest).toString('hex')
}
