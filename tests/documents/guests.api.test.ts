/** A text is opened to somebody from outside: by whom, to whom, until when, and what becomes of their account. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../graphql/context.ts'
import { openSessions } from '../../graphql/people/sessions.ts'
import { decidePosition } from '../../graphql/positions/decide.ts'
import { daysAfter, endOf, today } from '../../graphql/today.ts'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
let secretariat: Asker
/** Leads `pos_strategy`. */
let lead: Asker
beforeAll(async () => {
  federation = await openFederation()
  secretariat = await federation.as('per_secretariat')
  lead = await federation.as('per_delegate_bacau')
})
afterAll(() => federation.close())

const refusal = '__typename ... on Refusal { code message fields { field code theirs } }'
const invite = `mutation ($input: InviteGuestInput!) { inviteGuest(input: $input) {
  ... on GuestInvitation { url expiresAt address guest { id name email right until status revision } } ${refusal} } }`
const change = `mutation ($input: ChangeGuestInput!) { changeGuest(input: $input) {
  ... on DocumentGuest { id right until status revision } ${refusal} } }`
const withdraw = `mutation ($id: ID!) { withdrawGuest(id: $id) {
  ... on DocumentGuest { id status withdrawnAt withdrawnBy { id } } ${refusal} } }`
const renew = `mutation ($id: ID!) { renewGuestLink(id: $id) { ... on GuestInvitation { url } ${refusal} } }`
const accept = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { ... on Person { id } ${refusal} } }`
const texts = '{ openTexts { documentId right until open withdrawnAt document { title kind mayWrite } } }'
const read = 'query ($id: ID!) { document(id: $id) { title kind mayWrite currentText finalHtml } }'

const draft = 'doc_pos_strategy'
const day = (ahead: number) => daysAfter(today(new Date()), ahead).toISOString().slice(0, 10)

/** Each test has people of its own. */
let people = 0
const somebody = () => `invitat${++people}@cabinet.example`

async function inviteAs(asker: Asker, more: object = {}) {
  const input = {
    documentId: draft,
    name: 'Avocat din afară',
    email: somebody(),
    right: 'write',
    until: day(14),
    ...more,
  }
  return (await asker.ask(invite, { input })).inviteGuest
}
const secretOf = (url: string) => url.slice(url.lastIndexOf('/') + 1)

/** The guest opens the link and chooses a password. */
async function join(url: string): Promise<string> {
  const stranger = await federation.as(null)
  const input = { secret: secretOf(url), password: 'o propoziție lungă' }
  return (await stranger.ask(accept, { input })).acceptInvitation.id
}

/** Somebody who was invited and came in. */
async function guestOf(more: object = {}) {
  const { guest, url } = await inviteAs(lead, more)
  const personId = await join(url)
  return {
    id: guest.id as string,
    email: guest.email as string,
    personId,
    asker: await federation.as(personId),
  }
}

const trailOf = async (personId: string) =>
  (
    await federation.database.prisma.auditEntry.findMany({
      where: { details: { path: ['personId'], equals: personId } },
      orderBy: { seq: 'asc' },
    })
  ).map(({ action, personId: by, subjectId, organisationId, details }) => ({
    action,
    by,
    subjectId,
    organisationId,
    details,
  }))

test('the lead invites, hands over the link, and the guest reads and writes this text alone', async () => {
  const email = somebody()
  const invitation = await inviteAs(lead, { email })
  expect(invitation).toMatchObject({
    address: `http://localhost:3000/texts/${draft}`,
    guest: { name: 'Avocat din afară', email, right: 'write', until: day(14), status: 'invited' },
  })
  expect(invitation.url).toMatch(/^http:\/\/localhost:3000\/join\/[\w-]{43}$/)
  const rows = await federation.database.prisma.invitation.findMany()
  expect(JSON.stringify(rows)).not.toContain(secretOf(invitation.url))

  const guest = await federation.as(await join(invitation.url))
  expect(await guest.ask(texts)).toEqual({
    openTexts: [
      {
        documentId: draft,
        right: 'write',
        until: day(14),
        open: true,
        withdrawnAt: null,
        document: { title: 'Cum urmărim Strategia națională 2024-2028', kind: 'position', mayWrite: true },
      },
    ],
  })
  expect((await guest.ask(read, { id: draft })).document).toMatchObject({ mayWrite: true, finalHtml: null })
  expect((await guest.ask(read, { id: 'doc_pos_osec' })).document).toBeNull()

  const { node } = await lead.ask(
    'query ($id: ID!) { node(id: $id) { ... on Document { guests { email status } } } }',
    { id: draft },
  )
  expect(node.guests).toContainEqual({ email, status: 'active' })
})

test('the trail says who opened which text to whom, without names', async () => {
  const { id, personId } = await guestOf()
  await lead.ask(change, { input: { id, revision: 0, right: 'read', until: day(20) } })
  await lead.ask(withdraw, { id })
  const act = { by: 'per_delegate_bacau', subjectId: draft, organisationId: 'org_bacau' }
  expect(await trailOf(personId)).toEqual([
    { ...act, action: 'document.guest_invited', details: { personId, right: 'write', until: day(14) } },
    { ...act, action: 'document.guest_changed', details: { personId, right: 'read', until: day(20) } },
    { ...act, action: 'document.guest_withdrawn', details: { personId } },
  ])
  const account = await federation.database.prisma.auditEntry.findMany({
    where: { subjectId: personId },
    orderBy: { seq: 'asc' },
  })
  expect(account.map(({ action }) => action)).toEqual(['person.created', 'person.joined'])
  const { auditEntries } = await secretariat.ask(
    '{ auditEntries(action: "document.guest_withdrawn", first: 1) { nodes { subjectTitle } } }',
  )
  expect(auditEntries.nodes[0].subjectTitle).toBe('Cum urmărim Strategia națională 2024-2028')
})

test.each([
  ['per_secretariat', true],
  ['per_delegate_bacau', true],
  ['per_deputy_bacau', true],
  ['per_delegate_eliberare', 'not_allowed'],
  ['per_delegate_timis', 'not_found'],
  ['per_observer_cluj', 'not_found'],
  ['per_auditor', 'not_found'],
  ['per_guest', 'not_allowed'],
  [null, 'sign_in_needed'],
] as const)('who may share a draft: %s (%s)', async (person, expected) => {
  const answer = await inviteAs(await federation.as(person))
  expect(answer.code ?? true).toBe(expected)
})

test('minutes are shared by the writers of the organiser', async () => {
  const meeting = await federation.database.prisma.meeting.findUniqueOrThrow({ where: { id: 'mee_predeal' } })
  const documentId = meeting.minutesDocumentId
  await federation.database.prisma.meeting.update({
    where: { id: 'mee_predeal' },
    data: { organiserId: 'org_bacau' },
  })
  expect((await inviteAs(await federation.as('per_delegate_timis'), { documentId })).code).toBe('not_allowed')
  const { asker } = await guestOf({ documentId })
  expect((await asker.ask(read, { id: documentId })).document).toMatchObject({
    title: meeting.titleRo,
    kind: 'minutes',
    mayWrite: true,
  })
  const { node } = await asker.ask('query ($id: ID!) { node(id: $id) { id } }', { id: meeting.id })
  expect(node).toBeNull()
})

test('bad input is refused beside its field, and nobody is added', async () => {
  const email = somebody()
  const fields = async (more: object) => (await inviteAs(lead, { email, ...more })).fields
  expect(await fields({ name: '  ', email: 'nu e adresă' })).toMatchObject([
    { field: 'name', code: 'required' },
    { field: 'email', code: 'email' },
  ])
  expect(await fields({ until: day(-1) })).toMatchObject([{ field: 'until', code: 'past' }])
  expect(await fields({ until: day(91) })).toMatchObject([{ field: 'until', code: 'beyond_90_days' }])
  expect(await fields({ until: null })).toMatchObject([{ field: 'until', code: 'required' }])
  expect(await fields({ documentId: 'pos_strategy' })).toMatchObject([
    { field: 'documentId', code: 'not_found' },
  ])
  expect(await federation.database.prisma.person.count({ where: { email } })).toBe(0)
  for (const ahead of [0, 90])
    expect(await inviteAs(lead, { until: day(ahead) })).toMatchObject({ __typename: 'GuestInvitation' })
})

test('a member is no guest, and whoever invites is told what to do instead', async () => {
  const joining = somebody()
  const { id } = await federation.database.prisma.person.create({
    data: { name: 'Observator Iași', email: joining },
  })
  // A mandate that is still to begin makes a member, too.
  await federation.database.prisma.mandate.create({
    data: { personId: id, organisationId: 'org_iasi', role: 'observer', startsOn: new Date(day(30)) },
  })
  for (const email of [
    'delegat@timis.example',
    'observator@cluj.example',
    'cenzor@protect.example',
    joining,
  ]) {
    const answer = await inviteAs(lead, { email })
    expect([email, answer.code, answer.message]).toEqual([
      email,
      'wrong_state',
      expect.stringContaining('un membru nu are nevoie de invitație'),
    ])
  }
})

test('a guest who has an account gets the text added, keeps name and password, and needs no link', async () => {
  const { email, asker } = await guestOf()
  const { guest, url, address } = await inviteAs(secretariat, {
    documentId: 'doc_pos_directive',
    email: ` ${email.toUpperCase()} `,
    name: 'Alt nume',
    right: 'read',
  })
  expect(url).toBeNull()
  expect(address).toMatch(/doc_pos_directive$/)
  expect(guest).toMatchObject({ name: 'Avocat din afară', status: 'active' })
  const again = await federation.as(asker.viewer.person?.id ?? null)
  expect((await again.ask(texts)).openTexts).toMatchObject([
    { documentId: 'doc_pos_directive', open: true, document: { mayWrite: false } },
    { documentId: draft, open: true, document: { mayWrite: true } },
  ])
})

test('somebody is a guest of a text once; withdrawn, they are invited anew, and the first time stays', async () => {
  const { id, email, personId } = await guestOf()
  expect(await inviteAs(lead, { email })).toMatchObject({ code: 'already_exists' })
  await lead.ask(withdraw, { id })
  expect(await inviteAs(lead, { email })).toMatchObject({ url: null })
  const rows = await federation.database.prisma.documentGuest.findMany({
    where: { documentId: draft, personId },
    orderBy: { givenAt: 'asc' },
  })
  expect(rows.map(({ withdrawnById }) => withdrawnById)).toEqual(['per_delegate_bacau', null])
})

test('of many who invite the same person at once one does', async () => {
  const email = somebody()
  const answers = await Promise.all(Array.from({ length: 5 }, () => inviteAs(lead, { email })))
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1)
  expect(new Set(answers.map(({ code }) => code ?? 'done'))).toEqual(new Set(['done', 'already_exists']))
})

test('a closed account is not opened in this way', async () => {
  const { email, personId } = await guestOf({ documentId: draft })
  await secretariat.ask('mutation ($id: ID!) { disablePerson(id: $id) { __typename } }', { id: personId })
  const answer = await inviteAs(secretariat, { documentId: 'doc_pos_directive', email })
  expect(answer.message).toContain('este închis')
})

test('right and day are changed; a stale form is refused with what is saved now', async () => {
  const { id, asker } = await guestOf()
  const changeAs = async (who: Asker, input: object) =>
    (await who.ask(change, { input: { id, right: 'read', until: day(5), revision: 0, ...input } }))
      .changeGuest
  expect(await changeAs(lead, {})).toMatchObject({ right: 'read', until: day(5), revision: 1 })
  expect(await changeAs(secretariat, { right: 'write', until: day(9) })).toMatchObject({
    code: 'stale',
    fields: [
      { field: 'right', code: 'stale', theirs: 'read' },
      { field: 'until', code: 'stale', theirs: day(5) },
      { field: 'revision', code: 'stale', theirs: '1' },
    ],
  })
  expect((await changeAs(lead, { revision: 1, until: day(91) })).fields).toMatchObject([
    { field: 'until', code: 'beyond_90_days' },
  ])
  for (const [person, code] of [
    ['per_delegate_eliberare', 'not_found'],
    ['per_delegate_timis', 'not_found'],
    ['per_guest', 'not_found'],
    [null, 'sign_in_needed'],
  ] as const)
    expect(await changeAs(await federation.as(person), { revision: 1 })).toMatchObject({ code })
  const guest = await federation.as(asker.viewer.person?.id ?? null)
  expect((await guest.ask(read, { id: draft })).document.mayWrite).toBe(false)
})

test('what is withdrawn is over: nothing in it is changed, and nobody takes it back', async () => {
  const { id, personId } = await guestOf()
  for (const [person, code] of [
    ['per_delegate_eliberare', 'not_found'],
    ['per_guest', 'not_found'],
    [null, 'sign_in_needed'],
  ] as const)
    expect((await (await federation.as(person)).ask(withdraw, { id })).withdrawGuest).toMatchObject({ code })
  const { withdrawGuest: first } = await lead.ask(withdraw, { id })
  expect(first).toMatchObject({ status: 'ended', withdrawnBy: { id: 'per_delegate_bacau' } })
  expect((await secretariat.ask(withdraw, { id })).withdrawGuest).toEqual(first)
  const later = { id, revision: 0, right: 'write', until: day(5) }
  expect((await lead.ask(change, { input: later })).changeGuest).toMatchObject({ code: 'wrong_state' })
  expect((await (await federation.as(personId)).ask(read, { id: draft })).document).toBeNull()
  const { documentGuest } = federation.database.prisma
  await expect(documentGuest.update({ where: { id }, data: { withdrawnAt: null } })).rejects.toThrow(
    /refused/,
  )
  await expect(documentGuest.delete({ where: { id } })).rejects.toThrow(/refused/)
  const acts = (await trailOf(personId)).map(({ action }) => action)
  expect(acts.filter(action => action === 'document.guest_withdrawn')).toHaveLength(1)
})

test('a lost link is replaced, until the guest has come in', async () => {
  const { guest, url: first } = await inviteAs(lead)
  const colleague = await federation.as('per_delegate_eliberare')
  expect((await colleague.ask(renew, { id: guest.id })).renewGuestLink.code).toBe('not_found')
  const { renewGuestLink } = await lead.ask(renew, { id: guest.id })
  const stranger = await federation.as(null)
  const old = { secret: secretOf(first), password: 'o propoziție lungă' }
  expect((await stranger.ask(accept, { input: old })).acceptInvitation.code).toBe('link_expired')
  const personId = await join(renewGuestLink.url)
  expect((await lead.ask(renew, { id: guest.id })).renewGuestLink).toMatchObject({ code: 'wrong_state' })
  expect((await trailOf(personId)).map(({ action }) => action)).toEqual([
    'document.guest_invited',
    'document.guest_link_made',
  ])
})

test('the account that the secretariat prepared for a member is opened by the secretariat’s link only', async () => {
  const email = somebody()
  await federation.database.prisma.person.create({ data: { name: 'Delegat în pregătire', email } })
  expect(await inviteAs(lead, { email })).toMatchObject({
    code: 'wrong_state',
    message: expect.stringContaining('Rugați secretariatul'),
  })
  expect((await inviteAs(secretariat, { email })).url).toContain('/join/')
})

test.each([
  [
    'a mandate',
    (personId: string) =>
      secretariat.ask(
        'mutation ($input: GiveMandateInput!) { giveMandate(input: $input) { __typename ... on Refusal { code } } }',
        { input: { personId, organisationId: 'org_iasi', role: 'observer', startsOn: '2026-01-01' } },
      ),
  ],
  [
    'an office',
    (id: string) =>
      secretariat.ask(
        'mutation ($input: ChangePersonInput!) { changePerson(input: $input) { __typename ... on Refusal { code } } }',
        {
          input: {
            id,
            revision: 0,
            name: 'Avocat din afară',
            email: somebody(),
            language: 'ro',
            federationRole: 'board',
          },
        },
      ),
  ],
])('a guest who gets %s begins anew: whoever held the first link holds nothing', async (_what, promote) => {
  const { personId } = await guestOf()
  expect(Object.values(await promote(personId))).not.toMatchObject([{ __typename: 'Refusal' }])
  const person = await federation.database.prisma.person.findUniqueOrThrow({
    where: { id: personId },
    include: { sessions: true },
  })
  expect(person).toMatchObject({ passwordHash: null, sessions: [] })
  const { invitePerson } = await secretariat.ask(
    'mutation ($id: ID!) { invitePerson(id: $id) { ... on PersonInvitation { url } } }',
    { id: personId },
  )
  expect(invitePerson.url).toContain('/join/')
})

test('a member who gets another mandate keeps the password', async () => {
  const before = await federation.database.prisma.person.findUniqueOrThrow({
    where: { id: 'per_observer_cluj' },
  })
  await secretariat.ask(
    'mutation ($input: GiveMandateInput!) { giveMandate(input: $input) { __typename } }',
    {
      input: {
        personId: 'per_observer_cluj',
        organisationId: 'org_iasi',
        role: 'observer',
        startsOn: '2026-01-01',
      },
    },
  )
  const after = await federation.database.prisma.person.findUniqueOrThrow({
    where: { id: 'per_observer_cluj' },
  })
  expect(after.passwordHash).toBe(before.passwordHash)
})

test('a text that is adopted under a guest’s hands is only read from then on', async () => {
  const documentId = 'doc_pos_limitation'
  const { guest, url } = await inviteAs(secretariat, { documentId })
  const personId = await join(url)
  expect((await (await federation.as(personId)).ask(read, { id: documentId })).document.mayWrite).toBe(true)
  await inTransaction(secretariat.context, tx =>
    decidePosition(tx, secretariat.context, 'pos_limitation', 'ver_limitation_1', 'adopted'),
  )
  expect((await (await federation.as(personId)).ask(read, { id: documentId })).document.mayWrite).toBe(false)
  const input = { id: guest.id, revision: 0, right: 'write', until: day(3) }
  expect((await secretariat.ask(change, { input })).changeGuest).toMatchObject({ code: 'wrong_state' })
  expect(await inviteAs(secretariat, { documentId })).toMatchObject({ code: 'wrong_state' })
})

test('of an adopted position a guest reads the text that was adopted', async () => {
  const documentId = 'doc_pos_nirm'
  const { url } = await inviteAs(secretariat, { documentId, right: 'read' })
  const guest = await federation.as(await join(url))
  const { position } = await lead.ask('{ position(id: "pos_nirm") { adopted { html } } }')
  expect((await guest.ask(read, { id: documentId })).document).toMatchObject({
    mayWrite: false,
    finalHtml: position.adopted.html,
  })
})

test('the last day is open to its end in Romania, and not a moment longer', async () => {
  // In summer Romania is three hours ahead of UTC, in winter two; the clocks change on 28 March and 31 October 2027.
  for (const [last, end] of [
    ['2027-07-10', '2027-07-10T21:00:00.000Z'],
    ['2027-01-10', '2027-01-10T22:00:00.000Z'],
    ['2027-03-27', '2027-03-27T22:00:00.000Z'],
    ['2027-03-28', '2027-03-28T21:00:00.000Z'],
    ['2027-10-30', '2027-10-30T21:00:00.000Z'],
    ['2027-10-31', '2027-10-31T22:00:00.000Z'],
  ] as const)
    expect([last, endOf(new Date(last)).toISOString()]).toEqual([last, end])

  const { id, personId } = await guestOf()
  await federation.database.prisma.documentGuest.update({
    where: { id },
    data: { until: new Date('2027-07-10') },
  })
  const viewerAt = async (instant: string) => {
    const sessions = openSessions(federation.database, { now: () => new Date(instant) })
    return sessions.viewer(/session=([^;]+)/.exec(await sessions.start(personId))?.[1] ?? null)
  }
  expect((await viewerAt('2027-07-10T20:59:59Z')).openTexts).toEqual([
    { documentId: draft, right: 'write', endsAt: new Date('2027-07-10T21:00:00Z') },
  ])
  expect((await viewerAt('2027-07-10T21:00:00Z')).openTexts).toEqual([])
})
