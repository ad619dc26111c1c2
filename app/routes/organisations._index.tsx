import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Building2, Plus } from 'lucide-react'
import { ButtonLink } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { FederationParts } from '../components/organisations/parts.tsx'
import { Page } from '../components/page.tsx'
import { Pagination } from '../components/pagination.tsx'
import { Status } from '../components/status.tsx'
import { Table } from '../components/table.tsx'
import { LegalDate } from '../components/time.tsx'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { pageAsked } from '../page-asked.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('organisations:list.title')

const Organisations = graphql(`
  query Organisations(
    $search: String
    $membership: Membership
    $first: Int
    $last: Int
    $after: String
    $before: String
  ) {
    viewer {
      managesFederation
    }
    organisations(
      search: $search
      membership: $membership
      first: $first
      last: $last
      after: $after
      before: $before
    ) {
      totalCount
      nodes {
        id
        name
        county
        joinedOn
        member
        mandatesInForce {
          id
          role
          person {
            id
            name
          }
        }
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

export function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const asked = params.get('membership')
  const membership = asked === 'current' || asked === 'other' ? asked : null
  return context.query(Organisations, { search: params.get('q'), membership, ...pageAsked(request, 50) })
}

export default function OrganisationsPage() {
  const { t } = useWords()
  const { viewer, organisations } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('organisations:list.title')}
      lede={t('organisations:list.lede')}
      actions={
        viewer.managesFederation && (
          <ButtonLink to="/organisations/new" icon={Plus}>
            {t('organisations:list.add')}
          </ButtonLink>
        )
      }
    >
      <FederationParts />
      <FilterBar
        search={{ label: t('organisations:list.search') }}
        selects={[
          {
            name: 'membership',
            label: t('organisations:list.membership'),
            options: [
              { value: 'current', label: t('organisations:list.current') },
              { value: 'other', label: t('organisations:list.other') },
            ],
          },
        ]}
        count={organisations.totalCount}
      />
      <div className="space-y-4">
        <Table
          caption={t('organisations:list.caption')}
          rows={organisations.nodes}
          rowKey={row => row.id}
          empty={
            <EmptyState
              icon={Building2}
              title={t('organisations:list.none')}
              hint={t('organisations:list.noneHint')}
            />
          }
          columns={[
            {
              key: 'name',
              header: t('organisations:list.name'),
              cell: ({ id, name, member }) => (
                <>
                  <Link to={`/organisations/${id}`} prefetch="intent" className="link">
                    {name}
                  </Link>
                  {!member && (
                    <span className="block">
                      <Status>{t('organisations:list.other')}</Status>
                    </span>
                  )}
                </>
              ),
            },
            { key: 'county', header: t('organisations:list.county'), cell: row => row.county },
            {
              key: 'delegate',
              header: t('organisations:list.delegate'),
              cell: ({ mandatesInForce }) => {
                const delegate = mandatesInForce.find(({ role }) => role === 'delegate')
                return delegate === undefined ? (
                  <span className="text-soft">{t('organisations:list.noDelegate')}</span>
                ) : (
                  <Link to={`/people/${delegate.person.id}`} prefetch="intent" className="link">
                    {delegate.person.name}
                  </Link>
                )
              },
            },
            {
              key: 'people',
              header: t('organisations:list.people'),
              align: 'end',
              cell: row => row.mandatesInForce.length,
            },
            {
              key: 'joined',
              header: t('organisations:list.joined'),
              cell: row => <LegalDate date={row.joinedOn} length="short" />,
            },
          ]}
        />
        <Pagination pageInfo={organisations.pageInfo} />
      </div>
    </Page>
  )
}
