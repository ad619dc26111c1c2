import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { CalendarPlus } from 'lucide-react'
import { ButtonLink } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Page } from '../components/page.tsx'
import { Pagination } from '../components/pagination.tsx'
import { Section } from '../components/section.tsx'
import { Badge } from '../components/status.tsx'
import { Time } from '../components/time.tsx'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { pageAsked } from '../page-asked.ts'
import { useReloadOnNews } from '../unread.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('meetings:list.title')

const MeetingRow = graphql(`
  fragment MeetingRow on Meeting {
    id
    title
    startsAt
    place
    onlineUrl
    audience
    decisionCount
    openActionItemCount
    institution {
      name
    }
  }
`)

const MeetingList = graphql(
  `
    query MeetingList(
      $search: String
      $institutionId: ID
      $first: Int
      $last: Int
      $after: String
      $before: String
    ) {
      upcoming: meetings(first: 100, time: upcoming, search: $search, institutionId: $institutionId) {
        nodes {
          ...MeetingRow
        }
      }
      past: meetings(
        first: $first
        last: $last
        after: $after
        before: $before
        time: past
        search: $search
        institutionId: $institutionId
      ) {
        totalCount
        nodes {
          ...MeetingRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
      institutions(first: 500) {
        nodes {
          id
          name
        }
      }
      meetingOrganisers {
        id
      }
    }
  `,
  [MeetingRow],
)

type Row = ResultOf<typeof MeetingRow>

export function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  return context.query(MeetingList, {
    search: params.get('q'),
    institutionId: params.get('institution') || null,
    ...pageAsked(request, 20),
  })
}

export default function Meetings() {
  const { t } = useWords()
  const { upcoming, past, institutions, meetingOrganisers } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  useReloadOnNews()
  const mayPlan = meetingOrganisers.length > 0
  const filtered = Boolean(params.get('q') || params.get('institution'))
  const count = upcoming.nodes.length + past.totalCount
  const plan = (
    <ButtonLink to="/meetings/new" icon={CalendarPlus}>
      {t('meetings:list.plan')}
    </ButtonLink>
  )
  return (
    <Page title={t('meetings:list.title')} lede={t('meetings:list.lede')} actions={mayPlan && plan}>
      <FilterBar
        search={{ label: t('meetings:list.search') }}
        selects={[
          {
            name: 'institution',
            label: t('meetings:list.institution'),
            options: institutions.nodes.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        count={count}
      />
      {filtered && count === 0 ? (
        <EmptyState title={t('common:list.none')} hint={t('common:list.noneHint')} />
      ) : (
        <>
          <Section title={t('meetings:list.upcoming')} id="upcoming">
            {upcoming.nodes.length > 0 ? (
              <Rows meetings={upcoming.nodes} />
            ) : (
              <EmptyState
                title={t('meetings:list.emptyUpcoming')}
                hint={t('meetings:list.emptyUpcomingHint')}
                action={mayPlan && plan}
              />
            )}
          </Section>
          <Section title={t('meetings:list.past')} id="past">
            {past.nodes.length > 0 ? (
              <div className="space-y-4">
                <Rows meetings={past.nodes} />
                <Pagination pageInfo={past.pageInfo} />
              </div>
            ) : (
              <EmptyState title={t('meetings:list.emptyPast')} hint={t('meetings:list.emptyPastHint')} />
            )}
          </Section>
        </>
      )}
    </Page>
  )
}

function Rows({ meetings }: { meetings: readonly Row[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {meetings.map(meeting => (
        <li key={meeting.id}>
          <MeetingInList {...meeting} />
        </li>
      ))}
    </ul>
  )
}

/** When, what and with whom, and what came of it. */
function MeetingInList({
  id,
  title,
  startsAt,
  place,
  onlineUrl,
  audience,
  institution,
  decisionCount,
  openActionItemCount,
}: Row) {
  const { t } = useWords()
  const where = [institution?.name, place || (onlineUrl && t('meetings:detail.online'))].filter(Boolean)
  const outcome = [
    decisionCount > 0 && t('meetings:list.decisions', { count: decisionCount }),
    openActionItemCount > 0 && t('meetings:list.openItems', { count: openActionItemCount }),
  ].filter(Boolean)
  return (
    <div className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <p className="text-sm text-soft tabular-nums sm:pt-0.5">
        <Time at={startsAt} length="short" />
      </p>
      <div className="min-w-0">
        <Link to={`/meetings/${id}`} prefetch="intent" className="link font-medium">
          {title}
        </Link>
        {where.length > 0 && <p className="mt-0.5 text-sm text-soft">{where.join(' · ')}</p>}
        {(outcome.length > 0 || audience === 'participants') && (
          <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
            {audience === 'participants' && <Badge>{t('meetings:audience.participants')}</Badge>}
            {outcome.length > 0 && <span>{outcome.join(' · ')}</span>}
          </p>
        )}
      </div>
    </div>
  )
}
