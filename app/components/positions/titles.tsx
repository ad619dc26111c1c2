import { graphql } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { RefusalFields } from '../../refused.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { Field } from '../field.tsx'
import { type Answer, Form } from '../form.tsx'
import { useSaved } from '../use-saved.ts'

export const ChangePosition = graphql(
  `
    mutation ChangePosition($input: ChangePositionInput!) {
      changePosition(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** Gives the position other titles. */
export function Titles({
  position,
  answer,
}: {
  position: { titleRo: string; titleEn: string; revision: number }
  answer?: Answer | null
}) {
  const { t } = useWords()
  const { titleRo, titleEn, revision } = position
  const saved = useSaved('titles', answer)
  const labels = { titleRo: t('positions:titles.titleRo'), titleEn: t('positions:titles.titleEn') }
  return (
    <Disclosure
      key={saved}
      summary={t('positions:titles.edit')}
      open={answer?.values?.intent === 'titles' && Boolean(answer.refusal)}
    >
      <Form
        intent="titles"
        values={{ titleRo, titleEn }}
        revision={revision}
        answer={answer}
        labels={labels}
        preventScrollReset
      >
        <Field name="titleRo" label={labels.titleRo} maxLength={200} required />
        <Field name="titleEn" label={labels.titleEn} maxLength={200} />
        <Button>{t('common:action.save')}</Button>
      </Form>
    </Disclosure>
  )
}
