/**
 * One row a kind that every member sees, and values that hang on such rows. The position is led by the delegate's
 * organisation and written by the drafter's too.
 */
import type { PrismaClient } from '../../prisma/client.ts'
import type { Ids } from './documents.ts'

const seen = { NOT: { id: { contains: 'hidden' } } }
const oldest = { orderBy: { id: 'asc' as const } }

export async function sampleRows(
  prisma: PrismaClient,
): Promise<{ ids: Ids; exact: Record<string, unknown> }> {
  const adopted = await prisma.position.findFirstOrThrow({ where: { status: 'adopted' }, ...oldest })
  const asked = await prisma.position.findFirstOrThrow({ where: { status: 'consultation' }, ...oldest })
  await prisma.position.update({ where: { id: asked.id }, data: { leadId: 'org_bacau' } })
  await prisma.positionDrafter.createMany({
    data: ['org_bacau', 'org_brasov'].map(organisationId => ({ positionId: asked.id, organisationId })),
    skipDuplicates: true,
  })
  const version = await prisma.documentVersion.findFirstOrThrow({
    where: { ...seen, document: { position: { isNot: null } } },
    include: { document: { include: { position: true } } },
    orderBy: { id: 'asc' },
  })
  // The guest has this text open, and with it nothing else of the samples.
  const opened = await prisma.documentGuest.create({
    data: {
      id: 'gue_sample',
      documentId: asked.documentId,
      personId: 'per_guest',
      right: 'write',
      until: new Date(Date.now() + 86_400_000),
    },
  })
  const image = await prisma.documentImage.create({
    data: {
      documentId: asked.documentId,
      sha256: 'sample',
      mime: 'image/png',
      width: 1,
      height: 1,
      size: 3,
      bytes: new Uint8Array([1, 2, 3]),
    },
    select: { id: true },
  })
  const open = await prisma.poll.findFirstOrThrow({ where: { status: 'open' }, ...oldest })
  const meeting = await prisma.meeting.findFirstOrThrow({
    where: { audience: 'federation', actionItems: { some: { doneAt: null } } },
    ...oldest,
  })
  const first = async (row: Promise<{ id: string } | null>) => (await row)?.id
  const id = { id: true }
  const found = {
    per: 'per_delegate_neamt',
    org: 'org_neamt',
    man: await first(prisma.mandate.findFirst({ where: { personId: 'per_delegate_neamt' }, select: id })),
    grp: await first(prisma.workingGroup.findFirst({ ...oldest, select: id })),
    rul: await first(prisma.statuteRule.findFirst({ ...oldest, select: id })),
    ins: await first(prisma.institution.findFirst({ ...oldest, select: id })),
    dos: 'dos_nirm',
    stp: await first(prisma.dossierStep.findFirst({ ...oldest, select: id })),
    dea: await first(prisma.deadline.findFirst({ where: { doneAt: null }, ...oldest, select: id })),
    doc: asked.documentId,
    ver: version.id,
    gue: opened.id,
    img: image.id,
    pos: asked.id,
    rec: await first(
      prisma.recommendation.findFirst({ where: { positionId: adopted.id }, ...oldest, select: id }),
    ),
    sub: await first(prisma.submission.findFirst({ where: seen, ...oldest, select: id })),
    fol: await first(prisma.followUp.findFirst({ where: seen, ...oldest, select: id })),
    pol: open.id,
    mee: meeting.id,
    age: await first(
      prisma.agendaItem.findFirst({ where: { meetingId: meeting.id }, ...oldest, select: id }),
    ),
    act: await first(
      prisma.actionItem.findFirst({ where: { meetingId: meeting.id, doneAt: null }, ...oldest, select: id }),
    ),
    not: await first(
      prisma.notification.findFirst({ where: { personId: 'per_delegate_bacau' }, ...oldest, select: id }),
    ),
  }
  const ids = Object.fromEntries(Object.entries(found).filter(([, each]) => each !== undefined)) as Ids
  return {
    ids,
    exact: {
      'recordSubmission.input.positionId': adopted.id,
      'recordSubmission.input.submittedOn': '2026-01-15',
      'recordFollowUp.input.date': '2026-01-15',
      'recordFollowUp.input.outcome': 'in_part',
      'recordStep.input.date': '2026-01-15',
      'recordStep.input.stage': 'in_force',
      'createDossier.input.firstStep.date': '2026-01-15',
      'createDossier.input.firstStep.stage': 'proposal',
      'createDossier.input.procedure': 'eu_directive',
      'createPoll.input.positionId': version.document.position?.id,
      ...ruleOf('createStatuteRule'),
      ...ruleOf('changeStatuteRule'),
      'castBallot.organisationId': 'org_bacau',
      'restoreText.input.point': 'e0',
      'createPosition.input.leadId': 'org_bacau',
      'createMeeting.input.organiserId': 'org_bacau',
      'createMeeting.input.startsAt': '2026-12-24T09:00:00Z',
      'changeMeeting.input.startsAt': '2026-12-24T09:00:00Z',
    },
  }
}

/** The numbers of a rule that is complete. */
function ruleOf(command: string): Record<string, unknown> {
  const numbers = { majorityNumerator: 1, majorityDenominator: 2, quorumNumerator: 1, quorumDenominator: 2 }
  return Object.fromEntries([
    ...Object.entries(numbers).map(([name, value]) => [`${command}.input.${name}`, value]),
    [`${command}.input.validUntil`, '2030-01-01'],
  ])
}
