import { afterAll, beforeAll, expect, test } from 'vitest'
import { seesPoll, visiblePolls } from '../../graphql/polls/access.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { now, writeOpenPoll, writePoll, writeStatute } from './poll.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
  federation.setNow(now)
  await writeStatute(federation.database.prisma)
  await writePoll(federation.database.prisma, 'sight_draft')
  await writeOpenPoll(federation, 'sight_open')
})
afterAll(() => federation.close())

const everybody = [
  null,
  'per_observer_cluj',
  'per_drafter_brasov',
  'per_deputy_bacau',
  'per_delegate_bacau',
  'per_auditor',
  'per_secretariat',
]

test.each(everybody)('the list and a single row agree on what %s sees', async personId => {
  const { viewer } = await federation.as(personId)
  const { prisma } = federation.database
  const listed = await prisma.poll.findMany({ where: visiblePolls(viewer), select: { id: true } })
  const all = await prisma.poll.findMany({ select: { id: true, status: true } })
  const seen = all.filter(poll => seesPoll(viewer, poll))
  expect(listed.map(({ id }) => id).sort()).toEqual(seen.map(({ id }) => id).sort())
})

test.each([
  { personId: null, statuses: [] },
  { personId: 'per_observer_cluj', statuses: ['closed', 'open'] },
  { personId: 'per_auditor', statuses: ['closed', 'open'] },
  { personId: 'per_secretariat', statuses: ['closed', 'draft', 'open'] },
])('$personId sees polls that are $statuses', async ({ personId, statuses }) => {
  const { viewer } = await federation.as(personId)
  const polls = await federation.database.prisma.poll.findMany({ where: visiblePolls(viewer) })
  expect([...new Set(polls.map(({ status }) => status))].sort()).toEqual(statuses)
})

test('a member who lost the mandate sees no poll any more', async () => {
  await federation.database.prisma.mandate.updateMany({
    where: { personId: 'per_observer_cluj' },
    data: { endsOn: new Date('2024-01-01') },
  })
  const former = await federation.as('per_observer_cluj')
  await expect(former.ask('{ polls { totalCount } }')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(former.ask('{ poll(id: "pol_sight_open") { id } }')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('a stranger is asked to sign in', async () => {
  const stranger = await federation.as(null)
  await expect(stranger.ask('{ polls { totalCount } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('polls are found by question or position, without diacritics, and by outcome', async () => {
  const asker = await federation.as('per_delegate_bacau')
  const found = async (variables: object) =>
    (
      await asker.ask(
        'query ($search: String, $outcome: PollOutcome, $status: PollStatus) { polls(search: $search, outcome: $outcome, status: $status) { totalCount nodes { id } } }',
        { ...variables },
      )
    ).polls.nodes.map(({ id }: { id: string }) => id)
  expect(await found({ search: 'NATIONAL de identificare si referire' })).toEqual(['pol_nirm'])
  expect(await found({ search: 'pe masura exploatarii' })).toEqual(['pol_limitation'])
  expect(await found({ search: '100%_' })).toEqual([])
  expect(await found({ outcome: 'adopted' })).toEqual(['pol_nirm'])
  expect(await found({ outcome: 'rejected' })).toEqual([])
  expect(await found({ status: 'open' })).toEqual(['pol_limitation', 'pol_sight_open'])
})
