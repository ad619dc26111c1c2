import { byName } from '../../by-name.ts'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Field } from '../field.tsx'

/** What the fields about a dossier choose from. */
export const DossierChoices = graphql(`
  fragment DossierChoices on Query {
    institutions(first: 500) {
      nodes {
        id
        name
      }
    }
    organisations(first: 500) {
      nodes {
        id
        name
        leftOn
      }
    }
    workingGroups {
      id
      name
    }
  }
`)

export type Choices = ResultOf<typeof DossierChoices>

const named = (rows: readonly { id: string; name: string }[]) =>
  byName(rows).map(({ id, name }) => ({ value: id, label: name }))

/** What a dossier is about, as it is first written and as it is changed. `leadId` leads now, also when it has left. */
export function DossierFields({ choices, leadId }: { choices: Choices; leadId?: string }) {
  const { t } = useWords()
  return (
    <>
      <Field name="titleRo" label={t('dossiers:form.titleRo')} required maxLength={300} />
      <Field name="titleEn" label={t('dossiers:form.titleEn')} maxLength={300} />
      <Field
        kind="textarea"
        name="summaryRo"
        label={t('dossiers:form.summaryRo')}
        hint={t('dossiers:form.summaryHint')}
        maxLength={10_000}
      />
      <Field kind="textarea" name="summaryEn" label={t('dossiers:form.summaryEn')} maxLength={10_000} />
      <Field
        kind="textarea"
        name="identifiers"
        label={t('dossiers:form.identifiers')}
        hint={t('dossiers:form.identifiersHint')}
        rows={3}
      />
      <Field
        kind="select"
        name="institutionId"
        label={t('dossiers:form.institution')}
        empty={t('dossiers:form.none')}
        options={named(choices.institutions.nodes)}
        hint={
          <>
            {t('dossiers:form.institutionHint')} {/* Beside this page, so that what was typed stays. */}
            <a href="/institutions#add" target="_blank" rel="noreferrer" className="link">
              {t('dossiers:form.addInstitution')}
            </a>
          </>
        }
      />
      <Field
        kind="select"
        name="leadId"
        label={t('dossiers:form.lead')}
        empty={t('dossiers:form.none')}
        options={named(
          choices.organisations.nodes.filter(({ id, leftOn }) => leftOn === null || id === leadId),
        )}
      />
      <Field
        kind="select"
        name="workingGroupId"
        label={t('dossiers:form.group')}
        empty={t('dossiers:form.noneGroup')}
        options={choices.workingGroups.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}

/** The labels of these fields, for a refusal or a comparison. */
export function useDossierLabels(): Record<string, string> {
  const { t } = useWords()
  return {
    titleRo: t('dossiers:form.titleRo'),
    titleEn: t('dossiers:form.titleEn'),
    summaryRo: t('dossiers:form.summaryRo'),
    summaryEn: t('dossiers:form.summaryEn'),
    identifiers: t('dossiers:form.identifiers'),
    institutionId: t('dossiers:form.institution'),
    leadId: t('dossiers:form.lead'),
    workingGroupId: t('dossiers:form.group'),
  }
}

/** The name behind an id that was chosen in one of these fields; any other value as it is. */
export function nameOf(choices: Choices, value: string): string {
  const rows = [...choices.institutions.nodes, ...choices.organisations.nodes, ...choices.workingGroups]
  return rows.find(({ id }) => id === value)?.name ?? value
}

/** These fields as the API takes them. */
export function dossierTyped(form: FormData) {
  const typed = (name: string) => String(form.get(name) ?? '')
  return {
    titleRo: typed('titleRo'),
    titleEn: typed('titleEn'),
    summaryRo: typed('summaryRo'),
    summaryEn: typed('summaryEn'),
    identifiers: typed('identifiers').split(/\r?\n/),
    institutionId: typed('institutionId') || null,
    leadId: typed('leadId') || null,
    workingGroupId: typed('workingGroupId') || null,
  }
}
