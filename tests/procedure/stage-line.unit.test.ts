import { describe, expect, it } from 'vitest'
import {
  computedDates,
  legalDate,
  type Precision,
  type Procedure,
  procedures,
  type Step,
  stageLine,
} from '../../packages/procedure/index.ts'

const { law, government_act: act, eu_directive: directive, international } = procedures

function step(stage: string, date: string, precision?: Precision): Step {
  return { stage, date: legalDate(date), precision }
}

/** A stage line in one string a mark: state, stage, dates; computed dates after an arrow, next with a plus. */
function drawn(procedure: Procedure, steps: readonly Step[], ...facts: Parameters<typeof stageLine>[2][]) {
  return stageLine(procedure, steps, facts[0]).map(({ state, stage, steps, next, expected }) =>
    [
      `${next ? '+' : ''}${state}`,
      stage.key,
      ...steps.map(({ date }) => date),
      ...expected.map(({ period, date }) => `→ ${period.bound} ${date}`),
    ].join(' '),
  )
}

function dates(
  procedure: Procedure,
  steps: readonly Step[],
  ...facts: Parameters<typeof computedDates>[2][]
) {
  return computedDates(procedure, steps, facts[0]).map(({ period, date }) => `${period.key} ${date}`)
}

describe('a stage line', () => {
  it('tells Law 217/2023: published on 11.07.2023, in force on 14.07.2023, stages nobody recorded as skipped', () => {
    const steps = [
      step('decisional_committee', '2023-06-26'),
      step('decisional_vote', '2023-06-28'),
      step('promulgation', '2023-07-10'),
      step('published', '2023-07-11'),
    ]
    expect(drawn(law, steps)).toEqual([
      'skipped initiated',
      'skipped bureau',
      'skipped opinions',
      'skipped first_chamber_committee',
      'skipped first_chamber_vote',
      'done decisional_committee 2023-06-26',
      'done decisional_vote 2023-06-28',
      'skipped ccr_window',
      'done promulgation 2023-07-10',
      'current published 2023-07-11',
      '+possible in_force → effect 2023-07-14',
      'later secondary_norms',
    ])
  })

  it('of a new bill shows what is possible, what is later, and the day of tacit adoption', () => {
    expect(drawn(law, [step('initiated', '2024-02-01'), step('bureau', '2024-02-05')])).toEqual([
      'done initiated 2024-02-01',
      'current bureau 2024-02-05',
      '+possible opinions',
      '+possible first_chamber_committee',
      'later tacit_adoption → effect 2024-03-21',
      'later first_chamber_vote',
      'later decisional_committee',
      'later decisional_vote',
      'later ccr_window',
      'later promulgation',
      'later published',
      'later in_force',
      'later secondary_norms',
    ])
  })

  it('without a step is all ahead', () => {
    const states = stageLine(act, []).map(({ state, next }) => `${state} ${next}`)
    expect(new Set(states)).toEqual(new Set(['later false']))
  })

  it('sorts steps entered late by their date, keeps equal ones, and hands back what they carry', () => {
    const steps = [
      { ...step('opinions', '2023-03-10'), note: 'CES' },
      { ...step('initiated', '2023-01-10'), note: 'entered last' },
      { ...step('opinions', '2023-02-20'), note: 'Consiliul Legislativ' },
      { ...step('opinions', '2023-03-10'), note: 'CES, again' },
    ]
    const opinions = stageLine(law, steps).find(({ stage }) => stage.key === 'opinions')
    expect(opinions?.state).toBe('current')
    expect(opinions?.next).toBe(true)
    expect(opinions?.steps.map(({ note }) => note)).toEqual(['Consiliul Legislativ', 'CES', 'CES, again'])
  })

  it('counts a month or a year as its first day, and a day of several steps in the procedure’s order', () => {
    const steps = [
      step('trilogue', '2023-11-15'),
      step('coreper', '2024-01-01'),
      step('provisional_agreement', '2024-01-23', 'month'),
      step('ep_committee', '2023-10-10'),
      step('proposal', '2022-12-19', 'year'),
    ]
    const states = stageLine(directive, steps).flatMap(({ state, stage, steps }) =>
      steps.length > 0 ? `${state} ${stage.key}` : [],
    )
    expect(states).toEqual([
      'done proposal',
      'done ep_committee',
      'done trilogue',
      'done provisional_agreement',
      'current coreper',
    ])
  })

  it('after a return keeps what was done, and the way ahead is open again', () => {
    const steps = [
      step('first_chamber_vote', '2023-03-01'),
      step('decisional_vote', '2023-06-28'),
      step('promulgation', '2023-07-01'),
      step('reexamination', '2023-07-12'),
      step('first_chamber_committee', '2023-09-05'),
    ]
    expect(drawn(law, steps).slice(3)).toEqual([
      '+current first_chamber_committee 2023-09-05',
      '+possible tacit_adoption',
      '+done first_chamber_vote 2023-03-01',
      'later decisional_committee',
      'done decisional_vote 2023-06-28',
      'later ccr_window',
      'done promulgation 2023-07-01',
      'done reexamination 2023-07-12',
      'later published',
      'later in_force',
      'later secondary_norms',
    ])
  })

  it('sent back for re-examination still has its publication ahead', () => {
    const marks = drawn(law, [step('promulgation', '2023-07-01'), step('reexamination', '2023-07-12')])
    expect(marks).toContain('+possible decisional_committee')
    expect(marks).toContain('later published')
    expect(marks).toContain('skipped bureau')
  })

  it('of a tacit adoption shows the vote as skipped', () => {
    const marks = drawn(law, [step('tacit_adoption', '2023-03-01')])
    expect(marks).toContain('skipped first_chamber_vote')
    expect(marks).toContain('+possible decisional_committee')
  })

  it('that ended shows what happened and the end, and computes nothing more', () => {
    const steps = [step('bureau', '2024-02-05'), step('withdrawn', '2024-02-20')]
    expect(drawn(law, steps)).toEqual(['done bureau 2024-02-05', 'current withdrawn 2024-02-20'])
  })

  it('of a free procedure shows what happened, in that order', () => {
    const steps = [step('signed', '2023-05-01'), step('Atelier', '2023-03-01'), step('signed', '2023-06-01')]
    expect(drawn(international, steps)).toEqual([
      'done Atelier 2023-03-01',
      '+current signed 2023-05-01 2023-06-01',
    ])
  })

  it('passes over a step whose stage the procedure no longer has', () => {
    expect(drawn(law, [step('bureau', '2024-02-05'), step('renamed', '2024-03-01')])).toEqual(
      drawn(law, [step('bureau', '2024-02-05')]),
    )
  })
})

describe('computed dates', () => {
  it('of a draft Government decision: 30 working days, and 10 calendar days for proposals', () => {
    const steps = [step('notice', '2024-04-01'), step('proposals_open', '2024-04-01')]
    expect(dates(act, steps)).toEqual(['proposals 2024-04-11', 'endorsement_earliest 2024-05-16'])
    const freed = { closed: [legalDate('2024-04-29'), legalDate('2024-04-30')] }
    expect(dates(act, steps, freed)).toContain('endorsement_earliest 2024-05-20')
  })

  it('of publication: a decision on that day, a simple ordinance after three', () => {
    const published = [step('published', '2023-12-31')]
    expect(dates(act, published)).toEqual(['in_force_on_publication 2023-12-31'])
    expect(dates(act, published, { circumstances: ['emergency_ordinance'] })).toEqual([
      'in_force_on_publication 2023-12-31',
    ])
    expect(dates(act, published, { circumstances: ['ordinance'] })).toEqual(['in_force_ordinance 2024-01-03'])
  })

  it('of a directive: in force 20 days after the Official Journal', () => {
    expect(dates(directive, [step('oj', '2024-06-24')])).toEqual(['in_force 2024-07-14'])
  })

  it('know a complex law and an urgent one', () => {
    expect(dates(law, [step('bureau', '2024-02-05')], { circumstances: ['complex'] })).toEqual([
      'tacit_complex 2024-04-05',
    ])
    const voted = [step('ccr_window', '2024-02-05')]
    expect(dates(law, voted)).toEqual(['ccr_window 2024-02-10'])
    expect(dates(law, voted, { circumstances: ['urgent'] })).toEqual(['ccr_window_urgent 2024-02-07'])
  })

  it('give the President 20 days, none once re-examination was asked for, and 10 the second time', () => {
    const first = [step('promulgation', '2023-07-01')]
    expect(dates(law, first)).toEqual(['promulgation 2023-07-21'])
    const returned = [...first, step('reexamination', '2023-07-12')]
    expect(dates(law, returned)).toEqual([])
    const again = [...returned, step('decisional_vote', '2023-09-20'), step('promulgation', '2023-10-01')]
    expect(dates(law, again)).toEqual(['promulgation_again 2023-10-11'])
  })

  it('are over once the stage they lead to is reached or passed', () => {
    const steps = [step('bureau', '2024-02-05'), step('first_chamber_vote', '2024-03-01')]
    expect(dates(law, steps)).toEqual([])
  })

  it('run from the last of equal steps, and never from a date that is not known to the day', () => {
    const notices = [step('notice', '2024-04-01'), step('notice', '2024-03-01')]
    expect(dates(act, notices)).toEqual(['endorsement_earliest 2024-05-16'])
    expect(dates(act, [step('notice', '2024-04-01', 'month')])).toEqual([])
  })
})
