import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { Form } from '../components/form.tsx'
import {
  OrganisationFields,
  organisationTyped,
  useOrganisationLabels,
} from '../components/organisations/organisation-fields.tsx'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { revisionTyped } from '../revision-typed.ts'
import { dayTyped } from '../typed-time.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('organisations:form.editTitle')

const OrganisationToEdit = graphql(`
  query OrganisationToEdit($id: ID!) {
    organisation(id: $id) {
      id
      name
      shortName
      county
      website
      joinedOn
      leftOn
      revision
      mayManage
    }
  }
`)

const ChangeOrganisation = graphql(
  `
    mutation ChangeOrganisation($input: ChangeOrganisationInput!) {
      changeOrganisation(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const RecordLeaving = graphql(
  `
    mutation RecordLeaving($input: RecordLeavingInput!) {
      recordLeaving(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const TakeLeavingBack = graphql(
  `
    mutation TakeLeavingBack($id: ID!, $revision: Int!) {
      takeLeavingBack(id: $id, revision: $revision) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { organisation } = await context.query(OrganisationToEdit, { id: params.id ?? '' })
  if (organisation === null) throw new Response(null, { status: 404 })
  if (!organisation.mayManage) throw new Response(null, { status: 403 })
  return organisation
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = params.id ?? ''
  const intent = form.get('intent')
  const revision = revisionTyped(form)
  if (intent === 'leave') {
    const input = { id, revision, leftOn: dayTyped(form.get('leftOn')) }
    const { recordLeaving } = await context.mutate(RecordLeaving, { input })
    if (recordLeaving.__typename === 'Refusal') return refused(recordLeaving, form)
    return redirectWithFlash(`/organisations/${id}`, 'organisations:one.leftSaved')
  }
  if (intent === 'stay') {
    const { takeLeavingBack } = await context.mutate(TakeLeavingBack, { id, revision })
    if (takeLeavingBack.__typename === 'Refusal') return refused(takeLeavingBack, form)
    return redirectWithFlash(`/organisations/${id}`, 'organisations:one.stays')
  }
  const { changeOrganisation } = await context.mutate(ChangeOrganisation, {
    input: { ...organisationTyped(form), id, revision },
  })
  if (changeOrganisation.__typename === 'Refusal') return refused(changeOrganisation, form)
  return redirectWithFlash(`/organisations/${id}`, 'organisations:one.saved')
}

export default function EditOrganisation() {
  const { t } = useWords()
  const organisation = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const labels = useOrganisationLabels()
  const { id, leftOn, revision } = organisation
  return (
    <Page
      title={t('organisations:form.editTitle')}
      width="text"
      breadcrumb={[
        { to: '/organisations', label: t('organisations:list.title') },
        { to: `/organisations/${id}`, label: organisation.shortName },
      ]}
    >
      <Form intent="change" values={organisation} answer={answer} revision={revision} labels={labels}>
        <OrganisationFields />
        <div className="flex flex-wrap gap-3">
          <Button>{t('organisations:form.save')}</Button>
          <ButtonLink to={`/organisations/${id}`} look="quiet">
            {t('organisations:form.cancel')}
          </ButtonLink>
        </div>
      </Form>
      <Section title={t('organisations:one.leave')} description={t('organisations:one.leaveLede')}>
        <Form
          intent="leave"
          values={{ leftOn }}
          answer={answer}
          revision={revision}
          labels={{ leftOn: t('organisations:one.leaveFrom') }}
        >
          <Field kind="date" name="leftOn" label={t('organisations:one.leaveFrom')} required />
          <Button look="danger">{t('organisations:one.leaveButton')}</Button>
        </Form>
        {leftOn !== null && (
          <div className="mt-4">
            <Form intent="stay" answer={answer} revision={revision}>
              <Button look="quiet">{t('organisations:one.stay')}</Button>
            </Form>
          </div>
        )}
      </Section>
    </Page>
  )
}
