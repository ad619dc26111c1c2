import { useHref, useNavigate } from '@remix-run/react'
import type { ReactNode } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { useWords } from '../../i18n/use-words.ts'

/** What React Aria is told once: the language that it speaks, and how to go to a page. */
export function AriaSetting({ children }: { children: ReactNode }) {
  const { locale } = useWords()
  return (
    <I18nProvider locale={locale === 'ro' ? 'ro-RO' : 'en-US'}>
      <RouterProvider navigate={useNavigate()} useHref={useHref}>
        {children}
      </RouterProvider>
    </I18nProvider>
  )
}
