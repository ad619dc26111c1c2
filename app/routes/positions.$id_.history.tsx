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
export { opensWithText as handle } from '../styles/serif.ts'

export const meta = titled<typeof loader>(({ data, t }) =>
  data ? t('history:of', { title: data.position.title }) : t('history:title'),
)

const PositionHistory = graphql(
  `
    query PositionHistory(
      $id: ID!
      $compares: Boolean!
      $from: String!
      $to: String!
      $sideBySide: Boolean!
      $before: Int
    ) {
      position(id: $id) {
        id
        title
        document {
          ...HistoryPart
        }
      }
    }
  `,
  [HistoryPart],
)

const PositionDocument = graphql(`
  query PositionDocument($id: ID!) {
    position(id: $id) {
      document {
        id
      }
    }
  }
`)

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = historyAsked(request)
  const { position } = await context.query(PositionHistory, { id: params.id ?? '', ...asked })
  if (position === null) throw new Response(null, { status: 404 })
  return { position, asked }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = params.id ?? ''
  const { position } = await context.query(PositionDocument, { id })
  if (position === null) throw new Response(null, { status: 404 })
  const input = { documentId: position.document.id, point: String(form.get('point') ?? '') }
  const { restoreText } = await context.mutate(RestoreText, { input })
  return answered(form, restoreText, `/positions/${id}`, 'history:restore.done')
}

export default function PositionHistoryRoute() {
  const { t } = useWords()
  const { position, asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      kicker={t('history:title')}
      title={position.title}
      lede={
        asked.compares
          ? undefined
          : t(position.document.mayReadHistory ? 'history:lede' : 'history:ledeVersions')
      }
      breadcrumb={[
        { to: '/positions', label: t('positions:list.title') },
        { to: `/positions/${position.id}`, label: position.title },
      ]}
    >
      <History document={position.document} asked={asked} answer={answer} />
    </Page>
  )
}
