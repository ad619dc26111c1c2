import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { Building2, CalendarClock, FolderPlus, Signpost } from 'lucide-react'
import { byName } from '../by-name.ts'
import { ButtonLink } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Page } from '../components/page.tsx'
import { Pagination } from '../components/pagination.tsx'
import { Status } from '../components/status.tsx'
import { LegalDate, Time } from '../components/time.tsx'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { pageAsked } from '../page-asked.ts'
import { useReloadOnNews } from '../unread.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('dossiers:list.title')

const DossierRow = graphql(`
  fragment DossierRow on Dossier {
    id
    title
    updatedAt
    procedure {
      name
    }
    stage {
      name
    }
    identifiers {
      value
    }
    institution {
      name
      acronym
    }
    lead {
      shortName
    }
    nextDeadline {
      date
      title
    }
  }
`)

const DossierList = graphql(
  `
    query DossierList(
      $search: String
      $procedure: ProcedureKind
      $stage: String
      $institutionId: ID
      $workingGroupId: ID
      $leadId: ID
      $dueWithinDays: Int
      $orderBy: DossierOrder!
      $first: Int
      $last: Int
      $after: String
      $before: String
    ) {
      dossiers(
        search: $search
        procedure: $procedure
        stage: $stage
        institutionId: $institutionId
        workingGroupId: $workingGroupId
        leadId: $leadId
        dueWithinDays: $dueWithinDays
        orderBy: $orderBy
        first: $first
        last: $last
        after: $after
        before: $before
      ) {
        totalCount
        nodes {
          ...DossierRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
      mayManageDossiers
      procedures {
        key
        name
        stages {
          key
          name
        }
      }
      institutions(first: 500) {
        nodes {
          id
          name
        }
      }
      workingGroups {
        id
        name
      }
      organisations(first: 500) {
        nodes {
          id
          shortName
        }
      }
    }
  `,
  [DossierRow],
)

type Row = ResultOf<typeof DossierRow>

const procedures = ['law', 'government_act', 'strategy', 'eu_directive', 'international'] as const
const soonDays = 30

export function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const chosen = (name: string) => params.get(name) || null
  return context.query(DossierList, {
    search: chosen('q'),
    procedure: procedures.find(key => key === params.get('procedure')) ?? null,
    stage: chosen('stage'),
    institutionId: chosen('institution'),
    workingGroupId: chosen('group'),
    leadId: chosen('lead'),
    dueWithinDays: params.get('due') === 'soon' ? soonDays : null,
    orderBy: params.get('order') === 'deadline' ? 'next_deadline' : 'last_change',
    ...pageAsked(request, 20),
  })
}

const filters = ['q', 'procedure', 'stage', 'institution', 'group', 'lead', 'due']

export default function Dossiers() {
  const { t } = useWords()
  const data = useLoaderData<typeof loader>()
  const { dossiers, mayManageDossiers } = data
  const [params] = useSearchParams()
  useReloadOnNews()
  const filtered = filters.some(name => params.get(name))
  const add = mayManageDossiers && (
    <ButtonLink to="/dossiers/new" icon={FolderPlus}>
      {t('dossiers:list.add')}
    </ButtonLink>
  )
  return (
    <Page
      title={t('dossiers:list.title')}
      lede={t('dossiers:list.lede')}
      actions={
        <>
          <ButtonLink to="/institutions" look="plain" icon={Building2}>
            {t('dossiers:list.institutions')}
          </ButtonLink>
          {add}
        </>
      }
    >
      <Filters {...data} />
      {dossiers.nodes.length > 0 ? (
        <div className="space-y-4">
          <ul className="divide-y divide-line border-y border-line">
            {dossiers.nodes.map(dossier => (
              <li key={dossier.id}>
                <DossierInList {...dossier} />
              </li>
            ))}
          </ul>
          <Pagination pageInfo={dossiers.pageInfo} />
        </div>
      ) : filtered ? (
        <EmptyState
          title={t('dossiers:list.none')}
          hint={t('dossiers:list.noneHint')}
          action={
            <ButtonLink to="/dossiers" look="quiet">
              {t('common:action.clear')}
            </ButtonLink>
          }
        />
      ) : (
        <EmptyState title={t('dossiers:list.empty')} hint={t('dossiers:list.emptyHint')} action={add} />
      )}
    </Page>
  )
}

type Data = ResultOf<typeof DossierList>

function Filters({ dossiers, procedures, institutions, workingGroups, organisations }: Data) {
  const { t } = useWords()
  const [params] = useSearchParams()
  const procedure = procedures.find(({ key }) => key === params.get('procedure'))
  // Procedures share stages (published, in force): each is offered once.
  const stages = new Map(
    (procedure ? [procedure] : procedures).flatMap(({ stages }) =>
      stages.map(({ key, name }) => [key, name] as const),
    ),
  )
  const named = (rows: readonly { id: string; name: string }[]) =>
    byName(rows).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FilterBar
      search={{ label: t('dossiers:list.search'), placeholder: t('dossiers:list.searchHint') }}
      selects={[
        {
          name: 'procedure',
          label: t('dossiers:list.procedure'),
          options: procedures.map(({ key, name }) => ({ value: key, label: name })),
        },
        {
          name: 'stage',
          label: t('dossiers:list.stage'),
          options: [...stages].map(([value, label]) => ({ value, label })),
        },
        {
          name: 'institution',
          label: t('dossiers:list.institution'),
          options: named(institutions.nodes),
        },
        {
          name: 'group',
          label: t('dossiers:list.group'),
          options: workingGroups.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          name: 'lead',
          label: t('dossiers:list.lead'),
          options: named(organisations.nodes.map(({ id, shortName }) => ({ id, name: shortName }))),
        },
        {
          name: 'due',
          label: t('dossiers:list.due'),
          options: [{ value: 'soon', label: t('dossiers:list.dueSoon') }],
        },
        {
          name: 'order',
          label: t('dossiers:list.order'),
          all: t('dossiers:list.byChange'),
          options: [{ value: 'deadline', label: t('dossiers:list.byDeadline') }],
        },
      ]}
      count={dossiers.totalCount}
    />
  )
}

/** What it is, where it is, and what is due next. */
function DossierInList({
  id,
  title,
  procedure,
  stage,
  identifiers,
  institution,
  lead,
  nextDeadline,
  updatedAt,
}: Row) {
  const { t, format } = useWords()
  const numbers = identifiers.slice(0, 2).map(({ value }) => value)
  const facts = [...numbers, institution && (institution.acronym ?? institution.name), lead?.shortName]
  const late = nextDeadline !== null && format.daysUntil(nextDeadline.date) < 0
  return (
    <div className="grid gap-x-8 gap-y-2 py-4 md:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="min-w-0">
        <p className="text-sm text-soft">{procedure.name}</p>
        <Link to={`/dossiers/${id}`} prefetch="intent" className="link font-medium">
          {title}
        </Link>
        <p className="mt-0.5 text-sm text-soft">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div className="min-w-0 space-y-1.5 md:pt-0.5">
        <Status icon={Signpost}>{stage.name}</Status>
        {nextDeadline && (
          <p className={`flex items-start gap-1.5 text-sm ${late ? 'text-late' : ''}`}>
            <CalendarClock aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>
              {late ? t('dossiers:deadlines.late') : t('dossiers:list.nextDeadline')}:{' '}
              <LegalDate date={nextDeadline.date} length="short" relative />
            </span>
          </p>
        )}
        <p className="text-sm text-soft">
          {t('dossiers:list.changed')}: <Time at={updatedAt} show="date" length="short" />
        </p>
      </div>
    </div>
  )
}
