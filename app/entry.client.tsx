import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { isLocale, type Locale, speak, type Words } from './i18n/index.ts'

/** One language a page: changing it loads the page anew. */
const languages: Record<Locale, () => Promise<{ default: Words }>> = {
  ro: () => import('./i18n/ro/pages.ts'),
  en: () => import('./i18n/en/pages.ts'),
}

async function hydrate() {
  const asked = document.documentElement.lang
  const locale = isLocale(asked) ? asked : 'ro'
  const { default: words } = await languages[locale]()
  const i18n = speak(locale, words)
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    )
  })
}

void hydrate()
