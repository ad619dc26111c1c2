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
import { revisionTyped } from '../revision-typed.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('organisations:groups.editTitle')

const GroupToEdit = graphql(`
  query GroupToEdit($id: ID!) {
    workingGroup(id: $id) {
      id
      name
      nameRo
      nameEn
      purposeRo
      purposeEn
      revision
      mayManage
      members {
        id
        name
      }
    }
    organisations(first: 500, membership: current) {
      nodes {
        id
        name
      }
    }
  }
`)

const ChangeWorkingGroup = graphql(
  `
    mutation ChangeWorkingGroup($input: ChangeWorkingGroupInput!) {
      changeWorkingGroup(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { workingGroup, organisations } = await context.query(GroupToEdit, { id: params.id ?? '' })
  if (workingGroup === null) throw new Response(null, { status: 404 })
  if (!workingGroup.mayManage) throw new Response(null, { status: 403 })
  const { members, ...group } = workingGroup
  // One that has left stays in the list while it is in the group, so that saving does not drop it unseen.
  const known = new Set(organisations.nodes.map(({ id }) => id))
  return {
    group: { ...group, memberIds: members.map(({ id }) => id) },
    organisations: [...organisations.nodes, ...members.filter(({ id }) => !known.has(id))],
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { changeWorkingGroup } = await context.mutate(ChangeWorkingGroup, {
    input: { ...groupTyped(form), id: params.id ?? '', revision: revisionTyped(form) },
  })
  if (changeWorkingGroup.__typename === 'Refusal') return refused(changeWorkingGroup, form)
  return redirectWithFlash('/organisations/groups', 'organisations:groups.saved')
}

export default function EditGroup() {
  const { t } = useWords()
  const { group, organisations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={t('organisations:groups.editTitle')}
      width="text"
      breadcrumb={[{ to: '/organisations/groups', label: t('organisations:groups.title') }]}
    >
      {/* After a refusal only what was typed counts: a box that was unticked must not come back ticked. */}
      <Form
        values={group}
        answer={answer}
        revision={group.revision}
        labels={useGroupLabels()}
        shown={(field, value) => (field === 'memberIds' ? namesOf(value, organisations) : value)}
      >
        <GroupFields organisations={organisations} />
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

/** Organisations by name instead of by id, in one order, for the comparison after a stale edit. */
function namesOf(ids: string, organisations: readonly { id: string; name: string }[]): string {
  const chosen = new Set(ids.split(', '))
  return organisations
    .filter(({ id }) => chosen.has(id))
    .map(({ name }) => name)
    .join(', ')
}
