/**
 * Somebody from outside is given one text: comes in by a link, writes with a member, finds nothing else, and is told
 * why when it ends, with the words that did not get through.
 */
import type { Browser, Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openVisitor, settled, signIn, type Visitor } from '../support/browser.ts'
import { type RunningPlatform, startPlatform } from '../support/platform.ts'

let platform: RunningPlatform
let browser: Browser
let secretariat: Visitor
let delegate: Visitor
let guest: Visitor
/** The guest's way to the server, which this test can cut. */
let line: { cut(): Promise<void>; mend(): void }

beforeAll(async () => {
  ;[platform, browser] = await Promise.all([startPlatform(), openBrowser()])
  secretariat = await openVisitor(browser, platform.url)
  delegate = await openVisitor(browser, platform.url, { language: 'en', theme: 'dark' })
  guest = await openVisitor(browser, platform.url, { width: 375, height: 800 })
  line = await cuttable(guest)
  await signIn(secretariat, 'per_secretariat')
  await signIn(delegate, 'per_delegate_bacau')
})
afterAll(async () => {
  await browser?.close()
  await platform?.discard()
})

/** A laptop whose network comes and goes: its sockets close, and none opens until it is back. */
async function cuttable({ context }: Visitor): Promise<typeof line> {
  let down = false
  const open = new Set<WebSocketRoute>()
  await context.routeWebSocket(/\/live$/, route => {
    if (down) return void route.close()
    route.connectToServer()
    open.add(route)
  })
  return {
    async cut() {
      down = true
      for (const route of open) await route.close()
      open.clear()
    },
    mend() {
      down = false
    },
  }
}

const editorOf = (page: Page) => page.locator('.ProseMirror[contenteditable="true"]')

/** Presses a button whose form leads to another page or back to this one, and waits until that page has come alive. */
async function submit(page: Page, name: string) {
  const answered = page.waitForResponse(
    response => response.request().method() === 'POST' && !response.url().includes('/graphql'),
  )
  await page.getByRole('button', { name, exact: true }).first().click()
  await answered
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  await settled(page)
}

/** Writes a sentence at the end of the first paragraph. */
async function write(page: Page, words: string) {
  await editorOf(page).locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(` ${words}`)
}

test('the secretariat opens a draft to somebody from outside, to write until a day', async () => {
  const { page } = secretariat
  await secretariat.goto('/positions/pos_strategy')
  await page.getByRole('link', { name: 'Invită sau schimbă' }).click()
  await page.waitForURL(/\/texts\/doc_pos_strategy\/guests$/)
  await page.getByLabel('Numele').fill('Avocat din afară')
  await page.getByLabel('Adresa de e-mail').fill('avocat@cabinet.example')
  await submit(page, 'Invită')
  const link = await page.getByLabel('Legătura', { exact: true }).inputValue()
  await page.getByText('avocat@cabinet.example').waitFor()
  // Shown this once.
  await secretariat.goto('/texts/doc_pos_strategy/guests')
  expect(await page.getByLabel('Legătura', { exact: true }).count()).toBe(0)

  await guest.goto(new URL(link).pathname)
  await guest.page.getByLabel('Parola nouă').fill('o propoziție destul de lungă')
  await submit(guest.page, 'Alege parola și intră')
  await guest.page.waitForURL(/\/texts\/doc_pos_strategy$/)
  await guest.page.getByRole('heading', { level: 1, name: 'Cum urmărim Strategia națională' }).waitFor()
})

test('guest and member write at once, and each sees who the other is', async () => {
  await delegate.goto('/positions/pos_strategy')
  await editorOf(delegate.page).waitFor()
  await write(guest.page, 'Adăugat de un invitat.')
  await delegate.page.getByText('Adăugat de un invitat.').waitFor()
  await delegate.page.locator('.editor-people').getByText('Avocat din afară, guest').waitFor()
  await delegate.page.locator('.editor-caret-label', { hasText: 'Avocat din afară · guest' }).waitFor({
    state: 'attached',
  })
  await write(delegate.page, 'Răspuns din federație.')
  await guest.page.getByText('Răspuns din federație.').waitFor()
})

test('there is nothing else for a guest, and nothing that leads to it', async () => {
  const { page } = guest
  expect(await page.locator('nav[aria-label="Navigare principală"]').count()).toBe(0)
  await guest.goto('/')
  expect(new URL(page.url()).pathname).toBe('/texts')
  expect(await page.locator('main a').count()).toBe(1)
  for (const path of [
    '/positions',
    '/positions/pos_strategy',
    '/texts/doc_pos_osec',
    '/texts/doc_pos_strategy/guests',
    '/dossiers',
    '/polls',
    '/meetings',
    '/organisations',
    '/people',
    '/audit',
  ]) {
    const answer = await page.goto(path)
    expect([path, [403, 404].includes(answer?.status() ?? 0)]).toEqual([path, true])
    expect(await page.locator('main').innerText()).not.toMatch(/Bacău|eLiberare|Delegat/)
  }
  guest.complaints()
})

test('withdrawn while words are unsent: the page says why, and gives them back for copying', async () => {
  const { page } = guest
  await guest.goto('/texts/doc_pos_strategy')
  await editorOf(page).waitFor()
  const standing = page.locator('.editor-whereabouts')
  await standing.getByText('Salvat', { exact: true }).waitFor()
  await line.cut()
  await write(page, 'Scris fără rețea, netrimis.')
  await standing.getByText('Pe acest dispozitiv').waitFor()

  await secretariat.page.locator('summary', { hasText: 'Schimbă invitația' }).first().click()
  await submit(secretariat.page, 'Retrage invitația')
  await secretariat.page.getByText('Retrasă la').waitFor()

  line.mend()
  const alert = page.getByRole('alert')
  await alert
    .getByText(/Accesul dumneavoastră la acest text s-a încheiat la \d+ \p{L}+ \d{4}, \d\d:\d\d\./u)
    .waitFor()
  expect(await alert.locator('textarea').inputValue()).toContain('Scris fără rețea, netrimis.')
  expect(await editorOf(page).count()).toBe(0)
  // A page that loads its data anew, because of another theme, does not take the words away.
  await page.getByRole('button', { name: /^Contul meu/ }).click()
  await page
    .getByRole('button', { name: 'Întunecat' })
    .or(page.getByRole('menuitemradio', { name: 'Întunecat' }))
    .click()
  await page.locator('html[data-theme="dark"]').waitFor()
  expect(await alert.locator('textarea').inputValue()).toContain('Scris fără rețea, netrimis.')
  expect(await delegate.page.locator('.ProseMirror').innerText()).not.toContain('Scris fără rețea')
  expect(await delegate.page.locator('.ProseMirror').innerText()).toContain('Adăugat de un invitat.')

  await alert.getByRole('button', { name: 'Renunță la el' }).click()
  await page.getByRole('heading', { level: 1, name: 'Textul nu vă mai este deschis' }).waitFor()
  await page.getByRole('link', { name: 'Textele mele' }).click()
  await page.getByText('Acum nu aveți niciun text deschis').waitFor()
  expect(delegate.complaints()).toEqual([])
  expect(secretariat.complaints()).toEqual([])
})

test('the forms work without JavaScript', async () => {
  const plain = await openVisitor(browser, platform.url, { javaScriptEnabled: false })
  await plain.context.addCookies(await secretariat.context.cookies())
  const { page } = plain
  await page.goto('/texts/doc_pos_strategy/guests')
  await page.getByLabel('Numele').fill('Cercetător din afară')
  await page.getByLabel('Adresa de e-mail').fill('cercetator@institut.example')
  await page.getByRole('button', { name: 'Invită', exact: true }).click()
  await page.getByLabel('Legătura', { exact: true }).waitFor()
  await page.locator('summary', { hasText: 'Schimbă invitația' }).first().click()
  await page.getByLabel('Citește').first().check()
  await page.getByRole('button', { name: 'Salvează' }).first().click()
  await page.getByText(/^Citește, până la/).waitFor()
  await page.locator('summary', { hasText: 'Schimbă invitația' }).first().click()
  await page.getByRole('button', { name: 'Retrage invitația' }).first().click()
  await page.getByText('Am retras invitația').waitFor()
  await plain.close()
})
