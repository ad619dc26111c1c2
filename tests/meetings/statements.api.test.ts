import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Prisma } from '../../prisma/client.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { pageDocument } from '../support/page-document.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
})
afterAll(() => federation.close())

const pages: [string, string, Record<string, unknown>][] = [
  ['home', pageDocument('HomePage', 'routes/_index.tsx'), {}],
  ['notifications', pageDocument('Notifications', 'routes/notifications.tsx'), { first: 300 }],
  [
    'meetings, searched',
    pageDocument('MeetingList', 'routes/meetings._index.tsx'),
    { first: 300, search: 'intalnire' },
  ],
  ['a meeting', pageDocument('MeetingPage', 'routes/meetings.$id.tsx'), { id: 'mee_coordination' }],
  ['the form of a new meeting', pageDocument('NewMeeting', 'routes/meetings.new.tsx'), {}],
  [
    'the form of a meeting',
    pageDocument('EditMeeting', 'routes/meetings.$id_.edit.tsx'),
    { id: 'mee_coordination' },
  ],
]

const many = <Row>(row: (number: number) => Row) => Array.from({ length: 300 }, (_, index) => row(index + 1))

/** 300 of everything that the pages list. */
async function grow() {
  const { prisma } = federation.database
  const soon = new Date(Date.now() + 86_400_000)
  await prisma.document.createMany({ data: many(n => ({ id: `doc_many${n}`, schemaVersion: 1 })) })
  await prisma.document.createMany({ data: many(n => ({ id: `doc_more${n}`, schemaVersion: 1 })) })
  await prisma.meeting.createMany({
    data: many(
      (n): Prisma.MeetingCreateManyInput => ({
        id: `mee_many${n}`,
        titleRo: `Întâlnirea ${n}`,
        startsAt: n % 2 === 0 ? soon : new Date('2022-01-01T10:00:00Z'),
        organiserId: 'org_bacau',
        institutionId: 'ins_anitp',
        minutesDocumentId: `doc_many${n}`,
      }),
    ),
  })
  await prisma.position.createMany({
    data: many(
      (n): Prisma.PositionCreateManyInput => ({
        id: `pos_many${n}`,
        titleRo: `Poziția ${n}`,
        dossierId: 'dos_nirm',
        documentId: `doc_more${n}`,
        leadId: 'org_bacau',
        status: n % 2 === 0 ? 'consultation' : 'drafting',
      }),
    ),
  })
  await prisma.positionDrafter.createMany({
    data: many(n => ({ positionId: `pos_many${n}`, organisationId: 'org_bacau' })),
  })
  await prisma.deadline.createMany({
    data: many(n => ({ dossierId: 'dos_nirm', titleRo: `Termenul ${n}`, date: soon })),
  })
  await prisma.agendaItem.createMany({
    data: many(n => ({
      meetingId: 'mee_coordination',
      number: n + 10,
      title: `Punctul ${n}`,
      dossierId: 'dos_nirm',
      positionId: `pos_many${n}`,
    })),
  })
  await prisma.meetingDecision.createMany({
    data: many(n => ({ meetingId: 'mee_coordination', text: `Decizia ${n}` })),
  })
  await prisma.actionItem.createMany({
    data: many(n => ({
      meetingId: n % 2 === 0 ? 'mee_coordination' : `mee_many${n}`,
      text: `Angajamentul ${n}`,
      ownerId: 'org_bacau',
      dueOn: soon,
    })),
  })
  // Each item of a meeting brings its participants along, so 300 of both would be 90,000: fewer than that meet.
  await prisma.meetingParticipant.createMany({
    data: many(n => ({ meetingId: 'mee_coordination', outsideName: `Consilierul ${n}` })).slice(0, 30),
  })
  const { minutesDocumentId: documentId } = await prisma.meeting.findUniqueOrThrow({
    where: { id: 'mee_coordination' },
  })
  await prisma.person.createMany({
    data: many(n => ({ id: `per_many${n}`, name: `Invitatul ${n}`, email: `many${n}@guests.example` })),
  })
  await prisma.documentGuest.createMany({
    data: many(n => ({ documentId, personId: `per_many${n}`, right: 'read' as const, until: soon })).slice(
      0,
      30,
    ),
  })
  await prisma.notification.createMany({
    data: many(n => ({
      personId: 'per_delegate_bacau',
      kind: 'meeting_planned',
      subjectId: `mee_many${n}`,
      values: { titleRo: `Întâlnirea ${n}`, titleEn: '' },
    })),
  })
  await prisma.dossier.createMany({
    data: many(n => ({
      id: `dos_many${n}`,
      titleRo: `Dosarul ${n}`,
      procedure: 'international',
      stage: 'open',
    })),
  })
}

test('every page asks at most 8 statements, the same few rows or 300', async () => {
  const count = async () => {
    const counted: Record<string, number> = {}
    for (const who of ['per_delegate_bacau', 'per_secretariat'])
      for (const [name, document, variables] of pages) {
        const asker = await federation.as(who)
        const before = federation.database.statements.total
        await asker.ask(document, variables)
        counted[`${name}, ${who}`] = federation.database.statements.total - before
      }
    return counted
  }
  const few = await count()
  await grow()
  expect(await count()).toEqual(few)
  for (const [page, statements] of Object.entries(few)) expect([page, statements <= 8]).toEqual([page, true])
}, 120_000)
