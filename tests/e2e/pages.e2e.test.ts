/**
 * Every page, in both languages and both themes, wide and on a phone: axe finds nothing, nothing scrolls sideways,
 * the browser complains about nothing, and there is one heading that says where we are.
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFinds } from '../support/axe.ts'
import { openVisitor, signIn } from '../support/browser.ts'
import { openJourney } from '../support/journey.ts'
import { type KnownPage, pages } from '../support/pages.ts'

const { platform, browser } = await openJourney()

/** Each language is looked at in one width and one theme by axe, and in both widths for what scrolls sideways. */
const looks = {
  ro: { theme: 'light', viewport: { width: 1280, height: 900 }, other: { width: 375, height: 800 } },
  en: { theme: 'dark', viewport: { width: 375, height: 800 }, other: { width: 1280, height: 900 } },
} as const

async function sideways(page: Page): Promise<string[]> {
  const pixels = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return pixels > 0 ? [`scrolls sideways by ${pixels} px at ${page.viewportSize()?.width} px`] : []
}

async function faults(page: Page, other: { width: number; height: number }): Promise<string[]> {
  const found = [...(await axeFinds(page)), ...(await sideways(page))]
  const headings = await page.locator('h1').count()
  if (headings !== 1) found.push(`${headings} first headings`)
  const viewport = page.viewportSize() ?? other
  await page.setViewportSize(other)
  found.push(...(await sideways(page)))
  await page.setViewportSize(viewport)
  return found
}

async function look(person: string | null, language: 'ro' | 'en', theirs: readonly KnownPage[]) {
  const { theme, viewport, other } = looks[language]
  const visitor = await openVisitor(browser, platform.url, { language, theme, ...viewport })
  if (person !== null) await signIn(visitor, person)
  const wrong: Record<string, unknown> = {}
  for (const { path, status = 200 } of theirs) {
    const answered = await visitor.goto(path)
    const found = await faults(visitor.page, other)
    if (answered !== status) found.push(`status ${answered}`)
    // All that a browser says of a status is that it was not 200.
    found.push(...visitor.complaints().filter(complaint => !complaint.includes(`status of ${status}`)))
    if (found.length > 0) wrong[path] = found
  }
  await visitor.close()
  return wrong
}

for (const language of ['ro', 'en'] as const)
  for (const person of new Set(pages.map(page => page.as))) {
    const theirs = pages.filter(page => page.as === person)
    test.concurrent(`the pages of ${person ?? 'a stranger'} in ${language}`, async ({
      expect: expectHere,
    }) => {
      expectHere(await look(person, language, theirs)).toEqual({})
    })
  }

test('every page that there is is looked at', () => {
  const routes = Object.keys(import.meta.glob('../../app/routes/*.tsx')).map(file =>
    file
      .replace(/^.*\/routes\//, '')
      .replace(/\.tsx$/, '')
      .replaceAll('_.', '.')
      .replace(/\._index$|^_index$/, '')
      .replaceAll('.', '/'),
  )
  const matches = (route: string, path: string) =>
    new RegExp(`^/${route.replace(/\$\w*/g, '[^/]+')}$`).test(path.replace(/\?.*/, ''))
  // Two that only act, and one that needs a draft poll: the journey of the whole loop looks at it.
  const elsewhere = ['settings/appearance', 'sign-out', 'polls/$id/edit']
  const unseen = routes.filter(
    route => !elsewhere.includes(route) && !pages.some(({ path }) => matches(route, path)),
  )
  expect(unseen).toEqual([])
})
