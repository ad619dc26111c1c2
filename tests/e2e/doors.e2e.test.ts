/** The built platform's doors: what a stranger meets at every page, and the API's own page under its policy. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openVisitor, signIn } from '../support/browser.ts'
import { openJourney } from '../support/journey.ts'

const { platform, browser } = await openJourney()

/** For everybody: the front, signing in, the links that people are sent, language and theme. The rest is for signed-in people. */
const open = [
  '_index',
  'sign-in',
  'sign-out',
  'setup.$secret',
  'join.$secret',
  'reset.$secret',
  'settings.appearance',
  '$',
]

const routes = (await readdir(join(import.meta.dirname, '../../app/routes')))
  .map(file => file.replace(/\.tsx?$/, ''))
  .filter(name => !open.includes(name))
  .map(name => ({
    name,
    path: `/${name
      .split('.')
      .map(part => part.replace(/_$/, ''))
      .filter(part => !part.startsWith('_'))
      .map(part => (part === '$number' ? '1' : part.startsWith('$') ? 'pos_strategy' : part))
      .join('/')}`,
  }))

const ask = (path: string, method = 'GET') =>
  fetch(platform.url + path, {
    method,
    redirect: 'manual',
    headers: {
      origin: platform.url,
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(method === 'POST' ? { body: 'intent=any&title=any' } : {}),
  })

/** Asked for by a text that shows them, not by people. */
const isPicture = ({ name }: { name: string }) => name.startsWith('documents.$id_.images')

describe('a stranger', () => {
  test.each(routes.filter(isPicture))('finds no picture at $path', async ({ path }) => {
    expect((await ask(path)).status).toBe(404)
  })

  test.each(routes.filter(route => !isPicture(route)))('is asked to sign in at $path', async ({ path }) => {
    const page = await ask(path)
    expect([path, page.status]).toEqual([path, 302])
    expect(page.headers.get('location')).toMatch(/^\/sign-in(\?next=%2F|$)/)
    expect(await page.text()).toBe('')
  })

  test.each(routes)('gets no data of $path without its page', async ({ path }) => {
    const address = `${path}.data`
    for (const query of ['', '?index', '?_routes=root']) {
      const answer = await (await ask(address + query)).text()
      expect(answer).not.toMatch(/per_|org_|dos_|mee_|@/)
    }
  })

  test.each(routes)('changes nothing at $path', async ({ path }) => {
    for (const address of [path, `${path}.data`]) {
      const answer = await ask(address, 'POST')
      expect([address, answer.status]).not.toEqual([address, 200])
      expect(answer.status).toBeLessThan(500)
    }
  })

  test('goes on to the page they wanted after signing in, and never to another site', async () => {
    for (const next of [
      '//evil.example',
      '/\\evil.example',
      'https:evil.example',
      'https://evil.example',
      '/%09/evil.example',
      'javascript:alert(1)',
    ]) {
      const visitor = await openVisitor(browser, platform.url)
      await visitor.goto(`/sign-in?next=${encodeURIComponent(next)}`)
      await visitor.page.locator('form:has(input[name="email"][type="hidden"]) button').first().click()
      await visitor.page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
      expect([next, new URL(visitor.page.url()).origin]).toEqual([next, platform.url])
      await visitor.close()
    }
  })
})

test('GraphiQL works under its policy, and asks nobody but us', async () => {
  const visitor = await openVisitor(browser, platform.url)
  await signIn(visitor, 'per_delegate_bacau')
  const elsewhere: string[] = []
  visitor.context.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== platform.url) elsewhere.push(request.url())
  })
  await visitor.page.goto('/graphql')
  await visitor.page.locator('.graphiql-query-editor').waitFor()
  await visitor.page.locator('.graphiql-query-editor .view-lines').first().click()
  await visitor.page.keyboard.press('Control+a')
  // The editor closes the brackets by itself.
  await visitor.page.keyboard.type('{ viewer { person { name')
  // By its shortcut: what the editor proposes while one types may lie over the button.
  await visitor.page.keyboard.press('Control+Enter')
  await visitor.page.locator('.result-window', { hasText: 'Delegat Bac' }).waitFor()
  expect(elsewhere).toEqual([])
  expect(visitor.complaints()).toEqual([])
  await visitor.close()
})
