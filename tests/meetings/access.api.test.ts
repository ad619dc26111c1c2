import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentGuard, seesDocument, visibleDocuments } from '../../graphql/documents/access.ts'
import {
  meetingGuard,
  plannedFor,
  plansMeeting,
  seesMeeting,
  visibleMeetings,
} from '../../graphql/meetings/access.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'
import {
  changeMeeting,
  createMeeting,
  giveActionItem,
  markDone,
  meetingInput,
  recordDecision,
} from './meeting.ts'

const roles = [
  null,
  'per_secretariat',
  'per_auditor',
  'per_delegate_eliberare',
  'per_delegate_bacau',
  'per_deputy_bacau',
  'per_drafter_brasov',
  'per_observer_cluj',
  'per_delegate_iasi',
]

let federation: TestFederation
/** A meeting of Bacău and Brașov alone, about a dossier that everybody sees. */
let closed: { id: string; agenda: string; item: string; minutes: string }

beforeAll(async () => {
  federation = await openFederation()
  const bacau = await federation.as('per_delegate_bacau')
  const { createMeeting: made } = await bacau.ask(createMeeting, {
    input: meetingInput({ audience: 'participants', titleRo: 'Numai pentru noi doi' }),
  })
  const { giveActionItem: item } = await bacau.ask(giveActionItem, {
    input: { meetingId: made.id, text: 'Trimite lista', ownerId: 'org_brasov', dueOn: '2031-03-20' },
  })
  const row = await federation.database.prisma.agendaItem.findFirstOrThrow({ where: { meetingId: made.id } })
  closed = { id: made.id, agenda: row.id, item: item.id, minutes: made.minutes.id }
})
afterAll(() => federation.close())

test('the scope of a query and the rule about a row agree, on every meeting and for every role', async () => {
  const { prisma } = federation.database
  const rows = await prisma.meeting.findMany({ select: { id: true, ...meetingGuard } })
  expect(new Set(rows.map(row => row.audience))).toEqual(new Set(['federation', 'participants']))
  for (const role of roles) {
    const { viewer } = await federation.as(role)
    const scoped = await prisma.meeting.findMany({ where: visibleMeetings(viewer), select: { id: true } })
    const byRule = rows.filter(row => seesMeeting(viewer, row)).map(row => row.id)
    expect([role, scoped.map(row => row.id).sort()]).toEqual([role, byRule.sort()])
  }
})

test('minutes are as open as their meeting', async () => {
  const { prisma } = federation.database
  const rows = await prisma.document.findMany({ select: documentGuard })
  for (const role of roles) {
    const { viewer } = await federation.as(role)
    const scoped = await prisma.document.findMany({ where: visibleDocuments(viewer), select: { id: true } })
    const byRule = rows.filter(row => seesDocument(viewer, row)).map(row => row.id)
    expect([role, scoped.map(row => row.id).sort()]).toEqual([role, byRule.sort()])
  }
})

test('the organisers to choose from are those for whom the person may plan', async () => {
  const { prisma } = federation.database
  const all = await prisma.organisation.findMany({ select: { id: true } })
  for (const role of roles) {
    const { viewer } = await federation.as(role)
    const scoped = await prisma.organisation.findMany({ where: plannedFor(viewer), select: { id: true } })
    const byRule = all.filter(({ id }) => plansMeeting(viewer, id)).map(({ id }) => id)
    expect([role, scoped.map(({ id }) => id).sort()]).toEqual([role, byRule.sort()])
  }
})

describe('a meeting for its participants only', () => {
  const everywhere = `query ($id: ID!, $agenda: ID!, $item: ID!, $minutes: ID!) {
    meeting(id: $id) { id } byNode: node(id: $id) { id } agenda: node(id: $agenda) { id }
    item: node(id: $item) { id } minutes: node(id: $minutes) { id }
    meetings(first: 100) { nodes { id } }
    found: meetings(first: 100, search: "numai pentru noi") { totalCount nodes { id } }
    dossier(id: "dos_nirm") { agendaItems { meeting { id } } }
    home { meetings { id } promises { id } } }`

  test.each(['per_delegate_iasi', 'per_observer_cluj', 'per_auditor', 'per_delegate_eliberare'])(
    'is nowhere to be found for %s',
    async who => {
      const data = await (await federation.as(who)).ask(everywhere, closed)
      expect(data).toMatchObject({ meeting: null, byNode: null, agenda: null, item: null, minutes: null })
      expect(data.found).toEqual({ totalCount: 0, nodes: [] })
      const text = JSON.stringify([data.meetings, data.dossier, data.home])
      for (const id of Object.values(closed)) expect(text).not.toContain(id)
    },
  )

  test.each(['per_delegate_bacau', 'per_drafter_brasov', 'per_secretariat'])('is there for %s', async who => {
    const data = await (await federation.as(who)).ask(everywhere, closed)
    expect(data.meeting.id).toBe(closed.id)
    expect(data.agenda.id).toBe(closed.agenda)
    expect(data.minutes.id).toBe(closed.minutes)
    expect(data.found.totalCount).toBe(1)
    expect(JSON.stringify(data.dossier)).toContain(closed.id)
    expect(JSON.stringify(data.home)).toContain(closed.id)
  })

  test('changes by those who do not see it are refused like those of a meeting that does not exist', async () => {
    const iasi = await federation.as('per_delegate_iasi')
    for (const id of [closed.id, 'mee_nowhere']) {
      const answers = [
        (await iasi.ask(changeMeeting, { id, revision: 0, input: meetingInput({ organiserId: 'org_iasi' }) }))
          .changeMeeting,
        (await iasi.ask(recordDecision, { input: { meetingId: id, text: 'x' } })).recordDecision,
        (
          await iasi.ask(giveActionItem, {
            input: { meetingId: id, text: 'x', ownerId: 'org_iasi', dueOn: '2031-01-01' },
          })
        ).giveActionItem,
      ]
      expect(answers.map(answer => answer.code)).toEqual(['not_found', 'not_found', 'not_found'])
    }
    for (const id of [closed.item, 'act_nowhere'])
      expect((await iasi.ask(markDone, { id })).markActionItemDone.code).toBe('not_found')
  })

  test('only those who see it heard of it', async () => {
    const rows = await federation.database.prisma.notification.findMany({
      where: { subjectId: closed.id, kind: 'meeting_planned' },
      select: { personId: true },
    })
    // The delegate who planned it is not told of their own doing.
    expect(rows.map(row => row.personId).sort()).toEqual([
      'per_delegate_brasov',
      'per_deputy_bacau',
      'per_drafter_brasov',
      'per_secretariat',
    ])
  })
})

test('a position on the agenda that is not in sight is simply not there', async () => {
  const ask = `{ meeting(id: "mee_strategyahead") { agenda { number position { id title } } } }`
  const positions = async (who: string) =>
    (await (await federation.as(who)).ask(ask)).meeting.agenda.map(
      ({ position }: { position: { id: string } | null }) => position?.id ?? null,
    )
  expect(await positions('per_delegate_bacau')).toEqual(['pos_strategy', 'pos_nirm'])
  expect(await positions('per_delegate_iasi')).toEqual([null, 'pos_nirm'])
})

test('a stranger is asked to sign in, and sees no meeting by its id', async () => {
  const stranger = await federation.as(null)
  await expect(stranger.ask('{ meetings { nodes { id } } }')).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  })
  expect((await stranger.ask('{ node(id: "mee_predeal") { id } }')).node).toBeNull()
  const answer = (await stranger.ask(createMeeting, { input: meetingInput() })).createMeeting
  expect(answer.code).toBe('sign_in_needed')
})
