import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
})
afterAll(() => federation.close())

const refusal = '__typename ... on Refusal { code message fields { field code message theirs } }'
const create = `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) {
  ... on Organisation { id name member } ${refusal} } }`
const change = `mutation ($input: ChangeOrganisationInput!) { changeOrganisation(input: $input) {
  ... on Organisation { id name revision } ${refusal} } }`
const leave = `mutation ($input: RecordLeavingInput!) { recordLeaving(input: $input) {
  ... on Organisation { id leftOn member revision } ${refusal} } }`
const stay = `mutation ($id: ID!, $revision: Int!) { takeLeavingBack(id: $id, revision: $revision) {
  ... on Organisation { id leftOn member } ${refusal} } }`

const mehedinti = {
  name: 'Organizația Mehedinți (demo)',
  shortName: 'Mehedinți (demo)',
  county: 'Mehedinți',
  website: 'https://mehedinti.example',
  joinedOn: '2026-01-15',
}
const alba = {
  id: 'org_alba',
  name: 'Organizația Alba (demo)',
  shortName: 'Alba (demo)',
  county: 'Alba',
  joinedOn: '2023-01-01',
}

const actionsOn = async (subjectId: string) =>
  (
    await federation.database.prisma.auditEntry.findMany({ where: { subjectId }, orderBy: { seq: 'asc' } })
  ).map(entry => [entry.action, entry.personId])

test('the secretariat adds an organisation, and the trail says so', async () => {
  const secretariat = await federation.as('per_secretariat')
  const { createOrganisation: added } = await secretariat.ask(create, { input: mehedinti })
  expect(added).toMatchObject({ name: mehedinti.name, member: true })
  expect(await actionsOn(added.id)).toEqual([['organisation.created', 'per_secretariat']])
})

test.each(['per_delegate_bacau', 'per_observer_cluj', 'per_auditor'])(
  '%s may not add one, and nothing is added',
  async personId => {
    const before = await federation.database.prisma.organisation.count()
    const asker = await federation.as(personId)
    const { createOrganisation: answer } = await asker.ask(create, { input: mehedinti })
    expect(answer.code).toBe('not_allowed')
    expect(await federation.database.prisma.organisation.count()).toBe(before)
  },
)

test('a stranger is asked to sign in', async () => {
  const { createOrganisation: answer } = await (await federation.as(null)).ask(create, { input: mehedinti })
  expect(answer.code).toBe('sign_in_needed')
})

test('what is wrong is said beside each field, in the viewer’s language', async () => {
  const secretariat = await federation.as('per_secretariat', 'en')
  const { createOrganisation: answer } = await secretariat.ask(create, {
    input: { name: ' ', shortName: 'x'.repeat(61), county: 'Alba', website: 'javascript:alert(1)' },
  })
  expect(answer.fields).toEqual([
    { field: 'name', code: 'required', message: 'Please fill this in.', theirs: null },
    expect.objectContaining({ field: 'shortName', code: 'too_long' }),
    expect.objectContaining({ field: 'website', code: 'url' }),
    expect.objectContaining({ field: 'joinedOn', code: 'required' }),
  ])
})

test('a name is held by one organisation only, whoever comes second', async () => {
  const secretariat = await federation.as('per_secretariat')
  const { createOrganisation: answer } = await secretariat.ask(create, {
    input: { ...mehedinti, name: 'Alta', shortName: 'Bacău (demo)' },
  })
  expect(answer).toMatchObject({ code: 'already_exists', fields: [{ field: 'shortName', code: 'taken' }] })

  const twice = await Promise.all(
    [1, 2].map(() =>
      secretariat.ask(create, { input: { ...mehedinti, name: 'Deodată', shortName: 'Deodată' } }),
    ),
  )
  expect(twice.map(each => each.createOrganisation.code ?? 'added').sort()).toEqual([
    'added',
    'already_exists',
  ])
})

test('of two who save the same form one is refused and sees both texts; nothing is lost', async () => {
  const secretariat = await federation.as('per_secretariat')
  const answers = await Promise.all(
    ['Alba Iulia', 'Blaj'].map(county =>
      secretariat.ask(change, { input: { ...alba, county, revision: 0 } }),
    ),
  )
  const saved = answers.map(each => each.changeOrganisation).filter(each => each.revision === 1)
  const refused = answers.map(each => each.changeOrganisation).filter(each => each.code === 'stale')
  expect([saved.length, refused.length]).toEqual([1, 1])
  const kept = await federation.database.prisma.organisation.findUniqueOrThrow({ where: { id: 'org_alba' } })
  expect(refused[0].fields).toEqual([
    expect.objectContaining({ field: 'county', code: 'stale', theirs: kept.county }),
    expect.objectContaining({ field: 'revision', theirs: '1' }),
  ])
  expect(await actionsOn('org_alba')).toHaveLength(1)
})

test('an unknown organisation is not found', async () => {
  const secretariat = await federation.as('per_secretariat')
  const { changeOrganisation: answer } = await secretariat.ask(change, {
    input: { ...alba, id: 'org_nowhere', revision: 0 },
  })
  expect(answer.code).toBe('not_found')
})

test('an organisation that leaves has no vote from that day on, and its people lose the rights through it', async () => {
  federation.setNow(new Date('2026-03-10T10:00:00Z'))
  const secretariat = await federation.as('per_secretariat')
  const early = await secretariat.ask(leave, {
    input: { id: 'org_sibiu', revision: 0, leftOn: '2022-12-31' },
  })
  expect(early.recordLeaving.fields).toMatchObject([{ field: 'leftOn', code: 'before_start' }])

  const { recordLeaving: left } = await secretariat.ask(leave, {
    input: { id: 'org_sibiu', revision: 0, leftOn: '2026-03-10' },
  })
  expect(left).toMatchObject({ leftOn: '2026-03-10', member: false, revision: 1 })
  const entitled = '{ entitledToday }'
  expect((await secretariat.ask(entitled)).entitledToday).toBe(24)
  expect((await federation.as('per_delegate_sibiu')).viewer.mandates).toEqual([])

  const { takeLeavingBack: back } = await secretariat.ask(stay, { id: 'org_sibiu', revision: 1 })
  expect(back).toMatchObject({ leftOn: null, member: true })
  expect((await federation.as('per_delegate_sibiu')).viewer.mandates).toHaveLength(1)
  expect((await actionsOn('org_sibiu')).map(([action]) => action)).toEqual([
    'organisation.left',
    'organisation.stayed',
  ])
})

test('search folds diacritics, and counts what it finds', async () => {
  const observer = await federation.as('per_observer_cluj')
  const list = `query ($search: String, $membership: Membership) {
    organisations(search: $search, membership: $membership) { totalCount nodes { id } } }`
  const { organisations } = await observer.ask(list, { search: 'BACAU demo' })
  expect(organisations).toEqual({ totalCount: 1, nodes: [{ id: 'org_bacau' }] })
  expect((await observer.ask(list, { search: 'galaţi' })).organisations.nodes).toEqual([{ id: 'org_galati' }])
  expect((await observer.ask(list, { search: '100%_' })).organisations.totalCount).toBe(0)
})

test('a stranger sees no organisation, by list or by id', async () => {
  const stranger = await federation.as(null)
  await expect(stranger.ask('{ organisations { totalCount } }')).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  })
  expect((await stranger.ask('{ node(id: "org_bacau") { id } }')).node).toBeNull()
})

test('the list and the page cost the same statements at 3 organisations and at 300', async () => {
  const observer = await federation.as('per_observer_cluj')
  const list = `{ viewer { managesFederation } organisations(first: 500) { totalCount nodes {
    id name member mandatesInForce { id role person { id name } } workingGroups { id name } } } }`
  const statements = async () => {
    const before = federation.database.statements.total
    await observer.ask(list)
    return federation.database.statements.total - before
  }
  const few = await statements()
  await federation.database.prisma.organisation.createMany({
    data: Array.from({ length: 280 }, (_, each) => ({
      name: `O ${each}`,
      shortName: `O ${each}`,
      county: 'Ilfov',
      joinedOn: new Date('2026-01-01'),
    })),
  })
  expect(await statements()).toBe(few)
  expect(few).toBeLessThanOrEqual(8)
})
