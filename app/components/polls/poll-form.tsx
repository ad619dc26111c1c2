import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { type Answer, Form, type FormValues } from '../form.tsx'

export interface OfferedRule {
  id: string
  name: string
  article: string
  entitled: number
  quorumWords: string
  majorityWords: string
}

/** What a poll is set up with: exactly which text, under which rule, which question, until when. */
export function PollForm({
  values,
  answer,
  revision,
  versions,
  rules,
  submit,
}: {
  values: FormValues
  answer: Answer | undefined
  revision?: number
  versions: readonly { id: string; number: number; name: string }[]
  rules: readonly OfferedRule[]
  submit: string
}) {
  const { t } = useWords()
  const labels = {
    versionId: t('polls:form.version'),
    ruleId: t('polls:form.rule'),
    questionRo: t('polls:form.questionRo'),
    questionEn: t('polls:form.questionEn'),
    closesAt: t('polls:form.closesAt'),
  }
  return (
    <Form values={values} answer={answer} revision={revision} labels={labels}>
      <Field
        kind="select"
        name="versionId"
        required
        label={labels.versionId}
        hint={t('polls:form.versionHint')}
        options={versions.map(version => ({
          value: version.id,
          label:
            version.name === ''
              ? t('polls:page.versionNumber', { number: version.number })
              : t('polls:page.versionNamed', { number: version.number, name: version.name }),
        }))}
      />
      <Field
        name="questionRo"
        required
        maxLength={300}
        label={labels.questionRo}
        hint={t('polls:form.questionHint')}
      />
      <Field name="questionEn" maxLength={300} label={labels.questionEn} />
      <Field
        kind="radio"
        name="ruleId"
        required
        label={labels.ruleId}
        hint={t('polls:form.ruleWords', { count: rules[0]?.entitled ?? 0 })}
        options={rules.map(rule => ({
          value: rule.id,
          label: `${rule.name} · ${rule.article}`,
          hint: `${rule.quorumWords} ${rule.majorityWords}`,
        }))}
      />
      <Field
        kind="datetime-local"
        name="closesAt"
        label={labels.closesAt}
        hint={t('polls:form.closesAtHint')}
      />
      <Button>{submit}</Button>
    </Form>
  )
}
