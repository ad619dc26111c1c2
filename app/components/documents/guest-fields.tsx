import { useWords } from '../../i18n/use-words.ts'
import { Field } from '../field.tsx'

/** How far ahead the last day is, where nothing was chosen yet: long enough for a round of comments, in days. */
const usualDays = 14
const mostDays = 90

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** What a guest may do and until when, for the forms that invite one and change an invitation. */
export function GuestFields() {
  const { t, format } = useWords()
  const labels = useGuestLabels()
  return (
    <>
      <Field
        kind="radio"
        name="right"
        label={labels.right}
        required
        defaultValue="write"
        options={[
          { value: 'read', label: t('guests:right.read'), hint: t('sharing:form.readHint') },
          { value: 'write', label: t('guests:right.write'), hint: t('sharing:form.writeHint') },
        ]}
      />
      <Field
        kind="date"
        name="until"
        label={labels.until}
        hint={t('sharing:form.untilHint')}
        required
        min={format.today}
        max={dayAfter(format.today, mostDays)}
        defaultValue={dayAfter(format.today, usualDays)}
      />
    </>
  )
}

/** The labels of the fields by name, for the lines of a refusal and the comparison after a stale edit. */
export function useGuestLabels() {
  const { t } = useWords()
  return {
    name: t('sharing:form.name'),
    email: t('sharing:form.email'),
    right: t('sharing:form.right'),
    until: t('sharing:form.until'),
  }
}
