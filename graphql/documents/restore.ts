/** An older text becomes the text again: as one more edit, by the person who restores it. */
import * as Y from 'yjs'
import { z } from 'zod'
import { restore } from '../../packages/document/restore.ts'
import { defaultLimits } from '../../packages/live/ports.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { id, read } from '../input.ts'
import { holdEditable } from '../positions/guarded.ts'
import { allow, found, Refusal } from '../refusal.ts'
import { documentGuard, visibleDocuments, writesDocument } from './access.ts'
import { currentUpdates } from './current.ts'
import { actsFor } from './gate.ts'
import { appendEdit } from './log.ts'
import { type Point, pointOf } from './points.ts'

const RestoreTextInput = builder.inputType('RestoreTextInput', {
  fields: t => ({
    documentId: t.id({ required: true }),
    point: t.string({ required: true, description: '`v2` or `e1234`.' }),
  }),
})

const restoreShape = z.object({ documentId: id('doc'), point: z.string().max(20, 'too_long') })

/**
 * The log only grows: what is in the text now stays in its history, and is restored in the same way. Everyone who has
 * the text open, on whatever process, sees it as they see any edit.
 */
async function restoreText(context: Context, input: unknown): Promise<string> {
  const { viewer, database } = context
  allow(viewer.person !== null, viewer)
  const { documentId, point: name } = read(restoreShape, input)
  const document = found(
    await database.prisma.document.findFirst({
      where: { id: documentId, AND: [visibleDocuments(viewer)] },
      select: {
        ...documentGuard,
        position: { select: { id: true, ...documentGuard.position.select } },
      },
    }),
  )
  const { position } = document
  if (position?.status === 'adopted') throw new Refusal('wrong_state', { detail: 'position_final' })
  allow(writesDocument(viewer, document), viewer)
  const point = found(name === 'now' ? null : await pointOf(context, document, name))

  const organisationId = actsFor(viewer, document)?.organisationId ?? null
  await inTransaction(context, async tx => {
    if (position !== null) await holdEditable(tx, position.id)
    await tx.$queryRaw`SELECT id FROM document WHERE id = ${documentId} FOR UPDATE`
    const bytes = editTo(point, await currentUpdates(tx, documentId))
    const author = { authorId: viewer.person?.id ?? null, organisationId }
    const seq = await appendEdit(tx, { documentId, ...author, bytes })
    await record(tx, context, 'document.restored', documentId, {
      organisationId,
      details: { seq, point: name },
    })
    await announce(tx, documentId)
  })
  return documentId
}

function editTo({ text }: Point, updates: readonly Uint8Array[]): Uint8Array {
  const now = new Y.Doc()
  for (const update of updates) Y.applyUpdate(now, update)
  try {
    const edit = restore(now, text)
    if (edit === null) throw new Refusal('wrong_state', { detail: 'text_is_so' })
    if (Y.encodeStateAsUpdate(now).length > defaultLimits.documentBytes)
      throw new Refusal('wrong_state', { detail: 'text_too_large' })
    return edit
  } catch (failure) {
    if (failure instanceof RangeError) throw new Refusal('wrong_state', { detail: 'text_unreadable' })
    throw failure
  } finally {
    now.destroy()
  }
}

builder.mutationField('restoreText', t =>
  t.prismaField({
    type: 'Document',
    description: 'Makes an older text the text again, as one more edit. The log only grows.',
    errors: {},
    args: { input: t.arg({ type: RestoreTextInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const documentId = await restoreText(context, input)
      return context.database.prisma.document.findUniqueOrThrow({ ...query, where: { id: documentId } })
    },
  }),
)
