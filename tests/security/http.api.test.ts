import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyDatabase } from '../../prisma/client.ts'
import { demoPassword } from '../../prisma/seed/index.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { openSite, type Site } from '../support/site.ts'

let federation: TestFederation
let site: Site
beforeAll(async () => {
  federation = await openFederation()
  site = await openSite(federation)
  await tell()
})
afterAll(async () => {
  await site.close()
  await federation.close()
})

const markRead = 'mutation { markNotificationsRead }'
const json = 'application/json'

/** One mutation in each way in which a browser or a program can send a body. */
const bodies: Record<string, string> = {
  [json]: JSON.stringify({ query: markRead }),
  'application/x-www-form-urlencoded': `query=${encodeURIComponent(markRead)}`,
  'multipart/form-data; boundary=b': `--b\r\nContent-Disposition: form-data; name="query"\r\n\r\n${markRead}\r\n--b--\r\n`,
  'text/plain': JSON.stringify({ query: markRead }),
  'application/graphql': markRead,
}

/** How many of the delegate's notifications are unread: what the mutation would change. */
const unread = () =>
  federation.database.prisma.notification.count({ where: { personId: 'per_delegate_bacau', readAt: null } })
const tell = () =>
  federation.database.prisma.notification.create({
    data: { personId: 'per_delegate_bacau', kind: 'poll_opened', subjectId: 'pol_any', values: {} },
  })

describe('what another site sends', () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example:3000' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  test.each(foreign)('%j is refused in every content type, by the API and by pages', async headers => {
    const cookie = await site.cookieOf('per_delegate_bacau')
    const before = site.actions()
    for (const path of ['/graphql', '/page', '/page.data', '/nowhere']) {
      for (const [type, body] of Object.entries(bodies)) {
        const answer = await site.send(path, {
          method: 'POST',
          headers: { ...headers, cookie, 'content-type': type },
          body,
        })
        expect([path, type, answer.status]).toEqual([path, type, 403])
        expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
        expect(answer.headers).not.toHaveProperty('set-cookie')
      }
    }
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect((await site.send('/page', { method, headers: { ...headers, cookie } })).status).toBe(403)
    expect(site.actions()).toBe(before)
    expect(await unread()).toBeGreaterThan(0)
  })

  test('a question before the request is not answered with leave', async () => {
    const answer = await site.send('/graphql', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })
    expect(Object.keys(answer.headers).filter(name => name.startsWith('access-control'))).toEqual([])
  })

  test('a page of the same name over plain HTTP is another site where the address is HTTPS', async () => {
    const secureSite = await openSite(federation, { publicOrigin: 'https://platform.example' })
    const send = (origin: string) =>
      secureSite.send('/page', { method: 'POST', headers: { host: 'platform.example', origin }, body: 'a=b' })
    expect((await send('http://platform.example')).status).toBe(403)
    expect((await send('https://platform.example')).status).not.toBe(403)
    await secureSite.close()
  })
})

describe('what our own pages and programs send', () => {
  test('the API takes JSON and no other body, from either', async () => {
    const cookie = await site.cookieOf('per_delegate_bacau')
    const ours: Record<string, string>[] = [{ origin: site.origin }, { 'sec-fetch-site': 'same-origin' }, {}]
    for (const headers of ours) {
      for (const [type, body] of Object.entries(bodies)) {
        const sent = { method: 'POST', headers: { ...headers, cookie, 'content-type': type }, body }
        expect([type, (await site.send('/graphql', sent)).status]).toEqual([type, type === json ? 200 : 415])
      }
    }
    expect(await unread()).toBe(0)
    await tell()
  })

  test('a form of ours reaches its page', async () => {
    const before = site.actions()
    const answer = await site.send('/page', {
      method: 'POST',
      headers: { origin: site.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=b',
    })
    expect(answer.status).toBe(200)
    expect(site.actions()).toBe(before + 1)
  })

  test('an address changes nothing: mutations by GET are refused', async () => {
    const cookie = await site.cookieOf('per_delegate_bacau')
    for (const method of ['GET', 'HEAD']) {
      const answer = await site.send(`/graphql?query=${encodeURIComponent(markRead)}`, {
        method,
        headers: { cookie, accept: json },
      })
      expect(answer.status).toBeGreaterThanOrEqual(400)
    }
    expect(await unread()).toBeGreaterThan(0)
  })

  test('a list of documents in one body is not taken', async () => {
    const answer = await site.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': json },
      body: JSON.stringify([
        { query: '{ viewer { person { id } } }' },
        { query: '{ viewer { person { id } } }' },
      ]),
    })
    expect(answer.status).toBe(400)
  })
})

describe('behind a proxy that puts its own name into Host', () => {
  test('forms of the public address reach their page, those of others do not', async () => {
    const proxied = await openSite(federation, { publicOrigin: 'https://platform.example' })
    const send = (origin: string) =>
      proxied.send('/page', {
        method: 'POST',
        headers: {
          host: 'app:3000',
          'x-forwarded-host': 'app:3000',
          origin,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'a=b',
      })
    expect((await send('https://platform.example')).status).toBe(200)
    expect((await send('https://app.evil.example')).status).toBe(403)
    expect(proxied.actions()).toBe(1)
    await proxied.close()
  })
})

describe('bodies', () => {
  test('without a length they are refused before anybody reads them', async () => {
    for (const path of ['/page', '/graphql']) {
      const answer = await site.send(path, {
        method: 'POST',
        headers: { 'content-type': json },
        body: '{}',
        chunked: true,
      })
      expect([path, answer.status]).toEqual([path, 411])
    }
  })

  test('too large ones are refused', async () => {
    const before = site.actions()
    const form = 'application/x-www-form-urlencoded'
    const page = await site.send('/page', {
      method: 'POST',
      headers: { 'content-type': form },
      body: `a=${'b'.repeat(1_000_000)}`,
    })
    expect(page.status).toBe(413)
    // More than a document has, and more than any body.
    for (const size of [101 * 1024, 1_000_001]) {
      const query = JSON.stringify({ query: `{ viewer { person { id } } } # ${'x'.repeat(size)}` })
      const api = await site.send('/graphql', {
        method: 'POST',
        headers: { 'content-type': json, cookie: 'lang=en' },
        body: query,
      })
      expect([size, api.status, JSON.parse(api.text)]).toEqual([
        size,
        413,
        {
          errors: [
            {
              message:
                'This request is larger than what is taken here. Nothing was changed. Send less at once.',
              extensions: { code: 'TOO_LARGE' },
            },
          ],
        },
      ])
    }
    expect(site.actions()).toBe(before)
  })

  test('one that is no JSON is refused, and nothing of it is repeated', async () => {
    const answer = await site.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': json },
      body: '{"query": secret@person.example',
    })
    expect(answer.status).toBe(400)
    expect(answer.text + site.logText()).not.toContain('secret@person.example')
  })
})

describe('addresses that cannot be read', () => {
  test.each(['//:0', '/%E0%A4%A', '/assets/%2e%2e/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json'])(
    '%s harms nothing',
    async path => {
      const answer = await site.send(path)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(answer.text).not.toContain('"dependencies"')
    },
  )

  test('a host that cannot be read is refused', async () => {
    for (const host of ['[', 'a b', 'a:99999'])
      expect([host, (await site.send('/page', { headers: { host } })).status]).toEqual([host, 400])
  })

  test('no address of ours sends people to another site', async () => {
    for (const path of [
      '//evil.example/',
      '//evil.example/..',
      '/\\evil.example',
      '/assets',
      '//evil.example/%2e%2e/assets',
    ]) {
      const { location } = (await site.send(path)).headers
      expect([path, location]).toEqual([path, undefined])
    }
  })
})

describe('every answer', () => {
  const paths = ['/page', '/nowhere', '/graphql', '/healthz', '/readyz', '/styles/tokens.css', '//']

  test('carries an enforced policy with a nonce of its own', async () => {
    const nonces = new Set<string>()
    for (const path of [...paths, ...paths]) {
      const { headers } = await site.send(path)
      const policy = String(headers['content-security-policy'])
      nonces.add(/'nonce-([A-Za-z0-9+/=]{22,})'/.exec(policy)?.[1] ?? '')
      expect(headers).not.toHaveProperty('content-security-policy-report-only')
      for (const directive of [
        "default-src 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        expect(policy).toContain(directive)
      expect(/script-src [^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe|https?:/)
      expect(/style-src [^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe|https?:/)
    }
    expect(nonces.size).toBe(paths.length * 2)
    expect(nonces).not.toContain('')
  })

  test('carries the secure headers, and no word of what serves it', async () => {
    for (const path of paths) {
      const { headers } = await site.send(path, { headers: { origin: 'https://evil.example' } })
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
      })
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers).not.toHaveProperty('server')
      expect(headers).not.toHaveProperty('strict-transport-security')
      expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([])
    }
  })

  test('to a signed-in person is kept by no cache', async () => {
    const cookie = await site.cookieOf('per_delegate_bacau')
    for (const path of ['/page', '/page.data', '/graphql?query=%7B__typename%7D', '/nowhere']) {
      const { headers } = await site.send(path, { headers: { cookie, accept: json } })
      expect([path, headers['cache-control']]).toEqual([path, 'private, no-store'])
    }
    expect((await site.send('/page')).headers['cache-control']).toBeUndefined()
  })

  test('carries the number by which its line in the log is found', async () => {
    const { headers } = await site.send('/page')
    const line = site.log().find(each => each.requestId === headers['x-request-id'])
    expect(line).toMatchObject({ method: 'GET', path: '/page', status: 200 })
    expect((await site.send('/graphql?query=%7B__typename%7D', { headers: { accept: json } })).status).toBe(
      200,
    )
    expect(site.log().at(-1)).toMatchObject({ path: '/graphql' })
  })
})

describe('the session’s cookie', () => {
  const signIn = (at: Site, cookie = '') =>
    at.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': json, cookie },
      body: JSON.stringify({
        query:
          'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Person { id } } }',
        variables: { input: { email: 'delegat@bacau.example', password: demoPassword } },
      }),
    })
  const cookieIn = ({ headers }: { headers: { 'set-cookie'?: string[] } }) =>
    (headers['set-cookie'] ?? []).find(each => /session=[^;]/.test(each)) ?? ''

  test('is out of reach of scripts and of other sites', async () => {
    const words = cookieIn(await signIn(site)).split('; ')
    expect(words[0]).toMatch(/^session=[\w-]{43}$/)
    expect(words).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']))
    expect(words.join()).not.toMatch(/Domain/i)
  })

  test('is pinned to its host and to HTTPS where the address is HTTPS', async () => {
    const secureSite = await openSite(federation, { publicOrigin: 'https://platform.example' })
    const answer = await signIn(secureSite)
    const words = cookieIn(answer).split('; ')
    expect(words[0]).toMatch(/^__Host-session=[\w-]{43}$/)
    expect(words).toEqual(expect.arrayContaining(['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']))
    expect(words.join()).not.toMatch(/Domain/i)
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/)
    expect(answer.headers['content-security-policy']).toContain('upgrade-insecure-requests')
    await secureSite.close()
  })

  test('is never one that the client brought', async () => {
    const planted = 'a'.repeat(43)
    const cookie = cookieIn(await signIn(site, `session=${planted}`)).split(';', 1)[0] ?? ''
    expect(cookie).not.toContain(planted)
    const viewerOf = async (header: string) =>
      JSON.parse((await site.send('/page', { headers: { cookie: header } })).text)
    expect((await viewerOf(`session=${planted}`)).page.viewer).toBeNull()
    expect((await viewerOf(cookie)).page.viewer).toBe('per_delegate_bacau')
  })

  test('of the session before ends when somebody signs in, and signing out twice at once is quiet', async () => {
    const before = await site.cookieOf('per_delegate_bacau')
    const after = cookieIn(await signIn(site, before)).split(';', 1)[0] ?? ''
    const viewerOf = async (cookie: string) =>
      JSON.parse((await site.send('/page', { headers: { cookie } })).text).page.viewer
    expect(await viewerOf(before)).toBeNull()
    const signOut = () =>
      site.send('/graphql', {
        method: 'POST',
        headers: { 'content-type': json, cookie: after },
        body: JSON.stringify({ query: 'mutation { signOut }' }),
      })
    for (const answer of await Promise.all([signOut(), signOut(), signOut()]))
      expect(JSON.parse(answer.text)).toEqual({ data: { signOut: true } })
    expect(await viewerOf(after)).toBeNull()
  })

  test('and the cookies of language and theme take no word that is not ours', async () => {
    for (const lang of ['__proto__', 'constructor', 'en%0d%0aSet-Cookie:%20a=b', 'EN', '../en']) {
      const answer = await site.send('/page', {
        headers: { cookie: `lang=${lang}; theme=${lang}; __proto__=x` },
      })
      expect(answer.status).toBe(200)
      expect(JSON.parse(answer.text).page.locale).toBe('ro')
      expect(answer.headers).not.toHaveProperty('set-cookie')
    }
  })
})

describe('health', () => {
  test('the process is alive; it is ready while the database answers', async () => {
    expect((await site.send('/healthz')).text).toBe('ok\n')
    expect((await site.send('/readyz')).status).toBe(200)
  })

  test('while the database hangs it is not ready, and says so without waiting for it', async () => {
    const release = await holdDatabase(federation.database)
    const answers = await Promise.all([site.send('/readyz'), site.send('/readyz')])
    await release()
    expect(answers.map(({ status }) => status)).toEqual([503, 503])
    expect((await site.send('/readyz')).status).toBe(200)
  })

  test('without its database it is alive and not ready, and says so without a word of the failure', async () => {
    const other = await openFederation({ seeded: false })
    const orphan = await openSite(other)
    await other.close()
    expect((await orphan.send('/healthz')).status).toBe(200)
    const ready = await orphan.send('/readyz')
    expect([ready.status, ready.text]).toEqual([503, 'the database does not answer\n'])
    const page = await orphan.send('/page', { headers: { cookie: `session=${'a'.repeat(43)}` } })
    expect(page.status).toBe(500)
    expect(page.text).toContain(String(page.headers['x-request-id']))
    expect(page.text).not.toMatch(/\n\s+at |pglite|prisma|SELECT/i)
    // What listens to the database cannot take its leave of it.
    await orphan.close().catch(() => undefined)
  })
})

/** Takes every connection that the database gives, so that the next statement waits; answers how to give them back. */
async function holdDatabase(database: AnyDatabase): Promise<() => Promise<void>> {
  if (database.kind === 'embedded') {
    return new Promise(held => {
      const over = database.pglite.transaction(
        () =>
          new Promise<void>(release =>
            held(() => {
              release()
              return over
            }),
          ),
      )
    })
  }
  const { pool } = database
  const connections = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  return async () => {
    for (const connection of connections) connection.release()
  }
}
