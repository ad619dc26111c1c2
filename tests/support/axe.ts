/**
 * What axe finds on a page as it is. Its script is run in the page itself: the wrapper for Playwright opens a page of
 * its own for each look, to look into frames of other origins, and takes three times as long. Our pages have no frames.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const script = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Each broken rule with the elements that break it; none on a page that is as it should be. */
export async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(script)
  const { violations, frames } = await page.evaluate(async () => ({
    violations: (await window.axe.run({ resultTypes: ['violations'] })).violations,
    frames: window.frames.length,
  }))
  const found = violations.map(
    ({ id, nodes }) => `axe: ${id} at ${nodes.map(node => node.target).join(' | ')}`,
  )
  return frames === 0 ? found : [...found, `axe: ${frames} frames that it does not look into`]
}
