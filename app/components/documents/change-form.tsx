import { graphql } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { RefusalFields } from '../../refused.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { type Answer, Form } from '../form.tsx'
import { useSaved } from '../use-saved.ts'
import { GuestFields, useGuestLabels } from './guest-fields.tsx'

export const ChangeGuest = graphql(
  `
    mutation ChangeGuest($input: ChangeGuestInput!) {
      changeGuest(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export const RenewGuestLink = graphql(
  `
    mutation RenewGuestLink($id: ID!) {
      renewGuestLink(id: $id) {
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

export const WithdrawGuest = graphql(
  `
    mutation WithdrawGuest($id: ID!) {
      withdrawGuest(id: $id) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** Another right or day, another link, or the end. Each guest's forms have intents of their own: an answer finds its form. */
export function ChangeForm({
  guest: { id, name, right, until, status, revision },
  answer,
}: {
  guest: {
    id: string
    name: string
    right: 'read' | 'write'
    until: string
    status: 'invited' | 'active' | 'ended'
    revision: number
  }
  answer?: Answer | null
}) {
  const { t } = useWords()
  const labels = useGuestLabels()
  const intent = `change ${id}`
  const saved = useSaved(intent, answer)
  const rights: Record<string, string> = { read: t('guests:right.read'), write: t('guests:right.write') }
  return (
    <Disclosure
      key={saved}
      summary={t('sharing:form.change')}
      name={t('sharing:form.changeOf', { name })}
      open={Boolean(answer?.refusal) && String(answer?.values?.intent).endsWith(` ${id}`)}
    >
      <div className="space-y-6">
        <Form
          intent={intent}
          values={{ right, until }}
          revision={revision}
          answer={answer}
          labels={labels}
          shown={(field, value) => (field === 'right' ? (rights[value] ?? value) : value)}
          preventScrollReset
        >
          <GuestFields />
          <Button>{t('sharing:form.save')}</Button>
        </Form>
        {status === 'invited' && (
          <Form intent={`link ${id}`} answer={answer}>
            <p className="text-sm text-soft">{t('sharing:form.linkHint')}</p>
            <Button look="quiet">{t('sharing:form.link')}</Button>
          </Form>
        )}
        <Form intent={`withdraw ${id}`} answer={answer} preventScrollReset>
          <p className="text-sm text-soft">{t('sharing:form.withdrawHint')}</p>
          <Button look="danger">{t('sharing:form.withdraw')}</Button>
        </Form>
      </div>
    </Disclosure>
  )
}
