/** What a meeting is made of when it is planned or changed: the input, its well-formed shape, and what it may refer to. */
import { z } from 'zod'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { visibleDossiers } from '../dossiers/access.ts'
import { id, instant, line, optionalId, optionalLine, optionalUrl, read } from '../input.ts'
import { membersOn } from '../organisations/terms.ts'
import { visiblePositions } from '../positions/access.ts'
import { type FieldProblem, Refusal } from '../refusal.ts'
import { today } from '../today.ts'
import { MeetingAudienceEnum } from './types.ts'

const AgendaItemInput = builder.inputType('AgendaItemInput', {
  fields: t => ({
    id: t.id({ description: 'Of an item that is on the agenda already; without it the item is new.' }),
    title: t.string({ required: true }),
    dossierId: t.id(),
    positionId: t.id(),
  }),
})

export const MeetingInput = builder.inputType('MeetingInput', {
  fields: t => ({
    titleRo: t.string({ required: true }),
    titleEn: t.string(),
    startsAt: t.field({
      type: 'DateTime',
      description: 'Required; null answers a refusal beside the field.',
    }),
    endsAt: t.field({ type: 'DateTime' }),
    place: t.string(),
    onlineUrl: t.string(),
    institutionId: t.id(),
    organiserId: t.id({ required: true }),
    audience: t.field({ type: MeetingAudienceEnum, required: true }),
    organisationIds: t.idList({ required: true, description: 'The member organisations that take part.' }),
    outside: t.stringList({
      required: true,
      description: 'Who takes part from outside, each by office and institution, never by name.',
    }),
    agenda: t.field({ type: [AgendaItemInput], required: true, description: 'The whole agenda, in order.' }),
  }),
})

const agendaItem = z.object({
  id: optionalId('age'),
  title: line(300),
  dossierId: optionalId('dos'),
  positionId: optionalId('pos'),
})

const shape = z
  .object({
    titleRo: line(),
    titleEn: optionalLine(),
    startsAt: instant(),
    endsAt: instant().nullish(),
    place: optionalLine(300),
    onlineUrl: optionalUrl(),
    institutionId: optionalId('ins'),
    organiserId: id('org'),
    audience: z.enum(['federation', 'participants']),
    organisationIds: z.array(z.string()).max(200, 'too_many'),
    outside: z
      .array(z.string())
      .transform(all => [
        ...new Set(all.map(each => each.replace(/\s+/gu, ' ').trim().normalize('NFC')).filter(Boolean)),
      ])
      // Named for the field that they are written in, one a line.
      .refine(all => all.every(each => each.length <= 200), 'too_long')
      .refine(all => all.length <= 100, 'too_many'),
    agenda: z.array(agendaItem).max(50, 'too_many'),
  })
  .refine(({ startsAt, endsAt }) => !endsAt || endsAt > startsAt, {
    path: ['endsAt'],
    message: 'ends_before_start',
  })

export type MeetingForm = z.output<typeof shape>

/** Reads the input, or refuses with one problem a field (`agenda.2.title` for the third item's). */
export function readMeeting(input: unknown): MeetingForm {
  return read(shape, input)
}

/**
 * Refuses what the form refers to and the viewer cannot: one problem a field. An organisation may take part while it
 * is a member; those of `kept` (a meeting's own) stay also after they left.
 */
export async function checkReferences(
  { database: { prisma }, viewer, now }: Pick<Context, 'database' | 'viewer' | 'now'>,
  form: MeetingForm,
  kept: { organisationIds: readonly string[]; positionIds: readonly string[] } = {
    organisationIds: [],
    positionIds: [],
  },
): Promise<void> {
  const named = new Set([form.organiserId, ...form.organisationIds])
  const dossierIds = form.agenda.flatMap(item => item.dossierId ?? [])
  const positionIds = form.agenda.flatMap(item => item.positionId ?? [])
  const [organisations, institution, dossiers, positions] = await Promise.all([
    prisma.organisation.findMany({
      where: {
        id: { in: [...named] },
        OR: [membersOn(today(now())), { id: { in: [...kept.organisationIds] } }],
      },
      select: { id: true },
    }),
    form.institutionId === null
      ? true
      : prisma.institution.findUnique({ where: { id: form.institutionId }, select: { id: true } }),
    prisma.dossier.findMany({
      where: { id: { in: dossierIds }, AND: [visibleDossiers(viewer)] },
      select: { id: true },
    }),
    prisma.position.findMany({
      where: { id: { in: positionIds }, AND: [visiblePositions(viewer)] },
      select: { id: true },
    }),
  ])
  const known = new Set([...organisations, ...dossiers, ...positions].map(row => row.id))
  for (const positionId of kept.positionIds) known.add(positionId)
  const problems: FieldProblem[] = []
  const missing = (field: string) => problems.push({ field, code: 'not_found' })
  if (!known.has(form.organiserId)) missing('organiserId')
  if (institution === null) missing('institutionId')
  if (form.organisationIds.some(each => !known.has(each))) missing('organisationIds')
  form.agenda.forEach(({ dossierId, positionId }, index) => {
    if (dossierId !== null && !known.has(dossierId)) missing(`agenda.${index}.dossierId`)
    if (positionId !== null && !known.has(positionId)) missing(`agenda.${index}.positionId`)
  })
  if (problems.length > 0) throw new Refusal('invalid', { fields: problems })
}
