/** In a real browser: how much JavaScript a page loads (each file gzipped), and how much it moves while loading. */
import { gzipSync } from 'node:zlib'
import { openBrowser, openVisitor, signIn } from '../tests/support/browser.ts'
import { pages } from '../tests/support/pages.ts'
import { startPlatform } from '../tests/support/platform.ts'
import { printFigure } from './figure.ts'

declare global {
  interface Window {
    /** How much the page has moved while loading (CLS), summed up by the script that the benchmark adds. */
    moved: number
  }
}

const mostKilobytes = 150

export async function benchJavaScript(): Promise<void> {
  const [platform, browser] = await Promise.all([startPlatform(), openBrowser()])
  try {
    for (const { path, as, editor } of pages) {
      const visitor = await openVisitor(browser, platform.url)
      if (as !== null) await signIn(visitor, as)
      const sizes = new Map<string, Promise<number>>()
      const page = await visitor.context.newPage()
      page.on('response', response => {
        if (/\.js(\?|$)/.test(response.url()))
          sizes.set(
            response.url(),
            response.body().then(
              body => gzipSync(body).length,
              () => 0,
            ),
          )
      })
      await page.addInitScript(() => {
        window.moved = 0
        new PerformanceObserver(list => {
          for (const entry of list.getEntries())
            if ('value' in entry && typeof entry.value === 'number') window.moved += entry.value
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await page.goto(path)
      await page.waitForFunction(() => document.documentElement.dataset.alive === 'true')
      await page.waitForLoadState('networkidle')
      const moved = await page.evaluate(() => window.moved)
      const bytes = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0)
      printFigure({
        name: `JavaScript of ${path}`,
        value: bytes / 1000,
        unit: 'kB gzipped',
        ratio: null,
        target: editor ? null : mostKilobytes,
      })
      printFigure({ name: `layout shift of ${path}`, value: moved, unit: 'CLS', ratio: null, target: 0 })
      await visitor.close()
    }
  } finally {
    await browser.close()
    await platform.discard()
  }
}
