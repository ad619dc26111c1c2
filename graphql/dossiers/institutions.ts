import { z } from 'zod'
import { Prisma } from '../../prisma/client.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { type Context, inTransaction } from '../context.ts'
import { line, optionalLine, optionalUrl, read } from '../input.ts'
import { allow, Refusal } from '../refusal.ts'
import { managesDossiers } from './access.ts'

const shape = z.object({
  nameRo: line(200),
  nameEn: optionalLine(200),
  acronym: optionalLine(40),
  website: optionalUrl(),
})

const CreateInstitutionInput = builder.inputType('CreateInstitutionInput', {
  fields: t => ({
    nameRo: t.string({ required: true }),
    nameEn: t.string(),
    acronym: t.string(),
    website: t.string(),
  }),
})

/** An institution is there once: its Romanian name tells it from the others, however its letters are typed. */
async function createInstitution(
  context: Context,
  input: typeof CreateInstitutionInput.$inferInput,
): Promise<{ id: string }> {
  allow(managesDossiers(context.viewer), context.viewer)
  const { nameRo, nameEn, acronym, website } = read(shape, input)
  const taken = new Refusal('already_exists', {
    detail: 'institution',
    fields: [{ field: 'nameRo', code: 'taken' }],
  })
  try {
    return await inTransaction(context, async tx => {
      const same = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM institution WHERE fold(name_ro) = fold(${nameRo}) LIMIT 1`
      if (same.length > 0) throw taken
      const created = await tx.institution.create({
        data: { nameRo, nameEn, acronym: acronym || null, website: website || null },
        select: { id: true },
      })
      await record(tx, context, 'institution.created', created.id)
      return created
    })
  } catch (failure) {
    if (failure instanceof Prisma.PrismaClientKnownRequestError && failure.code === 'P2002') throw taken
    throw failure
  }
}

builder.mutationField('createInstitution', t =>
  t.prismaField({
    type: 'Institution',
    errors: {},
    args: { input: t.arg({ type: CreateInstitutionInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { id } = await createInstitution(context, input)
      return context.database.prisma.institution.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
