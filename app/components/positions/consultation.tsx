import { graphql } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { RefusalFields } from '../../refused.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { Field } from '../field.tsx'
import { type Answer, Form } from '../form.tsx'
import { useSaved } from '../use-saved.ts'

export const StartConsultation = graphql(
  `
    mutation StartConsultation($input: StartConsultationInput!) {
      startConsultation(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** Asks all members about the draft until a day, or sets another day. */
export function Consultation({
  status,
  endsOn,
  answer,
}: {
  status: string
  endsOn: string | null
  answer?: Answer | null
}) {
  const { t, format } = useWords()
  const open = status === 'consultation'
  const saved = useSaved('consultation', answer)
  return (
    <Disclosure
      key={saved}
      summary={t(open ? 'positions:consultation.change' : 'positions:consultation.start')}
      open={answer?.values?.intent === 'consultation' && Boolean(answer.refusal)}
    >
      <Form intent="consultation" values={{ endsOn: open ? endsOn : '' }} answer={answer} preventScrollReset>
        <p className="text-sm text-soft">{t('positions:consultation.hint')}</p>
        <Field
          kind="date"
          name="endsOn"
          label={t('positions:consultation.endsOn')}
          min={format.today}
          required
        />
        <Button>{t(open ? 'positions:consultation.change' : 'positions:consultation.start')}</Button>
      </Form>
    </Disclosure>
  )
}
