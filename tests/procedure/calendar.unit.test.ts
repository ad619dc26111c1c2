import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCalendarDays,
  addWorkingDays,
  daysBetween,
  isWorkingDay,
  type LegalDate,
  legalDate,
  legalHolidays,
  nextWorkingDay,
  orthodoxEaster,
  parseLegalDate,
  workingDaysBetween,
} from '../../packages/procedure/index.ts'

const countings = ['first_day_not_counted', 'first_day_counted', 'free_days'] as const
const anyDate = fc
  .integer({ min: 0, max: 22_000 })
  .map(days => addCalendarDays(legalDate('2001-01-01'), days))
const anyCount = fc.integer({ min: 1, max: 120 })

describe('a legal date', () => {
  it.each([
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '1899-12-31',
    '2200-01-01',
    '2023-7-1',
    '11.07.2023',
    '',
  ])('%s does not exist', text => {
    expect(parseLegalDate(text)).toBeUndefined()
    expect(() => legalDate(text)).toThrow(RangeError)
  })

  it('on 29 February exists in a leap year', () => {
    expect(parseLegalDate('2024-02-29')).toBe('2024-02-29')
  })

  it('is not moved by the hour that clocks skip in spring', () => {
    expect(addCalendarDays(legalDate('2024-03-30'), 2)).toBe('2024-04-01')
    expect(daysBetween(legalDate('2024-03-30'), legalDate('2024-04-01'))).toBe(2)
  })
})

describe('calendar days', () => {
  it('from publication give the day a law is in force: Law 24/2000, article 12', () => {
    expect(addCalendarDays(legalDate('2023-07-11'), 3)).toBe('2023-07-14')
    expect(addCalendarDays(legalDate('2023-12-31'), 3)).toBe('2024-01-03')
  })

  it('after the Official Journal give the day a directive is in force: TFEU, article 297', () => {
    expect(addCalendarDays(legalDate('2024-06-24'), 20)).toBe('2024-07-14')
  })

  it('name their way of counting', () => {
    const published = legalDate('2023-07-11')
    expect(addCalendarDays(published, 3, { counting: 'first_day_counted' })).toBe('2023-07-13')
    expect(addCalendarDays(published, 3, { counting: 'first_day_not_counted' })).toBe('2023-07-14')
    expect(addCalendarDays(published, 3, { counting: 'free_days' })).toBe('2023-07-15')
  })

  it('count backwards the same way', () => {
    const assembly = legalDate('2023-07-14')
    expect(addCalendarDays(assembly, -3)).toBe('2023-07-11')
    expect(addCalendarDays(assembly, -3, { counting: 'first_day_counted' })).toBe('2023-07-12')
    expect(addCalendarDays(assembly, -3, { counting: 'free_days' })).toBe('2023-07-10')
  })

  it('that end on a closed day stay there, or move on when the rule says so', () => {
    const beforeEaster = legalDate('2024-04-28')
    expect(addCalendarDays(beforeEaster, 5)).toBe('2024-05-03')
    expect(addCalendarDays(beforeEaster, 5, { onClosedDay: 'next_working_day' })).toBe('2024-05-07')
    const closed = [legalDate('2024-05-07')]
    expect(addCalendarDays(beforeEaster, 5, { onClosedDay: 'next_working_day', closed })).toBe('2024-05-08')
  })

  it('of none are the day itself, whatever the counting', () => {
    for (const counting of countings)
      expect(addCalendarDays(legalDate('2023-07-11'), 0, { counting })).toBe('2023-07-11')
  })

  it('cannot be counted in parts', () => {
    expect(() => addCalendarDays(legalDate('2023-07-11'), 1.5)).toThrow(RangeError)
    expect(() => addWorkingDays(legalDate('2023-07-11'), 1.5)).toThrow(RangeError)
  })
})

describe('working days', () => {
  it('skip weekends, Good Friday, Easter Monday and 1 May: Labour Code, article 139', () => {
    expect(addWorkingDays(legalDate('2024-04-30'), 1)).toBe('2024-05-02')
    expect(addWorkingDays(legalDate('2024-05-02'), 1)).toBe('2024-05-07')
  })

  it('skip the second day of Pentecost', () => {
    expect(addWorkingDays(legalDate('2024-06-21'), 1)).toBe('2024-06-25')
  })

  it('skip 6 and 7 January since 2024 and not before: Law 52/2023', () => {
    expect(isWorkingDay(legalDate('2023-01-06'))).toBe(true)
    expect(isWorkingDay(legalDate('2025-01-06'))).toBe(false)
    expect(isWorkingDay(legalDate('2025-01-07'))).toBe(false)
  })

  it('are 30 from the notice to the earliest endorsement: Law 52/2003, article 7', () => {
    expect(addWorkingDays(legalDate('2024-04-01'), 30)).toBe('2024-05-16')
    expect(addWorkingDays(legalDate('2024-05-16'), -30)).toBe('2024-04-01')
  })

  it('skip the days that a Government decision frees', () => {
    const closed = [legalDate('2024-04-29'), legalDate('2024-04-30')]
    expect(addWorkingDays(legalDate('2024-04-26'), 1, { closed })).toBe('2024-05-02')
  })

  it('name their way of counting', () => {
    const friday = legalDate('2023-07-14')
    expect(addWorkingDays(friday, 3, { counting: 'first_day_counted' })).toBe('2023-07-18')
    expect(addWorkingDays(friday, 3)).toBe('2023-07-19')
    expect(addWorkingDays(friday, 3, { counting: 'free_days' })).toBe('2023-07-20')
  })

  it('do not count a first day that is not worked', () => {
    expect(addWorkingDays(legalDate('2023-07-15'), 1, { counting: 'first_day_counted' })).toBe('2023-07-17')
  })

  it('end on a working day and are as many as asked for, from any day', () => {
    fc.assert(
      fc.property(anyDate, anyCount, (from, days) => {
        const end = addWorkingDays(from, days)
        expect(isWorkingDay(end)).toBe(true)
        expect(workingDaysBetween(from, end)).toBe(days)
        expect(workingDaysBetween(end, from)).toBe(-days)
      }),
    )
  })

  it('counted from a later day never end earlier', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.nat(30),
        anyCount,
        fc.constantFrom(...countings),
        (from, later, days, counting) => {
          const late = addCalendarDays(from, later)
          expect(addWorkingDays(late, days, { counting }) >= addWorkingDays(from, days, { counting })).toBe(
            true,
          )
        },
      ),
    )
  })

  it('are taken back by as many days from a working day', () => {
    fc.assert(
      fc.property(
        anyDate.map(date => nextWorkingDay(date)),
        anyCount,
        (from, days) => {
          expect(addWorkingDays(addWorkingDays(from, days), -days)).toBe(from)
        },
      ),
    )
  })
})

describe('legal holidays agree with date-holidays', () => {
  const library = new Holidays('RO')
  /** Public holidays of the library as days, New Year's two days apart. */
  function publicDays(year: number): string[] {
    const days = library
      .getHolidays(year)
      .filter(holiday => holiday.type === 'public')
      .flatMap(({ date, start, end }) => {
        const first = legalDate(date.slice(0, 10))
        const length = Math.round((end.getTime() - start.getTime()) / 86_400_000)
        return Array.from({ length }, (_, index) => addCalendarDays(first, index))
      })
    return [...new Set<string>(days)].sort()
  }
  const datesOf = (year: number) => [...new Set<LegalDate>(legalHolidays(year).map(({ date }) => date))]

  it('on every day of 2024 to 2060', () => {
    for (let year = 2024; year <= 2060; year++) expect(datesOf(year)).toEqual(publicDays(year))
  })

  it('on every day of 2000 to 2023 that was a holiday by then', () => {
    for (let year = 2000; year < 2024; year++)
      expect(publicDays(year)).toEqual(expect.arrayContaining(datesOf(year)))
  })

  it('on the Orthodox Easter of 2000 to 2060', () => {
    for (let year = 2000; year <= 2060; year++) {
      const easter = library.getHolidays(year).find(holiday => holiday.name === 'Paștele')
      expect(easter?.date.slice(0, 10)).toBe(orthodoxEaster(year))
    }
  })
})

describe('legal holidays', () => {
  it('are 17 days a year since 2024, each with its name and law', () => {
    expect(legalHolidays(2025)).toHaveLength(17)
    expect(legalHolidays(2025)[2]).toEqual({
      date: '2025-01-06',
      name: { ro: 'Boboteaza', en: 'Epiphany' },
      source: 'Legea 52/2023',
    })
  })

  it.each([
    [2008, 8],
    [2009, 11],
    [2012, 12],
    [2017, 14],
    [2018, 15],
    [2023, 15],
  ])('began one after another: %i had %i', (year, days) => {
    expect(legalHolidays(year)).toHaveLength(days)
  })

  it('have an Easter one day earlier against the Julian calendar from 2100', () => {
    expect(orthodoxEaster(2099)).toBe('2099-04-12')
    expect(orthodoxEaster(2100)).toBe('2100-05-02')
  })
})
