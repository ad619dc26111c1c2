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

/** What `learn` was told before the language was spoken. */
const learned: Partial<Record<Locale, Words>> = {}

/** The instance that speaks `locale`, made from `words` on first use. */
export function speak(locale: Locale, words: Words): i18n {
  const known = instances.get(locale)
  if (known) return known
  const instance = i18next.createInstance()
  instance.init({
    lng: locale,
    resources: { [locale]: { ...words, ...learned[locale] } },
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

/** Gives a language another namespace, spoken in this process already or not: words that come with the code that says them. */
export function learn(locale: Locale, namespace: string, words: Words): void {
  learned[locale] = { ...learned[locale], [namespace]: words }
  instances.get(locale)?.addResourceBundle(locale, namespace, words)
}

/** Words that are on their way to a browser, by namespace, and those that could not be had. */
const coming = new Map<string, Promise<void>>()
const missing = new Map<string, Error>()

/** Asks for a namespace of a browser's language; asked again, it is on its way or here already. */
export function bring(locale: Locale, namespace: string, load: () => Promise<{ default: Words }>): void {
  if (coming.has(namespace) || instances.get(locale)?.hasResourceBundle(locale, namespace)) return
  const arrival = load()
    .then(
      ({ default: words }) => {
        speak(locale, {})
        learn(locale, namespace, words)
      },
      cause => {
        missing.set(namespace, new Error(`The words of ${namespace} could not be loaded.`, { cause }))
      },
    )
    .finally(() => coming.delete(namespace))
  coming.set(namespace, arrival)
}

/** When all words that were asked for are here. */
export async function brought(): Promise<void> {
  await Promise.all(coming.values())
  for (const failure of missing.values()) throw failure
}

/**
 * Says the words of an instance. A page whose words are still coming waits for them, as React lets it: their promise is
 * thrown, and the page before stays until then.
 */
export function sayer(instance: i18n): Translate {
  return (key, values) => {
    const namespace = key.slice(0, key.indexOf(':'))
    const waited = missing.get(namespace) ?? coming.get(namespace)
    if (waited) throw waited
    return instance.t(key, values ?? {})
  }
}

/** The translator of a language that `speak` has loaded in this process; null for one that it has not. */
export function spoken(locale: Locale): Translate | null {
  const instance = instances.get(locale)
  return instance ? sayer(instance) : null
}
