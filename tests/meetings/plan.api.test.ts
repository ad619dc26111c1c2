import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { changeMeeting, createMeeting, giveActionItem, meetingInput, recordDecision } from './meeting.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
})
afterAll(() => federation.close())

const as = (who: string | null) => federation.as(who)
const plan = async (who: string | null, changes: Record<string, unknown> = {}) =>
  (await (await as(who)).ask(createMeeting, { input: meetingInput(changes) })).createMeeting
const change = async (who: string, id: string, revision: number, changes: Record<string, unknown> = {}) =>
  (await (await as(who)).ask(changeMeeting, { id, revision, input: meetingInput(changes) })).changeMeeting
const audit = async (subjectId: string) =>
  (
    await federation.database.prisma.auditEntry.findMany({ where: { subjectId }, orderBy: { seq: 'asc' } })
  ).map(({ action, personId, organisationId }) => ({ action, personId, organisationId }))

describe('planning a meeting', () => {
  test('keeps when, where, who and the agenda, with minutes to write in', async () => {
    const meeting = await plan('per_delegate_bacau')
    expect(meeting).toMatchObject({
      __typename: 'Meeting',
      title: 'Consultare despre ghiduri',
      startsAt: '2031-03-06T08:00:00.000Z',
      organiser: { id: 'org_bacau' },
      institution: { id: 'ins_anitp' },
      agenda: [
        { number: 1, title: 'Ghidurile', dossier: { id: 'dos_nirm' }, position: { id: 'pos_nirm' } },
        { number: 2, title: 'Diverse', dossier: null, position: null },
      ],
      minutes: { mayWrite: true, currentText: 'Ce s-a discutat\nCe s-a hotărât\nCine ce a promis' },
    })
    expect(meeting.participants).toHaveLength(3)
    expect(meeting.participants).toContainEqual({ outsideName: 'Director, ANITP', organisation: null })
    expect(await audit(meeting.id)).toEqual([
      { action: 'meeting.created', personId: 'per_delegate_bacau', organisationId: 'org_bacau' },
    ])
  })

  test('is for those who write for the organiser, and for the secretariat', async () => {
    const answers = await Promise.all(
      ['per_drafter_brasov', 'per_observer_cluj', 'per_auditor'].map(who => plan(who)),
    )
    expect(answers.map(answer => answer.code)).toEqual(['not_allowed', 'not_allowed', 'not_allowed'])
    expect((await plan('per_observer_cluj', { organiserId: 'org_cluj' })).code).toBe('not_allowed')
    expect((await plan('per_drafter_brasov', { organiserId: 'org_brasov' })).__typename).toBe('Meeting')
    expect((await plan('per_secretariat')).__typename).toBe('Meeting')
  })

  test('tells all members of a meeting ahead, and nobody of one that is recorded afterwards', async () => {
    const ahead = await plan('per_delegate_bacau')
    const past = await plan('per_delegate_bacau', {
      startsAt: '2025-03-06T08:00:00Z',
      endsAt: '2025-03-06T10:00:00Z',
    })
    const told = (subjectId: string) =>
      federation.database.prisma.notification.count({ where: { subjectId } })
    // Everybody with a mandate or an office but the one who planned it.
    expect(await told(ahead.id)).toBe(
      (await federation.database.prisma.person.count({ where: { guestOf: { none: {} } } })) - 1,
    )
    expect(await told(past.id)).toBe(0)
  })

  test.each([
    ['a missing title', { titleRo: '  ' }, 'titleRo', 'required'],
    ['a title that is too long', { titleRo: 'a'.repeat(201) }, 'titleRo', 'too_long'],
    ['no beginning', { startsAt: null }, 'startsAt', 'required'],
    ['an end before the beginning', { endsAt: '2031-03-06T07:00:00Z' }, 'endsAt', 'ends_before_start'],
    ['an end at the beginning', { endsAt: '2031-03-06T08:00:00Z' }, 'endsAt', 'ends_before_start'],
    ['a year out of reach', { startsAt: '2500-01-01T08:00:00Z', endsAt: null }, 'startsAt', 'date'],
    ['an address that is none', { onlineUrl: 'javascript:alert(1)' }, 'onlineUrl', 'url'],
    ['an institution that is not there', { institutionId: 'ins_nowhere' }, 'institutionId', 'not_found'],
    [
      'an organisation that is not there',
      { organisationIds: ['org_nowhere'] },
      'organisationIds',
      'not_found',
    ],
    ['an outsider of too many words', { outside: ['b'.repeat(201)] }, 'outside', 'too_long'],
    ['a nameless item', { agenda: [{ title: '', dossierId: 'dos_nirm' }] }, 'agenda.0.title', 'required'],
    [
      'a dossier that is not there',
      { agenda: [{ title: 'x', dossierId: 'dos_nowhere' }] },
      'agenda.0.dossierId',
      'not_found',
    ],
    [
      'a position in somebody else’s drafting',
      { agenda: [{ title: 'y' }, { title: 'x', positionId: 'pos_directive' }] },
      'agenda.1.positionId',
      'not_found',
    ],
  ])('refuses %s beside its field', async (_what, changes, field, code) => {
    const answer = await plan('per_delegate_bacau', changes)
    expect(answer).toMatchObject({ __typename: 'Refusal', code: 'invalid' })
    expect(answer.fields).toMatchObject([{ field, code }])
    expect(answer.fields[0].message).not.toContain('errors:')
  })

  test('an organisation that left the federation can no longer take part', async () => {
    await federation.database.prisma.organisation.update({
      where: { id: 'org_buzau' },
      data: { leftOn: new Date('2024-01-01') },
    })
    const answer = await plan('per_delegate_bacau', { organisationIds: ['org_buzau'] })
    expect(answer.fields).toMatchObject([{ field: 'organisationIds', code: 'not_found' }])
  })
})

describe('changing a meeting', () => {
  test('replaces participants and agenda; items that stay keep their decisions', async () => {
    const meeting = await plan('per_delegate_bacau')
    const items = await federation.database.prisma.agendaItem.findMany({
      where: { meetingId: meeting.id },
      orderBy: { number: 'asc' },
    })
    const bacau = await as('per_delegate_bacau')
    await bacau.ask(recordDecision, {
      input: { meetingId: meeting.id, agendaItemId: items[1]?.id, text: 'Rămâne' },
    })
    const changed = await change('per_delegate_bacau', meeting.id, 0, {
      organisationIds: ['org_iasi'],
      outside: [],
      agenda: [
        { title: 'Nou' },
        { id: items[1]?.id, title: 'Diverse, pe larg' },
        { id: items[0]?.id, title: 'Ghidurile' },
      ],
    })
    expect(changed).toMatchObject({ revision: 1, participants: [{ organisation: { id: 'org_iasi' } }] })
    expect(
      changed.agenda.map(({ number, title }: { number: number; title: string }) => [number, title]),
    ).toEqual([
      [1, 'Nou'],
      [2, 'Diverse, pe larg'],
      [3, 'Ghidurile'],
    ])
    const decision = await federation.database.prisma.meetingDecision.findFirstOrThrow({
      where: { meetingId: meeting.id },
    })
    expect(decision.agendaItemId).toBe(items[1]?.id)
    expect((await audit(meeting.id)).map(row => row.action)).toContain('meeting.changed')
  })

  test('is for the organiser’s writers and the secretariat, not for participants', async () => {
    const meeting = await plan('per_delegate_bacau')
    for (const who of ['per_drafter_brasov', 'per_observer_cluj', 'per_delegate_iasi', 'per_auditor'])
      expect([who, (await change(who, meeting.id, 0)).code]).toEqual([who, 'not_allowed'])
    expect((await change('per_deputy_bacau', meeting.id, 0)).revision).toBe(1)
    expect((await change('per_secretariat', meeting.id, 1)).revision).toBe(2)
  })

  test('nobody gives a meeting to an organisation that they do not write for', async () => {
    const meeting = await plan('per_delegate_bacau')
    expect((await change('per_delegate_bacau', meeting.id, 0, { organiserId: 'org_iasi' })).code).toBe(
      'not_allowed',
    )
  })

  test('a form older than what is saved is refused with both values, and changes nothing', async () => {
    const meeting = await plan('per_delegate_bacau')
    await change('per_delegate_bacau', meeting.id, 0, { place: 'Brașov', agenda: [{ title: 'Altceva' }] })
    const answer = await change('per_deputy_bacau', meeting.id, 0, { place: 'Sibiu' })
    expect(answer.code).toBe('stale')
    const theirs = Object.fromEntries(
      answer.fields.map(({ field, theirs }: { field: string; theirs: string }) => [field, theirs]),
    )
    expect(theirs).toEqual({ place: 'Brașov', agenda: 'Altceva', revision: '1' })
    const row = await federation.database.prisma.meeting.findUniqueOrThrow({ where: { id: meeting.id } })
    expect([row.place, row.revision]).toEqual(['Brașov', 1])
    expect((await change('per_deputy_bacau', meeting.id, 1, { place: 'Sibiu' })).revision).toBe(2)
  })

  test('two people who save at once: one saves, the other is shown what was saved', async () => {
    const meeting = await plan('per_delegate_bacau')
    const answers = await Promise.all([
      change('per_delegate_bacau', meeting.id, 0, { place: 'Brașov' }),
      change('per_deputy_bacau', meeting.id, 0, { place: 'Sibiu' }),
    ])
    expect(answers.map(answer => answer.code ?? 'saved').sort()).toEqual(['saved', 'stale'])
  })

  test('keeps a position on the agenda that the editor does not see', async () => {
    // Iași does not see Brașov's draft; the secretariat put it on Iași's agenda.
    const meeting = await plan('per_secretariat', {
      organiserId: 'org_iasi',
      agenda: [{ title: 'Directiva', positionId: 'pos_directive' }],
    })
    const item = await federation.database.prisma.agendaItem.findFirstOrThrow({
      where: { meetingId: meeting.id },
    })
    const changed = await change('per_delegate_iasi', meeting.id, 0, {
      organiserId: 'org_iasi',
      agenda: [{ id: item.id, title: 'Directiva, din nou' }],
    })
    expect(changed.agenda).toMatchObject([{ id: item.id, title: 'Directiva, din nou', position: null }])
    const kept = await federation.database.prisma.agendaItem.findUniqueOrThrow({ where: { id: item.id } })
    expect(kept.positionId).toBe('pos_directive')
  })

  test('an item of another meeting cannot be taken over', async () => {
    const [one, other] = [await plan('per_delegate_bacau'), await plan('per_delegate_bacau')]
    const item = await federation.database.prisma.agendaItem.findFirstOrThrow({
      where: { meetingId: other.id },
    })
    await change('per_delegate_bacau', one.id, 0, { agenda: [{ id: item.id, title: 'Al altora' }] })
    const untouched = await federation.database.prisma.agendaItem.findUniqueOrThrow({
      where: { id: item.id },
    })
    expect([untouched.meetingId, untouched.title]).toEqual([other.id, item.title])
  })

  test('whoever promised something stays among the participants of a closed meeting', async () => {
    const meeting = await plan('per_delegate_bacau', { audience: 'participants' })
    const bacau = await as('per_delegate_bacau')
    await bacau.ask(giveActionItem, {
      input: { meetingId: meeting.id, text: 'Scrie', ownerId: 'org_brasov', dueOn: '2031-04-01' },
    })
    const without = { audience: 'participants', organisationIds: ['org_bacau'] }
    const answer = await change('per_delegate_bacau', meeting.id, 0, without)
    expect(answer.fields).toMatchObject([{ field: 'organisationIds', code: 'owns_action_item' }])
    expect(
      (await change('per_delegate_bacau', meeting.id, 0, { ...without, audience: 'federation' })).revision,
    ).toBe(1)
  })

  test('nobody is taken out and given an item at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const meeting = await plan('per_delegate_bacau', { audience: 'participants' })
      const bacau = await as('per_delegate_bacau')
      const [taken, given] = await Promise.all([
        change('per_deputy_bacau', meeting.id, 0, {
          audience: 'participants',
          organisationIds: ['org_bacau'],
        }),
        bacau
          .ask(giveActionItem, {
            input: { meetingId: meeting.id, text: 'Scrie', ownerId: 'org_brasov', dueOn: '2031-04-01' },
          })
          .then(data => data.giveActionItem),
      ])
      expect([taken.__typename, given.__typename].sort()).toEqual([expect.any(String), 'Refusal'])
    }
  })

  test.each([
    ['date', { startsAt: '2031-03-07T08:00:00Z', endsAt: '2031-03-07T10:00:00Z' }],
    ['end', { endsAt: '2031-03-06T12:00:00Z' }],
    ['place', { place: 'Sibiu' }],
    ['link', { onlineUrl: 'https://meet.example/x' }],
  ])('another %s is told to those who take part, who came in just now excepted', async (_what, moved) => {
    const closed = { audience: 'participants' }
    const meeting = await plan('per_delegate_bacau', closed)
    const told = async (kind: string) =>
      (
        await federation.database.prisma.notification.findMany({
          where: { subjectId: meeting.id, kind },
          select: { personId: true },
        })
      ).map(row => row.personId)
    await change('per_delegate_bacau', meeting.id, 0, { ...closed, titleRo: 'Alt titlu' })
    expect(await told('meeting_moved')).toEqual([])
    const organisationIds = ['org_bacau', 'org_brasov', 'org_iasi']
    await change('per_delegate_bacau', meeting.id, 1, { ...closed, ...moved, organisationIds })
    expect((await told('meeting_moved')).sort()).toEqual([
      'per_delegate_brasov',
      'per_deputy_bacau',
      'per_drafter_brasov',
      'per_secretariat',
    ])
    expect(await told('meeting_planned')).toContain('per_delegate_iasi')
  })

  test('one that is moved to a day that is over is no news', async () => {
    const meeting = await plan('per_delegate_bacau')
    await change('per_delegate_bacau', meeting.id, 0, {
      startsAt: '2025-03-06T08:00:00Z',
      endsAt: '2025-03-06T10:00:00Z',
    })
    const rows = await federation.database.prisma.notification.count({
      where: { subjectId: meeting.id, kind: 'meeting_moved' },
    })
    expect(rows).toBe(0)
  })

  test('who comes in later is told of a closed meeting, and nobody else', async () => {
    const meeting = await plan('per_delegate_bacau', { audience: 'participants', organisationIds: [] })
    await change('per_delegate_bacau', meeting.id, 0, {
      audience: 'participants',
      organisationIds: ['org_iasi'],
    })
    const told = await federation.database.prisma.notification.findMany({
      where: { subjectId: meeting.id },
      select: { personId: true },
    })
    expect(told.map(row => row.personId).sort()).toEqual([
      'per_delegate_iasi',
      'per_deputy_bacau',
      'per_secretariat',
    ])
  })
})
