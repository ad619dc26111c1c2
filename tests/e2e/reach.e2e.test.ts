/**
 * What has keyboard behaviour: the menu, dialogs, and long lists to choose from. React Aria's parts come when somebody
 * reaches for them; before that, and without JavaScript, the browser's own elements do the same.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  openBrowser,
  openVisitor,
  settled,
  signIn,
  type Visitor,
  type VisitorOptions,
} from '../support/browser.ts'
import { type RunningPlatform, startPlatform } from '../support/platform.ts'

let platform: RunningPlatform
let browser: Browser
let visitor: Visitor | undefined
beforeAll(async () => {
  ;[platform, browser] = await Promise.all([startPlatform(), openBrowser()])
})
afterEach(async () => {
  const heard = visitor?.complaints() ?? []
  await visitor?.close()
  visitor = undefined
  expect(heard).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await platform?.discard()
})

/** A person at a page; what the browser complains about fails the test. */
async function visit(path: string, person: string, options?: VisitorOptions): Promise<Page> {
  visitor = await openVisitor(browser, platform.url, options)
  const scripted = await openVisitor(browser, platform.url)
  await signIn(scripted, person)
  await visitor.context.addCookies((await scripted.context.cookies()).filter(({ name }) => name !== 'lang'))
  await scripted.close()
  await visitor.page.goto(path)
  if (options?.javaScriptEnabled !== false) await settled(visitor.page)
  return visitor.page
}

const account = (page: Page) => page.getByRole('button', { name: /^(Contul meu|My account)/ })
const focused = (page: Page) => page.locator(':focus')
/** Gives the button the focus and waits until it opens React Aria's part. */
async function reach(button: Locator, part: 'menu' | 'dialog') {
  await button.focus()
  await button.and(button.page().locator(`[aria-haspopup="${part}"]`)).waitFor()
}

describe('the menu of the person', () => {
  test('is walked with the keyboard, and gives the focus back', async () => {
    const page = await visit('/', 'per_delegate_bacau')
    const button = account(page)
    const before = await button.elementHandle()
    await reach(button, 'menu')
    expect(await focused(page).evaluate((element, same) => element === same, before)).toBe(true)

    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Profilul meu' }).and(focused(page)).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('menuitemradio', { name: 'Română', checked: true }).and(focused(page)).waitFor()
    await page.keyboard.press('End')
    await page.getByRole('menuitem', { name: 'Ieși din cont' }).and(focused(page)).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('menuitem', { name: 'Profilul meu' }).and(focused(page)).waitFor()
    await page.keyboard.type('intu')
    await page.getByRole('menuitemradio', { name: 'Întunecat' }).and(focused(page)).waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await button.and(focused(page)).waitFor()
    await page.keyboard.press('ArrowUp')
    await page.getByRole('menuitem', { name: 'Ieși din cont' }).and(focused(page)).waitFor()
    await page.keyboard.press('Escape')
  })

  test('goes to a page and changes the look, as its links and forms do', async () => {
    const page = await visit('/dossiers', 'per_delegate_bacau')
    await reach(account(page), 'menu')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('menuitemradio', { name: 'Întunecat' }).click()
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    expect(new URL(page.url()).pathname).toBe('/dossiers')
    await account(page).click()
    await page.getByRole('menuitemradio', { name: 'Întunecat', checked: true }).waitFor()
    await page.getByRole('menuitem', { name: 'Profilul meu' }).click()
    await page.waitForURL('**/account')
    await page.getByRole('menu').waitFor({ state: 'detached' })
  })

  test('a click that is faster than React Aria opens the links and forms themselves', async () => {
    const page = await visit('/', 'per_delegate_bacau')
    let give = () => {}
    const held = new Promise<void>(done => {
      give = done
    })
    await page.route(/assets\/(menu|setting)-[\w-]+\.js/, async route => {
      await held
      await route.continue()
    })
    const button = account(page)
    const place = await button.boundingBox()
    await button.click()
    const links = page.locator(':popover-open')
    await links.getByRole('link', { name: 'Profilul meu' }).waitFor()
    give()
    await page.locator('[aria-haspopup="menu"]').first().waitFor()
    // What is open stays open, and nothing has moved.
    expect(await links.getByRole('link', { name: 'Profilul meu' }).isVisible()).toBe(true)
    expect(await button.boundingBox()).toEqual(place)
    await page.keyboard.press('Escape')
    await button.and(focused(page)).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Profilul meu' }).and(focused(page)).waitFor()
    await page.keyboard.press('Escape')
  })

  test('what was opened before the page came alive stays open', async () => {
    const page = await visit('/', 'per_delegate_bacau')
    let give = () => {}
    const held = new Promise<void>(done => {
      give = done
    })
    await page.route(/assets\/entry\.client-[\w-]+\.js/, async route => {
      await held
      await route.continue()
    })
    await page.goto('/dossiers', { waitUntil: 'commit' })
    await account(page).click()
    const link = page.locator(':popover-open').getByRole('link', { name: 'Profilul meu' })
    await link.waitFor()
    give()
    await settled(page)
    await link.click()
    await page.waitForURL('**/account')
    await page.locator(':popover-open').waitFor({ state: 'detached' })
  })

  test('on a phone, the other places are one step further', async () => {
    const page = await visit('/', 'per_auditor', { width: 375, height: 700, language: 'en' })
    const more = page.getByRole('button', { name: 'More' })
    await reach(more, 'menu')
    await more.click()
    const audit = page.getByRole('menuitem', { name: 'Audit' })
    expect((await audit.boundingBox())?.y).toBeLessThan((await more.boundingBox())?.y ?? 0)
    await audit.click()
    await page.waitForURL('**/audit')
  })
})

test('a page brings nothing of React Aria before somebody reaches for it', async () => {
  const page = await visit('/mandates/new?organisation=org_bacau', 'per_secretariat')
  const brought = () =>
    page.evaluate(async () => {
      const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
      const texts = await Promise.all(scripts.map(async ({ name }) => (await fetch(name)).text()))
      return texts.some(text => text.includes('data-rac'))
    })
  await page.waitForLoadState('networkidle')
  expect(await brought()).toBe(false)
  await reach(account(page), 'menu')
  expect(await brought()).toBe(true)
})

describe('a dialog', () => {
  test('holds the focus, closes on Escape and beside it, and gives the focus back', async () => {
    const page = await visit('/people/per_observer_cluj', 'per_secretariat')
    const button = page.getByRole('button', { name: 'Închide contul', exact: true })
    await reach(button, 'dialog')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('Tab')
      expect(await dialog.locator(':focus').count()).toBe(1)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await button.and(focused(page)).waitFor()

    await button.click()
    await dialog.waitFor()
    await page.mouse.click(5, 5)
    await dialog.waitFor({ state: 'detached' })
  })
})

describe('a long list', () => {
  test('is searched without diacritics, and what is chosen is sent', async () => {
    const page = await visit('/mandates/new?person=per_drafter_brasov', 'per_secretariat')
    const select = page.locator('select[name="organisationId"]')
    const place = await select.boundingBox()
    await page.getByLabel('Organizația').focus()
    const search = page.getByRole('combobox', { name: 'Organizația' }).and(page.locator('input'))
    await search.and(focused(page)).waitFor()
    expect(await search.boundingBox()).toEqual(place)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

    await page.keyboard.type('brasov')
    await page.getByRole('option', { name: 'Organizația Brașov (demo)' }).waitFor()
    await search.fill('')
    await page.keyboard.type('cluj')
    await expect.poll(() => page.getByRole('option').allTextContents()).toEqual(['Organizația Cluj (demo)'])
    // React Aria hides from screen readers, but not from Tab, what is outside an open list; its list stands in no landmark.
    const { violations } = await new AxeBuilder({ page })
      .disableRules(['aria-hidden-focus', 'region', 'page-has-heading-one'])
      .analyze()
    expect(violations).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect([await search.inputValue(), await select.inputValue()]).toEqual([
      'Organizația Cluj (demo)',
      'org_cluj',
    ])
    await page.getByRole('radio', { name: /^Redactor/ }).check()
    await page.getByRole('button', { name: 'Dă mandatul' }).click()
    await page.waitForURL('**/people/per_drafter_brasov')
  })

  test('takes the place of a list that somebody has opened when they leave it', async () => {
    const page = await visit('/mandates/new', 'per_secretariat')
    const select = page.locator('select[name="personId"]')
    await select.click()
    await page.waitForLoadState('networkidle')
    await select.and(focused(page)).waitFor()
    await select.selectOption('per_auditor')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    const search = page.getByRole('combobox', { name: 'Persoana' }).and(page.locator('input'))
    await search.waitFor()
    expect(await search.inputValue()).toContain(
      await select.locator('option[value="per_auditor"]').textContent(),
    )
  })
})

test('all of it works without JavaScript', async () => {
  const page = await visit('/mandates/new?person=per_drafter_brasov', 'per_secretariat', {
    javaScriptEnabled: false,
  })
  await page.locator('select[name="organisationId"]').selectOption('org_iasi')
  await page.getByRole('radio', { name: /^Observator/ }).check()
  await page.getByRole('button', { name: 'Dă mandatul' }).click()
  await page.waitForURL('**/people/per_drafter_brasov')

  await page.getByRole('button', { name: 'Închide contul', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await dialog.getByRole('button', { name: 'Închide', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })

  await account(page).click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.locator('html[lang="en"]').waitFor()
  await account(page).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
})
