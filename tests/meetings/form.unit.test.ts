import { describe, expect, test } from 'vitest'
import { agendaRows, asInForm, meetingInput } from '../../app/components/meetings/meeting-input.ts'
import { spanOf, standingOf } from '../../app/components/meetings/when.ts'
import { createFormat } from '../../app/i18n/format.ts'
import { createTranslator } from '../../app/i18n/translate.ts'

function form(fields: Record<string, string | string[]>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) made.append(name, each)
  return made
}

const row = (number: number, fields: Record<string, string>) =>
  Object.fromEntries(
    ['id', 'title', 'dossierId', 'positionId'].map(name => [`agenda.${number}.${name}`, fields[name] ?? '']),
  )

describe('the form of a meeting', () => {
  test('reads hours as they are on the wall in Bucharest', () => {
    const { input } = meetingInput(form({ startsAt: '2026-07-01T10:00', endsAt: '' }))
    expect([input.startsAt, input.endsAt]).toEqual(['2026-07-01T07:00:00.000Z', null])
  })

  test('leaves out rows that are empty or whose title was emptied, and says where the others stood', () => {
    const { input, rows } = meetingInput(
      form({
        ...row(0, { id: 'age_1', title: ' ', dossierId: 'dos_nirm' }),
        ...row(1, {}),
        ...row(2, { title: 'Nou', positionId: 'pos_nirm' }),
        ...row(10, { dossierId: 'dos_osec' }),
      }),
    )
    expect(input.agenda).toEqual([
      { id: null, title: 'Nou', dossierId: null, positionId: 'pos_nirm' },
      { id: null, title: '', dossierId: 'dos_osec', positionId: null },
    ])
    expect(rows).toEqual([2, 10])
  })

  test('shows a refusal at the row in which the item was typed, and hours as they are typed', () => {
    const refusal = {
      code: 'stale',
      message: '',
      fields: [
        { field: 'agenda.1.title', code: 'required', message: 'x', theirs: null },
        { field: 'startsAt', code: 'stale', message: 'x', theirs: '2026-07-01T07:00:00.000Z' },
        { field: 'place', code: 'stale', message: 'x', theirs: 'Brașov' },
      ],
    }
    expect(asInForm(refusal, [2, 10]).fields).toMatchObject([
      { field: 'agenda.10.title' },
      { field: 'startsAt', theirs: '2026-07-01T10:00' },
      { field: 'place', theirs: 'Brașov' },
    ])
  })

  test('nobody ticked is nobody, also when the form comes back', () => {
    const sent = form({ organiserId: 'org_bacau' })
    expect(meetingInput(sent).input.organisationIds).toEqual([])
    expect(sent.getAll('organisationIds')).toEqual([''])
  })

  test('has two rows more than are used, to write in', () => {
    expect(agendaRows({})).toBe(2)
    expect(
      agendaRows({ 'agenda.0.title': 'a', 'agenda.4.dossierId': 'dos_nirm', 'agenda.6.title': '' }),
    ).toBe(7)
  })
})

describe('when a meeting takes place', () => {
  const [startsAt, endsAt] = ['2026-03-06T08:00:00Z', '2026-03-06T10:00:00Z']
  const ro = createTranslator('ro')
  const format = createFormat('ro', ro, startsAt)

  test('is ahead, now or over by the server’s clock; without an end it is over once it began', () => {
    const at = (now: string, end: string | null = endsAt) => standingOf({ startsAt, endsAt: end }, now)
    expect([at('2026-03-06T07:59:59Z'), at(startsAt), at('2026-03-06T09:59:59Z'), at(endsAt)]).toEqual([
      'soon',
      'now',
      'now',
      'over',
    ])
    expect(at(startsAt, null)).toBe('over')
  })

  test('is said with its hours, and with both days when it ends on another', () => {
    expect(spanOf({ startsAt, endsAt }, format, ro)).toBe('vineri, 6 martie 2026, 10:00–12:00')
    expect(spanOf({ startsAt, endsAt: null }, format, ro)).toBe('vineri, 6 martie 2026, 10:00')
    // 23:00 in UTC is the next day in Bucharest.
    expect(spanOf({ startsAt, endsAt: '2026-03-06T23:00:00Z' }, format, ro)).toBe(
      'vineri, 6 martie 2026, 10:00 – sâmbătă, 7 martie 2026, 01:00',
    )
  })
})
