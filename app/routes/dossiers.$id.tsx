import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Pencil, Signpost } from 'lucide-react'
import { answered, type Outcome } from '../answered.server.ts'
import { ButtonLink } from '../components/button.tsx'
import { DossierDeadlines, DossierDeadlinesPart } from '../components/dossiers/deadlines.tsx'
import { DossierFacts, DossierFactsPart } from '../components/dossiers/facts.tsx'
import { DossierLinks, DossierLinksPart } from '../components/dossiers/links.tsx'
import { DossierRelated, DossierRelatedPart } from '../components/dossiers/related.tsx'
import { stepTyped } from '../components/dossiers/step-fields.tsx'
import { DossierWay, DossierWayPart } from '../components/dossiers/way.tsx'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { Status } from '../components/status.tsx'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { dayTyped } from '../typed-time.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled<typeof loader>(({ data, t }) => data?.dossier.title ?? t('dossiers:one'))

const DossierPage = graphql(
  `
    query DossierPage($id: ID!) {
      dossier(id: $id) {
        id
        title
        summary
        mayManage
        procedure {
          name
        }
        stage {
          name
        }
        ...DossierFactsPart
        ...DossierWayPart
        ...DossierDeadlinesPart
        ...DossierLinksPart
        ...DossierRelatedPart
      }
    }
  `,
  [DossierFactsPart, DossierWayPart, DossierDeadlinesPart, DossierLinksPart, DossierRelatedPart],
)

const RecordStep = graphql(
  `
    mutation RecordStep($dossierId: ID!, $input: StepInput!) {
      recordStep(dossierId: $dossierId, input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const AddDeadline = graphql(
  `
    mutation AddDeadline($input: AddDeadlineInput!) {
      addDeadline(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const MarkDeadlineDone = graphql(
  `
    mutation MarkDeadlineDone($id: ID!) {
      markDeadlineDone(id: $id) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const AddDossierLink = graphql(
  `
    mutation AddDossierLink($input: AddDossierLinkInput!) {
      addDossierLink(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { dossier } = await context.query(DossierPage, { id: params.id ?? '' })
  if (dossier === null) throw new Response(null, { status: 404 })
  return { dossier }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const dossierId = params.id ?? ''
  const typed = (name: string) => String(form.get(name) ?? '')
  const answer = (result: Outcome, place: string, said: string) =>
    answered(form, result, `/dossiers/${dossierId}#${place}`, said)

  switch (form.get('intent')) {
    case 'step': {
      const { recordStep } = await context.mutate(RecordStep, { dossierId, input: stepTyped(form) })
      return answer(recordStep, 'way', 'dossiers:way.recordedFlash')
    }
    case 'deadline': {
      const input = {
        dossierId,
        titleRo: typed('titleRo'),
        titleEn: typed('titleEn'),
        date: dayTyped(form.get('date')),
        legalBasis: typed('legalBasis'),
      }
      const { addDeadline } = await context.mutate(AddDeadline, { input })
      return answer(addDeadline, 'deadlines', 'dossiers:deadlines.added')
    }
    case 'done': {
      const { markDeadlineDone } = await context.mutate(MarkDeadlineDone, { id: typed('deadline') })
      return answer(markDeadlineDone, 'deadlines', 'dossiers:deadlines.marked')
    }
    case 'link': {
      const input = { dossierId, title: typed('title'), url: typed('url') }
      const { addDossierLink } = await context.mutate(AddDossierLink, { input })
      return answer(addDossierLink, 'links', 'dossiers:links.added')
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

export default function DossierDetail() {
  const { t } = useWords()
  const { dossier } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={dossier.title}
      kicker={dossier.procedure.name}
      status={<Status icon={Signpost}>{dossier.stage.name}</Status>}
      breadcrumb={[{ to: '/dossiers', label: t('dossiers:list.title') }]}
      actions={
        dossier.mayManage && (
          <ButtonLink to={`/dossiers/${dossier.id}/edit`} look="quiet" icon={Pencil}>
            {t('dossiers:detail.edit')}
          </ButtonLink>
        )
      }
    >
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <Section title={t('dossiers:detail.about')} id="about">
          {dossier.summary ? (
            <p className="max-w-[65ch] whitespace-pre-wrap">{dossier.summary}</p>
          ) : (
            <p className="text-soft">{t('dossiers:detail.noSummary')}</p>
          )}
        </Section>
        <DossierFacts dossier={dossier} />
      </div>
      <DossierWay dossier={dossier} answer={answer} />
      <DossierDeadlines dossier={dossier} answer={answer} />
      <DossierRelated dossier={dossier} />
      <DossierLinks dossier={dossier} answer={answer} />
    </Page>
  )
}
