import { describe, expect, test } from 'vitest'
import {
  createFormat,
  daysBetween,
  formatDateTime,
  formatLegalDate,
  formatNumber,
  formatPercent,
  fromBucharest,
  inBucharest,
} from '../../app/i18n/format.ts'
import { createTranslator } from '../../app/i18n/translate.ts'

describe('an instant', () => {
  test('is shown on the wall clock of Bucharest, two hours ahead in winter and three in summer', () => {
    expect(formatDateTime('ro', '2026-01-31T22:30:00Z')).toBe('1 februarie 2026, 00:30')
    expect(formatDateTime('en', '2026-07-01T06:05:00Z')).toBe('1 July 2026, 09:05')
  })

  test('reads back from the wall clock to the same instant, all year round', () => {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000) {
      const { date, time } = inBucharest(new Date(at))
      const back = Date.parse(fromBucharest(date, time))
      // The hour that autumn repeats reads back as its first pass.
      const repeated = date === '2026-10-25' && time.startsWith('03:')
      expect(back).toBe(repeated ? Date.UTC(2026, 9, 25, 0) : at)
    }
  })

  test('the hour that spring skips is read as the hour after', () => {
    expect(inBucharest(fromBucharest('2026-03-29', '03:30'))).toEqual({ date: '2026-03-29', time: '04:30' })
  })
})

describe('a legal date', () => {
  test('is never shifted by a time zone', () => {
    expect(formatLegalDate('ro', '2023-01-31')).toBe('31 ianuarie 2023')
    expect(formatLegalDate('en', '2023-01-31', 'short')).toBe('31 Jan 2023')
    expect(formatLegalDate('ro', '2023-07-11', 'numeric')).toBe('11.07.2023')
    expect(formatLegalDate('ro', '2024-07-14', 'weekday')).toBe('duminică, 14 iulie 2024')
  })

  test('a text that is no date stays as it is', () => {
    expect(formatLegalDate('ro', 'ianuarie sau februarie 2023')).toBe('ianuarie sau februarie 2023')
  })

  test('is counted in calendar days, across the change of the clock too', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
  })

  test('is near or far from today in Bucharest, not in UTC', () => {
    const late = '2026-11-21T22:30:00Z'
    const ro = createFormat('ro', createTranslator('ro'), late)
    expect(ro.today).toBe('2026-11-22')
    const days = ['2026-11-22', '2026-11-23', '2026-11-21', '2026-11-25', '2026-12-12', '2026-11-01']
    expect(days.map(day => ro.relativeDay(day))).toEqual([
      'azi',
      'mâine',
      'ieri',
      'în 3 zile',
      'în 20 de zile',
      'acum 21 de zile',
    ])
    const en = createFormat('en', createTranslator('en'), late)
    expect(en.relativeDay('2026-11-24')).toBe('in 2 days')
  })
})

describe('a number', () => {
  test('takes the separators of its language', () => {
    expect(formatNumber('ro', 1234567.5, 1)).toBe('1.234.567,5')
    expect(formatNumber('en', 1234567.5, 1)).toBe('1,234,567.5')
    expect(formatNumber('ro', -1064)).toBe('−1.064')
    expect(formatNumber('en', -0.001, 1)).toBe('0.0')
  })

  test('a share keeps its percent sign on its line', () => {
    expect(formatPercent('ro', 12 / 23, 1)).toBe('52,2\u00a0%')
    expect(formatPercent('en', 0.5)).toBe('50%')
  })
})
