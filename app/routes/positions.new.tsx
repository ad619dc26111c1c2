import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Field } from '../components/field.tsx'
import { Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('positions:new.title')

const NewPosition = graphql(`
  query NewPosition {
    positionLeads {
      id
      name
    }
    organisations(first: 300) {
      nodes {
        id
        shortName
      }
    }
    dossiers(first: 300) {
      nodes {
        id
        title
      }
    }
  }
`)

const CreatePosition = graphql(
  `
    mutation CreatePosition($input: CreatePositionInput!) {
      createPosition(input: $input) {
        __typename
        ... on Position {
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { positionLeads, organisations, dossiers } = await context.query(NewPosition)
  const own = context.viewer?.mandates.map(({ organisationId }) => organisationId) ?? []
  return {
    leads: positionLeads,
    organisations: organisations.nodes,
    dossiers: dossiers.nodes,
    values: {
      dossierId: new URL(request.url).searchParams.get('dossier') ?? '',
      leadId: positionLeads.find(({ id }) => own.includes(id))?.id ?? '',
    },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = (name: string) => String(form.get(name) ?? '')
  const { createPosition } = await context.mutate(CreatePosition, {
    input: {
      dossierId: typed('dossierId'),
      leadId: typed('leadId'),
      drafterIds: form.getAll('drafterIds').map(String),
      titleRo: typed('titleRo'),
      titleEn: typed('titleEn'),
    },
  })
  if (createPosition.__typename === 'Refusal') return refused(createPosition, form)
  return redirectWithFlash(`/positions/${createPosition.id}`, 'positions:new.started')
}

export default function NewPositionPage() {
  const { t } = useWords()
  const { leads, organisations, dossiers, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={t('positions:new.title')}
      lede={t('positions:new.lede')}
      width="text"
      breadcrumb={[{ to: '/positions', label: t('positions:list.title') }]}
    >
      {leads.length === 0 ? (
        <EmptyState title={t('positions:new.none')} />
      ) : (
        <Form
          values={values}
          answer={answer}
          labels={{
            dossierId: t('positions:new.dossier'),
            titleRo: t('positions:new.titleRo'),
            titleEn: t('positions:new.titleEn'),
            leadId: t('positions:new.lead'),
            drafterIds: t('positions:new.drafters'),
          }}
        >
          <Field
            kind="select"
            name="dossierId"
            label={t('positions:new.dossier')}
            hint={t('positions:new.dossierHint')}
            options={dossiers.map(({ id, title }) => ({ value: id, label: title }))}
            required
          />
          <Field
            name="titleRo"
            label={t('positions:new.titleRo')}
            hint={t('positions:new.titleRoHint')}
            maxLength={200}
            required
          />
          <Field name="titleEn" label={t('positions:new.titleEn')} maxLength={200} />
          <Field
            kind="select"
            name="leadId"
            label={t('positions:new.lead')}
            hint={t('positions:new.leadHint')}
            options={leads.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
          <Field
            kind="checkboxes"
            name="drafterIds"
            label={t('positions:new.drafters')}
            hint={t('positions:new.draftersHint')}
            options={organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          />
          <Button>{t('positions:new.start')}</Button>
        </Form>
      )}
    </Page>
  )
}
