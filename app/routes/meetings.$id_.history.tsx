import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answered } from '../answered.server.ts'
import { History } from '../components/history/history.tsx'
import { HistoryPart, RestoreText } from '../components/history/part.ts'
import { Page } from '../components/page.tsx'
import { graphql } from '../graphql.ts'
import { historyAsked } from '../history-asked.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled<typeof loader>(({ data, t }) =>
  data ? t('history:of', { title: data.meeting.title }) : t('history:title'),
)

const MeetingHistory = graphql(
  `
    query MeetingHistory(
      $id: ID!
      $compares: Boolean!
      $from: String!
      $to: String!
      $sideBySide: Boolean!
      $before: Int
    ) {
      meeting(id: $id) {
        id
        title
        minutes {
          ...HistoryPart
        }
      }
    }
  `,
  [HistoryPart],
)

const MeetingMinutes = graphql(`
  query MeetingMinutes($id: ID!) {
    meeting(id: $id) {
      minutes {
        id
      }
    }
  }
`)

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = historyAsked(request)
  const { meeting } = await context.query(MeetingHistory, { id: params.id ?? '', ...asked })
  if (meeting === null) throw new Response(null, { status: 404 })
  return { meeting, asked }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = params.id ?? ''
  const { meeting } = await context.query(MeetingMinutes, { id })
  if (meeting === null) throw new Response(null, { status: 404 })
  const input = { documentId: meeting.minutes.id, point: String(form.get('point') ?? '') }
  const { restoreText } = await context.mutate(RestoreText, { input })
  return answered(form, restoreText, `/meetings/${id}`, 'history:restore.done')
}

export default function MeetingHistoryRoute() {
  const { t } = useWords()
  const { meeting, asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      kicker={t('history:title')}
      title={meeting.title}
      lede={
        asked.compares
          ? undefined
          : t(meeting.minutes.mayReadHistory ? 'history:lede' : 'history:ledeVersions')
      }
      breadcrumb={[
        { to: '/meetings', label: t('meetings:list.title') },
        { to: `/meetings/${meeting.id}`, label: meeting.title },
      ]}
    >
      <History document={meeting.minutes} asked={asked} answer={answer} />
    </Page>
  )
}
