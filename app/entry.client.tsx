import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { brought, defaultLocale, isLocale, speak } from './i18n/index.ts'

/** One language a page: changing it loads the page anew. The page's modules have asked for their words already. */
async function hydrate() {
  const asked = document.documentElement.lang
  await brought()
  const i18n = speak(isLocale(asked) ? asked : defaultLocale, {})
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
