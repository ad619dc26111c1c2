import en from './en/index.ts'
import { type Locale, speak, type Translate, type Words } from './index.ts'
import ro from './ro/index.ts'

/** Every language's words. For the server: a browser loads its own language only (`entry.client.tsx`). */
export const words: Record<Locale, Words> = { ro, en }

/** A translator of one language, for loaders, refusals and mails; needs no React and no request. */
export function createTranslator(locale: Locale): Translate {
  const instance = speak(locale, words[locale])
  return (key, values) => instance.t(key, values ?? {})
}
