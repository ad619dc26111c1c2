import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { DataList } from '../components/data-list.tsx'
import { Field } from '../components/field.tsx'
import { Form } from '../components/form.tsx'
import { Term } from '../components/organisations/term.tsx'
import { Page } from '../components/page.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { inBucharest } from '../i18n/format.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { secretariatOnly } from '../secretariat-only.ts'
import { dayTyped } from '../typed-time.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('organisations:mandate.endTitle')

const MandateToEnd = graphql(`
  query MandateToEnd($id: ID!) {
    node(id: $id) {
      __typename
      ... on Mandate {
        id
        role
        startsOn
        endsOn
        person {
          id
          name
        }
        organisation {
          id
          name
        }
      }
    }
  }
`)

const EndMandate = graphql(
  `
    mutation EndMandate($input: EndMandateInput!) {
      endMandate(input: $input) {
        __typename
        ... on Mandate {
          id
          organisation {
            id
          }
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  await secretariatOnly(context)
  const { node } = await context.query(MandateToEnd, { id: params.id ?? '' })
  if (node?.__typename !== 'Mandate') throw new Response(null, { status: 404 })
  return { mandate: node, values: { endsOn: inBucharest(new Date()).date } }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { endMandate } = await context.mutate(EndMandate, {
    input: { id: params.id ?? '', endsOn: dayTyped(form.get('endsOn')) },
  })
  if (endMandate.__typename === 'Refusal') return refused(endMandate, form)
  return redirectWithFlash(`/organisations/${endMandate.organisation.id}`, 'organisations:mandate.ended')
}

export default function EndMandatePage() {
  const { t } = useWords()
  const { mandate, values } = useLoaderData<typeof loader>()
  const { person, organisation, role, startsOn, endsOn } = mandate
  return (
    <Page
      title={t('organisations:mandate.endTitle')}
      lede={t('organisations:mandate.endLede')}
      width="text"
      breadcrumb={[
        { to: '/organisations', label: t('organisations:list.title') },
        { to: `/organisations/${organisation.id}`, label: organisation.name },
      ]}
    >
      <DataList
        items={[
          { term: t('organisations:mandate.person'), value: person.name },
          { term: t('organisations:mandate.role'), value: t(`organisations:role.${role}`) },
          { term: t('organisations:mandate.term'), value: <Term from={startsOn} to={endsOn} /> },
        ]}
      />
      <Form values={values} answer={useActionData<typeof action>()}>
        <Field kind="date" name="endsOn" label={t('organisations:mandate.endsOn')} required />
        <div className="flex flex-wrap gap-3">
          <Button look="danger">{t('organisations:mandate.end')}</Button>
          <ButtonLink to={`/organisations/${organisation.id}`} look="quiet">
            {t('organisations:form.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
