import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { Form } from '../components/form.tsx'
import { GroupFields, groupTyped, useGroupLabels } from '../components/organisations/group-fields.tsx'
import { Page } from '../components/page.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { secretariatOnly } from '../secretariat-only.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('organisations:groups.newTitle')

const NewGroupChoices = graphql(`
  query NewGroupChoices {
    organisations(first: 500, membership: current) {
      nodes {
        id
        name
      }
    }
  }
`)

const CreateWorkingGroup = graphql(
  `
    mutation CreateWorkingGroup($input: CreateWorkingGroupInput!) {
      createWorkingGroup(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ context }: LoaderFunctionArgs) {
  await secretariatOnly(context)
  return (await context.query(NewGroupChoices)).organisations.nodes
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { createWorkingGroup } = await context.mutate(CreateWorkingGroup, { input: groupTyped(form) })
  if (createWorkingGroup.__typename === 'Refusal') return refused(createWorkingGroup, form)
  return redirectWithFlash('/organisations/groups', 'organisations:groups.saved')
}

export default function NewGroup() {
  const { t } = useWords()
  return (
    <Page
      title={t('organisations:groups.newTitle')}
      width="text"
      breadcrumb={[{ to: '/organisations/groups', label: t('organisations:groups.title') }]}
    >
      <Form answer={useActionData<typeof action>()} labels={useGroupLabels()}>
        <GroupFields organisations={useLoaderData<typeof loader>()} />
        <div className="flex flex-wrap gap-3">
          <Button>{t('organisations:groups.save')}</Button>
          <ButtonLink to="/organisations/groups" look="quiet">
            {t('organisations:form.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
