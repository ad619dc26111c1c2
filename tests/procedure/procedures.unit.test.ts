import { describe, expect, it } from 'vitest'
import {
  legalDate,
  nextStages,
  type Procedure,
  procedureKeys,
  procedures,
  type Step,
  stage,
} from '../../packages/procedure/index.ts'

const { law, eu_directive: directive, international } = procedures

function at(...days: readonly (readonly [stage: string, date: string])[]): Step[] {
  return days.map(([stage, date]) => ({ stage, date: legalDate(date) }))
}

function next(procedure: Procedure, ...days: readonly (readonly [stage: string, date: string])[]) {
  return nextStages(procedure, at(...days)).map(({ stage, how }) => `${how} ${stage.key}`)
}

describe.each(procedureKeys)('the procedure %s', key => {
  const procedure = procedures[key]
  const keys = procedure.stages.map(({ key }) => key)

  it('names each stage once, in both languages', () => {
    expect(procedure.key).toBe(key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { name } of [procedure, ...procedure.stages]) {
      expect(name.ro).toMatch(/\S/)
      expect(name.en).toMatch(/\S/)
      expect(name.ro).not.toMatch(/[şţŞŢ]/)
    }
  })

  it('leads only to stages that it has', () => {
    for (const { next, returnsTo = [], parallelTo, starts = [] } of procedure.stages) {
      const mentioned = [
        ...next,
        ...returnsTo,
        ...starts.map(({ to }) => to),
        ...(parallelTo ? [parallelTo] : []),
      ]
      expect(keys).toEqual(expect.arrayContaining(mentioned))
    }
  })

  it('returns only to earlier stages, and from an end to nowhere', () => {
    for (const { key, returnsTo = [], end, next } of procedure.stages) {
      for (const back of returnsTo) expect(keys.indexOf(back)).toBeLessThan(keys.indexOf(key))
      if (end) expect(next).toEqual([])
    }
  })

  it('cites a source for every period, and counts at least the same day', () => {
    for (const { source, days } of procedure.stages.flatMap(({ starts = [] }) => starts)) {
      expect(source).toMatch(/\S/)
      expect(Number.isInteger(days) && days >= 0).toBe(true)
    }
  })

  it('lets every stage be reached from its first, or, when free, from anywhere', () => {
    const found = new Set(procedure.free ? keys : keys.slice(0, 1))
    for (const key of found) for (const following of stage(procedure, key)?.next ?? []) found.add(following)
    expect([...found].sort()).toEqual([...keys].sort())
  })
})

describe('what may come next', () => {
  it('in a dossier without steps is any stage, since many are taken up half-way', () => {
    expect(next(law)).toContain('forward decisional_committee')
    expect(next(law)).not.toContain('end rejected')
  })

  it('after the first Chamber is the decisional one, also after a rejection', () => {
    expect(next(law, ['first_chamber_vote', '2023-05-01'])).toEqual([
      'forward decisional_committee',
      'end withdrawn',
      'end lapsed',
    ])
  })

  it('after re-examination goes back to Parliament or ends', () => {
    expect(next(law, ['promulgation', '2023-07-01'], ['reexamination', '2023-07-05'])).toEqual([
      'back first_chamber_committee',
      'back decisional_committee',
      'end rejected',
    ])
  })

  it('is another sitting when the Government postpones', () => {
    expect(next(procedures.government_act, ['gov_sitting', '2023-01-31'])).toEqual([
      'forward published',
      'again gov_sitting',
      'back prep_meeting',
      'end rejected',
      'end withdrawn',
    ])
  })

  it('offers the parallel stage until it was reached', () => {
    const mandate = ['ep_mandate', '2023-10-20'] as const
    expect(next(directive, mandate)).toContain('forward council_general_approach')
    expect(next(directive, ['council_general_approach', '2023-06-09'], mandate)).toEqual([
      'forward trilogue',
      'end withdrawn',
    ])
  })

  it('offers a parallel stage again when it repeats', () => {
    const measures = ['national_measures', '2026-01-10'] as const
    expect(next(directive, measures, ['transposition_deadline', '2026-07-15'])).toContain(
      'forward national_measures',
    )
  })

  it('after an ordinance is its approval by law, after a Government decision nothing more', () => {
    const inForce = [...at(['published', '2023-02-01'], ['in_force', '2023-02-01'])]
    const { government_act: act } = procedures
    const following = nextStages(act, inForce, { circumstances: ['emergency_ordinance'] })
    expect(following.map(({ stage }) => stage.continuesAs)).toEqual(['law'])
    expect(nextStages(act, inForce)).toEqual([])
    expect(next(act)).not.toContain('forward approval_law')
  })

  it('is nothing after an end', () => {
    expect(next(law, ['initiated', '2023-01-01'], ['withdrawn', '2023-02-01'])).toEqual([])
    expect(next(international, ['withdrawn', '2023-02-01'])).toEqual([])
  })

  it('is anything in a free procedure, where a stage may also be named freely', () => {
    expect(next(international, ['adopted', '2023-01-01'])).toContain('forward negotiation')
    expect(stage(international, 'Apelul de la Bruxelles')?.name.ro).toBe('Apelul de la Bruxelles')
    expect(stage(law, 'Apelul de la Bruxelles')).toBeUndefined()
  })

  it('follows from the last step by date, in whatever order steps were entered', () => {
    expect(next(law, ['published', '2023-07-11'], ['initiated', '2023-01-01'])).toEqual(['forward in_force'])
  })
})
