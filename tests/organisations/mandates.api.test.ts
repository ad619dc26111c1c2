import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
  federation.setNow(new Date('2026-03-10T10:00:00Z'))
})
afterAll(() => federation.close())

const refusal = '__typename ... on Refusal { code message fields { field code } }'
const give = `mutation ($input: GiveMandateInput!) { giveMandate(input: $input) {
  ... on Mandate { id role inForce over } ${refusal} } }`
const end = `mutation ($input: EndMandateInput!) { endMandate(input: $input) {
  ... on Mandate { id endsOn inForce over } ${refusal} } }`

const observerOfIasi = {
  personId: 'per_observer_cluj',
  organisationId: 'org_iasi',
  role: 'observer',
  startsOn: '2026-03-01',
}

test('a mandate gives rights from its first day to its last', async () => {
  const secretariat = await federation.as('per_secretariat')
  const { giveMandate: given } = await secretariat.ask(give, {
    input: { ...observerOfIasi, endsOn: '2090-12-31' },
  })
  expect(given).toMatchObject({ role: 'observer', inForce: true, over: false })
  const viewer = async () => (await federation.as('per_observer_cluj')).viewer.mandates
  expect((await viewer()).map(mandate => mandate.organisationId)).toContain('org_iasi')

  const { endMandate: ended } = await secretariat.ask(end, {
    input: { id: given.id, endsOn: '2026-03-09' },
  })
  expect(ended).toMatchObject({ endsOn: '2026-03-09', inForce: false, over: true })
  expect((await viewer()).map(mandate => mandate.organisationId)).not.toContain('org_iasi')
  const trail = await federation.database.prisma.auditEntry.findMany({ where: { subjectId: given.id } })
  expect(trail.map(({ action, organisationId }) => [action, organisationId])).toEqual([
    ['mandate.given', 'org_iasi'],
    ['mandate.ended', 'org_iasi'],
  ])
})

test.each(['per_delegate_iasi', 'per_observer_cluj', 'per_auditor'])(
  '%s may not give or end one',
  async personId => {
    const asker = await federation.as(personId)
    expect((await asker.ask(give, { input: observerOfIasi })).giveMandate.code).toBe('not_allowed')
    const own = await federation.database.prisma.mandate.findFirstOrThrow({
      where: { organisationId: 'org_iasi' },
    })
    const { endMandate: answer } = await asker.ask(end, { input: { id: own.id, endsOn: '2026-03-09' } })
    expect(answer.code).toBe('not_allowed')
  },
)

test('an organisation has one delegate at a time, also when two are given at once', async () => {
  const secretariat = await federation.as('per_secretariat')
  const input = { ...observerOfIasi, role: 'delegate' }
  expect((await secretariat.ask(give, { input })).giveMandate.code).toBe('already_exists')

  await federation.database.prisma.mandate.deleteMany({
    where: { organisationId: 'org_iasi', role: 'delegate' },
  })
  const people = await federation.database.prisma.person.findMany({
    where: { id: { startsWith: 'per_delegate_' }, mandates: { none: { organisationId: 'org_iasi' } } },
    take: 12,
  })
  const answers = await Promise.all(
    people.map(({ id: personId }) => secretariat.ask(give, { input: { ...input, personId } })),
  )
  const given = answers.map(each => each.giveMandate.code ?? 'given')
  expect(given.filter(each => each === 'given')).toHaveLength(1)
  expect(new Set(given)).toEqual(new Set(['given', 'already_exists']))
})

test('a person has one mandate at a time from one organisation', async () => {
  const secretariat = await federation.as('per_secretariat')
  const { giveMandate: answer } = await secretariat.ask(give, {
    input: { ...observerOfIasi, organisationId: 'org_cluj', role: 'drafter' },
  })
  expect(answer.code).toBe('already_exists')
  const { giveMandate: english } = await (await federation.as('per_secretariat', 'en')).ask(give, {
    input: { ...observerOfIasi, organisationId: 'org_cluj', role: 'drafter' },
  })
  expect(english.message).toMatch(/End it first/)
})

test('a term runs forward, and only for known people and members', async () => {
  const secretariat = await federation.as('per_secretariat')
  const answer = async (input: object) => (await secretariat.ask(give, { input })).giveMandate
  const base = { ...observerOfIasi, organisationId: 'org_dolj' }
  expect(await answer({ ...base, endsOn: '2026-02-28' })).toMatchObject({
    fields: [{ field: 'endsOn', code: 'before_start' }],
  })
  expect(await answer({ ...base, startsOn: null })).toMatchObject({
    fields: [{ field: 'startsOn', code: 'required' }],
  })
  expect(await answer({ ...base, personId: '' })).toMatchObject({
    fields: [{ field: 'personId', code: 'required' }],
  })
  expect((await answer({ ...base, personId: 'per_nobody' })).code).toBe('not_found')
  await federation.database.prisma.organisation.update({
    where: { id: 'org_dolj' },
    data: { leftOn: new Date('2026-03-01') },
  })
  expect((await answer(base)).code).toBe('wrong_state')
})

test('an end is not before the start, and an ended mandate is not made longer', async () => {
  const secretariat = await federation.as('per_secretariat')
  const { id } = await federation.database.prisma.mandate.findFirstOrThrow({
    where: { organisationId: 'org_alba' },
  })
  const answer = async (endsOn: string) => (await secretariat.ask(end, { input: { id, endsOn } })).endMandate
  expect((await answer('2022-12-31')).fields).toEqual([{ field: 'endsOn', code: 'before_start' }])
  expect((await answer('2026-04-01')).endsOn).toBe('2026-04-01')
  expect((await answer('2026-05-01')).code).toBe('wrong_state')
})
