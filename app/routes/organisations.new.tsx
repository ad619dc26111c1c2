import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { Form } from '../components/form.tsx'
import {
  OrganisationFields,
  organisationTyped,
  useOrganisationLabels,
} from '../components/organisations/organisation-fields.tsx'
import { Page } from '../components/page.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { secretariatOnly } from '../secretariat-only.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('organisations:form.newTitle')

const CreateOrganisation = graphql(
  `
    mutation CreateOrganisation($input: CreateOrganisationInput!) {
      createOrganisation(input: $input) {
        __typename
        ... on Organisation {
          id
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

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { createOrganisation } = await context.mutate(CreateOrganisation, { input: organisationTyped(form) })
  if (createOrganisation.__typename === 'Refusal') return refused(createOrganisation, form)
  return redirectWithFlash(`/organisations/${createOrganisation.id}`, 'organisations:one.added')
}

export default function NewOrganisation() {
  const { t } = useWords()
  return (
    <Page
      title={t('organisations:form.newTitle')}
      width="text"
      breadcrumb={[{ to: '/organisations', label: t('organisations:list.title') }]}
    >
      <Form answer={useActionData<typeof action>()} labels={useOrganisationLabels()}>
        <OrganisationFields />
        <div className="flex flex-wrap gap-3">
          <Button>{t('organisations:form.add')}</Button>
          <ButtonLink to="/organisations" look="quiet">
            {t('organisations:form.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
