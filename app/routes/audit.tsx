import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ScrollText } from 'lucide-react'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Page } from '../components/page.tsx'
import { Pagination } from '../components/pagination.tsx'
import { Table } from '../components/table.tsx'
import { Time } from '../components/time.tsx'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { pageAsked } from '../page-asked.ts'
import { auditReadersOnly } from '../secretariat-only.ts'
import { subjectPath } from '../subject-path.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('audit:title')

const AuditTrail = graphql(`
  query AuditTrail(
    $action: String
    $organisationId: ID
    $first: Int
    $last: Int
    $after: String
    $before: String
  ) {
    auditActions
    organisations(first: 500) {
      nodes {
        id
        name
      }
    }
    auditEntries(
      action: $action
      organisationId: $organisationId
      first: $first
      last: $last
      after: $after
      before: $before
    ) {
      totalCount
      nodes {
        id
        at
        action
        subjectId
        subjectTitle
        person {
          id
          name
        }
        organisation {
          id
          shortName
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

type Entry = ResultOf<typeof AuditTrail>['auditEntries']['nodes'][number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  await auditReadersOnly(context)
  const params = new URL(request.url).searchParams
  return context.query(AuditTrail, {
    action: params.get('action') || null,
    organisationId: params.get('organisation') || null,
    ...pageAsked(request, 50),
  })
}

export default function AuditPage() {
  const { t } = useWords()
  const { auditActions, auditEntries, organisations } = useLoaderData<typeof loader>()
  return (
    <Page title={t('audit:title')} lede={t('audit:lede')}>
      <FilterBar
        selects={[
          { name: 'action', label: t('audit:filterAction'), options: useActionOptions(auditActions) },
          {
            name: 'organisation',
            label: t('audit:filterOrganisation'),
            options: organisations.nodes.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        count={auditEntries.totalCount}
      />
      <div className="space-y-4">
        <Table
          caption={t('audit:caption')}
          rows={auditEntries.nodes}
          rowKey={row => row.id}
          empty={<EmptyState icon={ScrollText} title={t('audit:none')} hint={t('audit:noneHint')} />}
          columns={[
            { key: 'at', header: t('audit:at'), cell: row => <Time at={row.at} length="short" /> },
            {
              key: 'who',
              header: t('audit:who'),
              cell: ({ person, organisation }) => (
                <>
                  {person === null ? (
                    t('audit:platform')
                  ) : (
                    <Link to={`/people/${person.id}`} className="link">
                      {person.name}
                    </Link>
                  )}
                  {organisation !== null && (
                    <span className="block text-sm text-soft">{organisation.shortName}</span>
                  )}
                </>
              ),
            },
            { key: 'what', header: t('audit:what'), names: true, cell: row => <Act {...row} /> },
          ]}
        />
        <Pagination pageInfo={auditEntries.pageInfo} />
      </div>
    </Page>
  )
}

function Act({ action, subjectId, subjectTitle, person }: Entry) {
  const { t } = useWords()
  const place = subjectPath(subjectId)
  return (
    <span className="font-normal">
      {t(`audit:action.${action}`)}
      {subjectTitle !== null && subjectId !== person?.id && (
        <>
          {' '}
          {place === '/' ? (
            subjectTitle
          ) : (
            <Link to={place} className="link">
              {subjectTitle}
            </Link>
          )}
        </>
      )}
    </span>
  )
}

/** Each concept as a whole, then its acts, as far as the trail holds any. */
function useActionOptions(actions: readonly string[]) {
  const { t } = useWords()
  const concepts = [...new Set(actions.map(action => action.slice(0, action.indexOf('.'))))]
  return concepts.flatMap(concept => [
    { value: concept, label: t(`audit:concept.${concept}`) },
    ...actions
      .filter(action => action.startsWith(`${concept}.`))
      .map(action => ({ value: action, label: `– ${t(`audit:action.${action}`)}` })),
  ])
}
