import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { absoluteMajority, nextWeek, now, openPoll, writePoll, writePosition, writeStatute } from './poll.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
  federation.setNow(now)
  await writeStatute(federation.database.prisma)
  await writePosition(federation.database.prisma, 'draft')
})
afterAll(() => federation.close())

const create = `mutation ($input: CreatePollInput!) { createPoll(input: $input) { __typename
  ... on Poll { id status question revision closesAt rule { article entitled quorumWords majorityWords } }
  ... on Refusal { code message fields { field code message } } } }`
const change = `mutation ($input: ChangePollInput!) { changePoll(input: $input) { __typename
  ... on Poll { id questionRo revision version { number } }
  ... on Refusal { code message fields { field code theirs } } } }`

const input = {
  positionId: 'pos_draft',
  versionId: 'ver_draft_1',
  ruleId: absoluteMajority.id,
  questionRo: 'Adoptăm poziția?',
  questionEn: 'Do we adopt it?',
  closesAt: nextWeek.toISOString(),
}

const audited = async (subjectId: string) =>
  (
    await federation.database.prisma.auditEntry.findMany({ where: { subjectId }, orderBy: { seq: 'asc' } })
  ).map(entry => entry.action)

test('the secretariat prepares a poll, and reads in words what its rule asks of the 23', async () => {
  const secretariat = await federation.as('per_secretariat', 'en')
  const { createPoll } = await secretariat.ask(create, { input })
  expect(createPoll).toMatchObject({
    __typename: 'Poll',
    status: 'draft',
    question: 'Do we adopt it?',
    revision: 0,
    rule: {
      article: 'art. 17 alin. (2)',
      entitled: 23,
      quorumWords: 'Valid when at least 12 of 23 vote, abstentions included.',
      majorityWords: 'Adopted with at least 12 for out of 23.',
    },
  })
  expect(await audited(createPoll.id)).toEqual(['poll.created'])
})

test.each(['per_delegate_bacau', 'per_drafter_brasov', 'per_observer_cluj', 'per_auditor'])(
  'a member who is not the secretariat prepares none (%s)',
  async personId => {
    const { createPoll } = await (await federation.as(personId)).ask(create, { input })
    expect(createPoll).toMatchObject({ __typename: 'Refusal', code: 'not_allowed' })
  },
)

test('a stranger is asked to sign in', async () => {
  const stranger = await federation.as(null)
  expect((await stranger.ask(create, { input })).createPoll).toMatchObject({ code: 'sign_in_needed' })
})

test('what is wrong is said by field: an empty question, another text’s version, no such rule, a time that has passed', async () => {
  await writePosition(federation.database.prisma, 'other')
  const secretariat = await federation.as('per_secretariat')
  const { createPoll: misfit } = await secretariat.ask(create, { input: { ...input, questionRo: ' ' } })
  expect(misfit).toMatchObject({ code: 'invalid', fields: [{ field: 'questionRo', code: 'required' }] })
  const { createPoll: wrong } = await secretariat.ask(create, {
    input: {
      ...input,
      versionId: 'ver_other_1',
      ruleId: 'rul_nothing',
      closesAt: '2026-03-10T08:59:59Z',
    },
  })
  expect(
    wrong.fields.map((problem: { field: string; code: string }) => [problem.field, problem.code]),
  ).toEqual([
    ['versionId', 'not_found'],
    ['ruleId', 'not_found'],
    ['closesAt', 'not_ahead'],
  ])
  for (const { message } of wrong.fields) expect(message).not.toMatch(/^errors:|^field\./)
})

test('a draft is out of sight for everybody else, and so is what changes it', async () => {
  const pollId = await writePoll(federation.database.prisma, 'hidden')
  const delegate = await federation.as('per_delegate_bacau')
  const seen = await delegate.ask(
    'query ($id: ID!) { poll(id: $id) { id } polls(search: "hidden") { totalCount nodes { id } } }',
    { id: pollId },
  )
  expect(seen).toEqual({ poll: null, polls: { totalCount: 0, nodes: [] } })
  expect(await openPoll(delegate, pollId)).toMatchObject({ code: 'not_allowed' })
})

test('a draft changes, and a stale change is refused with both values', async () => {
  const pollId = await writePoll(federation.database.prisma, 'stale')
  const secretariat = await federation.as('per_secretariat')
  const { positionId, ...rest } = input
  const changed = { ...rest, id: pollId, versionId: 'ver_stale_2' }
  const first = await secretariat.ask(change, { input: { ...changed, revision: 0, questionRo: 'Prima?' } })
  expect(first.changePoll).toMatchObject({ questionRo: 'Prima?', revision: 1, version: { number: 2 } })
  const second = await secretariat.ask(change, { input: { ...changed, revision: 0, questionRo: 'A doua?' } })
  expect(second.changePoll).toMatchObject({
    code: 'stale',
    fields: [
      { field: 'questionRo', code: 'stale', theirs: 'Prima?' },
      { field: 'revision', code: 'stale', theirs: '1' },
    ],
  })
  expect(await audited(pollId)).toEqual(['poll.changed'])
})

test('a draft that was changed after it was read is not opened', async () => {
  const pollId = await writePoll(federation.database.prisma, 'unread')
  const secretariat = await federation.as('per_secretariat')
  const { positionId, ...rest } = input
  const other = await federation.as('per_secretariat')
  await other.ask(change, { input: { ...rest, id: pollId, versionId: 'ver_unread_2', revision: 0 } })
  expect(await openPoll(secretariat, pollId, 0)).toMatchObject({
    code: 'wrong_state',
    message: expect.stringContaining('Cineva a schimbat votul'),
  })
  expect(await audited(pollId)).toEqual(['poll.changed'])
  expect(await openPoll(secretariat, pollId, 1)).toMatchObject({ status: 'open' })
})

test('opening freezes rule and electorate, puts the position to the vote and tells every other member', async () => {
  const { prisma } = federation.database
  const pollId = await writePoll(prisma, 'opened', { closesAt: nextWeek })
  const secretariat = await federation.as('per_secretariat')
  expect(await openPoll(secretariat, pollId)).toMatchObject({
    status: 'open',
    openedAt: now.toISOString(),
    turnout: { entitled: 23, cast: 0, quorumNeeded: 12, quorumMet: false },
  })
  expect(await prisma.elector.count({ where: { pollId } })).toBe(23)
  expect((await prisma.position.findUniqueOrThrow({ where: { id: 'pos_opened' } })).status).toBe('voting')
  expect(await audited(pollId)).toEqual(['poll.opened'])
  const told = await prisma.notification.findMany({ where: { subjectId: pollId, kind: 'poll_opened' } })
  const members = await prisma.person.count({
    where: { guestOf: { none: {} }, NOT: { id: 'per_secretariat' } },
  })
  expect(new Set(told.map(({ personId }) => personId)).size).toBe(members)
  expect(told.length).toBe(members)

  await prisma.statuteRule.update({
    where: { id: absoluteMajority.id },
    data: { majorityNumerator: 2, majorityDenominator: 3 },
  })
  const { poll } = await secretariat.ask(
    'query ($id: ID!) { poll(id: $id) { rule { majorityWords } turnout { entitled } } }',
    { id: pollId },
  )
  await prisma.statuteRule.update({
    where: { id: absoluteMajority.id },
    data: { majorityNumerator: 1, majorityDenominator: 2 },
  })
  expect(poll.rule.majorityWords).toContain('12')
})

test('an open poll’s question, text and rule change no more', async () => {
  const { positionId, ...rest } = input
  const { changePoll } = await (await federation.as('per_secretariat')).ask(change, {
    input: { ...rest, id: 'pol_opened', versionId: 'ver_opened_2', revision: 1 },
  })
  expect(changePoll).toMatchObject({ code: 'wrong_state' })
})

test('an organisation that has left is no elector, and one that joins later is none either', async () => {
  const { prisma } = federation.database
  const pollId = await writePoll(prisma, 'membership')
  await prisma.organisation.update({
    where: { id: 'org_timis' },
    data: { leftOn: new Date('2026-03-10') },
  })
  await prisma.organisation.update({
    where: { id: 'org_valcea' },
    data: { joinedOn: new Date('2026-03-11') },
  })
  const opened = await openPoll(await federation.as('per_secretariat'), pollId)
  await prisma.organisation.update({ where: { id: 'org_timis' }, data: { leftOn: null } })
  await prisma.organisation.update({
    where: { id: 'org_valcea' },
    data: { joinedOn: new Date('2023-01-01') },
  })
  expect(opened.turnout.entitled).toBe(21)
  const electors = await prisma.elector.findMany({ where: { pollId } })
  expect(electors.map(elector => elector.organisationId)).not.toContain('org_timis')
  expect(electors.map(elector => elector.organisationId)).not.toContain('org_valcea')
})

test('an incomplete poll does not open, and every missing item is named by its field', async () => {
  const { prisma } = federation.database
  const pollId = await writePoll(prisma, 'incomplete', {
    ruleId: 'rul_test_ended',
    closesAt: new Date('2026-03-10T08:00:00Z'),
  })
  await prisma.poll.update({ where: { id: pollId }, data: { questionRo: '' } })
  const refused = await openPoll(await federation.as('per_secretariat'), pollId)
  expect(refused).toMatchObject({
    code: 'invalid',
    fields: [
      { field: 'questionRo', code: 'question_missing' },
      { field: 'ruleId', code: 'rule_not_in_force' },
      { field: 'closesAt', code: 'closing_time_past' },
    ],
  })
  expect(refused.message).not.toContain('errors:')
  expect(await prisma.elector.count({ where: { pollId } })).toBe(0)
  expect((await prisma.position.findUniqueOrThrow({ where: { id: 'pos_incomplete' } })).status).toBe(
    'consultation',
  )
})

test('a rule that needs an attendance list opens no written vote', async () => {
  const pollId = await writePoll(federation.database.prisma, 'presence', { ruleId: 'rul_test_presence' })
  expect(await openPoll(await federation.as('per_secretariat'), pollId)).toMatchObject({
    code: 'invalid',
    fields: [{ field: 'ruleId', code: 'rule_needs_presence' }],
  })
})

test('opened ten times at once, a poll opens once', async () => {
  const { prisma } = federation.database
  const pollId = await writePoll(prisma, 'twice')
  const secretariat = await federation.as('per_secretariat')
  const answers = await Promise.all(Array.from({ length: 10 }, () => openPoll(secretariat, pollId)))
  expect(answers.filter(answer => answer.__typename === 'Poll').length).toBe(1)
  expect(answers.filter(answer => answer.code === 'wrong_state').length).toBe(9)
  expect(await prisma.elector.count({ where: { pollId } })).toBe(23)
  expect(await audited(pollId)).toEqual(['poll.opened'])
})

test('a position is in one vote at a time', async () => {
  const { prisma } = federation.database
  const first = await writePoll(prisma, 'single')
  await prisma.poll.create({
    data: {
      id: 'pol_single_second',
      positionId: 'pos_single',
      versionId: 'ver_single_2',
      ruleId: absoluteMajority.id,
      questionRo: 'Și a doua?',
    },
  })
  const secretariat = await federation.as('per_secretariat')
  const answers = await Promise.all([first, 'pol_single_second'].map(id => openPoll(secretariat, id)))
  expect(answers.map(answer => answer.__typename).sort()).toEqual(['Poll', 'Refusal'])
})

test('the rules offered are those in force, each worded for today’s members', async () => {
  const { pollRules } = await (await federation.as('per_delegate_bacau', 'en')).ask(
    '{ pollRules { id majorityWords entitled } }',
  )
  const ids = pollRules.map(({ id }: { id: string }) => id)
  expect(ids).toContain(absoluteMajority.id)
  expect(ids).not.toContain('rul_test_ended')
})
