import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { createMeeting, giveActionItem, markDone, meetingInput, recordDecision, reopen } from './meeting.ts'

let federation: TestFederation
let meetingId: string
beforeAll(async () => {
  federation = await openFederation()
  const bacau = await federation.as('per_delegate_bacau')
  meetingId = (await bacau.ask(createMeeting, { input: meetingInput() })).createMeeting.id
})
afterAll(() => federation.close())

const decide = async (who: string, changes: Record<string, unknown> = {}) =>
  (
    await (
      await federation.as(who)
    ).ask(recordDecision, {
      input: { meetingId, text: 'Trimitem propunerile până pe 15 mai.', ...changes },
    })
  ).recordDecision
const give = async (who: string, changes: Record<string, unknown> = {}) =>
  (
    await (
      await federation.as(who)
    ).ask(giveActionItem, {
      input: {
        meetingId,
        text: 'Adună observațiile',
        ownerId: 'org_brasov',
        dueOn: '2031-04-01',
        ...changes,
      },
    })
  ).giveActionItem
const report = async (who: string, id: string, done: boolean) => {
  const data = await (await federation.as(who)).ask(done ? markDone : reopen, { id })
  return done ? data.markActionItemDone : data.reopenActionItem
}
const actions = async (subjectId: string) =>
  (
    await federation.database.prisma.auditEntry.findMany({ where: { subjectId }, orderBy: { seq: 'asc' } })
  ).map(row => row.action)

describe('a decision', () => {
  test('is kept under its item of the agenda, with a row in the trail', async () => {
    const item = await federation.database.prisma.agendaItem.findFirstOrThrow({
      where: { meetingId, number: 2 },
    })
    const meeting = await decide('per_delegate_bacau', { agendaItemId: item.id })
    expect(meeting.decisions).toContainEqual({
      text: 'Trimitem propunerile până pe 15 mai.',
      agendaItem: { number: 2 },
    })
    expect(await actions(meetingId)).toContain('meeting.decision_recorded')
  })

  test('is recorded by the organiser’s writers and the secretariat only', async () => {
    for (const who of ['per_drafter_brasov', 'per_observer_cluj', 'per_auditor'])
      expect([who, (await decide(who)).code]).toEqual([who, 'not_allowed'])
    expect((await decide('per_secretariat')).__typename).toBe('Meeting')
  })

  test('needs words, and an item of this meeting', async () => {
    expect((await decide('per_delegate_bacau', { text: ' ' })).fields).toMatchObject([
      { field: 'text', code: 'required' },
    ])
    expect((await decide('per_delegate_bacau', { agendaItemId: 'age_predeal_1' })).fields).toMatchObject([
      { field: 'agendaItemId', code: 'not_found' },
    ])
  })
})

describe('an action item', () => {
  test('has an owner and a day, and the owner’s people are told', async () => {
    const item = await give('per_delegate_bacau')
    expect(item).toMatchObject({ owner: { id: 'org_brasov' }, dueOn: '2031-04-01', doneAt: null })
    const told = await federation.database.prisma.notification.findMany({
      where: { subjectId: meetingId, kind: 'action_item_given' },
      select: { personId: true },
    })
    expect(told.map(row => row.personId).sort()).toEqual(['per_delegate_brasov', 'per_drafter_brasov'])
    expect(await actions(item.id)).toEqual(['action_item.created'])
  })

  test('is given by the organiser’s writers and the secretariat only', async () => {
    for (const who of ['per_drafter_brasov', 'per_observer_cluj'])
      expect([who, (await give(who)).code]).toEqual([who, 'not_allowed'])
  })

  test.each([
    ['text', { text: '' }, 'required'],
    ['ownerId', { ownerId: '' }, 'required'],
    ['ownerId', { ownerId: 'org_nowhere' }, 'not_found'],
    ['dueOn', { dueOn: null }, 'required'],
    ['dueOn', { dueOn: '1066-10-14' }, 'date'],
  ])('refuses a wrong %s beside it', async (field, changes, code) => {
    expect((await give('per_delegate_bacau', changes)).fields).toMatchObject([{ field, code }])
  })

  test('of a closed meeting is for somebody who takes part', async () => {
    const bacau = await federation.as('per_delegate_bacau')
    const input = meetingInput({ audience: 'participants' })
    const { id } = (await bacau.ask(createMeeting, { input })).createMeeting
    expect((await give('per_delegate_bacau', { meetingId: id, ownerId: 'org_iasi' })).fields).toMatchObject([
      { field: 'ownerId', code: 'not_participant' },
    ])
  })

  test('is reported done and open again by its owner; twice done is done once', async () => {
    const { id } = await give('per_delegate_bacau')
    expect((await report('per_drafter_brasov', id, true)).doneAt).not.toBeNull()
    expect((await report('per_drafter_brasov', id, true)).doneAt).not.toBeNull()
    expect((await report('per_secretariat', id, false)).doneAt).toBeNull()
    expect(await actions(id)).toEqual(['action_item.created', 'action_item.done', 'action_item.reopened'])
  })

  test('is not reported by others, though they see it', async () => {
    const { id } = await give('per_delegate_bacau')
    for (const who of ['per_delegate_iasi', 'per_observer_cluj', 'per_auditor'])
      expect([who, (await report(who, id, true)).code]).toEqual([who, 'not_allowed'])
  })

  test('done at once by two people leaves one row in the trail', async () => {
    const { id } = await give('per_delegate_bacau')
    await Promise.all([report('per_drafter_brasov', id, true), report('per_delegate_bacau', id, true)])
    expect(await actions(id)).toEqual(['action_item.created', 'action_item.done'])
  })
})

test('an organisation takes part until the end of its last day in Romania, and promises nothing after it', async () => {
  await federation.database.prisma.organisation.update({
    where: { id: 'org_brasov' },
    data: { leftOn: new Date('2031-02-02') },
  })
  // Half past midnight of 2 February in Bucharest is still 1 February in UTC.
  federation.setNow(new Date('2031-02-01T22:30:00Z'))
  expect((await give('per_secretariat')).fields).toMatchObject([{ field: 'ownerId', code: 'not_found' }])
  federation.setNow(new Date('2031-02-01T21:30:00Z'))
  expect(await give('per_secretariat')).toMatchObject({ owner: { id: 'org_brasov' } })
})
