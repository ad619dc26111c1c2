import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
})
afterAll(() => federation.close())

const refusal = '__typename ... on Refusal { code message fields { field code theirs } }'
const create = `mutation ($input: CreatePersonInput!) { createPerson(input: $input) {
  ... on PersonInvitation { url expiresAt person { id joined disabled } } ${refusal} } }`
const invite = `mutation ($id: ID!) { invitePerson(id: $id) {
  ... on PersonInvitation { url expiresAt } ${refusal} } }`
const change = `mutation ($input: ChangePersonInput!) { changePerson(input: $input) {
  ... on Person { id name revision federationRole } ${refusal} } }`
const disable = `mutation ($id: ID!) { disablePerson(id: $id) { ... on Person { id disabled } ${refusal} } }`
const enable = `mutation ($id: ID!) { enablePerson(id: $id) { ... on Person { id disabled } ${refusal} } }`
const accept = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  ... on Person { id email } ${refusal} } }`
const look = 'query ($secret: String!) { invitation(secret: $secret) { kind name email } }'

const secretOf = (url: string) => url.slice(url.lastIndexOf('/') + 1)
const cashier = { name: 'Redactor Iași', email: 'Redactor@Iasi.example', language: 'ro' }

test('a person is added with a one-time link, whose secret the database does not hold', async () => {
  const secretariat = await federation.as('per_secretariat')
  const { createPerson: invitation } = await secretariat.ask(create, { input: cashier })
  expect(invitation.url).toMatch(/^http:\/\/localhost:3000\/join\/[\w-]{43}$/)
  expect(invitation.person).toMatchObject({ joined: false, disabled: false })
  const secret = secretOf(invitation.url)
  const rows = await federation.database.prisma.invitation.findMany()
  expect(JSON.stringify(rows)).not.toContain(secret)

  const stranger = await federation.as(null)
  expect((await stranger.ask(look, { secret })).invitation).toEqual({
    kind: 'join',
    name: 'Redactor Iași',
    email: 'redactor@iasi.example',
  })
  const short = await stranger.ask(accept, { input: { secret, password: 'scurt' } })
  expect(short.acceptInvitation.fields).toMatchObject([{ field: 'password', code: 'password_too_short' }])

  const { acceptInvitation: joined } = await stranger.ask(accept, {
    input: { secret, password: 'o propoziție lungă' },
  })
  expect(joined).toMatchObject({ id: invitation.person.id, email: 'redactor@iasi.example' })
  expect(stranger.cookies.join()).toContain('session=')
  const again = await stranger.ask(accept, { input: { secret, password: 'altă propoziție' } })
  expect(again.acceptInvitation.code).toBe('link_expired')
  const trail = await federation.database.prisma.auditEntry.findMany({
    where: { subjectId: invitation.person.id },
    orderBy: { seq: 'asc' },
  })
  expect(trail.map(({ action, personId }) => [action, personId])).toEqual([
    ['person.created', 'per_secretariat'],
    ['person.joined', invitation.person.id],
  ])
  expect(JSON.stringify(trail.map(({ details }) => details))).not.toMatch(/iasi|Redactor/i)
})

test('of many who open a link at once one chooses the password', async () => {
  const secretariat = await federation.as('per_secretariat')
  const { invitePerson: invitation } = await secretariat.ask(invite, { id: 'per_delegate_cluj' })
  const stranger = await federation.as(null)
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, each) =>
      stranger.ask(accept, {
        input: { secret: secretOf(invitation.url), password: `o propoziție lungă ${each}` },
      }),
    ),
  )
  const chosen = answers.map(each => each.acceptInvitation.code ?? 'chosen')
  expect(chosen.filter(each => each === 'chosen')).toHaveLength(1)
  expect(new Set(chosen)).toEqual(new Set(['chosen', 'link_expired']))
})

test('a fresh link ends the older one, and a chosen password ends every session', async () => {
  const secretariat = await federation.as('per_secretariat')
  const ask = async () => (await secretariat.ask(invite, { id: 'per_delegate_alba' })).invitePerson
  const older = await ask()
  const newer = await ask()
  expect(newer.url).toContain('/reset/')
  const stranger = await federation.as(null)
  expect((await stranger.ask(look, { secret: secretOf(older.url) })).invitation).toBeNull()
  await federation.as('per_delegate_alba')
  const input = { secret: secretOf(newer.url), password: 'o altă propoziție' }
  expect((await stranger.ask(accept, { input })).acceptInvitation.id).toBe('per_delegate_alba')
  expect(await federation.database.prisma.session.count({ where: { personId: 'per_delegate_alba' } })).toBe(1)
})

test('a link ends with its hour', async () => {
  const secretariat = await federation.as('per_secretariat')
  const { invitePerson: link } = await secretariat.ask(invite, { id: 'per_delegate_arges' })
  federation.setNow(new Date(Date.now() + 25 * 3_600_000))
  const input = { secret: secretOf(link.url), password: 'o altă propoziție' }
  const late = await (await federation.as(null)).ask(accept, { input })
  federation.setNow(new Date())
  expect(late.acceptInvitation.code).toBe('link_expired')
})

test('an address belongs to one account', async () => {
  const secretariat = await federation.as('per_secretariat')
  const { createPerson: answer } = await secretariat.ask(create, {
    input: { ...cashier, email: ' DELEGAT@bacau.example ' },
  })
  expect(answer).toMatchObject({ code: 'already_exists', fields: [{ field: 'email', code: 'taken' }] })
  const { createPerson: wrong } = await secretariat.ask(create, { input: { ...cashier, email: 'nu e' } })
  expect(wrong).toMatchObject({ code: 'invalid', fields: [{ field: 'email', code: 'email' }] })
})

test('closing an account ends its sessions and links at once; opening it gives none back', async () => {
  const secretariat = await federation.as('per_secretariat')
  await federation.as('per_drafter_brasov')
  const { invitePerson: link } = await secretariat.ask(invite, { id: 'per_drafter_brasov' })
  const heard = federation.changes.of('per_drafter_brasov')[Symbol.asyncIterator]()
  const told = heard.next()
  expect((await secretariat.ask(disable, { id: 'per_drafter_brasov' })).disablePerson.disabled).toBe(true)
  await told
  await heard.return?.()
  expect(await federation.database.prisma.session.count({ where: { personId: 'per_drafter_brasov' } })).toBe(
    0,
  )
  const input = { secret: secretOf(link.url), password: 'o altă propoziție' }
  expect((await (await federation.as(null)).ask(accept, { input })).acceptInvitation.code).toBe(
    'link_expired',
  )
  expect((await secretariat.ask(invite, { id: 'per_drafter_brasov' })).invitePerson.code).toBe('wrong_state')
  const delegate = await federation.as('per_delegate_bacau')
  expect((await delegate.ask('{ person(id: "per_drafter_brasov") { id } }')).person).toBeNull()

  expect((await secretariat.ask(enable, { id: 'per_drafter_brasov' })).enablePerson.disabled).toBe(false)
  expect(await federation.database.prisma.session.count({ where: { personId: 'per_drafter_brasov' } })).toBe(
    0,
  )
})

test('somebody is always left who manages the federation', async () => {
  const secretariat = await federation.as('per_secretariat')
  expect((await secretariat.ask(disable, { id: 'per_secretariat' })).disablePerson.message).toMatch(
    /altcineva din secretariat/,
  )
  const input = {
    id: 'per_secretariat',
    revision: 0,
    name: 'Secretariat ProTECT',
    email: 'secretariat@protect.example',
    language: 'ro',
  }
  const { changePerson: alone } = await secretariat.ask(change, { input: { ...input, federationRole: null } })
  expect(alone).toMatchObject({ code: 'wrong_state' })

  await federation.database.prisma.person.update({
    where: { id: 'per_auditor' },
    data: { federationRole: 'secretariat' },
  })
  const second = await federation.as('per_auditor')
  const answers = await Promise.all([
    secretariat.ask(disable, { id: 'per_auditor' }),
    second.ask(disable, { id: 'per_secretariat' }),
  ])
  expect(answers.map(each => each.disablePerson.code ?? 'closed').sort()).toEqual(['closed', 'wrong_state'])
  await federation.database.prisma.person.updateMany({
    where: { id: { in: ['per_secretariat', 'per_auditor'] } },
    data: { disabledAt: null },
  })
  await federation.database.prisma.person.update({
    where: { id: 'per_auditor' },
    data: { federationRole: 'auditor' },
  })
})

test('a new role in the federation asks the person to sign in anew', async () => {
  await federation.as('per_deputy_bacau')
  const secretariat = await federation.as('per_secretariat')
  const input = { id: 'per_deputy_bacau', revision: 0, email: 'supleant@bacau.example', language: 'ro' }
  const named = await secretariat.ask(change, { input: { ...input, name: 'Supleant' } })
  expect(named.changePerson).toMatchObject({ name: 'Supleant', revision: 1, federationRole: null })
  const sessions = () => federation.database.prisma.session.count({ where: { personId: 'per_deputy_bacau' } })
  expect(await sessions()).toBe(1)
  const role = { ...input, revision: 1, name: 'Supleant', federationRole: 'board' }
  expect((await secretariat.ask(change, { input: role })).changePerson.federationRole).toBe('board')
  expect(await sessions()).toBe(0)
  const late = await secretariat.ask(change, { input: { ...role, name: 'Altul' } })
  expect(late.changePerson).toMatchObject({ code: 'stale' })
  expect(late.changePerson.fields).toContainEqual({ field: 'name', code: 'stale', theirs: 'Supleant' })
})

test.each(['per_delegate_bacau', 'per_observer_cluj', 'per_auditor'])(
  '%s may not add, invite, change or close anybody',
  async personId => {
    const asker = await federation.as(personId)
    const id = 'per_delegate_iasi'
    const input = { ...cashier, email: 'nou@iasi.example' }
    expect((await asker.ask(create, { input })).createPerson.code).toBe('not_allowed')
    expect((await asker.ask(invite, { id })).invitePerson.code).toBe('not_allowed')
    expect((await asker.ask(change, { input: { ...input, id, revision: 0 } })).changePerson.code).toBe(
      'not_allowed',
    )
    expect((await asker.ask(disable, { id })).disablePerson.code).toBe('not_allowed')
    expect((await asker.ask(enable, { id })).enablePerson.code).toBe('not_allowed')
  },
)

test('an e-mail address is for colleagues and the secretariat, and search does not reveal it', async () => {
  const drafter = await federation.as('per_observer_cluj')
  const one = 'query ($id: ID!) { person(id: $id) { email } }'
  expect((await drafter.ask(one, { id: 'per_delegate_cluj' })).person.email).toBe('delegat@cluj.example')
  expect((await drafter.ask(one, { id: 'per_delegate_bacau' })).person.email).toBeNull()
  const list = 'query ($search: String) { people(search: $search) { totalCount nodes { id } } }'
  expect((await drafter.ask(list, { search: 'bacau.example' })).people.totalCount).toBe(0)
  expect((await drafter.ask(list, { search: 'delegat BACAU' })).people.nodes).toEqual([
    { id: 'per_delegate_bacau' },
  ])
})

test('the list of people costs the same statements at a few and at three hundred', async () => {
  const observer = await federation.as('per_observer_cluj')
  const list = `{ viewer { managesFederation } people(first: 500) { totalCount nodes { id name email
    federationRole joined disabled mandates { id role inForce organisation { id shortName } } } } }`
  const statements = async () => {
    const before = federation.database.statements.total
    await observer.ask(list)
    return federation.database.statements.total - before
  }
  const few = await statements()
  await federation.database.prisma.person.createMany({
    data: Array.from({ length: 280 }, (_, each) => ({ name: `P ${each}`, email: `p${each}@many.example` })),
  })
  expect(await statements()).toBe(few)
  expect(few).toBeLessThanOrEqual(8)
})
