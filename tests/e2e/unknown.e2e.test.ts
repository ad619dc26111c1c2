/** A page meets content that it does not know: from a newer editor, or from somebody's own program. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { fromYDoc, toUpdate } from '../../packages/document/content.ts'
import { fragmentName } from '../../packages/document/schema.ts'
import { livePath } from '../../packages/live/codes.ts'
import { openVisitor, signIn, type Visitor } from '../support/browser.ts'
import { openJourney } from '../support/journey.ts'
import { Client, until } from '../support/live.ts'

const draft = '/positions/pos_strategy'

const { platform, browser } = await openJourney()
let visitor: Visitor
let program: Client
beforeAll(async () => {
  visitor = await openVisitor(browser, platform.url)
  await signIn(visitor, 'per_secretariat')
  const cookies = await visitor.context.cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const url = `${platform.url.replace('http', 'ws')}${livePath}`
  program = new Client(url, 'doc_pos_strategy', cookie, { origin: platform.url })
  await program.settled()
  await visitor.goto(draft)
  await text().waitFor()
})
afterAll(() => program.leave())

const text = () => visitor.page.locator('.ProseMirror[contenteditable="true"]')

/** A table that no page has yet, with a paragraph and a row in it, before the first block. */
function timeline(): Y.XmlElement {
  const made = new Y.XmlElement('timeline')
  made.setAttribute('scale', 'year')
  const paragraph = new Y.XmlElement('paragraph')
  const words = new Y.XmlText()
  words.insert(0, 'iulie 2023', { hypotheticalMark: { tone: 'warm' } })
  paragraph.insert(0, [words])
  made.insert(0, [paragraph, new Y.XmlElement('tableRow')])
  return made
}

const inProgram = () => fromYDoc(program.doc).content?.find(block => block.type === 'timeline')

test('what it does not know is shown as such, and stays whole while people write around it', async () => {
  const { page } = visitor
  program.doc.getXmlFragment(fragmentName).insert(0, [timeline()])
  const before = inProgram()
  const box = text().locator('[data-unknown="timeline"]')
  await box.waitFor()
  expect(await box.textContent()).toBe('iulie 2023')
  expect(await box.getAttribute('aria-label')).toBe('Conținut pe care această pagină nu îl cunoaște încă')

  await text().locator('h2').first().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Scris lângă el.')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+b')
  await page.keyboard.press('ControlOrMeta+b')
  await until(() => program.text.includes('Scris lângă el'), 'the words beside it', 10_000)
  expect(inProgram()).toEqual(before)

  await visitor.goto(draft)
  await box.waitFor()
  await program.settled()
  expect(inProgram()).toEqual(before)
  expect(visitor.complaints()).toEqual([])
})

test('it can be cut and pasted with the mouse and the keyboard', async () => {
  const { page } = visitor
  const before = inProgram()
  await text().locator('[data-unknown="timeline"]').click()
  await page.keyboard.press('ControlOrMeta+x')
  await until(() => inProgram() === undefined, 'the cut', 10_000)
  await text().locator('h2').first().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+v')
  await until(() => inProgram() !== undefined, 'the paste', 10_000)
  expect(inProgram()).toEqual(before)
  expect(visitor.complaints()).toEqual([])
})

test('a whole text of nothing but what it does not know is opened, read and written in', async () => {
  const { page } = visitor
  const fragment = program.doc.getXmlFragment(fragmentName)
  program.doc.transact(() => {
    fragment.delete(0, fragment.length)
    fragment.insert(0, [timeline(), new Y.XmlText('vorbe fără alineat'), new Y.XmlElement('tableCell')])
  })
  await program.settled()
  const before = fromYDoc(program.doc)
  await visitor.goto(draft)
  await text().locator('[data-unknown]').first().waitFor()
  await page.getByText('vorbe fără alineat').first().waitFor()
  await page.getByText('Salvat', { exact: true }).first().waitFor()
  expect(fromYDoc(program.doc)).toEqual(before)
  expect(visitor.complaints()).toEqual([])
  Y.applyUpdate(program.doc, toUpdate({ type: 'doc', content: [{ type: 'paragraph' }] }))
})
