import { describe, expect, test } from 'vitest'
import { inBucharest } from '../../app/i18n/format.ts'
import { dayTyped, instantTyped } from '../../app/typed-time.ts'

describe('a day and a time typed in Romania', () => {
  test('are two hours ahead of UTC in winter and three in summer', () => {
    expect(instantTyped('2026-01-15T10:00')).toBe('2026-01-15T08:00:00.000Z')
    expect(instantTyped('2026-07-15T10:00')).toBe('2026-07-15T07:00:00.000Z')
  })

  test('on the nights when the clock changes, mean what the clock on the wall shows', () => {
    // 29 March 2026: 03:00 becomes 04:00. 25 October 2026: 04:00 becomes 03:00.
    expect(instantTyped('2026-03-29T02:59')).toBe('2026-03-29T00:59:00.000Z')
    expect(instantTyped('2026-03-29T04:00')).toBe('2026-03-29T01:00:00.000Z')
    expect(instantTyped('2026-10-25T02:59')).toBe('2026-10-24T23:59:00.000Z')
    expect(instantTyped('2026-10-25T04:00')).toBe('2026-10-25T02:00:00.000Z')
  })

  test('in the hour that does not exist, mean the clock that has moved on', () => {
    expect(inBucharest(instantTyped('2026-03-29T03:30') ?? '').time).toBe('04:30')
  })

  test('in the hour that comes twice, mean its first pass', () => {
    expect(instantTyped('2026-10-25T03:30')).toBe('2026-10-25T00:30:00.000Z')
  })

  test('may carry seconds, as some browsers send them', () => {
    expect(instantTyped('2026-01-15T10:00:00')).toBe('2026-01-15T08:00:00.000Z')
  })

  test.each([
    '',
    'mâine',
    '2026-13-01T10:00',
    '2026-02-30T10:00',
    '2026-01-15T24:00',
    '2026-01-15T10:60',
    '2026-01-15',
  ])('that are no moment are nothing: %s', typed => expect(instantTyped(typed)).toBeNull())
})

describe('a day typed', () => {
  test('stays that day', () => expect(dayTyped('2024-02-29')).toBe('2024-02-29'))
  test.each(['', '2023-02-29', '29.02.2024', '2024-2-9'])('that is none is nothing: %s', typed =>
    expect(dayTyped(typed)).toBeNull(),
  )
})
