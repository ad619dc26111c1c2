import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type TypographyLanguage, typeset, withCommas } from '../../packages/document/typography.ts'

/** What stands on the page after `keys` were typed one by one. */
function typed(keys: string, language: TypographyLanguage = 'ro'): string {
  let text = ''
  for (const key of keys) {
    const change = typeset(text, key, language)
    text = change === null ? text + key : text.slice(0, text.length - change.remove) + change.insert
  }
  return text
}

const nbsp = '\u00A0'

describe('Romanian, key by key', () => {
  test.each([
    ['quotation marks by where they stand', 'a spus "da" și ("nu")', 'a spus „da” și („nu”)'],
    ['at the beginning and before punctuation', '"Da", "nu".', '„Da”, „nu”.'],
    ['a quotation in a quotation', '"a zis "nu" ieri"', '„a zis «nu» ieri”'],
    ['and in that one', '"unu "doi "trei" doi" unu"', '„unu «doi „trei” doi» unu”'],
    ['two quotations that end together', '"legea "NIRM""', '„legea «NIRM»”'],
    ['two commas and two apostrophes', ",,text'' și ,,alt ,,citat''''", '„text” și „alt «citat»”'],
    ['two commas after a word stay', 'unu,, doi', 'unu,, doi'],
    ['a quotation that begins after a dash or a bracket', 'x – "y" ["z"]', 'x – „y” [„z”]'],
    ['a quotation whose beginning is elsewhere ends', 'final"', 'final”'],
    ['inches', 'un ecran de 15" nou', 'un ecran de 15" nou'],
    ['a quoted year', '"din 2023"', '„din 2023”'],
    ['elisions', "dom'le, las' că d'Artagnan", 'dom’le, las’ că d’Artagnan'],
    ['marks that do not belong to Romanian stay in pairs', "un 'cuvânt' așa", "un 'cuvânt' așa"],
    ['a dash between spaces', 'da -- nu', 'da – nu'],
    ['a dash at the beginning of a reply', '-- Bună ziua', '– Bună ziua'],
    ['from and to', '2024--2026', '2024–2026'],
    ['an option of a command', 'npm test --force', 'npm test --force'],
    ['three hyphens', 'a --- b', 'a --- b'],
    ['an ellipsis', 'și așa mai departe...', 'și așa mai departe…'],
    ['four dots', 'da....', 'da….'],
    ['old letters', 'şi ţara ŞI ŢARA', 'și țara ȘI ȚARA'],
    ['letters and marks apart', 's\u0326i t\u0327ara', 'și țara'],
    ['Turkish names', 'Kılıçdaroğlu, Ağış', 'Kılıçdaroğlu, Ağış'],
    [
      'units of an act',
      'art. 5 alin. (2) lit. a) pct. 3',
      `art.${nbsp}5 alin.${nbsp}(2) lit.${nbsp}a) pct.${nbsp}3`,
    ],
    ['numbers of acts', 'Legea nr. 286/2009, cap. IV', `Legea nr.${nbsp}286/2009, cap.${nbsp}IV`],
    ['the end of a sentence', 'la fiecare nr. Apoi', 'la fiecare nr. Apoi'],
    ['a word that ends like a unit', 'start. 5', 'start. 5'],
    ['per cent, only where there is a space', '20 % sau 20%', `20${nbsp}% sau 20%`],
    ['an address', 'https://a.ro/?q="x"--y...', 'https://a.ro/?q="x"--y...'],
    ['an e-mail address', 'ana@ex--emplu.ro"', 'ana@ex--emplu.ro"'],
    ['a line of a program', 'nume="Ana" {x:"y"}', 'nume="Ana" {x:"y"}'],
    ['and or', 'și/sau "amândouă"', 'și/sau „amândouă”'],
  ])('%s', (_, keys, shown) => {
    expect(typed(keys)).toBe(shown)
  })
})

describe('English, key by key', () => {
  test.each([
    ['quotation marks', 'said "yes" and ("no")', 'said “yes” and (“no”)'],
    ['a quotation in a quotation', `"it's 'so' now"`, '“it’s ‘so’ now”'],
    ['possessives of years', "the 1990's", 'the 1990’s'],
    ['a dash and an ellipsis', 'yes -- no...', 'yes – no…'],
    ['units', 'para. 3, Art. 5', `para.${nbsp}3, Art.${nbsp}5`],
  ])('%s', (_, keys, shown) => {
    expect(typed(keys, 'en')).toBe(shown)
  })
})

test('what a phone hands over at once is set like what is typed', () => {
  expect(typeset('', 'şi "da" ', 'ro')).toEqual({ remove: 0, insert: 'și „da” ' })
  expect(typeset('art. ', '5', 'ro')).toEqual({ remove: 1, insert: `${nbsp}5` })
  expect(typeset('fără', ' semne', 'ro')).toBeNull()
})

test('after a line break or a picture a quotation begins', () => {
  expect(typeset('\uFFFC', '"', 'ro')).toEqual({ remove: 0, insert: '„' })
})

test('a text of any characters is set without a fault, and only where it changes', () => {
  const some = fc.string({ unit: fc.constantFrom(...`a ș."',-„”«»(5%ş\u0327@=\n\uFFFC`), maxLength: 30 })
  fc.assert(
    fc.property(some, some, fc.constantFrom('ro', 'en'), (before, keys, language) => {
      const change = typeset(before, keys, language)
      if (change === null) return
      const text = before.slice(0, before.length - change.remove) + change.insert
      expect(change.remove).toBeLessThanOrEqual(before.length)
      expect(text).not.toBe(before + keys)
    }),
  )
})

test('a whole text gets its commas', () => {
  expect(withCommas('Acţiunea şi protecţia; Beşiktaş; Işık')).toBe('Acțiunea și protecția; Beșiktaș; Işık')
})
