import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Field } from '../field.tsx'
import { type Answer, Form } from '../form.tsx'
import { Section } from '../section.tsx'
import { Table } from '../table.tsx'
import { LegalDate } from '../time.tsx'
import { useSaved } from '../use-saved.ts'

interface Submission {
  id: string
  submittedOn: string
  reference: string
  institution: { id: string; name: string }
}

/** To whom an adopted position was sent, when, and under which number it was registered there. */
export function Submissions({
  submissions,
  institutions,
  mayRecord,
  answer,
}: {
  submissions: readonly Submission[]
  institutions: readonly { id: string; name: string }[]
  mayRecord: boolean
  answer?: Answer | null
}) {
  const { t, format } = useWords()
  const saved = useSaved('submission', answer)
  return (
    <Section title={t('positions:submissions.title')} id="submissions">
      <Table
        caption={t('positions:submissions.title')}
        rows={submissions}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t('positions:submissions.none')}
            hint={mayRecord && t('positions:submissions.noneHint')}
          />
        }
        columns={[
          {
            key: 'institution',
            header: t('positions:submissions.institution'),
            names: true,
            cell: ({ institution }) => institution.name,
          },
          {
            key: 'submittedOn',
            header: t('positions:submissions.submittedOn'),
            cell: ({ submittedOn }) => <LegalDate date={submittedOn} />,
          },
          {
            key: 'reference',
            header: t('positions:submissions.reference'),
            cell: ({ reference }) => reference || '–',
          },
        ]}
      />
      {mayRecord && (
        <div className="mt-4">
          <Disclosure
            key={saved}
            summary={t('positions:submissions.record')}
            open={answer?.values?.intent === 'submission' && Boolean(answer.refusal)}
          >
            <Form
              intent="submission"
              answer={answer}
              preventScrollReset
              labels={{
                institutionId: t('positions:submissions.institution'),
                submittedOn: t('positions:submissions.submittedOn'),
                reference: t('positions:submissions.reference'),
              }}
            >
              <Field
                kind="select"
                name="institutionId"
                label={t('positions:submissions.institution')}
                options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
                required
              />
              <Field
                kind="date"
                name="submittedOn"
                label={t('positions:submissions.submittedOn')}
                max={format.today}
                required
              />
              <Field
                name="reference"
                label={t('positions:submissions.reference')}
                hint={t('positions:submissions.referenceHint')}
                maxLength={120}
              />
              <Button>{t('positions:submissions.save')}</Button>
            </Form>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
