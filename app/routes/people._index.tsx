import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { UserPlus, Users } from 'lucide-react'
import { ButtonLink } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { FederationParts } from '../components/organisations/parts.tsx'
import { Page } from '../components/page.tsx'
import { Pagination } from '../components/pagination.tsx'
import { Standing } from '../components/people/standing.tsx'
import { Table } from '../components/table.tsx'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { pageAsked } from '../page-asked.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('people:list.title')

const People = graphql(`
  query People($search: String, $first: Int, $last: Int, $after: String, $before: String) {
    viewer {
      managesFederation
    }
    people(search: $search, first: $first, last: $last, after: $after, before: $before) {
      totalCount
      nodes {
        id
        name
        federationRole
        joined
        disabled
        mandates {
          id
          role
          inForce
          organisation {
            id
            shortName
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
  const search = new URL(request.url).searchParams.get('q')
  return context.query(People, { search, ...pageAsked(request, 50) })
}

export default function PeoplePage() {
  const { t } = useWords()
  const { viewer, people } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('people:list.title')}
      lede={t('people:list.lede')}
      actions={
        viewer.managesFederation && (
          <ButtonLink to="/people/new" icon={UserPlus}>
            {t('people:list.add')}
          </ButtonLink>
        )
      }
    >
      <FederationParts />
      <FilterBar search={{ label: t('people:list.search') }} count={people.totalCount} />
      <div className="space-y-4">
        <Table
          caption={t('people:list.caption')}
          rows={people.nodes}
          rowKey={row => row.id}
          empty={<EmptyState icon={Users} title={t('people:list.none')} hint={t('people:list.noneHint')} />}
          columns={[
            {
              key: 'name',
              header: t('people:list.name'),
              cell: ({ id, name, federationRole }) => (
                <>
                  <Link to={`/people/${id}`} prefetch="intent" className="link">
                    {name}
                  </Link>
                  {federationRole !== null && (
                    <span className="block text-sm font-normal text-soft">
                      {t(`people:federationRole.${federationRole}`)}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'mandates',
              header: t('people:list.mandates'),
              cell: ({ mandates }) => {
                const inForce = mandates.filter(mandate => mandate.inForce)
                if (inForce.length === 0)
                  return <span className="text-soft">{t('people:list.noMandate')}</span>
                return inForce.map(({ id, role, organisation }) => (
                  <span key={id} className="block">
                    <Link to={`/organisations/${organisation.id}`} prefetch="intent" className="link">
                      {organisation.shortName}
                    </Link>
                    <span className="text-soft"> · {t(`organisations:role.${role}`)}</span>
                  </span>
                ))
              },
            },
            {
              key: 'standing',
              header: t('people:list.standing'),
              beside: true,
              cell: row => <Standing {...row} />,
            },
          ]}
        />
        <Pagination pageInfo={people.pageInfo} />
      </div>
    </Page>
  )
}
