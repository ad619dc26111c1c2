import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { openSite, type Site } from '../support/site.ts'

let federation: TestFederation
let site: Site
let cookie: string
beforeAll(async () => {
  federation = await openFederation()
  site = await openSite(federation)
  cookie = await site.cookieOf('per_delegate_bacau')
})
afterAll(async () => {
  await site.close()
  await federation.close()
})

/** The statements that finding out who asks takes, before anything is asked. */
const whoAsks = 1

async function ask(
  query: string,
  { as = cookie, ...more }: { as?: string; [parameter: string]: unknown } = {},
) {
  const before = federation.database.statements.total
  const { status, text, headers } = await site.send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(as === '' ? {} : { cookie: as }) },
    body: JSON.stringify({ query, ...more }),
  })
  return {
    status,
    text,
    answer: JSON.parse(text),
    requestId: String(headers['x-request-id']),
    statements: federation.database.statements.total - before,
  }
}

const deep = (levels: number) =>
  `{ organisations { nodes { ${'mandates { organisation { '.repeat(levels)} id ${'} }'.repeat(levels)} } } }`
const refused: Record<string, string> = {
  'too deep': deep(7),
  'too costly': deep(4),
  'too broad': `{ organisations { nodes { ${Array.from({ length: 20 }, () => '... { name mandates { id role startsOn organisation { id name shortName county website joinedOn revision } person { id name email language joined disabled federationRole revision } } }').join(' ')} } } }`,
  'with too many aliases': `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: unreadNotifications`).join(' ')} }`,
  'with too many tokens': `{ ${'unreadNotifications '.repeat(2_001)} }`,
  'with fragments in a circle':
    'query { organisations { nodes { ...A } } } fragment A on Organisation { mandates { organisation { ...B } } } fragment B on Organisation { ...A }',
  'of a changing kind, too costly': `subscription { unreadNotifications } ${deep(4).replace('{', 'query Other {')}`,
  'with a text that cannot be stored': '{ dossier(id: "dos_\\u0000") { id } }',
}

describe('a document', () => {
  test.each(Object.entries(refused))('%s is refused before it runs', async (_why, query) => {
    const { answer, statements } = await ask(query)
    expect(answer.errors.length).toBeGreaterThan(0)
    expect(answer.data ?? null).toBeNull()
    expect(statements).toBe(whoAsks)
    const stranger = await ask(query, { as: '' })
    expect(stranger.answer.data ?? null).toBeNull()
    expect(stranger.statements).toBe(0)
  })

  test('within the limits is answered', async () => {
    const { answer } = await ask('{ organisations(first: 3) { nodes { mandates { person { name } } } } }')
    expect(answer.errors).toBeUndefined()
    expect(answer.data.organisations.nodes).toHaveLength(3)
  })

  test('costs as many rows as it asks for, also by a variable', async () => {
    const query = `query ($rows: Int) { organisations(first: $rows) {
      nodes { mandates { person { mandates { person { name } } } } } } }`
    expect((await ask(query, { variables: { rows: 3 } })).answer.data.organisations.nodes).toHaveLength(3)
    for (const [text, variables] of [
      [query, { rows: 500 }],
      [query.replace('first: $rows', 'last: $rows'), { rows: 500 }],
      [query.replace('$rows)', '500)').replace('($rows: Int)', ''), {}],
    ] as const) {
      const { answer, statements } = await ask(text, { variables })
      expect(answer.errors[0].message).toMatch(/complexity/i)
      expect(statements).toBe(whoAsks)
    }
  })

  test('is judged by all of its operations, also when it was valid a moment ago under another name', async () => {
    const query = `query Small { unreadNotifications } ${deep(4).replace('{', 'query Large {')}`
    for (const operationName of ['Small', 'Large', 'Small'])
      expect((await ask(query, { operationName })).answer.data ?? null).toBeNull()
  })

  test('is not changed by a variable that no database keeps, nor by one of another type', async () => {
    const query = 'query ($id: ID!) { dossier(id: $id) { id } }'
    for (const id of ['dos_\0', { id: 'dos_nirm' }, ['dos_nirm']]) {
      const { answer, statements } = await ask(query, { variables: { id } })
      expect(answer.data ?? null).toBeNull()
      expect(statements).toBe(whoAsks)
    }
    const polluting = await ask(query, { variables: JSON.parse('{"__proto__":{"id":"dos_nirm"}}') })
    expect(polluting.answer.data ?? null).toBeNull()
  })

  test('that asks for the schema is for signed-in people, whoever asked first', async () => {
    const query = '{ __schema { queryType { name } } }'
    expect((await ask(query)).answer.data.__schema.queryType.name).toBe('Query')
    for (const as of ['', `session=${'a'.repeat(43)}`]) {
      const { answer } = await ask(query, { as })
      expect(answer.data ?? null).toBeNull()
      expect(answer.errors[0].message).toMatch(/introspection/i)
    }
    expect((await ask(query)).answer.data.__schema.queryType.name).toBe('Query')
  })

  test('answers strangers nothing but that they have to sign in', async () => {
    const { answer, statements } = await ask('{ organisations { totalCount } }', { as: '' })
    expect(answer.errors[0].extensions.code).toBe('UNAUTHENTICATED')
    expect(statements).toBe(0)
  })
})

describe('GraphiQL', () => {
  const open = (as: string) =>
    site.send('/graphql', { headers: { accept: 'text/html', ...(as === '' ? {} : { cookie: as }) } })

  test('is for signed-in people', async () => {
    expect((await open(cookie)).text).toContain('YogaGraphiQL')
    expect((await open('')).text).not.toContain('GraphiQL')
  })

  test('has its scripts under the nonce of its answer, and nothing from elsewhere', async () => {
    const { text, headers } = await open(cookie)
    const policy = String(headers['content-security-policy'])
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(text.includes(`<style nonce="${nonce}">`)).toBe(true)
    expect(text.includes(`<script nonce="${nonce}">`)).toBe(true)
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/https?:/)
    expect(/script-src [^;]*/.exec(policy)?.[0]).not.toContain('unsafe')
  })
})

describe('a failure of ours', () => {
  const secret = 'somebody@person.example'

  test('is told without its reason; the number of the request leads to it in the log', async () => {
    // A table that is gone is the nearest failure that no code of ours expects.
    await federation.database.sql.query('ALTER TABLE dossier RENAME TO dossier_away')
    const { answer, text, requestId } = await ask(
      'query ($search: String) { dossiers(search: $search) { totalCount nodes { id } } }',
      {
        variables: { search: secret },
      },
    )
    await federation.database.sql.query('ALTER TABLE dossier_away RENAME TO dossier')
    expect(answer.errors[0].message).toBe('Unexpected error.')
    expect(text).not.toMatch(/dossier_away|SELECT|prisma|\.ts|stack|relation/i)
    const line = site.log().find(each => each.msg === 'graphql')
    expect(line).toMatchObject({ level: 50, requestId })
    expect(site.logText()).not.toContain(secret)
  })
})

test('the log names nobody: no address, password, cookie, query string or variable', async () => {
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }'
  const input = { email: 'delegat@bacau.example', password: 'not-the-password-of-anybody' }
  await ask(signIn, { variables: { input } })
  await ask(signIn, { variables: { input: { email: 'somebody@person.example' } } })
  await ask('query ($id: ID!) { dossier(id: $id) { id } }', { variables: { id: 'dos_secretly_sought' } })
  await ask('{ secretlySought }')
  await site.send('/page?search=secretly-sought', {
    headers: { cookie, 'user-agent': 'TheBrowserOfSomebody' },
  })
  await site.send(`/setup/${'s'.repeat(43)}`)
  await site.send('/graphql?query=%7BsecretlySought%7D', { headers: { accept: 'application/json', cookie } })
  const log = site.logText()
  expect(log).toContain('/page')
  expect(log).not.toMatch(/@\w+\.example|not-the-password|secretly|TheBrowser|127\.0\.0\.1|session=|search=/i)
  expect(log).not.toContain(cookie.split('=')[1])
  expect(log).not.toContain('s'.repeat(43))
})
