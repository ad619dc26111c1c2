import { useWords } from '../../i18n/use-words.ts'
import { Field } from '../field.tsx'

const federationRoles = ['secretariat', 'president', 'board', 'auditor'] as const
const languages = ['ro', 'en'] as const

/** What the secretariat keeps of a person, for the forms that add and change one. */
export function PersonFields() {
  const { t } = useWords()
  return (
    <>
      <Field name="name" label={t('people:form.name')} required maxLength={120} autoComplete="off" />
      <Field kind="email" name="email" label={t('people:form.email')} required autoComplete="off" />
      <Field
        kind="radio"
        name="language"
        label={t('people:form.language')}
        required
        options={languages.map(value => ({ value, label: t(`common:language.${value}`) }))}
      />
      <Field
        kind="select"
        name="federationRole"
        label={t('people:form.federationRole')}
        hint={t('people:form.federationRoleHint')}
        empty={t('people:form.federationRoleNone')}
        options={federationRoles.map(value => ({ value, label: t(`people:federationRole.${value}`) }))}
      />
    </>
  )
}

const fieldNames = ['name', 'email', 'language', 'federationRole'] as const

/** The labels of the fields by name, for the comparison after a stale edit. */
export function usePersonLabels(): Record<string, string> {
  const { t } = useWords()
  return Object.fromEntries(fieldNames.map(name => [name, t(`people:form.${name}`)]))
}

/** The same fields as they were typed. */
export function personTyped(form: FormData) {
  return {
    name: String(form.get('name') ?? ''),
    email: String(form.get('email') ?? ''),
    language: languages.find(value => value === form.get('language')) ?? 'ro',
    federationRole: federationRoles.find(value => value === form.get('federationRole')) ?? null,
  }
}
