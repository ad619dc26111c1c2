import { afterAll } from 'vitest'
import { openBrowser } from './browser.ts'
import { startDemonstration } from './demonstration.ts'

/** The platform with the demonstration and a real browser, for all tests of the file that asks, and for no other. */
export async function openJourney() {
  const starting = startDemonstration()
  const opening = openBrowser()
  afterAll(async () => {
    const [platform, browser] = await Promise.allSettled([starting, opening])
    if (browser.status === 'fulfilled') await browser.value.close()
    if (platform.status === 'fulfilled') await platform.value.discard()
  })
  const [platform, browser] = await Promise.all([starting, opening])
  return { platform, browser }
}
