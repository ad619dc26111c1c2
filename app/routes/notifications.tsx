import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useFetcher, useLoaderData } from '@remix-run/react'
import { BellOff } from 'lucide-react'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { Pagination } from '../components/pagination.tsx'
import { Status } from '../components/status.tsx'
import { Time } from '../components/time.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { pageAsked } from '../page-asked.ts'
import { subjectPath } from '../subject-path.ts'
import { useReloadOnNews } from '../unread.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('notifications:title')

const Notifications = graphql(`
  query Notifications($first: Int, $last: Int, $after: String, $before: String) {
    unreadNotifications
    notifications(first: $first, last: $last, after: $after, before: $before) {
      nodes {
        id
        message
        subjectId
        createdAt
        read
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`)

const MarkNotificationsRead = graphql(`
  mutation MarkNotificationsRead($ids: [ID!]) {
    markNotificationsRead(ids: $ids)
  }
`)

type Notification = ResultOf<typeof Notifications>['notifications']['nodes'][number]

export function loader({ request, context }: LoaderFunctionArgs) {
  return context.query(Notifications, pageAsked(request, 30))
}

/** Marks one notification read (`id`), or all of them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const id = (await request.formData()).get('id')
  await context.mutate(MarkNotificationsRead, { ids: typeof id === 'string' ? [id] : null })
  return typeof id === 'string'
    ? redirect('/notifications')
    : redirectWithFlash('/notifications', 'notifications:marked')
}

export default function NotificationsPage() {
  const { t } = useWords()
  const { notifications, unreadNotifications } = useLoaderData<typeof loader>()
  useReloadOnNews()
  return (
    <Page
      title={t('notifications:title')}
      lede={t('notifications:lede')}
      width="text"
      actions={
        unreadNotifications > 0 && (
          <Form intent="all">
            <Button look="quiet">{t('notifications:markAll')}</Button>
          </Form>
        )
      }
    >
      {notifications.nodes.length === 0 ? (
        <EmptyState icon={BellOff} title={t('notifications:empty')} hint={t('notifications:emptyHint')} />
      ) : (
        <div className="space-y-4">
          <ul className="divide-y divide-line border-y border-line">
            {notifications.nodes.map(notification => (
              <li key={notification.id}>
                <Row {...notification} />
              </li>
            ))}
          </ul>
          <Pagination pageInfo={notifications.pageInfo} />
        </div>
      )}
    </Page>
  )
}

/** Following the link is reading it; who has no JavaScript says so with the button. */
function Row({ id, message, subjectId, createdAt, read }: Notification) {
  const { t } = useWords()
  const fetcher = useFetcher()
  const isRead = read || fetcher.state !== 'idle'
  const markRead = () => {
    if (!isRead) fetcher.submit({ id }, { method: 'post', action: '/notifications' })
  }
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
      <div className="min-w-0 grow basis-72">
        <Link
          to={subjectPath(subjectId)}
          onClick={markRead}
          className={`link ${isRead ? '' : 'font-semibold'}`}
        >
          {message}
        </Link>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
          <Time at={createdAt} />
          {!isRead && <Status tone="accent">{t('notifications:unread')}</Status>}
        </p>
      </div>
      {!isRead && (
        <fetcher.Form method="post" action="/notifications">
          <input type="hidden" name="id" value={id} />
          <button
            type="submit"
            aria-label={t('notifications:markOneOf', { message })}
            className="-mx-3 min-h-10 rounded-md px-3 text-sm font-medium text-accent hover:bg-accent-soft"
          >
            {t('notifications:markOne')}
          </button>
        </fetcher.Form>
      )}
    </div>
  )
}
