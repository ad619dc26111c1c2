import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answered, type Outcome } from '../answered.server.ts'
import { OutcomeBar } from '../components/charts/outcome-bar.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Page } from '../components/page.tsx'
import { followUpOutcomes, RecommendationFollowUp } from '../components/positions/recommendation.tsx'
import { Submissions } from '../components/positions/submissions.tsx'
import { usePositionChanges } from '../components/positions/use-position-changes.ts'
import { Section } from '../components/section.tsx'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { dayTyped } from '../typed-time.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled<typeof loader>(({ data, t }) =>
  data ? `${t('positions:followUp.kicker')}: ${data.position.title}` : t('positions:followUp.title'),
)

const FollowUpPage = graphql(`
  query FollowUpPage($id: ID!) {
    position(id: $id) {
      id
      title
      status
      mayFollowUp
      outcomes {
        outcome
        count
      }
      recommendations {
        id
        number
        text
        blockId
        followUps {
          id
          outcome
          date
          evidence
          sourceUrl
          recordedBy {
            name
          }
        }
      }
      adopted {
        number
      }
      submissions {
        id
        submittedOn
        reference
        institution {
          id
          name
        }
      }
    }
    institutions(first: 300) {
      nodes {
        id
        name
      }
    }
  }
`)

const RecordSubmission = graphql(
  `
    mutation RecordSubmission($input: RecordSubmissionInput!) {
      recordSubmission(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const RecordFollowUp = graphql(
  `
    mutation RecordFollowUp($input: RecordFollowUpInput!) {
      recordFollowUp(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { position, institutions } = await context.query(FollowUpPage, { id: params.id ?? '' })
  if (position === null) throw new Response(null, { status: 404 })
  return { position, institutions: institutions.nodes }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = params.id ?? ''
  const typed = (name: string) => String(form.get(name) ?? '')
  const answer = (result: Outcome, place: string, said: string) =>
    answered(form, result, `/positions/${id}/follow-up#${place}`, said)

  // Each recommendation has a form of its own, told apart by its intent: `followUp rec_…`.
  const [intent, recommendationId] = typed('intent').split(' ')
  if (intent === 'submission') {
    const input = {
      positionId: id,
      institutionId: typed('institutionId'),
      submittedOn: dayTyped(form.get('submittedOn')),
      reference: typed('reference'),
    }
    const { recordSubmission } = await context.mutate(RecordSubmission, { input })
    return answer(recordSubmission, 'submissions', 'positions:submissions.recorded')
  }
  if (intent === 'followUp' && recommendationId) {
    const input = {
      recommendationId,
      outcome: followUpOutcomes.find(outcome => outcome === form.get('outcome')) ?? null,
      date: dayTyped(form.get('date')),
      evidence: typed('evidence'),
      sourceUrl: typed('sourceUrl'),
    }
    const { recordFollowUp } = await context.mutate(RecordFollowUp, { input })
    return answer(recordFollowUp, recommendationId, 'positions:followUp.recorded')
  }
  throw new Response(null, { status: 400 })
}

export default function FollowUpPageRoute() {
  const { t } = useWords()
  const { position, institutions } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  usePositionChanges(position.id)
  const { recommendations, mayFollowUp } = position
  return (
    <Page
      kicker={t('positions:followUp.title')}
      title={position.title}
      lede={t('positions:followUp.lede')}
      breadcrumb={[
        { to: '/positions', label: t('positions:list.title') },
        { to: `/positions/${position.id}`, label: position.title },
      ]}
    >
      {position.status !== 'adopted' ? (
        <EmptyState title={t('positions:followUp.notAdopted')} />
      ) : (
        <>
          {recommendations.length > 0 && <OutcomeBar counts={position.outcomes} />}
          <Section title={t('positions:followUp.recommendations')} id="recommendations">
            {recommendations.length === 0 ? (
              <EmptyState title={t('positions:followUp.none')} />
            ) : (
              <ol className="divide-y divide-line border-y border-line">
                {recommendations.map(recommendation => (
                  <RecommendationFollowUp
                    key={recommendation.id}
                    recommendation={recommendation}
                    mayFollowUp={mayFollowUp}
                    answer={answer}
                  />
                ))}
              </ol>
            )}
          </Section>
          <Submissions
            submissions={position.submissions}
            institutions={institutions}
            mayRecord={mayFollowUp}
            answer={answer}
          />
        </>
      )}
    </Page>
  )
}
