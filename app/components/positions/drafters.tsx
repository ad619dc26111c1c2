import { byName } from '../../by-name.ts'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { RefusalFields } from '../../refused.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { Field } from '../field.tsx'
import { type Answer, Form } from '../form.tsx'
import { Section } from '../section.tsx'
import { useSaved } from '../use-saved.ts'

export const DraftersPart = graphql(`
  fragment DraftersPart on Position {
    mayEdit
    lead {
      id
    }
    drafters {
      organisation {
        id
        name
        shortName
      }
    }
  }
`)

export const InviteDrafter = graphql(
  `
    mutation InviteDrafter($input: DrafterInput!) {
      inviteDrafter(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export const RemoveDrafter = graphql(
  `
    mutation RemoveDrafter($input: DrafterInput!) {
      removeDrafter(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** The organisations that write the position; those who lead it invite others and end a part. */
export function Drafters({
  position,
  organisations,
  answer,
}: {
  position: ResultOf<typeof DraftersPart>
  /** All that can be invited. */
  organisations: readonly { id: string; name: string }[]
  answer?: Answer | null
}) {
  const { t } = useWords()
  const { lead, mayEdit } = position
  const saved = useSaved('invite', answer)
  const drafters = position.drafters.map(({ organisation }) => organisation)
  // The lead comes first.
  const rank = ({ id }: { id: string }) => (id === lead.id ? 0 : 1)
  const writing = byName(drafters).toSorted((a, b) => rank(a) - rank(b))
  const others = organisations.filter(({ id }) => !drafters.some(drafter => drafter.id === id))
  const list = (
    <ul className="divide-y divide-line border-y border-line">
      {writing.map(({ id, shortName }) => (
        <li key={id} className="flex min-h-12 items-center justify-between gap-4">
          <span>{shortName}</span>
          {id === lead.id && <span className="text-sm text-soft">{t('positions:drafters.lead')}</span>}
          {id !== lead.id && mayEdit && (
            <Button
              look="plain"
              name="organisationId"
              value={id}
              aria-label={t('positions:drafters.removeOf', { name: shortName })}
            >
              {t('positions:drafters.remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
  return (
    <Section title={t('positions:drafters.title')} compact id="drafters">
      {mayEdit ? (
        <Form intent="remove" answer={answer} preventScrollReset>
          {list}
        </Form>
      ) : (
        list
      )}
      {mayEdit && others.length > 0 && (
        <div className="mt-2">
          <Disclosure
            key={saved}
            summary={t('positions:drafters.edit')}
            open={answer?.values?.intent === 'invite' && Boolean(answer.refusal)}
          >
            <Form intent="invite" answer={answer} preventScrollReset>
              <Field
                kind="select"
                name="organisationId"
                label={t('positions:drafters.organisation')}
                options={others.map(({ id, name }) => ({ value: id, label: name }))}
                required
              />
              <Button>{t('positions:drafters.invite')}</Button>
            </Form>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
