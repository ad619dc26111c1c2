import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { OneTimeLink } from '../components/people/one-time-link.tsx'
import { PersonFields, personTyped, usePersonLabels } from '../components/people/person-fields.tsx'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { secretariatOnly } from '../secretariat-only.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('people:form.newTitle')

const CreatePerson = graphql(
  `
    mutation CreatePerson($input: CreatePersonInput!) {
      createPerson(input: $input) {
        __typename
        ... on PersonInvitation {
          url
          expiresAt
          person {
            id
            name
          }
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ context }: LoaderFunctionArgs) {
  await secretariatOnly(context)
  return null
}

/** Answers with the link instead of redirecting: it is shown this once, and stored nowhere. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { createPerson } = await context.mutate(CreatePerson, { input: personTyped(form) })
  if (createPerson.__typename === 'Refusal') return refused(createPerson, form)
  return { invitation: createPerson }
}

export default function NewPerson() {
  const { t } = useWords()
  const answer = useActionData<typeof action>()
  const labels = usePersonLabels()
  const invitation = answer && 'invitation' in answer ? answer.invitation : null
  return (
    <Page
      title={invitation?.person.name ?? t('people:form.newTitle')}
      lede={invitation === null ? t('people:form.newLede') : undefined}
      width="text"
      breadcrumb={[{ to: '/people', label: t('people:list.title') }]}
    >
      {invitation === null ? (
        <Form
          values={{ language: 'ro' }}
          answer={answer && 'refusal' in answer ? answer : null}
          labels={labels}
        >
          <PersonFields />
          <div className="flex flex-wrap gap-3">
            <Button>{t('people:form.add')}</Button>
            <ButtonLink to="/people" look="quiet">
              {t('people:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      ) : (
        <>
          <OneTimeLink {...invitation} name={invitation.person.name} />
          <div className="flex flex-wrap gap-3">
            <ButtonLink to={`/mandates/new?person=${invitation.person.id}`}>
              {t('organisations:mandate.give')}
            </ButtonLink>
            <ButtonLink to={`/people/${invitation.person.id}`} look="quiet">
              {t('people:link.next', { name: invitation.person.name })}
            </ButtonLink>
          </div>
        </>
      )}
    </Page>
  )
}
