import { graphql } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { RefusalFields } from '../../refused.ts'
import { Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { type Answer, Form } from '../form.tsx'
import { useSaved } from '../use-saved.ts'
import { GuestFields, useGuestLabels } from './guest-fields.tsx'

export const InviteGuest = graphql(
  `
    mutation InviteGuest($input: InviteGuestInput!) {
      inviteGuest(input: $input) {
        __typename
        ... on GuestInvitation {
          url
          expiresAt
          address
          guest {
            name
          }
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** Opens the text to somebody from outside. */
export function InviteForm({ answer }: { answer?: Answer | null }) {
  const { t } = useWords()
  const labels = useGuestLabels()
  const saved = useSaved('invite', answer)
  return (
    <Form key={saved} intent="invite" answer={answer} labels={labels}>
      <Field name="name" label={labels.name} required maxLength={120} autoComplete="off" />
      <Field kind="email" name="email" label={labels.email} required autoComplete="off" />
      <GuestFields />
      <Button>{t('sharing:form.invite')}</Button>
    </Form>
  )
}
