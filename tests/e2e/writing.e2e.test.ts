/** What people do to a text in a real browser: they type, paste and put pictures into it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openVisitor, signIn, type Visitor } from '../support/browser.ts'
import { type RunningPlatform, startPlatform } from '../support/platform.ts'

let platform: RunningPlatform
let browser: Browser
let writer: Visitor
beforeAll(async () => {
  ;[platform, browser] = await Promise.all([startPlatform(), openBrowser()])
  writer = await openVisitor(browser, platform.url)
  await signIn(writer, 'per_secretariat')
  await writer.goto('/positions/pos_strategy')
  await editorOf(writer.page).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await platform?.discard()
})

const editorOf = (page: Page) => page.locator('.ProseMirror[contenteditable="true"]')
const nbsp = '\u00A0'

/** Begins an empty paragraph after the first heading. */
async function newParagraph(page: Page) {
  await editorOf(page).locator('h2').first().click()
  await page.keyboard.press('End')
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
