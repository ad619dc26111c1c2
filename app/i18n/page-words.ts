import { bring, defaultLocale, isLocale, type Words } from './index.ts'

const files = import.meta.glob<{ default: Words }>([
  './{ro,en}/*.ts',
  '!**/{index,pages,compare,errors,news,editor}.ts',
])

/**
 * Brings the words of one concept to the browser, in the page's language. The build (`vite.config.ts`) calls it in
 * each module that says `t('concept:…')`, so that a page loads the words that it says and no others.
 */
export function pageWords(namespace: string): void {
  const asked = document.documentElement.lang
  const locale = isLocale(asked) ? asked : defaultLocale
  const load = files[`./${locale}/${namespace}.ts`]
  if (!load) throw new Error(`There are no words named ${namespace}.`)
  bring(locale, namespace, load)
}
