import { useRouteLoaderData } from '@remix-run/react'
import { useContext, useMemo } from 'react'
import { I18nContext } from 'react-i18next'
import type { loader } from '../root.tsx'
import { createFormat, type Format } from './format.ts'
import { defaultLocale, isLocale, type Locale, sayer, type Translate } from './index.ts'

/**
 * The page's language: `t('namespace:key', values)`, always with the namespace, and the formats of dates and
 * numbers. The clock is the server's, so that the server and the browser write the same "in 3 days".
 */
export function useWords(): { t: Translate; format: Format; locale: Locale } {
  const i18n = useContext(I18nContext)?.i18n
  if (!i18n) throw new Error('Words are said inside an I18nextProvider.')
  const now = useRouteLoaderData<typeof loader>('root')?.now
  return useMemo(() => {
    const t = sayer(i18n)
    const locale = isLocale(i18n.language) ? i18n.language : defaultLocale
    return { t, locale, format: createFormat(locale, t, now ?? new Date().toISOString()) }
  }, [i18n, now])
}
