/**
 * Rows that belong to one organisation and are linked with what all members see: a draft, a meeting among few, a
 * notification. Their ids and every text of theirs hold the word `hidden`, so that it must never be in an answer to
 * anybody else.
 */
import { emptyDocument } from '../../packages/document/content.ts'
import type { PrismaClient } from '../../prisma/client.ts'

/** An id as long as a hidden one, of a row that is not there. */
export const absent = (hidden: string) => hidden.replace('_hidden', '_absent')

export const owner = 'org_timis'
export const outsider = 'per_delegate_bacau'

/** One hidden row a kind. */
export const hiddenIds = {
  pos: 'pos_hidden',
  doc: 'doc_hidden',
  ver: 'ver_hidden',
  gue: 'gue_hidden',
  img: 'img_hidden',
  pol: 'pol_hidden',
  rec: 'rec_hidden',
  fol: 'fol_hidden',
  sub: 'sub_hidden',
  mee: 'mee_hidden',
  age: 'age_hidden',
  act: 'act_hidden',
  not: 'not_hidden',
} as const

export async function hideRows(prisma: PrismaClient): Promise<void> {
  const dossier = await prisma.dossier.findFirstOrThrow({ where: { id: 'dos_nirm' } })
  const institution = await prisma.institution.findFirstOrThrow()
  const rule = await prisma.statuteRule.findFirstOrThrow()
  const open = await prisma.meeting.findFirstOrThrow({ where: { audience: 'federation' } })
  const text = 'hidden'
  for (const id of [hiddenIds.doc, 'doc_hidden_minutes'])
    await prisma.document.create({ data: { id, schemaVersion: 1 } })
  await prisma.position.create({
    data: {
      id: hiddenIds.pos,
      dossierId: dossier.id,
      documentId: hiddenIds.doc,
      titleRo: text,
      leadId: owner,
      drafters: { create: { organisationId: owner } },
    },
  })
  await prisma.documentVersion.create({
    data: {
      id: hiddenIds.ver,
      documentId: hiddenIds.doc,
      number: 1,
      name: text,
      hash: text,
      content: JSON.parse(JSON.stringify(emptyDocument)),
    },
  })
  await prisma.person.create({ data: { id: 'per_hidden', name: text, email: 'hidden@hidden.example' } })
  await prisma.documentGuest.create({
    data: {
      id: hiddenIds.gue,
      documentId: hiddenIds.doc,
      personId: 'per_hidden',
      right: 'write',
      until: new Date('2100-01-01'),
    },
  })
  await prisma.documentImage.create({
    data: {
      id: hiddenIds.img,
      documentId: hiddenIds.doc,
      sha256: text,
      mime: 'image/png',
      width: 1,
      height: 1,
      size: text.length,
      bytes: new TextEncoder().encode(text),
    },
  })
  // No member sees a poll that is being prepared, on whatever text.
  await prisma.poll.create({
    data: {
      id: hiddenIds.pol,
      positionId: hiddenIds.pos,
      versionId: hiddenIds.ver,
      ruleId: rule.id,
      questionRo: text,
    },
  })
  await prisma.recommendation.create({
    data: { id: hiddenIds.rec, positionId: hiddenIds.pos, number: 1, blockId: text, text },
  })
  await prisma.followUp.create({
    data: {
      id: hiddenIds.fol,
      recommendationId: hiddenIds.rec,
      outcome: 'rejected',
      date: new Date('2026-01-01'),
      evidence: text,
    },
  })
  await prisma.submission.create({
    data: {
      id: hiddenIds.sub,
      positionId: hiddenIds.pos,
      institutionId: institution.id,
      submittedOn: new Date('2026-01-01'),
      reference: text,
    },
  })
  await prisma.meeting.create({
    data: {
      id: hiddenIds.mee,
      titleRo: text,
      place: text,
      startsAt: new Date('2026-12-01T10:00:00Z'),
      institutionId: institution.id,
      organiserId: owner,
      audience: 'participants',
      minutesDocumentId: 'doc_hidden_minutes',
      participants: { create: [{ organisationId: owner }, { outsideName: text }] },
      agendaItems: { create: { id: hiddenIds.age, number: 1, title: text, dossierId: dossier.id } },
      decisions: { create: { text } },
      actionItems: {
        create: { id: hiddenIds.act, text, ownerId: 'org_bacau', dueOn: new Date('2026-12-02') },
      },
    },
  })
  await prisma.agendaItem.create({
    data: { meetingId: open.id, number: 99, title: 'Seen by all', positionId: hiddenIds.pos },
  })
  await prisma.notification.create({
    data: {
      id: hiddenIds.not,
      personId: 'per_delegate_timis',
      kind: 'meeting_planned',
      subjectId: hiddenIds.mee,
      values: { titleRo: text, titleEn: text },
    },
  })
}
