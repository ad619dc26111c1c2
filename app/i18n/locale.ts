/** The languages of the interface, the federation's own first. */
export const locales = ['ro', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'ro'

export function isLocale(value: unknown): value is Locale {
  return locales.some(locale => locale === value)
}
