import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { RefusalFields } from '../../refused.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Field } from '../field.tsx'
import { type Answer, Form } from '../form.tsx'
import { Section } from '../section.tsx'
import { useSaved } from '../use-saved.ts'

export const DecisionsPart = graphql(`
  fragment DecisionsPart on Meeting {
    mayManage
    agenda {
      id
      number
      title
    }
    decisions {
      id
      text
      agendaItem {
        number
      }
    }
  }
`)

export const RecordDecision = graphql(
  `
    mutation RecordDecision($input: DecisionInput!) {
      recordDecision(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** What was decided, each in a sentence; who manages the meeting adds to it. */
export function Decisions({
  meeting: { decisions, agenda, mayManage },
  answer,
}: {
  meeting: ResultOf<typeof DecisionsPart>
  answer?: Answer | null
}) {
  const { t } = useWords()
  const saved = useSaved('decision', answer)
  return (
    <Section title={t('meetings:decisions.title')} id="decisions">
      <div className="space-y-4">
        {decisions.length === 0 ? (
          <EmptyState
            title={t('meetings:decisions.empty')}
            hint={mayManage && t('meetings:decisions.emptyHint')}
          />
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {decisions.map(({ id, text, agendaItem }) => (
              <li key={id} className="py-3">
                <p className="max-w-[68ch] whitespace-pre-line">{text}</p>
                {agendaItem && (
                  <p className="mt-0.5 text-sm text-soft">
                    {t('meetings:decisions.underItem', { number: agendaItem.number })}
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
        {mayManage && (
          <Disclosure
            summary={t('meetings:decisions.new')}
            open={answer?.values?.intent === 'decision' && Boolean(answer.refusal)}
          >
            {/* A decision that was recorded leaves an empty form for the next one. */}
            <Form key={saved} intent="decision" answer={answer}>
              <Field
                kind="textarea"
                name="text"
                label={t('meetings:decisions.text')}
                maxLength={2000}
                required
              />
              {agenda.length > 0 && (
                <Field
                  kind="select"
                  name="agendaItemId"
                  label={t('meetings:decisions.agendaItem')}
                  empty={t('meetings:decisions.anyItem')}
                  options={agenda.map(({ id, number, title }) => ({
                    value: id,
                    label: `${number}. ${title}`,
                  }))}
                />
              )}
              <Button>{t('meetings:decisions.add')}</Button>
            </Form>
          </Disclosure>
        )}
      </div>
    </Section>
  )
}
