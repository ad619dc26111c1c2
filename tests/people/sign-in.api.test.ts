import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../prisma/seed/index.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
})
afterAll(() => federation.close())

const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
  ... on Person { id name email } ... on Refusal { code message fields { field code message } } } }`

test('the right password starts a session whose secret the database does not hold', async () => {
  const stranger = await federation.as(null)
  const data = await stranger.ask(signIn, {
    input: { email: ' Delegat@Bacau.example ', password: demoPassword },
  })
  expect(data.signIn).toMatchObject({ id: 'per_delegate_bacau', email: 'delegat@bacau.example' })
  const secret = /session=([^;]+)/.exec(stranger.cookies.join('\n'))?.[1] ?? ''
  expect(secret.length).toBeGreaterThan(40)
  const rows = await federation.database.sql.query<{ id: string }>(
    'SELECT id FROM session WHERE person_id = $1',
    ['per_delegate_bacau'],
  )
  expect(rows.map(row => row.id)).not.toContain(secret)
})

test('a wrong password and an unknown account get the same answer', async () => {
  const stranger = await federation.as(null)
  const wrong = await stranger.ask(signIn, { input: { email: 'delegat@bacau.example', password: 'wrong' } })
  const unknown = await stranger.ask(signIn, {
    input: { email: 'nobody@nowhere.example', password: 'wrong' },
  })
  expect(wrong.signIn).toMatchObject({ __typename: 'Refusal', code: 'wrong_credentials' })
  expect(unknown).toEqual(wrong)
})

test('the tries for one account end, and a right password does not help then', async () => {
  const stranger = await federation.as(null)
  const input = { email: 'delegat@cluj.example', password: 'wrong' }
  const codes: string[] = []
  for (let attempt = 0; attempt < 11; attempt += 1)
    codes.push((await stranger.ask(signIn, { input })).signIn.code)
  expect(codes.slice(0, 10)).toEqual(Array(10).fill('wrong_credentials'))
  expect(codes[10]).toBe('too_many_attempts')
})

test('somebody else’s wrong tries do not keep the delegate out', async () => {
  const attacker = await federation.as(null)
  attacker.context.exchange.address = '203.0.113.9'
  const wrong = { email: 'delegat@iasi.example', password: 'wrong' }
  for (let attempt = 0; attempt < 11; attempt += 1) await attacker.ask(signIn, { input: wrong })
  expect((await attacker.ask(signIn, { input: wrong })).signIn).toMatchObject({ code: 'too_many_attempts' })
  const delegate = await federation.as(null)
  const right = await delegate.ask(signIn, { input: { ...wrong, password: demoPassword } })
  expect(right.signIn).toMatchObject({ __typename: 'Person' })
})

test('a disabled person is a stranger at once', async () => {
  await federation.database.prisma.person.update({
    where: { id: 'per_observer_cluj' },
    data: { disabledAt: new Date() },
  })
  expect((await federation.as('per_observer_cluj')).viewer.person).toBeNull()
})
