import { describe, expect, it } from 'vitest'
import en from '../../app/i18n/en/procedure.ts'
import ro from '../../app/i18n/ro/procedure.ts'
import { circumstances, identifierKinds, procedures } from '../../packages/procedure/index.ts'

describe.each([
  { language: 'Romanian', words: ro },
  { language: 'English', words: en },
])('in $language', ({ words }) => {
  it('every kind of identifier and every circumstance has a name', () => {
    expect(Object.keys(words.identifier)).toEqual([...identifierKinds, 'other'])
    expect(Object.keys(words.circumstance)).toEqual([...circumstances])
  })

  it('every way of counting and every meaning of a date that a procedure uses has a name', () => {
    for (const { counting, bound } of Object.values(procedures).flatMap(({ stages }) =>
      stages.flatMap(({ starts = [] }) => starts),
    )) {
      expect(words.counting).toHaveProperty(counting)
      expect(words.bound).toHaveProperty(bound)
    }
  })
})
