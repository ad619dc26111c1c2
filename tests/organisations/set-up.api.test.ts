import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from '../../graphql/people/sessions.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
beforeEach(async () => {
  federation = await openFederation({ seeded: false })
})
afterEach(() => federation.close())

const setUp = `mutation ($input: SetUpFederationInput!) { setUpFederation(input: $input) { __typename
  ... on Person { id name federationRole } ... on Refusal { code fields { field code } } } }`
const look = 'query ($secret: String!) { invitation(secret: $secret) { kind name } }'

const input = (secret: string) => ({
  secret,
  federationName: 'Federația de probă',
  organisationName: 'Asociația Întâi',
  organisationShortName: 'Întâi',
  county: 'Ilfov',
  personName: 'Secretariat',
  email: 'secretariat@federatie.example',
  password: 'o propoziție lungă',
  language: 'ro',
  exampleRules: true,
})

async function linkMade(secret = 's'.repeat(43), expiresAt = new Date(Date.now() + 3_600_000)) {
  await federation.database.prisma.invitation.create({
    data: { id: fingerprint(secret), kind: 'setup', expiresAt },
  })
  return secret
}

test('the link sets up the federation once, and signs its secretariat in', async () => {
  const secret = await linkMade()
  const stranger = await federation.as(null)
  expect((await stranger.ask(look, { secret })).invitation).toEqual({ kind: 'setup', name: null })
  const { setUpFederation: person } = await stranger.ask(setUp, { input: input(secret) })
  expect(person).toMatchObject({ name: 'Secretariat', federationRole: 'secretariat' })
  expect(stranger.cookies.join()).toContain('session=')

  const secretariat = await federation.as(person.id)
  expect(secretariat.viewer.mandates).toMatchObject([{ organisationName: 'Întâi', role: 'delegate' }])
  const { statuteRules } = await secretariat.ask('{ statuteRules { article } }')
  expect(statuteRules).toHaveLength(5)
  expect(new Set(statuteRules.map((rule: { article: string }) => rule.article))).toEqual(
    new Set(['art. … (de verificat în statut)']),
  )
  const trail = await federation.database.prisma.auditEntry.findMany()
  expect(trail.map(({ action, personId }) => [action, personId])).toEqual([['federation.set_up', person.id]])

  expect((await stranger.ask(look, { secret })).invitation).toBeNull()
  expect((await stranger.ask(setUp, { input: input(secret) })).setUpFederation.code).toBe('link_expired')
})

test('used twice at once, it works once', async () => {
  const secret = await linkMade()
  const stranger = await federation.as(null)
  const answers = await Promise.all(
    ['a@a.example', 'b@b.example', 'c@c.example'].map(email =>
      stranger.ask(setUp, { input: { ...input(secret), email } }),
    ),
  )
  expect(answers.map(each => each.setUpFederation.code ?? 'set up').sort()).toEqual([
    'link_expired',
    'link_expired',
    'set up',
  ])
  expect(await federation.database.prisma.person.count()).toBe(1)
  expect(await federation.database.prisma.organisation.count()).toBe(1)
})

test('two links used at once set up one federation', async () => {
  const secrets = [await linkMade('a'.repeat(43)), await linkMade('b'.repeat(43))]
  const stranger = await federation.as(null)
  const answers = await Promise.all(secrets.map(secret => stranger.ask(setUp, { input: input(secret) })))
  expect(answers.map(each => each.setUpFederation.code ?? 'set up').sort()).toEqual([
    'link_expired',
    'set up',
  ])
})

test('a link that is too old, of another kind or unknown sets up nothing', async () => {
  const old = await linkMade('o'.repeat(43), new Date(Date.now() - 1_000))
  const stranger = await federation.as(null)
  for (const secret of [old, 'u'.repeat(43), ''])
    expect((await stranger.ask(setUp, { input: input(secret) })).setUpFederation.code).toBe('link_expired')
  expect(await federation.database.prisma.federation.count()).toBe(0)
})

test('a mistake in the form does not use the link up', async () => {
  const secret = await linkMade()
  const stranger = await federation.as(null)
  const { setUpFederation: refused } = await stranger.ask(setUp, {
    input: { ...input(secret), email: 'no address', password: 'short', county: '' },
  })
  expect(refused.fields).toEqual([
    { field: 'county', code: 'required' },
    { field: 'email', code: 'email' },
    { field: 'password', code: 'password_too_short' },
  ])
  const { setUpFederation: done } = await stranger.ask(setUp, {
    input: { ...input(secret), exampleRules: false },
  })
  expect(done.__typename).toBe('Person')
  expect(await federation.database.prisma.statuteRule.count()).toBe(0)
})
