/**
 * The federation's whole loop, by several people in browsers of their own: a dossier, a position drafted live by two
 * organisations, a frozen version, a vote of 23, a meeting, and what became of a recommendation.
 */
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { otherDelegates } from '../../prisma/seed/accounts.ts'
import { seedOrganisations } from '../../prisma/seed/organisations.ts'
import { axeFinds } from '../support/axe.ts'
import { castAs } from '../support/ballots.ts'
import { openVisitor, settled, signIn, type Visitor } from '../support/browser.ts'
import { openJourney } from '../support/journey.ts'

const { platform, browser } = await openJourney()
let secretariat: Visitor
let eliberare: Visitor
let bacau: Visitor
let observer: Visitor

beforeAll(async () => {
  secretariat = await openVisitor(browser, platform.url)
  eliberare = await openVisitor(browser, platform.url)
  bacau = await openVisitor(browser, platform.url, { width: 375, height: 800 })
  observer = await openVisitor(browser, platform.url, { language: 'en', theme: 'dark' })
})
/** What a browser says when its server goes away and comes back: expected in the one test that kills it. */
const aboutTheRestart = /WebSocket|ERR_CONNECTION|ERR_INCOMPLETE|EventSource|Failed to (load|fetch)|network/i
let killed = false

afterEach(() => {
  for (const visitor of [secretariat, eliberare, bacau, observer])
    expect(visitor.complaints().filter(complaint => !(killed && aboutTheRestart.test(complaint)))).toEqual([])
  killed = false
})

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const editorOf = (page: Page) => page.locator('.ProseMirror[contenteditable="true"]')
/** The path of the page without what a list or a tab added to it. */
const pathOf = (page: Page) => new URL(page.url()).pathname

/** Opens a `<details>` by its words, unless it is open. */
async function disclose(page: Page, name: string | RegExp) {
  const summary = page.locator('summary', { hasText: name }).first()
  if ((await summary.locator('xpath=..').getAttribute('open')) === null) await summary.click()
}

/** Presses a button whose form leads to another page or back to this one, and waits until that page has come alive. */
async function submit(page: Page, name: string | RegExp) {
  const answered = page.waitForResponse(
    response => response.request().method() === 'POST' && !response.url().includes('/graphql'),
  )
  await button(page, name).click()
  await answered
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  await settled(page)
}

/** What has just been done is said in its section, in sight, and has the focus. */
async function saidIn(page: Page, section: string, words: string | RegExp) {
  const message = page.locator(`#${section} [role="status"]:focus`, { hasText: words })
  await message.waitFor()
  expect(await message.evaluate(element => element.getBoundingClientRect().bottom)).toBeLessThan(
    page.viewportSize()?.height ?? 0,
  )
  expect(await message.evaluate(element => element.getBoundingClientRect().top)).toBeGreaterThan(0)
}

let dossier = ''
let position = ''
let poll = ''

test('people sign in, and read in two languages and two themes', async () => {
  await signIn(secretariat, 'per_secretariat')
  await signIn(eliberare, 'per_delegate_eliberare')
  await signIn(bacau, 'per_delegate_bacau')
  await signIn(observer, 'per_observer_cluj')
  expect(await secretariat.page.getAttribute('html', 'lang')).toBe('ro')
  expect(await observer.page.getAttribute('html', 'lang')).toBe('en')
  await bacau.goto('/')
  await bacau.page.getByRole('heading', { name: 'Termene' }).waitFor()
  await observer.goto('/')
  expect(await observer.page.locator('main h1').textContent()).not.toContain('Bine')
})

test('the secretariat adds a dossier and moves it on; anybody finds it without diacritics', async () => {
  const { page } = secretariat
  await secretariat.goto('/dossiers/new?procedure=law')
  await page.locator('[name="titleRo"]').fill('Protecția victimelor în școli')
  await page.locator('textarea[name="identifiers"], input[name="identifiers"]').first().fill('PL-x 481/2026')
  await page.locator('[name="firstStep.stage"]').selectOption('initiated')
  await page.locator('[name="firstStep.date"]').fill('2026-10-20')
  await submit(page, 'Adaugă dosarul')
  await page.waitForURL(/\/dossiers\/dos_/)
  dossier = pathOf(page)

  await disclose(page, 'Înregistrează o etapă')
  await page.getByLabel('Etapa la care a ajuns').selectOption('bureau')
  await page.locator('form:has([value="step"]) [name="date"]').fill('2026-11-02')
  await page.locator('form:has([value="step"]) [name="source"]').fill('Pagina Camerei Deputaților')
  await submit(page, 'Înregistrează etapa')
  await page.getByText('Pagina Camerei Deputaților').waitFor()

  await observer.goto('/dossiers?q=protectia%20victimelor%20in%20scoli')
  await observer.page.getByRole('link', { name: 'Protecția victimelor în școli' }).waitFor()
  await observer.goto('/dossiers?q=plx481%2F2026')
  await observer.page.getByRole('link', { name: 'Protecția victimelor în școli' }).waitFor()
})

test('a form with something missing says so beside the field and keeps what was typed', async () => {
  const { page } = secretariat
  await secretariat.goto('/dossiers/new?procedure=law')
  await page.locator('textarea[name="summaryRo"]').fill('Un rezumat care nu se pierde.')
  await submit(page, 'Adaugă dosarul')
  expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0)
  expect(secretariat.complaints().filter(complaint => !complaint.includes('400'))).toEqual([])
  expect(await page.locator('textarea[name="summaryRo"]').inputValue()).toBe('Un rezumat care nu se pierde.')
})

test('two organisations write one position live, a reader sees it read-only', async () => {
  const { page } = eliberare
  await eliberare.goto(dossier)
  await page.getByRole('link', { name: 'Începe o poziție' }).click()
  await page.waitForURL(/positions\/new/)
  await settled(page)
  await page.locator('[name="titleRo"]').fill('Școala, primul loc sigur')
  await page.getByLabel('Bacău (demo)').check()
  await submit(page, 'Începe poziția')
  await page.waitForURL(/\/positions\/pos_/)
  position = pathOf(page)

  await editorOf(page).waitFor()
  await bacau.goto(position)
  await editorOf(bacau.page).waitFor()
  await editorOf(page).locator('p').first().click()
  await page.keyboard.type('Fiecare școală are un om de încredere. ')
  await bacau.page.getByText('Fiecare școală are un om de încredere.').waitFor()
  await editorOf(bacau.page).locator('p').last().click()
  await bacau.page.keyboard.type('Scris din Bacău. ')
  await page.getByText('Scris din Bacău.').waitFor()
  await page.locator('.ProseMirror').getByText('Delegat Bacău').first().waitFor()

  // The recommendation that the federation will follow.
  await editorOf(page)
    .locator('[data-type="recommendation"] p, .recommendation p, section[data-block="recommendation"] p')
    .first()
    .click()
  await page.keyboard.type('Fiecare școală să aibă un consilier pregătit.')
  await editorOf(bacau.page).getByText('Fiecare școală să aibă un consilier pregătit.').waitFor()
  await page.getByText('Salvat', { exact: false }).first().waitFor()

  // A draft is nobody else's yet.
  await observer.goto(position)
  await observer.page
    .getByText(/404|not here|cannot be found|nothing here/i)
    .first()
    .waitFor()
  expect(observer.complaints().filter(complaint => !complaint.includes('404'))).toEqual([])
})

test('a restart of the server keeps every word', async () => {
  killed = true
  await platform.stop('SIGKILL')
  await platform.restart()
  await bacau.goto(position)
  await bacau.page.getByText('Fiecare școală are un om de încredere.').waitFor()
  await bacau.page.getByText('Scris din Bacău.').first().waitFor()
  await editorOf(eliberare.page).getByText('Scris din Bacău.').waitFor()
  for (const visitor of [secretariat, eliberare, observer]) await visitor.goto('/')
})

test('the members read it in consultation, without writing', async () => {
  const { page } = eliberare
  await eliberare.goto(position)
  await disclose(page, 'Deschide consultarea')
  await page.locator('input[type="date"]').first().fill('2026-12-20')
  await submit(page, 'Deschide consultarea')
  await observer.goto(position)
  await observer.page.getByText('Fiecare școală are un om de încredere.').waitFor()
  expect(await editorOf(observer.page).count()).toBe(0)
})

test('a version is frozen with its hash; the draft goes on and the version does not', async () => {
  const { page } = eliberare
  await eliberare.goto(position)
  await disclose(page, 'Îngheață o versiune')
  await submit(page, 'Îngheață o versiune')
  await saidIn(page, 'versions', 'Versiunea 1')
  await editorOf(page).waitFor()
  await editorOf(page).locator('p').first().click()
  await page.keyboard.type('Scris după înghețare. ')
  await eliberare.goto(`${position}/versions/1`)
  expect(await page.locator('main').textContent()).toMatch(/[0-9a-f]{64}/)
  expect(await page.locator('main').textContent()).not.toContain('Scris după înghețare.')
})

test('the 23 organisations vote on exactly that version, and everybody sees the turnout move', async () => {
  const { page } = secretariat
  await secretariat.goto(position)
  await page.getByRole('link', { name: 'Pregătește un vot' }).click()
  await page.waitForURL(/\/polls\/new/)
  await settled(page)
  await page.locator('[name="questionRo"]').fill('Adoptăm poziția despre școli?')
  await submit(page, 'Pregătește votul')
  await page.waitForURL(/\/polls\/pol_/)
  poll = pathOf(page)
  await secretariat.goto(`${poll}/edit`)
  expect(await axeFinds(page)).toEqual([])
  await secretariat.goto(poll)
  await submit(page, /Deschide votul/)
  await page.getByText('0 din 23').first().waitFor()

  await eliberare.goto(poll)
  await bacau.goto('/')
  await bacau.page.getByRole('link', { name: 'Adoptăm poziția despre școli?' }).first().click()
  await bacau.page.waitForURL(/\/polls\/pol_/)
  await settled(bacau.page)
  await bacau.page.locator('input[type="radio"][value="no"]').check()
  await submit(bacau.page, 'Trimite votul')
  await saidIn(bacau.page, 'vote', 'votul')
  await page.getByText('1 din 23').first().waitFor()
  await eliberare.page.getByText('1 din 23').first().waitFor()

  // Bacău changes its vote; it still counts once.
  await disclose(bacau.page, 'Schimbă votul nostru')
  await bacau.page.locator('input[type="radio"][value="yes"]').check()
  await submit(bacau.page, 'Trimite votul schimbat')
  await eliberare.page.locator('input[type="radio"][value="yes"]').check()
  await submit(eliberare.page, 'Trimite votul')
  await page.getByText('2 din 23').first().waitFor()

  await observer.goto(poll)
  expect(await observer.page.locator('input[type="radio"]').count()).toBe(0)

  const pollId = poll.replace('/polls/', '')
  const voters = otherDelegates.filter(delegate =>
    delegate.mandates.every(mandate => mandate.organisationId !== 'org_bacau'),
  )
  const choices = ['yes', 'yes', 'yes', 'abstain', 'yes', 'no'] as const
  for (const [place, { email, mandates }] of voters.entries())
    await castAs(
      platform.url,
      email,
      pollId,
      mandates[0]?.organisationId ?? '',
      choices[place % choices.length] ?? 'yes',
    )
  expect(voters).toHaveLength(seedOrganisations.length - 2)
  await page.getByText('23 din 23').first().waitFor()

  await button(page, 'Închide votul acum').click()
  await submit(page, 'Închide și numără')
  await saidIn(page, 'result', 's-a încheiat')
  await page.getByText('Adoptat').first().waitFor()
  await bacau.page.getByText('Adoptat').first().waitFor()
  expect(await bacau.page.locator('main svg').count()).toBeGreaterThan(0)
  expect(await bacau.page.locator('main table tbody tr').count()).toBeGreaterThanOrEqual(23)
})

test('a meeting with an institution is recorded, with minutes written in the same editor', async () => {
  const { page } = eliberare
  await eliberare.goto(`/meetings/new?dossier=${dossier.replace('/dossiers/', '')}`)
  await page.locator('[name="titleRo"]').fill('Discuție despre consilierii școlari')
  await page.locator('[name="startsAt"]').fill('2026-12-03T10:30')
  await page.locator('[name="place"]').fill('Ministerul Educației')
  await page.getByLabel('Bacău (demo)').check()
  await page.locator('[name="agenda.0.title"]').fill('Consilierii școlari')
  await submit(page, 'Salvează întâlnirea')
  await page.waitForURL(/\/meetings\/mee_/)
  const meeting = pathOf(page)
  await editorOf(page).waitFor()
  await editorOf(page).locator('p').first().click()
  await page.keyboard.type('Ministerul a cerut textul poziției.')

  await bacau.goto(meeting)
  await bacau.page.getByText('Ministerul a cerut textul poziției.').waitFor()

  await disclose(page, 'O decizie nouă')
  await page.locator('form:has([value="decision"]) [name="text"]').fill('Trimitem poziția după adoptare.')
  await submit(page, 'Notează decizia')
  await page.getByText('Trimitem poziția după adoptare.').waitFor()

  await disclose(page, 'Un angajament nou')
  const promise = page.locator('form:has([value="actionItem"])')
  await promise.locator('[name="text"]').fill('Cere o întâlnire cu inspectoratul')
  await promise.locator('[name="ownerId"]').selectOption({ label: 'Bacău (demo)' })
  await promise.locator('[name="dueOn"]').fill('2026-12-10')
  await submit(page, 'Dă angajamentul')

  await bacau.goto('/')
  await bacau.page.getByText('Cere o întâlnire cu inspectoratul').waitFor()
  await bacau.goto(meeting)
  await submit(bacau.page, 'Marchează îndeplinit: Cere o întâlnire cu inspectoratul')
  await bacau.page.getByText('îndeplinit', { exact: false }).first().waitFor()
})

test('the adopted position is submitted, and what became of its recommendation is summed up', async () => {
  const { page } = secretariat
  await secretariat.goto(`${position}/follow-up`)
  await page.getByText('Fiecare școală să aibă un consilier pregătit.').first().waitFor()
  await disclose(page, 'Consemnează o trimitere')
  const submission = page.locator('form:has([value="submission"])')
  await submission.locator('[name="institutionId"]').selectOption({ index: 1 })
  await submission.locator('[name="submittedOn"]').fill('2026-11-20')
  await submission.locator('[name="reference"]').fill('4711/2026')
  const answered = page.waitForResponse(
    response => response.request().method() === 'POST' && response.url().includes('follow-up'),
  )
  await submission.getByRole('button').click()
  await answered
  await page.getByText('4711/2026').waitFor()

  await disclose(page, 'Consemnează un rezultat')
  await page.locator('[name="outcome"][value="in_part"]').check()
  await page.locator('form:has([name="outcome"]) [name="date"]').fill('2026-11-21')
  await page.locator('[name="evidence"]').fill('Răspunsul ministerului, punctul 3.')
  const recorded = page.waitForResponse(
    response => response.request().method() === 'POST' && response.url().includes('follow-up'),
  )
  await page.locator('form:has([name="outcome"])').getByRole('button').click()
  await recorded
  await page.getByText('Răspunsul ministerului, punctul 3.').waitFor()
  await observer.goto(`${position}/follow-up`)
  await observer.page.getByText('Răspunsul ministerului, punctul 3.').waitFor()
  expect(await observer.page.locator('main table').count()).toBeGreaterThan(0)
})

test('the secretariat keeps the register: organisations, people and mandates, groups, the statute', async () => {
  const { page } = secretariat
  await secretariat.goto('/organisations/new')
  await page.locator('[name="name"]').fill('Organizația Olt (demo)')
  await page.locator('[name="shortName"]').fill('Olt (demo)')
  await page.locator('[name="county"]').fill('Olt')
  await page.locator('[name="joinedOn"]').fill('2026-11-01')
  await submit(page, 'Adaugă organizația')
  await page.waitForURL(/\/organisations\/org_/)
  const organisation = pathOf(page).replace('/organisations/', '')

  await secretariat.goto('/organisations/groups/new')
  await page.locator('[name="nameRo"]').fill('Grupul pentru școli')
  await page.getByLabel('Organizația Olt (demo)').check()
  await submit(page, 'Salvează grupul')
  await page.getByText('Grupul pentru școli').first().waitFor()

  await secretariat.goto('/organisations/statute')
  await page.getByText('23', { exact: false }).first().waitFor()

  await secretariat.goto('/people/new')
  await page.locator('[name="name"]').fill('Delegat Olt')
  await page.locator('[name="email"]').fill('delegat@olt.example')
  await submit(page, 'Adaugă și fă invitația')
  const invitation = /https?:\/\/[^\s"<]+\/join\/[\w-]+/.exec(await page.content())?.[0] ?? ''
  expect(invitation).not.toBe('')

  await secretariat.goto(`/mandates/new?organisation=${organisation}`)
  const newcomerId = await page
    .locator('[name="personId"] option', { hasText: 'Delegat Olt' })
    .getAttribute('value')
  await page.locator('[name="personId"]').selectOption(newcomerId)
  await page.locator('[name="role"][value="delegate"]').check()
  await page
    .locator(
      'form:has([name="personId"]) button[type="submit"], form:has([name="personId"]) button:not([type])',
    )
    .first()
    .click()
  await page.waitForURL(url => !url.pathname.startsWith('/mandates/new'))

  const newcomer = await openVisitor(browser, platform.url)
  await newcomer.goto(new URL(invitation).pathname)
  await newcomer.page.locator('[name="password"]').fill('o parolă lungă de tot')
  await newcomer.page.locator('form:has([name="password"]) button').first().click()
  await newcomer.page.waitForURL(url => !url.pathname.startsWith('/join'))
  await newcomer.goto('/')
  await newcomer.page.locator('main').getByText('Olt (demo)', { exact: false }).first().waitFor()
  expect(newcomer.complaints()).toEqual([])
  await newcomer.close()
})

test('people switch language and theme in the page, and sign out', async () => {
  const { page } = bacau
  await bacau.goto('/')
  /** By React Aria's menu, or by the links and forms before it is there. */
  const choose = async (name: string) => {
    await page.getByRole('button', { name: /^(Contul meu|My account)/ }).click()
    await page
      .getByRole('button', { name, exact: true })
      .or(page.getByRole('menuitemradio', { name, exact: true }))
      .or(page.getByRole('menuitem', { name, exact: true }))
      .click()
  }
  await choose('English')
  await page.waitForFunction(() => document.documentElement.lang === 'en')
  await settled(page)
  await choose('Dark')
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
  await settled(page)
  await choose('Sign out')
  await page.waitForURL(/sign-in/)
  await bacau.goto(position)
  await page.waitForURL(/sign-in\?next=/)
})
