/**
 * Two people at once, and sessions that end: nothing that a person typed is lost, and nothing goes out that they have
 * not read.
 */
import { describe, expect, test } from 'vitest'
import { openVisitor, settled, signIn } from '../support/browser.ts'
import { openJourney } from '../support/journey.ts'

const { platform, browser } = await openJourney()

describe('when the session ends while a form is open', () => {
  test('the form says so and keeps what was typed, and saves it after signing in again', async () => {
    const visitor = await openVisitor(browser, platform.url)
    await signIn(visitor, 'per_secretariat')
    await visitor.goto('/organisations/groups/new')
    const { page, context } = visitor
    const cookies = await context.cookies()
    await page.locator('[name="nameRo"]').fill('Grupul care rămâne scris')
    await context.clearCookies()
    await page.locator('main form button[type="submit"]').first().click()
    await page.locator('[role="alert"]', { hasText: 'Nu mai sunteți în cont' }).waitFor()
    expect(await page.locator('[name="nameRo"]').inputValue()).toBe('Grupul care rămâne scris')
    // The refusal’s own status is all that the console says of it.
    visitor.complaints()

    await context.addCookies(cookies)
    await page.locator('main form button[type="submit"]').first().click()
    await page.waitForURL(url => !url.pathname.endsWith('/new'))
    await page.locator('main', { hasText: 'Grupul care rămâne scris' }).waitFor()
    expect(visitor.complaints()).toEqual([])
    await visitor.close()
  })

  test('without JavaScript, what was typed is given back with the page that says so', async () => {
    const signedIn = await openVisitor(browser, platform.url)
    await signIn(signedIn, 'per_secretariat')
    const cookies = await signedIn.context.cookies()
    await signedIn.close()
    const { page, context, complaints, close } = await openVisitor(browser, platform.url, {
      javaScriptEnabled: false,
    })
    await context.addCookies(cookies)
    await page.goto('/organisations/groups/new')
    await page.locator('[name="nameRo"]').fill('Grupul de dinainte')
    await page.locator('[name="purposeRo"]').fill('</textarea> „rânduri”\nși altele')
    await context.clearCookies({ name: /session/ })
    await page.locator('main form button[type="submit"]').first().click()
    await page.locator('h1', { hasText: 'Intrați mai întâi în cont' }).waitFor()
    const given = await page.getByLabel('Ce ați scris').evaluateAll(all => all.map(each => each.textContent))
    expect(given).toEqual(['Grupul de dinainte', '</textarea> „rânduri”\nși altele'])
    expect(await page.getByRole('link', { name: 'Intră în cont' }).getAttribute('href')).toBe(
      '/sign-in?next=%2Forganisations%2Fgroups%2Fnew',
    )
    expect(complaints().filter(complaint => !complaint.includes('status of 401'))).toEqual([])
    await close()
  })
})

describe('what is too large for one form', () => {
  const tooMuch = 'ș'.repeat(600_000)

  test('is refused in the form, which keeps what was typed', async () => {
    const visitor = await openVisitor(browser, platform.url, { language: 'en' })
    await signIn(visitor, 'per_secretariat')
    const { page } = visitor
    await visitor.goto('/organisations/groups/new')
    await page.locator('[name="nameRo"]').fill('Grupul lung')
    // Not into a field that is shown: laying so much text out takes long.
    await page.locator('main form').evaluate((form, value) => {
      const field = Object.assign(document.createElement('input'), {
        type: 'hidden',
        name: 'purposeEn',
        value,
      })
      form.append(field)
    }, tooMuch)
    await page.locator('main form button[type="submit"]').first().click()
    await page.locator('[role="alert"]', { hasText: 'This is more than a form carries (1 MB)' }).waitFor()
    expect(await page.locator('[name="nameRo"]').inputValue()).toBe('Grupul lung')
    expect(visitor.complaints().filter(complaint => !complaint.includes('status of 413'))).toEqual([])
    await visitor.close()
  })

  test('is refused with a page where no script runs, in the language that was chosen', async () => {
    for (const [lang, title] of [
      ['ro', 'Prea mult pentru o singură trimitere'],
      ['en', 'Too much to send at once'],
    ] as const) {
      const answer = await fetch(`${platform.url}/organisations/groups/new`, {
        method: 'POST',
        headers: { origin: platform.url, cookie: `lang=${lang}` },
        body: new URLSearchParams({ nameRo: tooMuch }),
      })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'text/html; charset=utf-8'])
      expect(await answer.text()).toContain(`<h1>${title}</h1>`)
    }
  })
})

test('a character that no database keeps is left out, and the rest of the form stays', async () => {
  const visitor = await openVisitor(browser, platform.url)
  await signIn(visitor, 'per_secretariat')
  const answer = await visitor.context.request.post('/organisations/groups/new', {
    form: { nameRo: '', nameEn: 'Pasted\0 text' },
    headers: { origin: platform.url },
  })
  expect(answer.status()).toBe(400)
  expect(await answer.text()).toContain(' text')
  await visitor.close()
})

test('a decision that is being typed stays when the page loads somebody else’s', async () => {
  const [one, other] = [await openVisitor(browser, platform.url), await openVisitor(browser, platform.url)]
  await signIn(one, 'per_secretariat')
  await signIn(other, 'per_secretariat')
  for (const visitor of [one, other]) {
    await visitor.goto('/meetings/mee_strategyahead')
    await visitor.page.locator('#decisions summary').click()
  }
  const decision = (visitor: typeof one) => visitor.page.locator('#decisions textarea[name="text"]')
  await decision(one).fill('Hotărârea mea, scrisă pe jumătate')
  await decision(other).fill('Hotărârea celuilalt')
  await other.page.locator('#decisions form button[type="submit"]').click()
  await other.page.locator('#decisions li', { hasText: 'Hotărârea celuilalt' }).waitFor()
  expect(await decision(other).inputValue()).toBe('')

  await one.page.locator('#promises summary').click()
  await one.page.locator('#promises textarea[name="text"]').fill('Trimite scrisoarea')
  await one.page.locator('#promises select[name="ownerId"]').selectOption({ index: 1 })
  await one.page.locator('#promises input[name="dueOn"]').fill('2031-05-01')
  await one.page.locator('#promises form button[type="submit"]').last().click()
  await one.page.locator('#decisions li', { hasText: 'Hotărârea celuilalt' }).waitFor()
  await settled(one.page)
  expect(await decision(one).inputValue()).toBe('Hotărârea mea, scrisă pe jumătate')
  await one.close()
  await other.close()
})

test('a poll that somebody else changed is opened only after it was read anew', async () => {
  const visitor = await openVisitor(browser, platform.url)
  await signIn(visitor, 'per_secretariat')
  const { page, context } = visitor
  const ask = async (query: string, variables: object) => {
    const answer = await context.request.post('/graphql', {
      data: { query, variables },
      headers: { origin: platform.url },
    })
    return (await answer.json()).data
  }
  const { poll } = await ask(
    '{ poll(id: "pol_limitation") { position { id } version { id } rule { id } } }',
    {},
  )
  const choices = { versionId: poll.version.id, ruleId: poll.rule.id }
  const { createPoll } = await ask(
    'mutation ($input: CreatePollInput!) { createPoll(input: $input) { ... on Poll { id } } }',
    { input: { ...choices, positionId: poll.position.id, questionRo: 'Întrebarea citită?' } },
  )
  await visitor.goto(`/polls/${createPoll.id}`)
  await ask('mutation ($input: ChangePollInput!) { changePoll(input: $input) { __typename } }', {
    input: { ...choices, id: createPoll.id, revision: 0, questionRo: 'Altă întrebare?' },
  })
  const open = page.locator('form:has(input[value="open"]) button[type="submit"]')
  await open.click()
  await page.locator('[role="alert"]', { hasText: 'Cineva a schimbat votul' }).waitFor()
  await page.locator('h1', { hasText: 'Altă întrebare?' }).waitFor()
  expect(await open.count()).toBe(1)
  await visitor.close()
})
