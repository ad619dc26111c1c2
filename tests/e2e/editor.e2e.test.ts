/** What people expect of an editor, by mouse, by keyboard and on a phone. */
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { axeFinds } from '../support/axe.ts'
import { openVisitor, signIn, type Visitor } from '../support/browser.ts'
import { openJourney } from '../support/journey.ts'

const draft = '/positions/pos_strategy'
/** A text in consultation: members read it. */
const read = '/positions/pos_osec'

const { platform, browser } = await openJourney()
let visitor: Visitor
const text = () => visitor.page.locator('.ProseMirror')

beforeAll(async () => {
  visitor = await openVisitor(browser, platform.url)
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(visitor, 'per_secretariat')
  await open(draft)
})

async function open(path: string): Promise<void> {
  await visitor.goto(path)
  await visitor.page.locator('.ProseMirror[contenteditable="true"]').waitFor()
}

/** Puts the caret behind the last word of a block. */
async function caretAtEndOf(block: Locator): Promise<void> {
  await text().focus()
  await block.evaluate(element => {
    const selection = window.getSelection()
    selection?.selectAllChildren(element)
    selection?.collapseToEnd()
    // The editor hears where the caret is a moment later; no person is faster.
    return new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  })
}

const hasFocus = (element: Locator) => element.evaluate(each => each === document.activeElement)

/** What axe finds on the page as it is now, and whether it scrolls sideways. */
async function faultsOf(page: Page): Promise<string[]> {
  const found = await axeFinds(page)
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  return isWide ? [...found, 'scrolls sideways'] : found
}

const clipboard = () => visitor.page.evaluate(() => navigator.clipboard.readText())

test('the number of a paragraph gives the address that leads back to it', async () => {
  const { page } = visitor
  const paragraph = text().locator('p[data-number="3"]')
  const id = await paragraph.getAttribute('id')
  const box = await paragraph.boundingBox()
  await page.mouse.click((box?.x ?? 0) - 34, (box?.y ?? 0) + 12)
  await page.getByRole('status').filter({ hasText: 'Legătura la paragraful 3 e copiată.' }).waitFor()
  expect(await clipboard()).toBe(`${platform.url}${draft}#${id}`)

  await visitor.goto('/positions')
  await open(`${draft}#${id}`)
  await page.locator(`.ProseMirror [id="${id}"].aimed`).waitFor()
  expect(visitor.complaints()).toEqual([])
})

test('numbers are no part of the text: not copied with it, and a new line has one as soon as it says something', async () => {
  const { page } = visitor
  await text().locator('p[data-number="1"]').click({ clickCount: 3 })
  await page.keyboard.press('ControlOrMeta+c')
  expect(await clipboard()).toMatch(/^Strategia națională/)

  const second = await text().locator('p[data-number="2"]').textContent()
  await caretAtEndOf(text().locator('p[data-number="1"]'))
  await page.keyboard.press('Enter')
  expect(await text().locator('p[data-number="2"]').textContent()).toBe(second)
  await page.keyboard.type('Un paragraf nou.')
  expect(await text().locator('p[data-number="2"]').textContent()).toBe('Un paragraf nou.')
  expect(await text().locator('p[data-number="3"]').textContent()).toBe(second)
  expect(visitor.complaints()).toEqual([])
})

describe('the outline', () => {
  test('follows what is written, and leads there with the caret', async () => {
    const { page } = visitor
    await open(draft)
    const outline = page.getByRole('navigation', { name: 'Cuprins' })
    const lines = () => outline.getByRole('link').allTextContents()
    expect((await lines())[0]).toBe('Context')

    await caretAtEndOf(text().locator('p[data-number="1"]'))
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+Alt+3')
    await page.keyboard.type('Cine răspunde')
    await outline.getByRole('link', { name: 'Cine răspunde' }).waitFor()
    expect((await lines()).slice(0, 3)).toEqual(['Context', 'Cine răspunde', 'Constatări și recomandări'])

    await outline.getByRole('link', { name: 'De lămurit înainte de consultare' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Acum: ')
    await text().getByRole('heading', { name: 'Acum: De lămurit înainte de consultare' }).waitFor()
    await outline.locator('[aria-current="location"]', { hasText: 'Acum: De lămurit' }).waitFor()
  })

  test('on a phone it is a sheet behind a button', async () => {
    const phone = await openVisitor(browser, platform.url, {
      width: 375,
      height: 700,
      theme: 'dark',
      language: 'en',
    })
    await signIn(phone, 'per_secretariat')
    await phone.goto(draft)
    await phone.page.locator('.ProseMirror[contenteditable="true"]').waitFor()
    await phone.page.getByRole('button', { name: 'Outline' }).click()
    expect(await faultsOf(phone.page)).toEqual([])
    await phone.page
      .getByRole('dialog')
      .getByRole('link', { name: /De lămurit/ })
      .click()
    await phone.page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await phone.page.locator('.ProseMirror .aimed').textContent()).toContain('De lămurit')
    expect(await hasFocus(phone.page.locator('.ProseMirror'))).toBe(true)
    expect(phone.complaints()).toEqual([])
    await phone.close()
  })

  test('a frozen version has it too, with the numbers that it was frozen with', async () => {
    const { page } = visitor
    await visitor.goto('/positions/pos_nirm/versions/1')
    const link = page.getByRole('navigation', { name: 'Cuprins' }).getByRole('link').last()
    const target = (await link.getAttribute('href')) ?? ''
    await link.click()
    await page.waitForURL(url => url.hash === target)
    await page.getByRole('link', { name: 'Paragraful 2', exact: true }).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator(':target').textContent()).toMatch(/^Un mecanism bun/)
    expect(await page.locator(':target').innerText()).not.toMatch(/^2/)
    expect(visitor.complaints()).toEqual([])
  })
})

describe('finding', () => {
  const found = () => visitor.page.locator('.editor-found').textContent()
  const current = () => text().locator('.found-current').allTextContents()

  test('goes from place to place without diacritics, and Escape leaves the caret there', async () => {
    const { page } = visitor
    await open(draft)
    await caretAtEndOf(text().locator('h2').first())
    await page.keyboard.press('ControlOrMeta+f')
    await page.keyboard.type('masuri')
    await page.locator('.editor-found', { hasText: '1 din 4' }).waitFor()
    expect(await current()).toEqual(['măsuri'])
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await found()).toBe('3 din 4')
    await page.keyboard.press('Shift+Enter')
    expect(await found()).toBe('2 din 4')
    await page.keyboard.press('F3')
    await page.keyboard.press('F3')
    await page.keyboard.press('F3')
    expect(await found()).toBe('1 din 4')
    await page.getByRole('button', { name: /fără diacritice/ }).click()
    await page.locator('.editor-found', { hasText: 'Nimic găsit' }).waitFor()
    await page.getByRole('button', { name: /fără diacritice/ }).click()
    await page.locator('.editor-found', { hasText: 'din 4' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Caută în text' }).focus()
    await page.keyboard.press('Escape')
    expect(await hasFocus(text())).toBe(true)
    await page.keyboard.type('obiective')
    await text().getByText('obiectivele se pun în practică').waitFor()
    expect(await text().locator('.found').count()).toBe(0)
  })

  test('replacing keeps how words look, and all of it is one step of undo', async () => {
    const { page } = visitor
    await open(draft)
    await caretAtEndOf(text().locator('p[data-number="1"]'))
    await page.keyboard.type(' Plan')
    await page.keyboard.press('ControlOrMeta+b')
    await page.keyboard.type('plan')
    await page.keyboard.press('ControlOrMeta+b')
    await page.keyboard.type('plan')
    const before = await text().textContent()
    await page.keyboard.press('ControlOrMeta+f')
    await page.getByRole('textbox', { name: 'Caută în text' }).fill('plan')
    await page.getByRole('textbox', { name: 'Înlocuiește cu' }).fill('program')
    await page.getByRole('button', { name: 'Înlocuiește tot' }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /^S-au înlocuit \d+ locuri\.$/ })
      .waitFor()
    expect(await text().locator('strong').first().textContent()).toBe('program')
    expect(await text().textContent()).not.toMatch(/plan/i)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+z')
    expect(await text().textContent()).toBe(before)
  })

  test('goes on being right while somebody else writes', async () => {
    const { page } = visitor
    const other = await openVisitor(browser, platform.url)
    await signIn(other, 'per_delegate_bacau')
    await other.goto(draft)
    await other.page.locator('.ProseMirror[contenteditable="true"]').waitFor()
    await open(draft)
    await page.locator('.editor-toolbar').getByRole('button', { name: 'Caută în text' }).click()
    await page.keyboard.type('consultare')
    await page.locator('.editor-found', { hasText: /din|loc/ }).waitFor()
    const place = await current()
    const [, count = ''] = /(\d+)$/.exec((await found()) ?? '') ?? []
    await other.page.locator('.ProseMirror p').first().click()
    await other.page.keyboard.press('Home')
    await other.page.keyboard.type('Consultare, ')
    await page.locator('.editor-found', { hasText: `din ${Number(count) + 1}` }).waitFor()
    // The place that was found is still the one that is selected, one further on.
    expect(await current()).toEqual(place)
    expect(await found()).toBe(`${Number(count) + 1} din ${Number(count) + 1}`)
    await other.close()
  })
})

describe('the bar of tools', () => {
  test('is one stop of the Tab key, with arrows within, and Escape leads back', async () => {
    const { page } = visitor
    await open(draft)
    await caretAtEndOf(text().locator('p[data-number="1"]'))
    await page.keyboard.press('Alt+F10')
    const bar = page.getByRole('toolbar', { name: 'Formatare' })
    expect(await hasFocus(bar.getByRole('button', { name: 'Aldin' }))).toBe(true)
    await page.keyboard.press('ArrowRight')
    expect(await hasFocus(bar.getByRole('button', { name: 'Cursiv' }))).toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.type(' înclinat')
    expect(await text().locator('em').last().textContent()).toContain('înclinat')
    await page.keyboard.press('Alt+F10')
    expect(await bar.getByRole('button', { name: 'Cursiv' }).getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Tab')
    expect(await hasFocus(text())).toBe(true)
    await page.keyboard.press('Alt+F10')
    await page.keyboard.press('Escape')
    expect(await hasFocus(text())).toBe(true)
  })

  test('has room beside the column at 1280, and inserts blocks from its menu by keyboard', async () => {
    const { page } = visitor
    await open(draft)
    const bar = page.getByRole('toolbar', { name: 'Formatare' })
    expect(await bar.evaluate(element => element.scrollWidth - element.clientWidth)).toBe(0)
    await caretAtEndOf(text().locator('p[data-number="1"]'))
    await page.keyboard.press('Enter')
    await bar.getByRole('button', { name: 'Inserează' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemcheckbox', { name: /Recomandare/ }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Cerem un termen.')
    expect(await text().locator('section[data-block="recommendation"]').first().textContent()).toBe(
      'Cerem un termen.',
    )
    expect(visitor.complaints()).toEqual([])
  })

  test('a link is set by keyboard, and an address that is none is refused beside its field', async () => {
    const { page } = visitor
    await open(draft)
    await caretAtEndOf(text().locator('p[data-number="1"]'))
    await page.keyboard.press('ControlOrMeta+k')
    const dialog = page.getByRole('dialog', { name: 'Legătură' })
    await dialog.waitFor()
    await page.keyboard.type('două vorbe')
    await page.keyboard.press('Enter')
    await dialog.getByText('Adresa nu poate fi folosită.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByLabel('Adresa').fill('anitp.mai.gov.ro')
    await dialog.getByLabel('Textul legăturii').fill('ANITP')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.type('mai departe')
    const link = text().getByRole('link', { name: 'ANITP', exact: true }).last()
    expect(await link.getAttribute('href')).toBe('https://anitp.mai.gov.ro')
    expect(await text().locator('p[data-number="1"]').textContent()).toMatch(/ANITP mai departe$/)
  })
})

test('the help sheet lists the keys, and gives the focus back to the text', async () => {
  const { page } = visitor
  await open(draft)
  await caretAtEndOf(text().locator('p[data-number="1"]'))
  await page.keyboard.press('ControlOrMeta+/')
  const sheet = page.getByRole('dialog', { name: 'Scurtături de tastatură' })
  await sheet.getByText('Rând nou în același paragraf').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await page.keyboard.type(' mai departe')
  expect(await text().locator('p[data-number="1"]').textContent()).toMatch(/ mai departe$/)
})

test('words are counted, of the text and of what is selected', async () => {
  const { page } = visitor
  await open(draft)
  const count = page.locator('.editor-count')
  await count.getByText(/^\d+ (de )?cuvinte$/).waitFor()
  await text().locator('h2').first().click({ clickCount: 3 })
  await count.getByText('1 cuvânt în selecție').waitFor()
  await count.getByText('7 caractere').waitFor()
})

test('who only reads finds, follows the outline and gets the keys for it, and no more', async () => {
  const reader = await openVisitor(browser, platform.url)
  await signIn(reader, 'per_observer_cluj')
  await reader.goto(read)
  const { page } = reader
  const sheet = page.locator('.ProseMirror[contenteditable="false"]')
  await sheet.locator('.paragraph-number').first().waitFor({ state: 'attached' })
  await sheet.focus()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('a')
  await page.locator('.editor-found', { hasText: 'din' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Înlocuiește cu' }).count()).toBe(0)
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await hasFocus(sheet)).toBe(true)
  await page.keyboard.press('ControlOrMeta+/')
  await page.getByRole('dialog').getByText('Locul următor').waitFor()
  expect(await page.getByRole('dialog').getByText('Aldin').count()).toBe(0)
  expect(reader.complaints()).toEqual([])
  await reader.close()
})

describe('a slash', () => {
  const list = () => visitor.page.getByRole('listbox', { name: 'Blocuri' })
  const chosen = () => list().getByRole('option', { selected: true }).textContent()
  const line = async () => {
    await caretAtEndOf(text().locator('p[data-number="1"]'))
    await visitor.page.keyboard.press('Enter')
  }

  test('at the beginning of a line lists the blocks; typing and arrows choose, Enter puts one there', async () => {
    const { page } = visitor
    await open(draft)
    await line()
    await page.keyboard.type('/')
    await list().waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await chosen()).toMatch(/^Titlu/)
    await page.keyboard.press('ArrowUp')
    expect(await chosen()).toMatch(/^Linie despărțitoare/)
    await page.keyboard.type('recom')
    expect(await list().getByRole('option').allTextContents()).toEqual([
      expect.stringMatching(/^Recomandare/),
    ])
    const active = await text().getAttribute('aria-activedescendant')
    expect(await list().getByRole('option').getAttribute('id')).toBe(active)
    await page.keyboard.press('Enter')
    await list().waitFor({ state: 'detached' })
    expect(await text().getAttribute('aria-activedescendant')).toBeNull()
    await page.keyboard.type('Cerem răspuns.')
    const put = text().locator('section[data-block="recommendation"]', { hasText: 'Cerem răspuns.' })
    expect(await put.textContent()).toBe('Cerem răspuns.')
  })

  test('in the other language, by mouse, after a space: what was typed for it is gone', async () => {
    const { page } = visitor
    await open(draft)
    await line()
    await page.keyboard.type('Lista: /bulleted')
    await list().getByRole('option', { name: 'Listă cu puncte' }).click()
    await page.keyboard.type('unu')
    expect(await text().locator('li', { hasText: 'Lista:' }).textContent()).toBe('Lista: unu')
    expect(visitor.complaints()).toEqual([])
  })

  test('within a word or a date is a slash, and Escape leaves the words as they were typed', async () => {
    const { page } = visitor
    await open(draft)
    await line()
    await page.keyboard.type('și/sau la 12/03/2026')
    expect(await list().count()).toBe(0)
    await page.keyboard.type(' /ti')
    await list().waitFor()
    await page.keyboard.press('Escape')
    await list().waitFor({ state: 'detached' })
    await page.keyboard.type('tlul')
    expect(await list().count()).toBe(0)
    await text().getByText('și/sau la 12/03/2026 /titlul').waitFor()
    expect(await hasFocus(text())).toBe(true)
  })

  test('on a phone the list is chosen from with a finger, above or below the line', async () => {
    const phone = await openVisitor(browser, platform.url, {
      width: 375,
      height: 600,
      theme: 'dark',
      language: 'en',
    })
    await signIn(phone, 'per_secretariat')
    await phone.goto(draft)
    const { page } = phone
    await page.locator('.ProseMirror[contenteditable="true"]').waitFor()
    await page.locator('.ProseMirror li p').last().click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/tab')
    const options = page.getByRole('listbox', { name: 'Blocks' })
    await options.waitFor()
    expect(await faultsOf(page)).toEqual([])
    const box = await options.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 375).toBe(true)
    await options.getByRole('option', { name: 'Table', exact: true }).click()
    await page.locator('.ProseMirror table').last().waitFor()
    expect(await page.locator('.ProseMirror').textContent()).not.toContain('/tab')
    expect(phone.complaints()).toEqual([])
    await phone.close()
  })
})
