/**
 * A real Chromium: the system's where there is one, else the one that arrives through npm. Every page is watched:
 * a console error, an uncaught exception or a refused content-security rule fails the test.
 */
import { existsSync } from 'node:fs'
import npmChromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { demoAccounts, demoPassword } from '../../prisma/seed/accounts.ts'

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Without these Chromium looks up its maker's hosts at every start; nothing of ours may leave the machine. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
]

export async function openBrowser(): Promise<Browser> {
  const executablePath = systemBrowsers.find(existsSync) ?? (await npmChromium.executablePath())
  return chromium.launch({ executablePath, args: quiet, headless: true })
}

export interface Visitor {
  context: BrowserContext
  page: Page
  /** What the pages complained about so far; empties the list. */
  complaints(): string[]
  /** Goes there by its address; answers the status. */
  goto(path: string): Promise<number>
  close(): Promise<void>
}

export interface VisitorOptions {
  width?: number
  height?: number
  theme?: 'light' | 'dark'
  language?: 'ro' | 'en'
  javaScriptEnabled?: boolean
}

/** A browser of one person's own (cookies, storage), at the platform's address. */
export async function openVisitor(
  browser: Browser,
  url: string,
  {
    width = 1280,
    height = 900,
    theme = 'light',
    language = 'ro',
    javaScriptEnabled = true,
  }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: theme,
    locale: language === 'ro' ? 'ro-RO' : 'en-GB',
    timezoneId: 'Europe/Bucharest',
    javaScriptEnabled,
  })
  context.setDefaultTimeout(Number(process.env.E2E_PATIENCE_MS ?? 60_000))
  await context.addCookies([
    { name: 'lang', value: language, url },
    { name: 'theme', value: theme, url },
  ])
  const heard: string[] = []
  context.on('console', message => {
    // Remix says so when a link is pointed at before its route was discovered; it asks for the route right after.
    if (/^Tried to prefetch .* but no routes matched/.test(message.text())) return
    // Leaving a page while it loads its data anew cuts that request; nobody is there any more to miss it.
    if (/^AbortError: BodyStreamBuffer was aborted/.test(message.text())) return
    // A font that came too late for this page is kept for the next one (`font-display: optional`): nothing moves.
    if (/\.woff2 was preloaded using link preload but not used/.test(message.text())) return
    if (message.type() === 'error' || message.type() === 'warning')
      heard.push(
        `${message.type()}: ${message.text()} (${message.location().url}, on ${message.page()?.url()})`,
      )
  })
  context.on('weberror', failure =>
    heard.push(`uncaught: ${failure.error().message} (on ${failure.page()?.url()})`),
  )
  const page = await context.newPage()
  return {
    context,
    page,
    complaints: () => heard.splice(0),
    async goto(path) {
      const response = await page.goto(path)
      await settled(page)
      return response?.status() ?? 0
    },
    close: () => context.close(),
  }
}

/** Waits until the page has come alive: its scripts run and no navigation is under way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.waitForFunction(() => document.documentElement?.dataset.alive === 'true')
}

/** Signs in as a demonstration account by its form. */
export async function signIn(visitor: Visitor, personId: string): Promise<void> {
  const account = demoAccounts.find(each => each.id === personId)
  const email = account?.email ?? `delegat@${personId.replace('per_delegate_', '')}.example`
  await visitor.goto('/sign-in')
  await visitor.page.locator('input[name="email"]:not([type="hidden"])').fill(email)
  await visitor.page.locator('input[name="password"]:not([type="hidden"])').fill(demoPassword)
  await visitor.page.locator('form:has(input[type="password"]) button[type="submit"]').first().click()
  await visitor.page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
}
