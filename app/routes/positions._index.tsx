import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FilePlus } from 'lucide-react'
import { ButtonLink } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Page } from '../components/page.tsx'
import { Pagination } from '../components/pagination.tsx'
import { PositionStatus, positionStatuses } from '../components/positions/position-status.tsx'
import { type Column, Table } from '../components/table.tsx'
import { Time } from '../components/time.tsx'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('positions:list.title')

const PositionList = graphql(`
  query PositionList(
    $status: PositionStatus
    $dossierId: ID
    $mine: Boolean
    $search: String
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    positions(
      status: $status
      dossierId: $dossierId
      mine: $mine
      search: $search
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        title
        status
        consultationEndsOn
        updatedAt
        dossier {
          id
          title
        }
        lead {
          id
          shortName
        }
      }
    }
    dossiers(first: 300) {
      nodes {
        id
        title
      }
    }
    positionLeads {
      id
    }
  }
`)

/** Positions on one page. */
const pageSize = 30

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const before = asked.get('before')
  const { positions, dossiers, positionLeads } = await context.query(PositionList, {
    status: positionStatuses.find(status => status === asked.get('status')) ?? null,
    dossierId: asked.get('dossier') || null,
    mine: asked.get('whose') === 'mine',
    search: asked.get('q'),
    ...(before ? { last: pageSize, before } : { first: pageSize, after: asked.get('after') }),
  })
  const filtered = ['q', 'status', 'dossier', 'whose'].some(name => asked.get(name))
  return { positions, dossiers: dossiers.nodes, mayStart: positionLeads.length > 0, filtered }
}

type Row = ResultOf<typeof PositionList>['positions']['nodes'][number]

export default function PositionListPage() {
  const { t } = useWords()
  const { positions, dossiers, mayStart, filtered } = useLoaderData<typeof loader>()
  const start = mayStart && (
    <ButtonLink to="/positions/new" icon={FilePlus}>
      {t('positions:new.action')}
    </ButtonLink>
  )
  return (
    <Page title={t('positions:list.title')} lede={t('positions:list.lede')} actions={start}>
      <FilterBar
        search={{ label: t('positions:list.search'), placeholder: t('positions:list.searchHint') }}
        selects={[
          {
            name: 'status',
            label: t('positions:list.status'),
            options: positionStatuses.map(value => ({ value, label: t(`positions:status.${value}`) })),
          },
          {
            name: 'dossier',
            label: t('positions:list.dossier'),
            options: dossiers.map(({ id, title }) => ({ value: id, label: title })),
          },
          {
            name: 'whose',
            label: t('positions:list.whose'),
            all: t('positions:list.everyone'),
            options: [{ value: 'mine', label: t('positions:list.mine') }],
          },
        ]}
        count={positions.totalCount}
      />
      <Positions rows={positions.nodes} empty={filtered ? <NothingFound /> : <NoneYet start={start} />} />
      <Pagination pageInfo={positions.pageInfo} />
    </Page>
  )
}

function Positions({ rows, empty }: { rows: readonly Row[]; empty: JSX.Element }) {
  const { t, format } = useWords()
  const columns: Column<Row>[] = [
    {
      key: 'title',
      header: t('positions:list.position'),
      names: true,
      cell: ({ id, title, dossier }) => (
        <>
          <Link to={`/positions/${id}`} prefetch="intent" className="link">
            {title}
          </Link>
          <span className="block text-sm font-normal text-soft">{dossier.title}</span>
        </>
      ),
    },
    { key: 'lead', header: t('positions:list.lead'), cell: ({ lead }) => lead.shortName },
    {
      key: 'status',
      header: t('positions:list.status'),
      cell: ({ status, consultationEndsOn }) => (
        <>
          <PositionStatus status={status} />
          {status === 'consultation' && consultationEndsOn && (
            <span className="block text-sm text-soft">
              {t('positions:list.consultationUntil', { date: format.legalDate(consultationEndsOn, 'short') })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'changed',
      header: t('positions:list.changed'),
      align: 'end',
      cell: ({ updatedAt }) => <Time at={updatedAt} show="date" length="short" />,
    },
  ]
  return (
    <Table
      caption={t('positions:list.caption')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
    />
  )
}

function NothingFound() {
  const { t } = useWords()
  return <EmptyState title={t('common:list.none')} hint={t('common:list.noneHint')} />
}

function NoneYet({ start }: { start: JSX.Element | false }) {
  const { t } = useWords()
  return (
    <EmptyState
      title={t('positions:list.empty')}
      hint={t('positions:list.emptyHint')}
      action={start || undefined}
    />
  )
}
