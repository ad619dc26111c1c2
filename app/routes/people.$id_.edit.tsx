import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { PersonFields, personTyped, usePersonLabels } from '../components/people/person-fields.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { revisionTyped } from '../revision-typed.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('people:form.editTitle')

const PersonToEdit = graphql(`
  query PersonToEdit($id: ID!) {
    person(id: $id) {
      id
      name
      email
      language
      federationRole
      revision
      mayManage
    }
  }
`)

const ChangePerson = graphql(
  `
    mutation ChangePerson($input: ChangePersonInput!) {
      changePerson(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { person } = await context.query(PersonToEdit, { id: params.id ?? '' })
  if (person === null) throw new Response(null, { status: 404 })
  if (!person.mayManage) throw new Response(null, { status: 403 })
  return person
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = params.id ?? ''
  const { changePerson } = await context.mutate(ChangePerson, {
    input: { ...personTyped(form), id, revision: revisionTyped(form) },
  })
  if (changePerson.__typename === 'Refusal') return refused(changePerson, form)
  return redirectWithFlash(`/people/${id}`, 'people:one.saved')
}

export default function EditPerson() {
  const { t } = useWords()
  const person = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('people:form.editTitle')}
      width="text"
      breadcrumb={[
        { to: '/people', label: t('people:list.title') },
        { to: `/people/${person.id}`, label: person.name },
      ]}
    >
      <Form
        values={person}
        answer={useActionData<typeof action>()}
        revision={person.revision}
        labels={usePersonLabels()}
        shown={(field, value) =>
          value !== '' && (field === 'language' || field === 'federationRole')
            ? t(field === 'language' ? `common:language.${value}` : `people:federationRole.${value}`)
            : value
        }
      >
        <PersonFields />
        <div className="flex flex-wrap gap-3">
          <Button>{t('people:form.save')}</Button>
          <ButtonLink to={`/people/${person.id}`} look="quiet">
            {t('people:form.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
