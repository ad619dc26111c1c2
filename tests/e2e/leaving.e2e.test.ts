/** Whoever sits down after somebody signed out finds none of their pages. */
import { expect, test } from 'vitest'
import { openVisitor, signIn } from '../support/browser.ts'
import { openJourney } from '../support/journey.ts'

const { platform, browser } = await openJourney()

test.each([true, false])(
  'after signing out, the way back asks to sign in (JavaScript: %s)',
  async scripted => {
    const first = await openVisitor(browser, platform.url)
    await signIn(first, 'per_secretariat')
    const cookies = await first.context.cookies()
    await first.close()

    const { page, context, close } = await openVisitor(browser, platform.url, { javaScriptEnabled: scripted })
    await context.addCookies(cookies)
    await page.goto('/people/per_delegate_bacau')
    await page.goto('/dossiers')
    await page.getByRole('button', { name: /^Contul meu/ }).click()
    await page
      .getByRole('button', { name: 'Ieși din cont' })
      .or(page.getByRole('menuitem', { name: 'Ieși din cont' }))
      .click()
    await page.waitForURL(/sign-in/)
    for (const way of [1, 2]) {
      await page.goBack()
      await page.waitForURL(/sign-in\?next/)
      expect([way, await page.locator('body').innerText()]).toEqual([
        way,
        expect.not.stringContaining('Delegat Bacău'),
      ])
    }
    await close()
  },
)

test('no cache keeps a page of somebody who is signed in, nor the export of a version', async () => {
  const visitor = await openVisitor(browser, platform.url)
  await signIn(visitor, 'per_secretariat')
  for (const path of ['/', '/dossiers/dos_nirm', '/people.data', '/positions/pos_nirm/versions/1/export']) {
    const answer = await visitor.context.request.get(path)
    expect([path, answer.status(), answer.headers()['cache-control']]).toEqual([
      path,
      200,
      'private, no-store',
    ])
  }
  await visitor.close()
})
