import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import {
  DossierChoices,
  DossierFields,
  dossierTyped,
  nameOf,
  useDossierLabels,
} from '../components/dossiers/dossier-fields.tsx'
import { Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('dossiers:form.editTitle')

const EditDossier = graphql(
  `
    query EditDossier($id: ID!) {
      dossier(id: $id) {
        id
        title
        titleRo
        titleEn
        summaryRo
        summaryEn
        revision
        mayManage
        procedure {
          name
        }
        identifiers {
          value
        }
        institution {
          id
        }
        lead {
          id
        }
        workingGroup {
          id
        }
      }
      ...DossierChoices
    }
  `,
  [DossierChoices],
)

const ChangeDossier = graphql(
  `
    mutation ChangeDossier($input: ChangeDossierInput!) {
      changeDossier(input: $input) {
        __typename
        ... on Dossier {
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { dossier, ...choices } = await context.query(EditDossier, { id: params.id ?? '' })
  if (dossier === null) throw new Response(null, { status: 404 })
  if (!dossier.mayManage) throw new Response(null, { status: 403 })
  return { dossier, choices }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = params.id ?? ''
  const input = { id, revision: Number(form.get('revision') ?? 0) || 0, ...dossierTyped(form) }
  const { changeDossier } = await context.mutate(ChangeDossier, { input })
  if (changeDossier.__typename === 'Refusal') return refused(changeDossier, form)
  return redirectWithFlash(`/dossiers/${id}`, 'dossiers:form.saved')
}

export default function EditDossierPage() {
  const { t } = useWords()
  const { dossier, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const labels = useDossierLabels()
  return (
    <Page
      title={t('dossiers:form.editTitle')}
      kicker={dossier.procedure.name}
      width="text"
      breadcrumb={[
        { to: '/dossiers', label: t('dossiers:list.title') },
        { to: `/dossiers/${dossier.id}`, label: dossier.title },
      ]}
    >
      <Form
        answer={answer}
        revision={dossier.revision}
        labels={labels}
        shown={(_field, value) => nameOf(choices, value)}
        values={{
          titleRo: dossier.titleRo,
          titleEn: dossier.titleEn,
          summaryRo: dossier.summaryRo,
          summaryEn: dossier.summaryEn,
          identifiers: dossier.identifiers.map(({ value }) => value).join('\n'),
          institutionId: dossier.institution?.id,
          leadId: dossier.lead?.id,
          workingGroupId: dossier.workingGroup?.id,
        }}
      >
        <DossierFields choices={choices} leadId={dossier.lead?.id} />
        <div className="flex flex-wrap gap-3">
          <Button>{t('common:action.save')}</Button>
          <ButtonLink to={`/dossiers/${dossier.id}`} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
