import { useWords } from '../../i18n/use-words.ts'
import { dayTyped } from '../../typed-time.ts'
import { Field } from '../field.tsx'

/** What is known of an organisation, for the forms that add and change one. */
export function OrganisationFields() {
  const { t } = useWords()
  return (
    <>
      <Field name="name" label={t('organisations:form.name')} required maxLength={200} />
      <Field
        name="shortName"
        label={t('organisations:form.shortName')}
        hint={t('organisations:form.shortNameHint')}
        required
        maxLength={60}
      />
      <Field name="county" label={t('organisations:form.county')} required maxLength={60} />
      <Field kind="url" name="website" label={t('organisations:form.website')} />
      <Field kind="date" name="joinedOn" label={t('organisations:form.joinedOn')} required />
    </>
  )
}

const fieldNames = ['name', 'shortName', 'county', 'website', 'joinedOn'] as const

/** The labels of the fields by name, for the comparison after a stale edit. */
export function useOrganisationLabels(): Record<string, string> {
  const { t } = useWords()
  return Object.fromEntries(fieldNames.map(name => [name, t(`organisations:form.${name}`)]))
}

/** The same fields as they were typed. */
export function organisationTyped(form: FormData) {
  return {
    name: String(form.get('name') ?? ''),
    shortName: String(form.get('shortName') ?? ''),
    county: String(form.get('county') ?? ''),
    website: String(form.get('website') ?? ''),
    joinedOn: dayTyped(form.get('joinedOn')),
  }
}
