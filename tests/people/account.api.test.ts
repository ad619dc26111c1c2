import { afterAll, beforeAll, expect, test } from 'vitest'
import { fingerprint } from '../../graphql/people/sessions.ts'
import { demoPassword } from '../../prisma/seed/index.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
})
afterAll(() => federation.close())

const refusal = '__typename ... on Refusal { code message fields { field code message theirs } }'
const changeAccount = `mutation ($input: ChangeAccountInput!) { changeAccount(input: $input) {
  ... on Person { name language revision } ${refusal} } }`
const changePassword = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) {
  ... on Person { id } ${refusal} } }`
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) {
  ... on Person { id } ${refusal} } }`
const newPassword = 'o propoziție mult mai lungă'

test('people change their own name and language, and a stale form shows both', async () => {
  const delegate = await federation.as('per_delegate_bacau')
  const { changeAccount: saved } = await delegate.ask(changeAccount, {
    input: { name: '  Delegat   de Bacău ', language: 'en', revision: 0 },
  })
  expect(saved).toMatchObject({ name: 'Delegat de Bacău', language: 'en', revision: 1 })
  const { changeAccount: late } = await delegate.ask(changeAccount, {
    input: { name: 'Altfel', language: 'en', revision: 0 },
  })
  expect(late.fields).toEqual([
    expect.objectContaining({ field: 'name', theirs: 'Delegat de Bacău' }),
    expect.objectContaining({ field: 'revision', theirs: '1' }),
  ])
})

test('a changed password ends every other session and starts a new one here', async () => {
  const elsewhere = await federation.as('per_delegate_iasi')
  const here = await federation.as('per_delegate_iasi')
  const wrong = await here.ask(changePassword, { input: { oldPassword: 'nu e asta', newPassword } })
  expect(wrong.changePassword).toMatchObject({
    code: 'wrong_credentials',
    fields: [{ field: 'oldPassword', code: 'wrong_password' }],
  })
  const short = await here.ask(changePassword, { input: { oldPassword: demoPassword, newPassword: 'scurt' } })
  expect(short.changePassword.fields).toMatchObject([{ field: 'newPassword', code: 'password_too_short' }])

  const done = await here.ask(changePassword, { input: { oldPassword: demoPassword, newPassword } })
  expect(done.changePassword.id).toBe('per_delegate_iasi')
  const secret = /session=([^;]+)/.exec(here.cookies.join())?.[1] ?? ''
  const left = await federation.database.prisma.session.findMany({
    where: { personId: 'per_delegate_iasi' },
  })
  expect(left.map(({ id }) => id)).toEqual([fingerprint(secret)])
  expect(left.map(({ id }) => id)).not.toContain(fingerprint(elsewhere.context.exchange.sessionSecret ?? ''))

  const stranger = await federation.as(null)
  const email = 'delegat@iasi.example'
  expect((await stranger.ask(signIn, { input: { email, password: demoPassword } })).signIn.code).toBe(
    'wrong_credentials',
  )
  expect((await stranger.ask(signIn, { input: { email, password: newPassword } })).signIn.id).toBe(
    'per_delegate_iasi',
  )
})

test('tries of the old password end as those of signing in do', async () => {
  const delegate = await federation.as('per_delegate_galati')
  const codes: string[] = []
  for (let attempt = 0; attempt < 11; attempt += 1)
    codes.push(
      (await delegate.ask(changePassword, { input: { oldPassword: 'nu', newPassword } })).changePassword.code,
    )
  expect(new Set(codes.slice(0, 10))).toEqual(new Set(['wrong_credentials']))
  expect(codes[10]).toBe('too_many_attempts')
})

test('people see where they are signed in and end the others', async () => {
  await federation.as('per_delegate_cluj')
  const here = await federation.as('per_delegate_cluj')
  const { ownSessions } = await here.ask('{ ownSessions { current createdAt expiresAt } }')
  expect(ownSessions.map((each: { current: boolean }) => each.current).sort()).toEqual([false, true])
  expect((await here.ask('mutation { endOtherSessions }')).endOtherSessions).toBe(1)
  expect((await here.ask('{ ownSessions { current } }')).ownSessions).toEqual([{ current: true }])
})

test('a stranger has no account', async () => {
  const stranger = await federation.as(null)
  await expect(stranger.ask('{ ownSessions { current } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  await expect(stranger.ask('mutation { endOtherSessions }')).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  })
  const input = { name: 'X', language: 'ro', revision: 0 }
  expect((await stranger.ask(changeAccount, { input })).changeAccount.code).toBe('sign_in_needed')
})

test('demonstration accounts are offered in the demonstration only, by role in the viewer’s language', async () => {
  const stranger = await federation.as(null, 'en')
  const query = '{ demonstrationAccounts { email role } }'
  const { demonstrationAccounts } = await stranger.ask(query)
  expect(demonstrationAccounts).toContainEqual({ email: 'cenzor@protect.example', role: 'Auditor' })
  stranger.context.settings = { ...stranger.context.settings, demo: false }
  expect((await stranger.ask(query)).demonstrationAccounts).toEqual([])
})
