import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Page } from '../components/page.tsx'
import { PollForm } from '../components/polls/poll-form.tsx'
import { pollInput } from '../components/polls/poll-input.ts'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('polls:form.editTitle')

const EditPollPage = graphql(`
  query EditPollPage($id: ID!) {
    poll(id: $id) {
      id
      status
      mayManage
      revision
      question
      questionRo
      questionEn
      closesAt
      version {
        id
      }
      rule {
        id
      }
      position {
        title
        document {
          versions {
            id
            number
            name
          }
        }
      }
    }
    pollRules {
      id
      name
      article
      entitled
      quorumWords
      majorityWords
    }
  }
`)

const ChangePoll = graphql(
  `
    mutation ChangePoll($input: ChangePollInput!) {
      changePoll(input: $input) {
        __typename
        ... on Poll {
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { poll, pollRules } = await context.query(EditPollPage, { id: params.id ?? '' })
  if (!poll?.mayManage || poll.status !== 'draft') throw new Response(null, { status: 404 })
  return { poll, pollRules }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = params.id ?? ''
  const { changePoll } = await context.mutate(ChangePoll, {
    input: { id, revision: Number(form.get('revision') ?? 0), ...pollInput(form) },
  })
  if (changePoll.__typename === 'Refusal') return refused(changePoll, form)
  return redirectWithFlash(`/polls/${id}`, 'polls:form.changed')
}

export default function EditPoll() {
  const { t } = useWords()
  const { poll, pollRules } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={t('polls:form.editTitle')}
      kicker={poll.position.title}
      breadcrumb={[
        { to: '/polls', label: t('polls:title') },
        { to: `/polls/${poll.id}`, label: poll.question },
      ]}
      width="text"
    >
      <PollForm
        answer={answer}
        revision={poll.revision}
        values={{
          versionId: poll.version.id,
          ruleId: poll.rule.id,
          questionRo: poll.questionRo,
          questionEn: poll.questionEn,
          closesAt: poll.closesAt,
        }}
        versions={poll.position.document.versions}
        rules={pollRules}
        submit={t('polls:form.save')}
      />
    </Page>
  )
}
