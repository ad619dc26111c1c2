import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import {
  DossierChoices,
  DossierFields,
  dossierTyped,
  useDossierLabels,
} from '../components/dossiers/dossier-fields.tsx'
import { StepFields, stepTyped, useStepLabels } from '../components/dossiers/step-fields.tsx'
import { Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('dossiers:form.newTitle')

const NewDossier = graphql(
  `
    query NewDossier {
      mayManageDossiers
      procedures {
        key
        name
        free
        firstStages {
          key
          name
        }
      }
      ...DossierChoices
    }
  `,
  [DossierChoices],
)

const CreateDossier = graphql(
  `
    mutation CreateDossier($input: CreateDossierInput!) {
      createDossier(input: $input) {
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

/** The kind of act comes first and from the address: the stages that the form offers depend on it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { mayManageDossiers, procedures, ...choices } = await context.query(NewDossier)
  if (!mayManageDossiers) throw new Response(null, { status: 403 })
  const asked = new URL(request.url).searchParams.get('procedure')
  return { procedures, procedure: procedures.find(({ key }) => key === asked) ?? null, choices }
}

const procedureKeys = ['law', 'government_act', 'strategy', 'eu_directive', 'international'] as const

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const asked = new URL(request.url).searchParams.get('procedure')
  const procedure = procedureKeys.find(key => key === asked)
  if (procedure === undefined) throw new Response(null, { status: 400 })
  const input = { ...dossierTyped(form), procedure, firstStep: stepTyped(form, 'firstStep.') }
  const { createDossier } = await context.mutate(CreateDossier, { input })
  if (createDossier.__typename === 'Refusal') return refused(createDossier, form)
  return redirectWithFlash(`/dossiers/${createDossier.id}`, 'dossiers:form.created')
}

export default function NewDossierPage() {
  const { t } = useWords()
  const { procedures, procedure, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const labels = { ...useDossierLabels(), ...useStepLabels('firstStep.') }
  const breadcrumb = [{ to: '/dossiers', label: t('dossiers:list.title') }]
  if (procedure === null)
    return (
      <Page
        title={t('dossiers:form.newTitle')}
        lede={t('dossiers:form.newLede')}
        width="text"
        breadcrumb={breadcrumb}
      >
        <Section title={t('dossiers:form.chooseProcedure')}>
          <ul className="divide-y divide-line border-y border-line">
            {procedures.map(({ key, name }) => (
              <li key={key} className="py-4">
                <Link to={`?procedure=${key}`} prefetch="intent" className="link font-medium">
                  {name}
                </Link>
                <p className="mt-0.5 text-sm text-soft">{t(`dossiers:procedureHint.${key}`)}</p>
              </li>
            ))}
          </ul>
        </Section>
      </Page>
    )
  return (
    <Page
      title={t('dossiers:form.newTitle')}
      kicker={procedure.name}
      width="text"
      breadcrumb={breadcrumb}
      actions={
        <ButtonLink to="/dossiers/new" look="plain">
          {t('dossiers:form.changeProcedure')}
        </ButtonLink>
      }
    >
      <Form answer={answer} action={`/dossiers/new?procedure=${procedure.key}`} labels={labels}>
        <DossierFields choices={choices} />
        <Section title={t('dossiers:form.first')} description={t('dossiers:form.firstHint')}>
          <div className="space-y-6">
            <StepFields
              prefix="firstStep."
              free={procedure.free}
              stages={procedure.firstStages.map(({ key, name }) => ({ value: key, label: name }))}
            />
          </div>
        </Section>
        <div className="flex flex-wrap gap-3">
          <Button>{t('dossiers:form.create')}</Button>
          <ButtonLink to="/dossiers" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
