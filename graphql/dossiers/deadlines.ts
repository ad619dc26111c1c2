/** Deadlines and links of a dossier. */
import { z } from 'zod'
import type { Transaction } from '../../prisma/client.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { id, legalDate, line, optionalLine, optionalUrl, read } from '../input.ts'
import { allow, found } from '../refusal.ts'
import { today } from '../today.ts'
import { managesDossiers, visibleDossiers } from './access.ts'

const deadlineShape = z.object({
  dossierId: id('dos'),
  titleRo: line(300),
  titleEn: optionalLine(300),
  date: legalDate(),
  legalBasis: optionalLine(300),
})

const linkShape = z.object({
  dossierId: id('dos'),
  title: line(200),
  url: optionalUrl().refine(address => address !== '', 'required'),
})

const AddDeadlineInput = builder.inputType('AddDeadlineInput', {
  fields: t => ({
    dossierId: t.id({ required: true }),
    titleRo: t.string({ required: true }),
    titleEn: t.string(),
    date: t.field({ type: 'Date', description: 'Required; null answers a refusal beside the field.' }),
    legalBasis: t.string({ description: 'What sets it: a law with its article, or who said so.' }),
  }),
})

const AddDossierLinkInput = builder.inputType('AddDossierLinkInput', {
  fields: t => ({
    dossierId: t.id({ required: true }),
    title: t.string({ required: true }),
    url: t.string({ required: true }),
  }),
})

/** Marks the dossier changed now; refuses one that is not there. */
async function touch(tx: Transaction, { viewer, now }: Context, dossierId: string): Promise<void> {
  const { count } = await tx.dossier.updateMany({
    where: { id: dossierId, AND: [visibleDossiers(viewer)] },
    data: { updatedAt: now() },
  })
  found(count === 1 ? count : null)
  await announce(tx, dossierId)
}

async function addDeadline(
  context: Context,
  input: typeof AddDeadlineInput.$inferInput,
): Promise<{ id: string }> {
  allow(managesDossiers(context.viewer), context.viewer)
  const deadline = read(deadlineShape, input)
  return inTransaction(context, async tx => {
    await touch(tx, context, deadline.dossierId)
    const { id } = await tx.deadline.create({ data: deadline, select: { id: true } })
    await record(tx, context, 'dossier.deadline_added', deadline.dossierId, { details: { deadlineId: id } })
    return { id }
  })
}

/** Done once: whoever says it second finds it done, and nothing changes. */
async function markDeadlineDone(context: Context, id: string): Promise<{ id: string }> {
  allow(managesDossiers(context.viewer), context.viewer)
  return inTransaction(context, async tx => {
    const { dossierId } = found(await tx.deadline.findUnique({ where: { id }, select: { dossierId: true } }))
    const { count } = await tx.deadline.updateMany({
      where: { id, doneAt: null },
      data: { doneAt: context.now() },
    })
    if (count === 1) {
      await touch(tx, context, dossierId)
      await record(tx, context, 'dossier.deadline_done', dossierId, { details: { deadlineId: id } })
    }
    return { id }
  })
}

async function addLink(
  context: Context,
  input: typeof AddDossierLinkInput.$inferInput,
): Promise<{ id: string }> {
  allow(managesDossiers(context.viewer), context.viewer)
  const link = read(linkShape, input)
  return inTransaction(context, async tx => {
    await touch(tx, context, link.dossierId)
    const { id } = await tx.dossierLink.create({
      data: { ...link, seenOn: today(context.now()) },
      select: { id: true },
    })
    await record(tx, context, 'dossier.link_added', link.dossierId, { details: { linkId: id } })
    return { id: link.dossierId }
  })
}

builder.mutationFields(t => ({
  addDeadline: t.prismaField({
    type: 'Deadline',
    errors: {},
    args: { input: t.arg({ type: AddDeadlineInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { id } = await addDeadline(context, input)
      return context.database.prisma.deadline.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  markDeadlineDone: t.prismaField({
    type: 'Deadline',
    errors: {},
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, args, context) => {
      const { id } = await markDeadlineDone(context, args.id)
      return context.database.prisma.deadline.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  addDossierLink: t.prismaField({
    type: 'Dossier',
    errors: {},
    args: { input: t.arg({ type: AddDossierLinkInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { id } = await addLink(context, input)
      return context.database.prisma.dossier.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))
