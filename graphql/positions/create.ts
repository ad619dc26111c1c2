/** A position is started from its dossier, with the organisations that write it and a text that begins from the template. */
import { z } from 'zod'
import { positionTemplate } from '../../packages/document/templates.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction, type Translate } from '../context.ts'
import { createDocument } from '../documents/create.ts'
import { visibleDossiers } from '../dossiers/access.ts'
import { id, line, optionalLine, read } from '../input.ts'
import { notify, peopleOf } from '../notifications/notify.ts'
import { visibleOrganisations } from '../organisations/access.ts'
import { membersOn } from '../organisations/terms.ts'
import { allow, Refusal } from '../refusal.ts'
import { today } from '../today.ts'
import { startsPosition } from './access.ts'

const CreatePositionInput = builder.inputType('CreatePositionInput', {
  fields: t => ({
    dossierId: t.id({ required: true }),
    leadId: t.id({ required: true, description: 'The organisation that answers for it.' }),
    drafterIds: t.idList({ description: 'The organisations that write it with the lead.' }),
    titleRo: t.string({ required: true }),
    titleEn: t.string(),
  }),
})

const createShape = z.object({
  dossierId: id('dos'),
  leadId: id('org'),
  drafterIds: z
    .array(id('org'))
    .max(50, 'too_long')
    .nullish()
    .transform(ids => ids ?? []),
  titleRo: line(200),
  titleEn: optionalLine(200),
})

/** Only a law has articles to amend; other acts are answered in prose, and the table can be inserted any time. */
function firstText(t: Translate, procedure: string) {
  return positionTemplate(
    {
      context: t('positions:template.context'),
      findings: t('positions:template.findings'),
      amendments: t('positions:template.amendments'),
      contact: t('positions:template.contact'),
    },
    { amendmentTable: procedure === 'law' },
  )
}

async function createPosition(context: Context, input: unknown): Promise<{ id: string }> {
  const { viewer, database, now, t } = context
  allow(viewer.person !== null, viewer)
  const { dossierId, leadId, drafterIds, titleRo, titleEn } = read(createShape, input)
  allow(startsPosition(viewer, leadId), viewer)

  const dossier = await database.prisma.dossier.findFirst({
    where: { id: dossierId, AND: [visibleDossiers(viewer)] },
    select: { procedure: true },
  })
  if (dossier === null) throw new Refusal('invalid', { fields: [{ field: 'dossierId', code: 'not_found' }] })
  const drafters = [...new Set([leadId, ...drafterIds])]
  const members = await database.prisma.organisation.findMany({
    where: { id: { in: drafters }, AND: [membersOn(today(now())), visibleOrganisations(viewer)] },
    select: { id: true },
  })
  const strange = drafters.find(each => !members.some(member => member.id === each))
  if (strange !== undefined) {
    const field = strange === leadId ? 'leadId' : 'drafterIds'
    throw new Refusal('invalid', { fields: [{ field, code: 'not_found' }] })
  }

  return inTransaction(context, async tx => {
    const author = { personId: viewer.person?.id ?? null, organisationId: leadId }
    const documentId = await createDocument(tx, firstText(t, dossier.procedure), author)
    const position = await tx.position.create({
      data: {
        dossierId,
        documentId,
        leadId,
        titleRo,
        titleEn,
        createdById: author.personId,
        drafters: { create: drafters.map(organisationId => ({ organisationId })) },
      },
      select: { id: true },
    })
    await record(tx, context, 'position.created', position.id, {
      organisationId: leadId,
      details: { dossierId, documentId, drafterIds: drafters },
    })
    await notify(tx, author.personId, peopleOf(drafters, now()), {
      kind: 'drafting_invited',
      subjectId: position.id,
      values: { titleRo, titleEn },
    })
    await announce(tx, dossierId)
    return position
  })
}

builder.mutationField('createPosition', t =>
  t.prismaField({
    type: 'Position',
    description: 'Starts a position. Its text begins from the template, in the viewer’s language.',
    errors: {},
    args: { input: t.arg({ type: CreatePositionInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { id } = await createPosition(context, input)
      return context.database.prisma.position.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
