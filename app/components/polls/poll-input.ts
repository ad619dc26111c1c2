import { fromBucharest } from '../../i18n/format.ts'

/** The set-up of a poll as a form sends it. A closing time is a wall clock in Bucharest, `YYYY-MM-DDTHH:MM`. */
export function pollInput(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '')
  const [date = '', time = ''] = text('closesAt').split('T')
  return {
    versionId: text('versionId'),
    ruleId: text('ruleId'),
    questionRo: text('questionRo'),
    questionEn: text('questionEn'),
    closesAt:
      /^\d{4}-\d{2}-\d{2}$/.test(date) && /^\d{2}:\d{2}/.test(time)
        ? fromBucharest(date, time.slice(0, 5))
        : null,
  }
}
