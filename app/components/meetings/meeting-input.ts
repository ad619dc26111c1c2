import { inBucharest } from '../../i18n/format.ts'
import type { Refusal } from '../../refused.ts'
import { instantTyped } from '../../typed-time.ts'
import type { FormValues } from '../form-state.ts'

/** The rows of the agenda in a form, by the number in their fields' names (`agenda.3.title`). */
function rowsOf(form: FormData): number[] {
  const numbers = [...form.keys()].flatMap(key => /^agenda\.(\d{1,3})\.title$/.exec(key)?.[1] ?? [])
  return [...new Set(numbers.map(Number))].sort((a, b) => a - b)
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '')
const chosen = (form: FormData, name: string) => text(form, name) || null

/**
 * What was typed into the meeting's form, as the API takes it. A row of the agenda whose title was emptied is left
 * out, and so is an untouched one; a new row with a dossier and no title stays, to be refused beside its field.
 * `rows` says which row of the form each item came from.
 */
export function meetingInput(form: FormData) {
  const rows = rowsOf(form).filter(row => {
    const at = (name: string) => text(form, `agenda.${row}.${name}`).trim()
    return at('title') !== '' || (at('id') === '' && (at('dossierId') !== '' || at('positionId') !== ''))
  })
  const audience: 'federation' | 'participants' =
    form.get('audience') === 'participants' ? 'participants' : 'federation'
  const input = {
    titleRo: text(form, 'titleRo'),
    titleEn: text(form, 'titleEn'),
    startsAt: instantTyped(form.get('startsAt')),
    endsAt: instantTyped(form.get('endsAt')),
    place: text(form, 'place'),
    onlineUrl: text(form, 'onlineUrl'),
    institutionId: chosen(form, 'institutionId'),
    organiserId: text(form, 'organiserId'),
    audience,
    organisationIds: form.getAll('organisationIds').map(String),
    outside: text(form, 'outside').split('\n'),
    agenda: rows.map(row => ({
      id: chosen(form, `agenda.${row}.id`),
      title: text(form, `agenda.${row}.title`),
      dossierId: chosen(form, `agenda.${row}.dossierId`),
      positionId: chosen(form, `agenda.${row}.positionId`),
    })),
  }
  // As one text, for the comparison after a stale edit.
  form.set('agenda', input.agenda.map(item => item.title).join('\n'))
  // An unticked box is not sent; without this the form would show the saved ones again.
  if (!form.has('organisationIds')) form.set('organisationIds', '')
  return { input, rows }
}

/** An ISO instant as a field for day and time holds it. */
function wallClock(iso: string): string {
  const { date, time } = inBucharest(iso)
  return `${date}T${time}`
}

/** A refusal of `meetingInput(form).input`, its fields named as they stand in the form. */
export function asInForm(refusal: Refusal, rows: readonly number[]): Refusal {
  const rename = (field: Refusal['fields'][number]) => {
    const item = /^agenda\.(\d+)\.(\w+)$/.exec(field.field)
    if (item) return { ...field, field: `agenda.${rows[Number(item[1])] ?? 0}.${item[2]}` }
    const isTime = field.field === 'startsAt' || field.field === 'endsAt'
    return isTime && field.theirs ? { ...field, theirs: wallClock(field.theirs) } : field
  }
  return { ...refusal, fields: refusal.fields.map(rename) }
}

/** How many rows the agenda needs: those with something in them, and a few to write in. */
export function agendaRows(values: FormValues): number {
  const used = Object.entries(values).flatMap(([name, value]) => {
    const row = /^agenda\.(\d{1,3})\./.exec(name)?.[1]
    return row !== undefined && value ? [Number(row) + 1] : []
  })
  return Math.min(Math.max(0, ...used) + 2, 50)
}
