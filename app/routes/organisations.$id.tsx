import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Pencil, UserPlus, Users } from 'lucide-react'
import { ButtonLink } from '../components/button.tsx'
import { DataList } from '../components/data-list.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { type MandateRow, MandateTable } from '../components/organisations/mandate-table.tsx'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { Status } from '../components/status.tsx'
import { LegalDate } from '../components/time.tsx'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled<typeof loader>(({ data, t }) => data?.name ?? t('organisations:list.title'))

const OneOrganisation = graphql(`
  query OneOrganisation($id: ID!) {
    organisation(id: $id) {
      id
      name
      shortName
      county
      website
      joinedOn
      leftOn
      member
      mayManage
      workingGroups {
        id
        name
      }
      mandates {
        id
        role
        startsOn
        endsOn
        inForce
        over
        person {
          id
          name
          email
          joined
          disabled
        }
      }
    }
  }
`)

type Organisation = NonNullable<ResultOf<typeof OneOrganisation>['organisation']>

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { organisation } = await context.query(OneOrganisation, { id: params.id ?? '' })
  if (organisation === null) throw new Response(null, { status: 404 })
  return organisation
}

export default function OrganisationPage() {
  const { t } = useWords()
  const organisation = useLoaderData<typeof loader>()
  const { id, name, mayManage, workingGroups } = organisation
  return (
    <Page
      title={name}
      breadcrumb={[{ to: '/organisations', label: t('organisations:list.title') }]}
      status={<Membership {...organisation} />}
      actions={
        mayManage && (
          <ButtonLink to={`/organisations/${id}/edit`} look="quiet" icon={Pencil}>
            {t('organisations:one.edit')}
          </ButtonLink>
        )
      }
    >
      <DataList
        items={[
          { term: t('organisations:one.county'), value: organisation.county },
          {
            term: t('organisations:one.website'),
            value: organisation.website && (
              <a href={organisation.website} rel="noreferrer" className="link break-words">
                {organisation.website.replace(/^https?:\/\/|\/$/g, '')}
              </a>
            ),
          },
          { term: t('organisations:one.joinedOn'), value: <LegalDate date={organisation.joinedOn} /> },
          {
            term: t('organisations:one.leftOn'),
            value: organisation.leftOn && <LegalDate date={organisation.leftOn} />,
          },
          {
            term: t('organisations:one.groups'),
            value:
              workingGroups.length === 0 ? (
                <span className="text-soft">{t('organisations:one.noGroups')}</span>
              ) : (
                <ul className="flex flex-wrap gap-x-4 gap-y-1">
                  {workingGroups.map(group => (
                    <li key={group.id}>
                      <Link to={`/organisations/groups#${group.id}`} className="link">
                        {group.name}
                      </Link>
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      <People {...organisation} />
    </Page>
  )
}

function Membership({ member, leftOn }: { member: boolean; leftOn: string | null }) {
  const { t, format } = useWords()
  if (member && leftOn !== null)
    return (
      <Status tone="due">
        {t('organisations:one.leavesOn', { date: format.legalDate(leftOn, 'short') })}
      </Status>
    )
  if (member) return <Status tone="kept">{t('organisations:one.member')}</Status>
  return <Status>{t(leftOn === null ? 'organisations:one.notYet' : 'organisations:one.left')}</Status>
}

function People({ id, mandates, mayManage }: Organisation) {
  const { t } = useWords()
  const rows = mandates.map(
    ({ person, ...mandate }): MandateRow => ({
      ...mandate,
      other: {
        id: person.id,
        name: person.name,
        to: `/people/${person.id}`,
        note: person.disabled
          ? t('people:standing.disabled')
          : person.joined
            ? (person.email ?? undefined)
            : t('people:standing.invited'),
      },
    }),
  )
  const past = rows.filter(row => row.over)
  const present = rows.filter(row => !row.over)
  const give = mayManage && (
    <ButtonLink to={`/mandates/new?organisation=${id}`} look="quiet" icon={UserPlus}>
      {t('organisations:mandate.give')}
    </ButtonLink>
  )
  return (
    <Section
      title={t('organisations:one.people')}
      description={t('organisations:one.peopleLede')}
      actions={present.length > 0 && give}
    >
      {present.length === 0 ? (
        <EmptyState
          icon={Users}
          title={t('organisations:one.noPeople')}
          hint={t('organisations:one.noPeopleHint')}
          action={give}
        />
      ) : (
        <MandateTable rows={present} otherHeader={t('organisations:mandate.person')} mayEnd={mayManage} />
      )}
      {past.length > 0 && (
        <div className="mt-4">
          <Disclosure summary={t('organisations:one.past')}>
            <MandateTable rows={past} otherHeader={t('organisations:mandate.person')} mayEnd={false} />
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
