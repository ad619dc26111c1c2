import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
})
afterAll(() => federation.close())

const refusal = '__typename ... on Refusal { code fields { field code theirs } }'
const createGroup = `mutation ($input: CreateWorkingGroupInput!) { createWorkingGroup(input: $input) {
  ... on WorkingGroup { id name members { id } } ${refusal} } }`
const changeGroup = `mutation ($input: ChangeWorkingGroupInput!) { changeWorkingGroup(input: $input) {
  ... on WorkingGroup { revision members { id } } ${refusal} } }`
const createRule = `mutation ($input: StatuteRuleInput!) { createStatuteRule(input: $input) {
  ... on StatuteRule { id name article inForce } ${refusal} } }`
const changeRule = `mutation ($id: ID!, $revision: Int!, $input: StatuteRuleInput!) {
  changeStatuteRule(id: $id, revision: $revision, input: $input) {
    ... on StatuteRule { revision article } ${refusal} } }`

const group = { nameRo: 'Comunicare', nameEn: 'Communication', memberIds: ['org_cluj', 'org_alba'] }
const rule = {
  nameRo: 'Aderare la o rețea',
  nameEn: 'Joining a network',
  decisionKind: 'membership',
  article: 'art. 12 (1)',
  quorumKind: 'presence',
  quorumNumerator: 1,
  quorumDenominator: 2,
  quorumStrict: false,
  majorityNumerator: 3,
  majorityDenominator: 4,
  majorityStrict: false,
  majorityBase: 'entitled',
  validFrom: '2026-01-01',
}

test('a working group holds exactly the organisations that were ticked', async () => {
  const secretariat = await federation.as('per_secretariat', 'en')
  const { createWorkingGroup: made } = await secretariat.ask(createGroup, { input: group })
  expect(made).toMatchObject({ name: 'Communication', members: [{ id: 'org_alba' }, { id: 'org_cluj' }] })
  const { changeWorkingGroup: changed } = await secretariat.ask(changeGroup, {
    input: { ...group, id: made.id, revision: 0, memberIds: ['org_iasi', 'org_iasi'] },
  })
  expect(changed).toMatchObject({ revision: 1, members: [{ id: 'org_iasi' }] })
  const trail = await federation.database.prisma.auditEntry.findMany({ where: { subjectId: made.id } })
  expect(trail.map(entry => entry.action)).toEqual(['working_group.created', 'working_group.changed'])

  const { changeWorkingGroup: late } = await secretariat.ask(changeGroup, {
    input: { ...group, id: made.id, revision: 0 },
  })
  expect(late).toMatchObject({
    code: 'stale',
    fields: [
      { field: 'revision', theirs: '1' },
      { field: 'memberIds', theirs: 'org_iasi' },
    ],
  })
})

test('a group’s name is its own, and its members exist', async () => {
  const secretariat = await federation.as('per_secretariat')
  const answer = async (input: object) => (await secretariat.ask(createGroup, { input })).createWorkingGroup
  expect(await answer({ ...group, nameRo: 'Prevenire' })).toMatchObject({
    code: 'already_exists',
    fields: [{ field: 'nameRo', code: 'taken' }],
  })
  expect(await answer({ ...group, nameRo: 'Alt grup', memberIds: ['org_nowhere'] })).toMatchObject({
    fields: [{ field: 'memberIds', code: 'not_found' }],
  })
})

test('a rule of the statute is added and changed with its article', async () => {
  const secretariat = await federation.as('per_secretariat')
  const { createStatuteRule: made } = await secretariat.ask(createRule, { input: rule })
  expect(made).toMatchObject({ name: 'Aderare la o rețea', article: 'art. 12 (1)', inForce: true })
  const changed = await secretariat.ask(changeRule, {
    id: made.id,
    revision: 0,
    input: { ...rule, article: 'art. 13' },
  })
  expect(changed.changeStatuteRule).toMatchObject({ revision: 1, article: 'art. 13' })
  const late = await secretariat.ask(changeRule, { id: made.id, revision: 0, input: rule })
  expect(late.changeStatuteRule.fields).toContainEqual({
    field: 'article',
    code: 'stale',
    theirs: 'art. 13',
  })
  const unknown = await secretariat.ask(changeRule, { id: 'rul_none', revision: 0, input: rule })
  expect(unknown.changeStatuteRule.code).toBe('not_found')
})

test.each([
  [{ article: '  ' }, 'article', 'required'],
  [{ quorumNumerator: null }, 'quorumNumerator', 'number'],
  [{ majorityDenominator: 0 }, 'majorityDenominator', 'denominator_out_of_range'],
  [{ quorumNumerator: 3 }, 'quorumNumerator', 'above_one'],
  [{ majorityNumerator: 1 }, 'majorityNumerator', 'majority_below_half'],
  [{ majorityNumerator: 4, majorityStrict: true }, 'majorityNumerator', 'more_than_all'],
  [{ validUntil: '2025-12-31' }, 'validUntil', 'before_start'],
])('a rule that cannot be is refused beside its field: %o', async (wrong, field, code) => {
  const secretariat = await federation.as('per_secretariat')
  const { createStatuteRule: answer } = await secretariat.ask(createRule, { input: { ...rule, ...wrong } })
  expect(answer.fields.map((each: { field: string; code: string }) => [each.field, each.code])).toEqual([
    [field, code],
  ])
})

test.each(['per_delegate_bacau', 'per_observer_cluj', 'per_auditor'])(
  '%s reads groups and rules, and changes none',
  async personId => {
    const asker = await federation.as(personId)
    const { workingGroups, statuteRules } = await asker.ask(
      '{ workingGroups { id mayManage } statuteRules { id mayManage } }',
    )
    expect(workingGroups.length).toBeGreaterThanOrEqual(4)
    expect([...workingGroups, ...statuteRules].some((each: { mayManage: boolean }) => each.mayManage)).toBe(
      false,
    )
    expect((await asker.ask(createGroup, { input: group })).createWorkingGroup.code).toBe('not_allowed')
    expect((await asker.ask(createRule, { input: rule })).createStatuteRule.code).toBe('not_allowed')
    const change = await asker.ask(changeRule, { id: 'rul_position', revision: 0, input: rule })
    expect(change.changeStatuteRule.code).toBe('not_allowed')
  },
)
