import type { Locale } from './context.ts'

/** The Romanian or English text, as the viewer reads; the other one where that is empty. */
export function inLanguage(locale: Locale, ro: string, en: string): string {
  return locale === 'en' ? en || ro : ro || en
}
