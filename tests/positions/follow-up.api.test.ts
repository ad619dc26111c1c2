import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
let lead: Asker
beforeAll(async () => {
  federation = await openFederation()
  lead = await federation.as('per_delegate_eliberare')
})
afterAll(() => federation.close())

const problems = '... on Refusal { code message fields { field code } }'
const submit = async (asker: Asker, input: object) =>
  (
    await asker.ask(
      `mutation ($input: RecordSubmissionInput!) { recordSubmission(input: $input) { __typename
        ... on Submission { id submittedOn reference institution { id } recordedBy { id } } ${problems} } }`,
      { input },
    )
  ).recordSubmission
const follow = async (asker: Asker, input: object) =>
  (
    await asker.ask(
      `mutation ($input: RecordFollowUpInput!) { recordFollowUp(input: $input) { __typename
        ... on FollowUp { id outcome date recommendation { outcome followUps { outcome date } } } ${problems} } }`,
      { input },
    )
  ).recordFollowUp
const outcomes = async () =>
  Object.fromEntries(
    (await lead.ask('{ position(id: "pos_nirm") { outcomes { outcome count } } }')).position.outcomes.map(
      ({ outcome, count }: { outcome: string | null; count: number }) => [outcome ?? 'unknown', count],
    ),
  )

const sent = {
  positionId: 'pos_nirm',
  institutionId: 'ins_mj',
  submittedOn: '2023-02-01',
  reference: '4711/01.02.2023',
}
const known = {
  recommendationId: 'rec_nirm_6',
  outcome: 'rejected',
  date: '2024-03-01',
  evidence: 'Răspunsul scris al comitetului.',
  sourceUrl: 'https://example.org/raspuns.pdf',
}

test('the seed’s bar: every recommendation is counted once, by its latest follow-up', async () => {
  expect(await outcomes()).toEqual({ taken_over: 1, in_part: 2, rejected: 1, no_answer: 1, unknown: 1 })
})

test('a submission says to whom, when and under which number', async () => {
  expect(await submit(lead, sent)).toMatchObject({
    submittedOn: '2023-02-01',
    reference: '4711/01.02.2023',
    institution: { id: 'ins_mj' },
    recordedBy: { id: 'per_delegate_eliberare' },
  })
})

test('the latest by date counts, whenever it is entered, and all are kept', async () => {
  await follow(lead, known)
  const earlier = await follow(lead, { ...known, outcome: 'no_answer', date: '2023-09-01' })
  expect(earlier.recommendation).toEqual({
    outcome: 'rejected',
    followUps: [
      { outcome: 'rejected', date: '2024-03-01' },
      { outcome: 'no_answer', date: '2023-09-01' },
    ],
  })
  const later = await follow(lead, { ...known, outcome: 'taken_over', date: '2024-09-01' })
  expect(later.recommendation.outcome).toBe('taken_over')
  expect(await outcomes()).toEqual({ taken_over: 2, in_part: 2, rejected: 1, no_answer: 1, unknown: 0 })
})

test('of two entries of one day the one recorded later counts', async () => {
  await follow(lead, { ...known, outcome: 'rejected', date: '2024-10-01' })
  const second = await follow(lead, { ...known, outcome: 'in_part', date: '2024-10-01' })
  expect(second.recommendation.outcome).toBe('in_part')
})

test('evidence is needed, an address is a web address, and nothing is known ahead of its day', async () => {
  expect((await follow(lead, { ...known, evidence: ' ', sourceUrl: 'ftp://x' })).fields).toEqual([
    { field: 'evidence', code: 'required' },
    { field: 'sourceUrl', code: 'url' },
  ])
  expect((await follow(lead, { ...known, date: '2090-01-01' })).fields).toEqual([
    { field: 'date', code: 'not_yet' },
  ])
  expect((await submit(lead, { ...sent, submittedOn: '2090-01-01' })).fields).toEqual([
    { field: 'submittedOn', code: 'not_yet' },
  ])
  expect((await submit(lead, { ...sent, institutionId: 'ins_unknown' })).fields).toEqual([
    { field: 'institutionId', code: 'not_found' },
  ])
})

test('only an adopted position is sent', async () => {
  expect(await submit(lead, { ...sent, positionId: 'pos_osec' })).toMatchObject({
    code: 'wrong_state',
    message: 'Poziția nu este adoptată încă. Se trimite instituțiilor după adoptare.',
  })
})

test('only those who lead the position record what became of it', async () => {
  const drafter = await federation.as('per_delegate_bacau')
  const stranger = await federation.as(null)
  expect(await submit(drafter, sent)).toMatchObject({ code: 'not_allowed' })
  expect(await follow(drafter, known)).toMatchObject({ code: 'not_allowed' })
  expect(await submit(stranger, sent)).toMatchObject({ code: 'sign_in_needed' })
  expect(await follow(stranger, known)).toMatchObject({ code: 'sign_in_needed' })
  expect(await follow(lead, { ...known, recommendationId: 'rec_unknown' })).toMatchObject({
    code: 'not_found',
  })
})

test('the drafting organisations are told, and the audit trail says who recorded it', async () => {
  const { prisma } = federation.database
  const told = await prisma.notification.findMany({ where: { kind: 'recommendation_followed' } })
  expect(told.map(({ personId }) => personId)).toContain('per_delegate_bacau')
  expect(told.map(({ personId }) => personId)).not.toContain('per_delegate_eliberare')
  const rows = await prisma.auditEntry.findMany({ where: { subjectId: { in: ['pos_nirm', 'rec_nirm_6'] } } })
  expect(new Set(rows.map(({ action }) => action))).toEqual(
    new Set(['position.submitted', 'recommendation.followed']),
  )
})

test('what was recorded stays, also for who writes SQL', async () => {
  const { sql } = federation.database
  for (const table of ['recommendation', 'submission', 'follow_up'])
    await expect(sql.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only')
})
