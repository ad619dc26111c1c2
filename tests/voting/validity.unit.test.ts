import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, findValidityProblem, type Validity } from '../../packages/voting/index.ts'

const first: Validity = { from: '2020-01-01', until: '2021-12-31' }
const second: Validity = { from: '2022-01-01', until: '2023-06-30' }
const third: Validity = { from: '2023-07-01', until: null }

describe('the rules of one kind of decision', () => {
  it('follow each other day by day, in whatever order they are given', () => {
    expect(findValidityProblem([third, first, second])).toBeUndefined()
    expect(findValidityProblem([])).toBeUndefined()
  })

  it('may end: a statute can stop asking', () => {
    expect(findValidityProblem([second, first])).toBeUndefined()
  })

  it('share no day', () => {
    const early = { from: '2021-12-31', until: '2023-06-30' }
    expect(findValidityProblem([third, early, first])).toEqual({
      code: 'overlap',
      earlier: first,
      later: early,
    })
    const endless = { from: '2020-01-01', until: null }
    expect(findValidityProblem([second, endless])).toEqual({
      code: 'overlap',
      earlier: endless,
      later: second,
    })
    expect(findValidityProblem([first, { ...first }])?.code).toBe('overlap')
  })

  it('leave no day without a rule between them', () => {
    const late = { from: '2022-01-02', until: '2023-06-30' }
    expect(findValidityProblem([late, third, first])).toEqual({ code: 'gap', earlier: first, later: late })
    expect(findValidityProblem([first, third])).toEqual({ code: 'gap', earlier: first, later: third })
  })

  it('are sound exactly when each day from the first to the last has one rule', () => {
    const days = Array.from({ length: 10 }, (_, index) => dayAfter('2024-02-25', index))
    const validity = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => ({
      from: days[Math.min(a, b)] ?? '',
      until: days[Math.max(a, b)] ?? '',
    }))
    fc.assert(
      fc.property(fc.array(validity, { minLength: 1, maxLength: 4 }), validities => {
        const times = days.map(
          day => validities.filter(({ from, until }) => from <= day && day <= until).length,
        )
        const sound = /^0*1+0*$/.test(times.join(''))
        expect(findValidityProblem(validities) === undefined).toBe(sound)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the day after', () => {
  it('crosses months and years, leap days too', () => {
    expect(dayAfter('2024-02-28', 1)).toBe('2024-02-29')
    expect(dayAfter('2023-12-31', 1)).toBe('2024-01-01')
    expect(dayAfter('2024-03-01', -1)).toBe('2024-02-29')
  })
})
