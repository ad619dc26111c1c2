/** The words of a page come with it: those that it says, in its language, and on the way to another page those of that one. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Words } from '../../app/i18n/index.ts'
import { words } from '../../app/i18n/translate.ts'
import { openBrowser, openVisitor, settled, signIn, type Visitor } from '../support/browser.ts'
import { type RunningPlatform, startPlatform } from '../support/platform.ts'

declare global {
  interface Window {
    /** Every first heading that was shown, for however short a time. */
    headings: string[]
  }
}

let platform: RunningPlatform
let browser: Browser
let visitor: Visitor
beforeAll(async () => {
  ;[platform, browser] = await Promise.all([startPlatform(), openBrowser()])
  visitor = await openVisitor(browser, platform.url)
  await signIn(visitor, 'per_delegate_bacau')
})
afterAll(async () => {
  await browser?.close()
  await platform?.discard()
})

/** The pieces of sentences between what is filled in. */
const pieces = (tree: Words): string[] =>
  Object.values(tree).flatMap(value =>
    typeof value === 'string' ? value.split(/\{\{.*?\}\}/) : pieces(value),
  )

/** A piece of plain words that only this namespace says, and that no bundler writes otherwise. */
function markOf(language: Words, namespace: string): string {
  const { [namespace]: own = {}, ...rest } = language
  const elsewhere = pieces(rest)
  const mark = pieces({ own }).find(
    piece => /^[\p{L} ,.]{15,}$/u.test(piece) && !elsewhere.some(other => other.includes(piece)),
  )
  if (mark === undefined) throw new Error(`Nothing tells ${namespace} from the other words.`)
  return mark
}

test('a page loads the words that it says, and in its own language only', async () => {
  const scripts: Promise<string>[] = []
  const page = await visitor.context.newPage()
  page.on('response', response => {
    if (response.url().endsWith('.js')) scripts.push(response.text())
  })
  await page.goto('/dossiers')
  await settled(page)
  const loaded = (await Promise.all(scripts)).join()
  const has = (language: 'ro' | 'en', namespace: string) =>
    loaded.includes(markOf(words[language], namespace))
  expect(['common', 'dossiers'].map(namespace => has('ro', namespace))).toEqual([true, true])
  const others = ['organisations', 'people', 'polls', 'meetings', 'audit', 'errors']
  expect(others.filter(namespace => has('ro', namespace))).toEqual([])
  expect(['common', 'dossiers'].filter(namespace => has('en', namespace))).toEqual([])
  await page.close()
})

test('people who go on read the words of the next page, never their names', async () => {
  const { page } = visitor
  await visitor.goto('/dossiers')
  // The slowest order: the next page's data and code are here before its words.
  let data: Promise<unknown> = Promise.resolve()
  await page.route(/assets\/(polls|meetings|organisations)-[\w-]+\.js/, async route => {
    await data
    await page.evaluate(() => new Promise(painted => requestAnimationFrame(() => setTimeout(painted))))
    await route.continue()
  })
  await page.evaluate(() => {
    window.headings = []
    new MutationObserver(() => {
      const shown = document.querySelector('h1')?.textContent ?? ''
      if (window.headings.at(-1) !== shown) window.headings.push(shown)
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  const places = ['Voturi', 'Întâlniri', 'Organizații']
  for (const place of places) {
    // The page's own question: pointing at the link has asked the same for the browser's store.
    data = page.waitForResponse(
      response => /\.data/.test(response.url()) && response.request().resourceType() === 'fetch',
    )
    await page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: place }).waitFor()
  }
  expect(await page.evaluate(() => window.headings)).toEqual(['Dosare', ...places])
  expect(visitor.complaints()).toEqual([])
})
