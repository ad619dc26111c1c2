/** What people do to a text in a real browser: they type, paste and put pictures into it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openVisitor, signIn, type Visitor } from '../support/browser.ts'
import { openJourney } from '../support/journey.ts'

const { platform, browser } = await openJourney()
let writer: Visitor
beforeAll(async () => {
  writer = await openVisitor(browser, platform.url)
  await signIn(writer, 'per_secretariat')
  await writer.goto('/positions/pos_strategy')
  await editorOf(writer.page).waitFor()
})

const editorOf = (page: Page) => page.locator('.ProseMirror[contenteditable="true"]')
const nbsp = '\u00A0'

/** Presses a key that moves the caret, and waits until the editor has heard where it is: no person is faster. */
async function move(page: Page, key: string) {
  await page.keyboard.press(key)
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))))
}

/** Begins an empty paragraph after the first heading. */
async function newParagraph(page: Page) {
  await editorOf(page).locator('h2').first().click()
  await move(page, 'End')
  await page.keyboard.press('Enter')
}

/** The words of the paragraph with the caret. */
const written = (page: Page) =>
  page.evaluate(() => {
    const at = getSelection()?.anchorNode
    const element = at instanceof Element ? at : at?.parentElement
    return element?.closest('p')?.textContent
  })

test('Romanian typography comes while somebody types', async () => {
  const { page } = writer
  await newParagraph(page)
  await page.keyboard.type('A zis "legea "NIRM"" -- art. 5... şi gata')
  expect(await written(page)).toBe(`A zis „legea «NIRM»” – art.${nbsp}5… și gata`)
})

test('the next undo or backspace gives back what was typed, and nothing more', async () => {
  const { page } = writer
  await newParagraph(page)
  await page.keyboard.type('ghilimele "')
  expect(await written(page)).toBe('ghilimele „')
  await page.keyboard.press('ControlOrMeta+z')
  expect(await written(page)).toBe('ghilimele "')
  await page.keyboard.type(' art. 7')
  await page.keyboard.press('Backspace')
  expect(await written(page)).toBe('ghilimele " art. 7')
  await page.keyboard.press('Backspace')
  expect(await written(page)).toBe('ghilimele " art. ')
})

test('what somebody else writes meanwhile takes the undo away from nobody', async () => {
  const other = await openVisitor(browser, platform.url, { language: 'en' })
  await signIn(other, 'per_delegate_bacau')
  await other.goto('/positions/pos_strategy')
  await editorOf(other.page).waitFor()
  const { page } = writer
  await newParagraph(page)
  await page.keyboard.type('aici "')
  await editorOf(other.page).locator('h2').first().click()
  await other.page.keyboard.type('Alt titlu ')
  await editorOf(page).getByText('Alt titlu').waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  expect(await written(page)).toBe('aici "')
  expect(other.complaints()).toEqual([])
  await other.close()
})

test('in the English interface quotation marks are English', async () => {
  const english = await openVisitor(browser, platform.url, { language: 'en' })
  await signIn(english, 'per_secretariat')
  await english.goto('/positions/pos_strategy')
  await editorOf(english.page).waitFor()
  await newParagraph(english.page)
  await english.page.keyboard.type(`She said "it's so"`)
  expect(await written(english.page)).toBe('She said “it’s so”')
  await english.close()
})

test('what an input method composes is set when it is done, not before', async () => {
  const { page, context } = writer
  await newParagraph(page)
  await page.keyboard.type('vedeţi ')
  const keyboard = await context.newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', { text: 'a', selectionStart: 1, selectionEnd: 1 })
  await keyboard.send('Input.imeSetComposition', { text: 'aş', selectionStart: 2, selectionEnd: 2 })
  expect(await written(page)).toBe('vedeți aş')
  await keyboard.send('Input.insertText', { text: 'aşa' })
  await editorOf(page).getByText('vedeți așa').waitFor()
  expect(writer.complaints()).toEqual([])
})

/** Puts something on the clipboard the way a program does, and pastes it with the keyboard. */
async function paste(page: Page, clipboard: Record<string, string>, keys = 'ControlOrMeta+v') {
  await page.evaluate(content => {
    const copy = (event: ClipboardEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      for (const [type, value] of Object.entries(content)) event.clipboardData?.setData(type, value)
    }
    // Before the editor, which would copy its own selection.
    document.addEventListener('copy', copy, { capture: true, once: true })
    document.execCommand('copy')
  }, clipboard)
  await page.keyboard.press(keys)
}

const sample = (name: string) => readFile(join(import.meta.dirname, '../document/clipboard', name), 'utf8')

test('a text from Word keeps its structure, for everyone and after a reload', async () => {
  const other = await openVisitor(browser, platform.url, { width: 375, height: 800, theme: 'dark' })
  await signIn(other, 'per_delegate_bacau')
  await other.goto('/positions/pos_strategy')
  const { page } = writer
  await newParagraph(page)
  await paste(page, { 'text/html': await sample('word.html'), 'text/plain': 'Poziţia federaţiei' })
  const seen = async (of: Page) => {
    const text = editorOf(of)
    await text.getByText('A patra').waitFor()
    expect(await text.locator('h2', { hasText: '1. Context' }).count()).toBe(1)
    expect(await text.locator('ul > li > ul > li', { hasText: 'fără interpreți;' }).count()).toBe(1)
    expect(await text.locator('ol[start="3"] > li').count()).toBe(2)
    expect(await text.locator('td[rowspan="2"]', { hasText: 'Sursa' }).count()).toBe(1)
    expect(await text.locator('a[href="https://anitp.mai.gov.ro/?an=2023"]').count()).toBe(1)
    expect(await text.innerHTML()).not.toMatch(/mso-|MsoNormal|Un comentariu|uneori|ţ/)
  }
  await seen(page)
  await seen(other.page)
  await page.getByText('Salvat', { exact: false }).first().waitFor()
  await writer.goto('/positions/pos_strategy')
  await seen(page)
  expect([...writer.complaints(), ...other.complaints()]).toEqual([])
  await other.close()
})

test('as plain text comes what was copied, line by line', async () => {
  const { page } = writer
  await newParagraph(page)
  const clipboard = { 'text/html': '<b>gras</b><ol><li>unu</li></ol>', 'text/plain': '1. fără\n2. grăsime' }
  await paste(page, clipboard, 'ControlOrMeta+Shift+v')
  await editorOf(page)
    .locator(':scope > p', { hasText: /^1\. fără$/ })
    .waitFor()
  expect(await written(page)).toBe('2. grăsime')
})

test('a copied block gets an id of its own', async () => {
  const { page } = writer
  await newParagraph(page)
  await page.keyboard.type('un rând al nostru')
  const lines = editorOf(page).locator(':scope > p', { hasText: 'un rând al nostru' })
  const id = await lines.first().getAttribute('data-block-id')
  await move(page, 'Shift+Home')
  await page.keyboard.press('ControlOrMeta+c')
  await move(page, 'End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+v')
  await lines.nth(1).waitFor()
  const ids = await lines.evaluateAll(found => found.map(each => each.getAttribute('data-block-id')))
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(id)
  expect(ids[1]).not.toBe(id)
})

test('a paste that is too large is refused with a sentence, and changes nothing', async () => {
  const { page } = writer
  await newParagraph(page)
  const before = await editorOf(page).innerText()
  await paste(page, { 'text/plain': `${'Un rând lung. '.repeat(10)}\n`.repeat(15_000) })
  await page.getByText('Ce ați lipit are').waitFor()
  expect(await editorOf(page).innerText()).toBe(before)
  await paste(page, { 'text/html': '<script>alert(1)</script><style>p{}</style>' })
  await page.getByText('În ce ați copiat nu e text').waitFor()
  expect(writer.complaints()).toEqual([])
})
