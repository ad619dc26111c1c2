import i18next, { type i18n } from 'i18next'
import type { Locale } from './locale.ts'

export { defaultLocale, isLocale, type Locale, locales } from './locale.ts'

/** One language's words: a tree of sentences under each namespace. */
export interface Words {
  [key: string]: string | Words
}

/** Says `namespace:key` in one language; `count` chooses the plural form. Plain text, never HTML. */
export type Translate = (key: string, values?: Record<string, unknown>) => string

/**
 * The i18next instances of this process, one a language: a browser has its own language only, the server has all.
 * An instance never changes its language, so requests share it safely.
 */
const instances = new Map<Locale, i18n>()

/** The instance that speaks `locale`, made from `words` on first use. */
export function speak(locale: Locale, words: Words): i18n {
  const known = instances.get(locale)
  if (known) return known
  const instance = i18next.createInstance()
  instance.init({
    lng: locale,
    resources: { [locale]: words },
    ns: Object.keys(words),
    defaultNS: 'common',
    fallbackLng: false,
    initAsync: false,
    // React escapes what it prints, and mails are plain text.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  instances.set(locale, instance)
  return instance
}

/** Gives a language that was spoken in this process another namespace: words that come with the code that says them. */
export function learn(locale: Locale, namespace: string, words: Words): void {
  instances.get(locale)?.addResourceBundle(locale, namespace, words)
}

/** The translator of a language that `speak` has loaded in this process; null for one that it has not. */
export function spoken(locale: Locale): Translate | null {
  const instance = instances.get(locale)
  return instance ? (key, values) => instance.t(key, values ?? {}) : null
}
