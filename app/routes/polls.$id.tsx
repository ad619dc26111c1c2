import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answered, refused } from '../answered.server.ts'
import { Page } from '../components/page.tsx'
import { Closed } from '../components/polls/closed.tsx'
import { Draft } from '../components/polls/draft.tsx'
import { LateRefusal } from '../components/polls/late-refusal.tsx'
import { Open } from '../components/polls/open.tsx'
import { outcomeTone } from '../components/polls/outcome-tone.ts'
import { PollPart } from '../components/polls/poll-part.ts'
import { useLivePoll } from '../components/polls/use-live-poll.ts'
import { Status } from '../components/status.tsx'
import { graphql } from '../graphql.ts'
import type { Translate } from '../i18n/index.ts'
import { titled } from '../i18n/page-title.ts'
import { createTranslator } from '../i18n/translate.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { revisionTyped } from '../revision-typed.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled<typeof loader>(({ data, t }) => data?.poll.question ?? t('polls:one'))

const PollPage = graphql(
  `
    query PollPage($id: ID!) {
      poll(id: $id) {
        ...PollPart
      }
    }
  `,
  [PollPart],
)

const CastBallot = graphql(
  `
    mutation CastBallot($pollId: ID!, $organisationId: ID!, $choice: BallotChoice!) {
      castBallot(pollId: $pollId, organisationId: $organisationId, choice: $choice) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const OpenPoll = graphql(
  `
    mutation OpenPoll($id: ID!, $revision: Int!) {
      openPoll(id: $id, revision: $revision) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const ClosePoll = graphql(
  `
    mutation ClosePoll($id: ID!) {
      closePoll(id: $id) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { poll } = await context.query(PollPage, { id: params.id ?? '' })
  if (poll === null) throw new Response(null, { status: 404 })
  // By the alphabet, which the database's order is not: it puts capitals before small letters.
  const electors = poll.electors.toSorted((a, b) =>
    a.organisation.shortName.localeCompare(b.organisation.shortName, 'ro'),
  )
  return { poll: { ...poll, electors } }
}

const choices = ['yes', 'no', 'abstain'] as const

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = params.id ?? ''
  const [intent, organisationId = ''] = String(form.get('intent') ?? '').split(' ')
  switch (intent) {
    case 'cast': {
      const choice = choices.find(each => each === form.get('choice'))
      if (choice === undefined) return refused(nothingChosen(createTranslator(context.locale)), form)
      const { castBallot } = await context.mutate(CastBallot, { pollId: id, organisationId, choice })
      return answered(form, castBallot, `/polls/${id}#vote`, 'polls:vote.cast')
    }
    case 'open': {
      const { openPoll } = await context.mutate(OpenPoll, { id, revision: revisionTyped(form) })
      return answered(form, openPoll, `/polls/${id}`, 'polls:manage.opened')
    }
    case 'close': {
      const { closePoll } = await context.mutate(ClosePoll, { id })
      return answered(form, closePoll, `/polls/${id}#result`, 'polls:manage.closed')
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

const nothingChosen = (t: Translate) => ({
  code: 'invalid',
  message: t('errors:invalid.default'),
  fields: [{ field: 'choice', code: 'choice', message: t('errors:field.choice'), theirs: null }],
})

export default function PollDetails() {
  const { t, format } = useWords()
  const { poll } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  useLivePoll(poll.id, poll.status === 'open')
  return (
    <Page
      kicker={t('polls:one')}
      title={poll.question}
      breadcrumb={[{ to: '/polls', label: t('polls:title') }]}
      status={
        <>
          <Status tone={poll.status === 'open' ? 'accent' : 'neutral'}>
            {t(`polls:status.${poll.status}`)}
          </Status>
          {poll.outcome && (
            <Status tone={outcomeTone[poll.outcome]}>{t(`voting:outcome.${poll.outcome}`)}</Status>
          )}
        </>
      }
      lede={
        poll.closedAt
          ? t('polls:page.closedLede', { when: format.dateTime(poll.closedAt) })
          : poll.closesAt && t('polls:page.closesLede', { when: format.dateTime(poll.closesAt) })
      }
    >
      <LateRefusal answer={answer} poll={poll} />
      {poll.status === 'draft' && <Draft poll={poll} answer={answer} />}
      {poll.status === 'open' && <Open poll={poll} answer={answer} />}
      {poll.status === 'closed' && <Closed poll={poll} />}
    </Page>
  )
}
