import { expect, test } from 'vitest'
import { line, paragraph } from '../../graphql/input.ts'

test('a line has no control characters and no marks that turn the reading around', () => {
  expect(line().parse('  Ana\u0007 are\t\n mere \u202Eerem\u2066 ')).toBe('Ana are mere erem')
})

test('a paragraph keeps its lines and loses what nobody sees', () => {
  expect(paragraph().parse('unu \r\ndoi\u0000\u202E trei\n\npatru\n')).toBe('unu\ndoi trei\n\npatru')
})

test('letters joined on purpose stay: an emoji of several, diacritics in one form', () => {
  expect(line().parse('👩‍👧 s\u0326')).toBe('👩‍👧 ș')
})
