/** Freezing a text. What a document is created for creates it (a position, a meeting); its edits go over the socket. */
import { z } from 'zod'
import { builder } from '../builder.ts'
import { inTransaction } from '../context.ts'
import { id, optionalLine, read } from '../input.ts'
import { allow, found, Refusal } from '../refusal.ts'
import { documentGuard, freezesDocument, visibleDocuments } from './access.ts'
import { freeze } from './freeze.ts'

const FreezeVersionInput = builder.inputType('FreezeVersionInput', {
  fields: t => ({
    documentId: t.id({ required: true }),
    name: t.string({ description: 'What people call the version; may be left empty.' }),
  }),
})

const freezeShape = z.object({ documentId: id('doc'), name: optionalLine(120) })

builder.mutationField('freezeVersion', t =>
  t.prismaField({
    type: 'DocumentVersion',
    description: 'Freezes the text as it is now, as the next numbered version. The draft goes on.',
    errors: {},
    args: { input: t.arg({ type: FreezeVersionInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { viewer, database } = context
      allow(viewer.person !== null, viewer)
      const { documentId, name } = read(freezeShape, input)
      const document = found(
        await database.prisma.document.findFirst({
          where: { id: documentId, AND: [visibleDocuments(viewer)] },
          select: documentGuard,
        }),
      )
      allow(freezesDocument(viewer, document), viewer)
      if (document.position?.status === 'adopted')
        throw new Refusal('wrong_state', { detail: 'position_final' })
      const version = await inTransaction(context, tx => freeze(tx, context, documentId, name))
      return database.prisma.documentVersion.findUniqueOrThrow({ ...query, where: { id: version.id } })
    },
  }),
)
