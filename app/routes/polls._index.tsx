import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Vote } from 'lucide-react'
import { ButtonLink } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Page } from '../components/page.tsx'
import { Pagination } from '../components/pagination.tsx'
import { outcomeTone } from '../components/polls/outcome-tone.ts'
import { Section } from '../components/section.tsx'
import { Status } from '../components/status.tsx'
import { type Column, Table } from '../components/table.tsx'
import { Time } from '../components/time.tsx'
import { graphql, type ResultOf } from '../graphql.ts'
import { inBucharest } from '../i18n/format.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { useReloadOnNews } from '../unread.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('polls:title')

const PollsPage = graphql(`
  query PollsPage(
    $search: String
    $outcome: PollOutcome
    $open: Boolean!
    $drafts: Boolean!
    $closed: Boolean!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    mayManagePolls
    drafts: polls(status: draft, search: $search, first: 100) @include(if: $drafts) {
      nodes {
        id
        question
        position {
          title
        }
      }
    }
    open: polls(status: open, search: $search, first: 100) @include(if: $open) {
      nodes {
        id
        question
        closesAt
        position {
          title
        }
        turnout {
          entitled
          cast
        }
        ours {
          organisation {
            id
            shortName
          }
          hasVoted
          ballot {
            choice
          }
        }
      }
    }
    closed: polls(
      status: closed
      search: $search
      outcome: $outcome
      first: $first
      after: $after
      last: $last
      before: $before
    ) @include(if: $closed) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        question
        closedAt
        outcome
        position {
          title
        }
        result {
          yes
          no
          abstain
          cast
          entitled
        }
        ours {
          organisation {
            id
            shortName
          }
          ballot {
            choice
          }
        }
      }
    }
  }
`)

const statuses = ['open', 'closed', 'draft'] as const
const outcomes = ['adopted', 'rejected', 'no_quorum'] as const
const pageSize = 20

function oneOf<Value extends string>(values: readonly Value[], asked: string | null): Value | null {
  return values.find(value => value === asked) ?? null
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const status = oneOf(statuses, asked.get('status'))
  const outcome = oneOf(outcomes, asked.get('outcome'))
  const [after, before] = [asked.get('after'), asked.get('before')]
  // Only a closed poll has an outcome: asking for one leaves the others out.
  const shown = (which: (typeof statuses)[number]) =>
    (status === null || status === which) && (outcome === null || which === 'closed')
  const data = await context.query(PollsPage, {
    search: asked.get('q'),
    outcome,
    open: shown('open'),
    drafts: shown('draft') && context.viewer?.federationRole === 'secretariat',
    closed: shown('closed'),
    ...(before ? { last: pageSize, before } : { first: pageSize, after }),
  })
  return { ...data, filtered: Boolean(asked.get('q') || status || outcome) }
}

type Polls = ResultOf<typeof PollsPage>
type Open = NonNullable<Polls['open']>['nodes'][number]
type Closed = NonNullable<Polls['closed']>['nodes'][number]

export default function PollsList() {
  const { t } = useWords()
  const { mayManagePolls, drafts, open, closed, filtered } = useLoaderData<typeof loader>()
  useReloadOnNews()
  const count = (drafts?.nodes.length ?? 0) + (open?.nodes.length ?? 0) + (closed?.totalCount ?? 0)
  const nothing = filtered && count === 0
  return (
    <Page
      title={t('polls:title')}
      lede={t('polls:lede')}
      actions={mayManagePolls && <ButtonLink to="/polls/new">{t('polls:list.new')}</ButtonLink>}
    >
      <FilterBar
        search={{ label: t('polls:list.search'), placeholder: t('polls:list.searchHint') }}
        selects={[
          {
            name: 'status',
            label: t('polls:list.status'),
            options: statuses
              .filter(status => status !== 'draft' || mayManagePolls)
              .map(value => ({ value, label: t(`polls:status.${value}`) })),
          },
          {
            name: 'outcome',
            label: t('polls:list.outcome'),
            options: outcomes.map(value => ({ value, label: t(`voting:outcome.${value}`) })),
          },
        ]}
        count={count}
      />
      {nothing && <EmptyState title={t('common:list.none')} hint={t('common:list.noneHint')} />}
      {open && !(filtered && open.nodes.length === 0) && <OpenPolls polls={open.nodes} />}
      {drafts && drafts.nodes.length > 0 && (
        <Section title={t('polls:list.drafts')} description={t('polls:list.draftsHint')}>
          <Table
            caption={t('polls:list.drafts')}
            rows={drafts.nodes}
            rowKey={poll => poll.id}
            columns={[question(t('polls:list.question')), position(t('polls:list.position'))]}
          />
        </Section>
      )}
      {closed && !(filtered && closed.nodes.length === 0) && (
        <Section title={t('polls:list.closed')}>
          <ClosedPolls polls={closed.nodes} />
          <Pagination pageInfo={closed.pageInfo} />
        </Section>
      )}
    </Page>
  )
}

interface Row {
  id: string
  question: string
  position: { title: string }
}

function question(header: string): Column<Row> {
  return {
    key: 'question',
    header,
    cell: poll => (
      <Link to={`/polls/${poll.id}`} prefetch="intent" className="link">
        {poll.question}
      </Link>
    ),
  }
}

function position(header: string): Column<Row> {
  return { key: 'position', header, cell: poll => poll.position.title }
}

function OpenPolls({ polls }: { polls: readonly Open[] }) {
  const { t, format } = useWords()
  return (
    <Section title={t('polls:list.open')}>
      <Table<Open>
        caption={t('polls:list.open')}
        rows={polls}
        rowKey={poll => poll.id}
        empty={
          <EmptyState icon={Vote} title={t('polls:list.openEmpty')} hint={t('polls:list.openEmptyHint')} />
        }
        columns={[
          question(t('polls:list.question')),
          {
            key: 'closes',
            header: t('polls:list.closes'),
            cell: poll =>
              poll.closesAt === null ? (
                t('polls:list.byHand')
              ) : (
                <>
                  <Time at={poll.closesAt} length="short" />
                  <span className="block text-sm text-soft">
                    {format.relativeDay(inBucharest(poll.closesAt).date)}
                  </span>
                </>
              ),
          },
          {
            key: 'turnout',
            header: t('polls:list.turnout'),
            align: 'end',
            cell: poll => (
              <span className="tabular-nums">
                {t('polls:of', { count: poll.turnout.cast, of: poll.turnout.entitled })}
              </span>
            ),
          },
          { key: 'ours', header: t('polls:list.ours'), cell: poll => <Ours electors={poll.ours} /> },
        ]}
      />
    </Section>
  )
}

function Ours({ electors }: { electors: Open['ours'] }) {
  const { t } = useWords()
  if (electors.length === 0) return <span className="text-soft">–</span>
  return (
    <span className="flex flex-col items-start gap-1">
      {electors.map(({ organisation, hasVoted, ballot }) => (
        <Status key={organisation.id} tone={hasVoted ? 'kept' : 'due'}>
          {electors.length > 1 && `${organisation.shortName} · `}
          {ballot === null
            ? t('polls:ours.waiting')
            : t('polls:ours.voted', { choice: t(`voting:choice.${ballot.choice}`).toLowerCase() })}
        </Status>
      ))}
    </span>
  )
}

function ClosedPolls({ polls }: { polls: readonly Closed[] }) {
  const { t } = useWords()
  return (
    <Table<Closed>
      caption={t('polls:list.closed')}
      rows={polls}
      rowKey={poll => poll.id}
      empty={<EmptyState icon={Vote} title={t('polls:list.closedEmpty')} />}
      columns={[
        question(t('polls:list.question')),
        {
          key: 'outcome',
          header: t('polls:list.outcome'),
          cell: ({ outcome }) =>
            outcome && <Status tone={outcomeTone[outcome]}>{t(`voting:outcome.${outcome}`)}</Status>,
        },
        {
          key: 'counts',
          header: t('polls:list.counts'),
          align: 'end',
          cell: ({ result }) =>
            result && (
              <span className="tabular-nums">
                {result.yes} · {result.no} · {result.abstain}
              </span>
            ),
        },
        {
          key: 'closedAt',
          header: t('polls:list.closed_at'),
          cell: ({ closedAt }) => closedAt && <Time at={closedAt} show="date" length="short" />,
        },
        {
          key: 'ours',
          header: t('polls:list.ours'),
          cell: ({ ours }) =>
            ours.length === 0
              ? '–'
              : ours
                  .map(({ ballot }) => t(`voting:choice.${ballot === null ? 'none' : ballot.choice}`))
                  .join(', '),
        },
      ]}
    />
  )
}
