import { useWords } from '../../i18n/use-words.ts'
import { Field } from '../field.tsx'

/** A working group and the organisations in it. */
export function GroupFields({ organisations }: { organisations: readonly { id: string; name: string }[] }) {
  const { t } = useWords()
  return (
    <>
      <Field name="nameRo" label={t('organisations:groups.nameRo')} required maxLength={120} />
      <Field name="nameEn" label={t('organisations:groups.nameEn')} maxLength={120} />
      <Field kind="textarea" name="purposeRo" label={t('organisations:groups.purposeRo')} rows={2} />
      <Field kind="textarea" name="purposeEn" label={t('organisations:groups.purposeEn')} rows={2} />
      <Field
        kind="checkboxes"
        name="memberIds"
        label={t('organisations:groups.memberIds')}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}

const fieldNames = ['nameRo', 'nameEn', 'purposeRo', 'purposeEn', 'memberIds'] as const

/** The labels of the fields by name, for the comparison after a stale edit. */
export function useGroupLabels(): Record<string, string> {
  const { t } = useWords()
  return Object.fromEntries(fieldNames.map(name => [name, t(`organisations:groups.${name}`)]))
}

/** The same fields as they were typed. */
export function groupTyped(form: FormData) {
  return {
    nameRo: String(form.get('nameRo') ?? ''),
    nameEn: String(form.get('nameEn') ?? ''),
    purposeRo: String(form.get('purposeRo') ?? ''),
    purposeEn: String(form.get('purposeEn') ?? ''),
    memberIds: form.getAll('memberIds').map(String),
  }
}
