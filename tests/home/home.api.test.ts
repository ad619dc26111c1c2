import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { pageDocument } from '../support/page-document.ts'

const homePage = pageDocument('HomePage', 'routes/_index.tsx')

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
})
afterAll(() => federation.close())

const home = async (who: string) => (await (await federation.as(who)).ask(homePage)).home
const ids = (rows: readonly { id: string }[]) => rows.map(row => row.id)

describe('home, for a member organisation', () => {
  test('shows the open poll until the organisation has voted, whoever of its people looks', async () => {
    for (const who of ['per_delegate_bacau', 'per_deputy_bacau', 'per_observer_cluj']) {
      const own = (await federation.as(who)).viewer.mandates.map(mandate => mandate.organisationId)
      const cast = await federation.database.prisma.ballot.count({
        where: { pollId: 'pol_limitation', organisationId: { in: own } },
      })
      expect([who, ids((await home(who)).pollsToVote)]).toEqual([who, cast > 0 ? [] : ['pol_limitation']])
    }
    const { prisma } = federation.database
    const without = await prisma.elector.findFirstOrThrow({
      where: { pollId: 'pol_limitation', ballots: { none: {} } },
    })
    const delegate = await prisma.mandate.findFirstOrThrow({
      where: { organisationId: without.organisationId, role: 'delegate' },
    })
    expect(ids((await home(delegate.personId)).pollsToVote)).toEqual(['pol_limitation'])
    await prisma.ballot.create({
      data: {
        pollId: 'pol_limitation',
        organisationId: without.organisationId,
        number: 1,
        choice: 'abstain',
        castById: delegate.personId,
      },
    })
    expect(ids((await home(delegate.personId)).pollsToVote)).toEqual([])
  })

  test('has no polls to manage', async () => {
    for (const who of ['per_delegate_bacau', 'per_auditor'])
      expect((await home(who)).pollsToManage).toEqual([])
  })

  test('shows open deadlines that are late or come within thirty days, the most overdue first', async () => {
    const { prisma } = federation.database
    federation.setNow(new Date('2040-03-01T10:00:00Z'))
    const day = (date: string, id: string, doneAt: Date | null = null) =>
      prisma.deadline.create({
        data: { id, dossierId: 'dos_nirm', titleRo: id, date: new Date(date), doneAt },
      })
    await prisma.deadline.updateMany({ data: { doneAt: new Date('2026-01-01') } })
    await day('2040-02-29', 'dea_yesterday')
    await day('2040-03-01', 'dea_today')
    await day('2040-03-31', 'dea_thirtieth')
    await day('2040-04-01', 'dea_after')
    await day('2040-03-10', 'dea_done', new Date('2040-02-01'))
    expect(ids((await home('per_delegate_bacau')).deadlines)).toEqual([
      'dea_yesterday',
      'dea_today',
      'dea_thirtieth',
    ])
    // Half past ten at night in UTC is already the next day in Romania.
    federation.setNow(new Date('2040-03-01T22:30:00Z'))
    expect(ids((await home('per_delegate_bacau')).deadlines)).toEqual([
      'dea_yesterday',
      'dea_today',
      'dea_thirtieth',
      'dea_after',
    ])
    federation.setNow(new Date())
  })

  test('shows what its own organisation writes and promised, the most overdue first', async () => {
    const bacau = await home('per_delegate_bacau')
    expect(ids(bacau.drafts)).toEqual(['pos_strategy'])
    expect(ids(bacau.promises)).toEqual(['act_coordination_2'])
    const eliberare = await home('per_delegate_eliberare')
    expect(ids(eliberare.drafts)).toEqual(['pos_strategy'])
    expect(ids(eliberare.promises)).toEqual(['act_coordination_1'])
    expect((await home('per_observer_cluj')).promises).toEqual([])
  })

  test('shows texts in consultation and the meetings ahead that it sees, the nearest first', async () => {
    const bacau = await home('per_delegate_bacau')
    expect(ids(bacau.consultations)).toContain('pos_osec')
    expect(ids(bacau.meetings)).toEqual(['mee_strategyahead', 'mee_osecahead'])
    expect(ids((await home('per_delegate_iasi')).meetings)).toEqual(['mee_strategyahead'])
  })
})

test('home, for the secretariat, is the federation’s: all drafts and promises, polls with their turnout', async () => {
  const { drafts, promises, pollsToManage } = await home('per_secretariat')
  expect(ids(drafts).sort()).toEqual(['pos_directive', 'pos_strategy'])
  expect(ids(promises)).toEqual(['act_coordination_1', 'act_coordination_2', 'act_coordination_4'])
  expect(pollsToManage[0]).toMatchObject({ id: 'pol_limitation', status: 'open', turnout: { entitled: 23 } })
})

test('home is for those who belong to the federation: neither for a guest nor for a stranger', async () => {
  await federation.database.prisma.mandate.updateMany({
    where: { personId: 'per_delegate_timis' },
    data: { endsOn: new Date('2024-01-01') },
  })
  for (const person of ['per_delegate_timis', 'per_guest'])
    await expect((await federation.as(person)).ask(homePage)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const stranger = await federation.as(null)
  await expect(stranger.ask(homePage)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})
