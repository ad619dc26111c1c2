/** What people do to a text in a real browser: they type, paste and put pictures into it. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { axeFinds } from '../support/axe.ts'
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

/** A photograph as a camera makes it: 3,000 × 1,500 pixels, drawn by the browser, with a place in its EXIF. */
async function photograph(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 3000
    canvas.height = 1500
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.fillStyle = '#0b5960'
    pen.fillRect(0, 0, 3000, 1500)
    pen.fillStyle = '#f1b763'
    pen.fillRect(300, 300, 900, 900)
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? ''
  })
  const jpeg = Buffer.from(base64, 'base64')
  const exif = Buffer.from('Exif\0\0GPS 44.43 N 26.10 E')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(exif.length + 2)
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)])
}

const dialogOf = (page: Page) => page.getByRole('dialog')
const pictures = (page: Page) => editorOf(page).locator('figure[data-block="image"] img')
let picture = ''

test('a picture is put in with words for those who do not see it, and not without', async () => {
  const { page } = writer
  await newParagraph(page)
  await page.getByRole('button', { name: 'Inserează' }).click()
  await page.locator('[role^="menuitem"]', { hasText: 'Imagine' }).click()
  const dialog = dialogOf(page)
  await dialog.getByLabel('Fișierul').setInputFiles({
    name: 'foto.jpg',
    mimeType: 'image/jpeg',
    buffer: await photograph(page),
  })
  await dialog.locator('img').waitFor()
  await dialog.getByRole('button', { name: 'Pune imaginea' }).click()
  await dialog.getByText('Scrieți ce arată imaginea sau bifați').waitFor()
  expect(await pictures(page).count()).toBe(0)
  expect(await axeFinds(page)).toEqual([])

  await dialog.getByLabel('Ce arată imaginea').fill('Un pătrat galben pe fond verde')
  await dialog.getByLabel('Legenda').fill('Sursa: proba noastră')
  await dialog.getByRole('button', { name: 'Pune imaginea' }).click()
  await pictures(page).first().waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('ProseMirror'))
  await page.keyboard.type('După imagine se scrie mai departe.')
  expect(await written(page)).toBe('După imagine se scrie mai departe.')
  const shown = await pictures(page).evaluateAll(found =>
    found.map(each => [each.getAttribute('alt'), each.getAttribute('width'), each.getAttribute('height')]),
  )
  expect(shown).toEqual([['Un pătrat galben pe fond verde', '2000', '1000']])
  picture = (await pictures(page).first().getAttribute('src')) ?? ''
  expect(picture).toMatch(/^\/documents\/doc_\w+\/images\/img_\w+$/)
  expect(writer.complaints()).toEqual([])
})

test('it is served to those who read the text, says what it is, and carries nothing of the camera', async () => {
  const { context } = writer
  const answer = await context.request.get(picture)
  expect(answer.status()).toBe(200)
  const headers = answer.headers()
  expect(headers['content-type']).toBe('image/webp')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-disposition']).toBe('inline')
  expect(headers['content-security-policy']).toContain('sandbox')
  expect(headers['cache-control']).toBe('private, max-age=31536000, immutable')
  expect(headers.vary).toMatch(/cookie/i)
  expect((await answer.body()).includes('GPS')).toBe(false)

  const outsider = await openVisitor(browser, platform.url)
  expect((await outsider.context.request.get(picture)).status()).toBe(404)
  await signIn(outsider, 'per_delegate_timis')
  expect((await outsider.context.request.get(picture)).status()).toBe(404)
  expect(
    (await outsider.context.request.get(picture.replace('doc_pos_strategy', 'doc_pos_osec'))).status(),
  ).toBe(404)
  const post = (headers: Record<string, string>, data: string) =>
    context.request.post(picture.replace(/\/img_.*/, ''), { headers, data })
  expect((await post({ origin: 'https://alt.example' }, 'x')).status()).toBe(403)
  const refused = await post({ origin: platform.url }, '<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect(refused.status()).toBe(400)
  expect((await refused.json()).message).toContain('Imaginea nu a putut fi citită')
  await outsider.close()
})

test('others see it, also after a reload and in a frozen version, on a phone and in the dark', async () => {
  const other = await openVisitor(browser, platform.url, {
    width: 375,
    height: 800,
    theme: 'dark',
    language: 'en',
  })
  await signIn(other, 'per_delegate_bacau')
  await other.goto('/positions/pos_strategy')
  const image = pictures(other.page).first()
  await image.scrollIntoViewIfNeeded()
  await other.page.waitForFunction(() => {
    const found = document.querySelector<HTMLImageElement>('.ProseMirror figure img')
    return found?.complete && found.naturalWidth === 2000
  })
  await writer.page.getByText('Salvat', { exact: false }).first().waitFor()
  await writer.goto('/positions/pos_strategy')
  await pictures(writer.page).first().waitFor()
  const frozen = await writer.context.request.post('/graphql', {
    headers: { origin: platform.url },
    data: {
      query: `mutation { freezeVersion(input: { documentId: "doc_pos_strategy" }) { ... on DocumentVersion { number hash canonicalText } } }`,
    },
  })
  const { number, hash, canonicalText } = (await frozen.json()).data.freezeVersion
  expect(createHash('sha256').update(canonicalText).digest('hex')).toBe(hash)
  expect(canonicalText).toContain('"alt":"Un pătrat galben pe fond verde"')
  await other.goto(`/positions/pos_strategy/versions/${number}`)
  expect(await other.page.locator('main figure img').getAttribute('src')).toBe(picture)
  expect(await other.page.locator('main figcaption').textContent()).toBe('Sursa: proba noastră')
  expect(other.complaints()).toEqual([])
  await other.close()
})

test('a picture that is pasted is asked for its words; without a connection the text is untouched', async () => {
  const { page, context } = writer
  const before = await pictures(page).count()
  await newParagraph(page)
  const jpeg = (await photograph(page)).toString('base64')
  const pasteFile = () =>
    page.evaluate(base64 => {
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], 'captură.jpg', { type: 'image/jpeg' }))
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.querySelector('.ProseMirror')?.dispatchEvent(event)
    }, jpeg)
  await pasteFile()
  const dialog = dialogOf(page)
  await dialog.locator('img').waitFor()
  await context.setOffline(true)
  await dialog.getByLabel('Ce arată imaginea').fill('Captură')
  await dialog.getByRole('button', { name: 'Pune imaginea' }).click()
  await dialog.getByText('e nevoie de conexiune').waitFor()
  expect(await pictures(page).count()).toBe(before)
  await context.setOffline(false)
  await dialog.getByRole('button', { name: 'Pune imaginea' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await pictures(page).count()).toBe(before + 1)
  // What the browser says of the connection that was cut.
  writer.complaints()
})

test('pictures in a copied page: one within it is asked for, one of another site stays a link', async () => {
  const { page, context } = writer
  const asked: string[] = []
  context.on('request', request => asked.push(request.url()))
  await newParagraph(page)
  const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs='
  await paste(page, {
    'text/html': `<p>Grafic <img src="https://exemplu.ro/grafic.png" alt="Grafic"> și <img src="${dot}" alt="Punct"></p>`,
    'text/plain': 'Grafic și',
  })
  const dialog = dialogOf(page)
  expect(await dialog.getByLabel('Ce arată imaginea').inputValue()).toBe('Punct')
  await dialog.getByLabel('doar decorează').check()
  await dialog.getByRole('button', { name: 'Pune imaginea' }).click()
  await dialog.waitFor({ state: 'detached' })
  await editorOf(page).locator('a[href="https://exemplu.ro/grafic.png"]', { hasText: '[Grafic]' }).waitFor()
  expect(await pictures(page).locator('xpath=self::*[@alt=""]').count()).toBe(1)
  expect(asked.filter(url => !url.startsWith(platform.url) && !url.startsWith('data:'))).toEqual([])
})

test('the words of a picture are changed by Enter on it', async () => {
  const { page } = writer
  await editorOf(page).locator('img[alt="Captură"]').click()
  await page.keyboard.press('Enter')
  const dialog = dialogOf(page)
  await dialog.getByLabel('Ce arată imaginea').fill('Altă descriere')
  await dialog.getByRole('button', { name: 'Salvează' }).click()
  await editorOf(page).locator('img[alt="Altă descriere"]').waitFor()
})
