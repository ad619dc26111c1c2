import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgePoll } from '../../graphql/polls/judgement.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
})
afterAll(() => federation.close())

test('the demonstration’s closed poll says what its 23 ballots give when they are counted again', async () => {
  const { prisma } = federation.database
  const stored = await prisma.poll.findUniqueOrThrow({ where: { id: 'pol_nirm' } })
  const { outcome, ...recount } = await judgePoll(prisma, 'pol_nirm')
  expect(stored.outcome).toBe('adopted')
  expect({ outcome: stored.outcome, result: stored.result }).toEqual({ outcome, result: recount })
  expect(recount.tally).toMatchObject({ entitled: 23, cast: 23 })
  expect(Math.min(recount.tally.yes, recount.tally.no, recount.tally.abstain)).toBeGreaterThan(0)
})

test('its open poll waits for eLiberare and Bacău, and for the days ahead', async () => {
  const { poll } = await (await federation.as('per_delegate_bacau')).ask(
    '{ poll(id: "pol_limitation") { status closesAt whyNotVote position { status } turnout { cast entitled } electors { organisation { id } hasVoted } } }',
  )
  expect(poll).toMatchObject({ status: 'open', whyNotVote: null, position: { status: 'voting' } })
  expect(poll.turnout).toEqual({ cast: 8, entitled: 23 })
  const waiting = poll.electors
    .filter((elector: { hasVoted: boolean }) => !elector.hasVoted)
    .map((elector: { organisation: { id: string } }) => elector.organisation.id)
  expect(waiting).toEqual(expect.arrayContaining(['org_bacau', 'org_eliberare']))
  const days = (new Date(poll.closesAt).getTime() - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(9)
  expect(days).toBeLessThan(11)
})
