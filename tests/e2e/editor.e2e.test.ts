/** What people expect of an editor, by mouse, by keyboard and on a phone. */
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openVisitor, signIn, type Visitor } from '../support/browser.ts'
import { type RunningPlatform, startPlatform } from '../support/platform.ts'

const draft = '/positions/pos_strategy'

let platform: RunningPlatform
let browser: Browser
let visitor: Visitor
const text = () => visitor.page.locator('.ProseMirror')

beforeAll(async () => {
  ;[platform, browser] = await Promise.all([startPlatform(), openBrowser()])
  visitor = await openVisitor(browser, platform.url)
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(visitor, 'per_secretariat')
  await open(draft)
})
afterAll(async () => {
  await browser?.close()
  await platform?.discard()
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
  })
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
