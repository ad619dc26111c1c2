import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Field, type Option } from '../field.tsx'
import { type Answer, Form, type FormValues } from '../form.tsx'
import { useFormState } from '../form-state.ts'
import { Section } from '../section.tsx'
import { agendaRows } from './meeting-input.ts'

/** What the form lets people choose from. */
export const MeetingChoices = graphql(`
  fragment MeetingChoices on Query {
    meetingOrganisers {
      id
      shortName
    }
    organisations(first: 500) {
      nodes {
        id
        shortName
        leftOn
      }
    }
    institutions(first: 500) {
      nodes {
        id
        name
      }
    }
    dossiers(first: 500) {
      nodes {
        id
        title
      }
    }
    positions(first: 500) {
      nodes {
        id
        title
      }
    }
  }
`)

type Choices = ResultOf<typeof MeetingChoices>

/** A meeting to plan or to change: when and where, who, and the agenda, in one form. */
export function MeetingForm({
  choices,
  values,
  answer,
  revision,
  submit,
  cancel,
}: {
  choices: Choices
  values: FormValues
  answer?: Answer | null
  revision?: number
  submit: string
  cancel: string
}) {
  const { t, format } = useWords()
  const nameOf = new Map([
    ...choices.organisations.nodes.map(({ id, shortName }) => [id, shortName] as const),
    ...choices.institutions.nodes.map(({ id, name }) => [id, name] as const),
  ])
  const shown = (field: string, value: string) => {
    if (value === '') return value
    if (field === 'startsAt' || field === 'endsAt') {
      const [date = '', time = ''] = value.split('T')
      return `${format.legalDate(date)}, ${time}`
    }
    if (field === 'audience') return t(`meetings:audience.${value}`)
    return value
      .split('\n')
      .map(line => nameOf.get(line) ?? line)
      .join('\n')
  }
  const names = [
    'titleRo',
    'titleEn',
    'startsAt',
    'endsAt',
    'place',
    'onlineUrl',
    'institution',
    'organiser',
    'audience',
    'organisations',
    'outside',
    'agenda',
  ].map(name => [fieldNames[name] ?? name, t(`meetings:field.${name}`)])
  const present = Array.isArray(values.organisationIds) ? values.organisationIds.map(String) : []
  const members = choices.organisations.nodes.filter(
    ({ id, leftOn }) => leftOn === null || present.includes(id),
  )
  return (
    <Form
      values={values}
      answer={answer}
      revision={revision}
      labels={Object.fromEntries(names)}
      shown={shown}
    >
      <Field name="titleRo" label={t('meetings:field.titleRo')} maxLength={200} required />
      <Field name="titleEn" label={t('meetings:field.titleEn')} maxLength={200} />
      <div className="pt-4">
        <Section title={t('meetings:form.whenWhere')}>
          <div className="space-y-6">
            <div className="grid gap-6 sm:grid-cols-2">
              <Field
                kind="datetime-local"
                name="startsAt"
                label={t('meetings:field.startsAt')}
                hint={t('meetings:field.timeHint')}
                required
              />
              <Field
                kind="datetime-local"
                name="endsAt"
                label={t('meetings:field.endsAt')}
                hint={t('meetings:field.timeHint')}
              />
            </div>
            <Field
              name="place"
              label={t('meetings:field.place')}
              hint={t('meetings:field.placeHint')}
              maxLength={300}
            />
            <Field kind="url" name="onlineUrl" label={t('meetings:field.onlineUrl')} placeholder="https://" />
          </div>
        </Section>
      </div>
      <div className="pt-4">
        <Section title={t('meetings:form.who')}>
          <div className="space-y-6">
            <Field
              kind="select"
              name="institutionId"
              label={t('meetings:field.institution')}
              empty={t('meetings:field.noInstitution')}
              options={choices.institutions.nodes.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Field
              kind="select"
              name="organiserId"
              label={t('meetings:field.organiser')}
              empty={null}
              options={choices.meetingOrganisers.map(({ id, shortName }) => ({
                value: id,
                label: shortName,
              }))}
              required
            />
            <Field
              kind="radio"
              name="audience"
              label={t('meetings:field.audience')}
              required
              options={['federation', 'participants'].map(value => ({
                value,
                label: t(`meetings:audience.${value}`),
                hint: t(`meetings:audience.${value}Hint`),
              }))}
            />
            <Field
              kind="checkboxes"
              name="organisationIds"
              label={t('meetings:field.organisations')}
              options={members.map(({ id, shortName }) => ({ value: id, label: shortName }))}
            />
            <Field
              kind="textarea"
              name="outside"
              label={t('meetings:field.outside')}
              hint={t('meetings:field.outsideHint')}
            />
          </div>
        </Section>
      </div>
      <div className="pt-4">
        <Section title={t('meetings:agenda.title')} description={t('meetings:agenda.hint')} id="agenda">
          <Agenda
            dossiers={choices.dossiers.nodes.map(({ id, title }) => ({ value: id, label: title }))}
            positions={choices.positions.nodes.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </Section>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button>{submit}</Button>
        <ButtonLink look="quiet" to={cancel}>
          {t('common:action.cancel')}
        </ButtonLink>
      </div>
    </Form>
  )
}

/** Where a label's word and its field's name differ. */
const fieldNames: Record<string, string> = {
  institution: 'institutionId',
  organiser: 'organiserId',
  organisations: 'organisationIds',
}

/** The rows that there are, two to write in, and with JavaScript as many as wanted. */
function Agenda({ dossiers, positions }: { dossiers: Option[]; positions: Option[] }) {
  const { t } = useWords()
  const form = useFormState()
  const values = form?.values ?? {}
  const [more, setMore] = useState(0)
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const rows = Array.from({ length: Math.min(agendaRows(values) + more, 50) }, (_, row) => row)
  return (
    <div className="space-y-4">
      {rows.map(row => (
        <fieldset key={`agenda.${row}`} className="rounded-lg border border-line p-4">
          <legend className="px-1 text-sm font-medium text-soft">
            {t('meetings:agenda.item', { number: row + 1 })}
          </legend>
          <input type="hidden" name={`agenda.${row}.id`} value={String(values[`agenda.${row}.id`] ?? '')} />
          <div className="space-y-4">
            <Field name={`agenda.${row}.title`} label={t('meetings:agenda.itemTitle')} maxLength={300} />
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                kind="select"
                name={`agenda.${row}.dossierId`}
                label={t('meetings:agenda.dossier')}
                empty={t('meetings:agenda.noneDossier')}
                options={dossiers}
              />
              <Field
                kind="select"
                name={`agenda.${row}.positionId`}
                label={t('meetings:agenda.position')}
                empty={t('meetings:agenda.none')}
                options={positions}
              />
            </div>
          </div>
        </fieldset>
      ))}
      {scripted && rows.length < 50 && (
        <Button type="button" look="plain" icon={Plus} onClick={() => setMore(more + 1)}>
          {t('meetings:agenda.more')}
        </Button>
      )}
    </div>
  )
}
