import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Plus, UsersRound } from 'lucide-react'
import { ButtonLink } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FederationParts } from '../components/organisations/parts.tsx'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('organisations:groups.title')

const WorkingGroups = graphql(`
  query WorkingGroups {
    viewer {
      managesFederation
    }
    workingGroups {
      id
      name
      purpose
      members {
        id
        shortName
      }
    }
  }
`)

export function loader({ context }: LoaderFunctionArgs) {
  return context.query(WorkingGroups)
}

export default function GroupsPage() {
  const { t } = useWords()
  const { viewer, workingGroups } = useLoaderData<typeof loader>()
  const add = viewer.managesFederation && (
    <ButtonLink to="/organisations/groups/new" icon={Plus}>
      {t('organisations:groups.add')}
    </ButtonLink>
  )
  return (
    <Page
      title={t('organisations:groups.title')}
      lede={t('organisations:groups.lede')}
      actions={workingGroups.length > 0 && add}
    >
      <FederationParts />
      {workingGroups.length === 0 && (
        <EmptyState
          icon={UsersRound}
          title={t('organisations:groups.none')}
          hint={t('organisations:groups.noneHint')}
          action={add}
        />
      )}
      {workingGroups.map(({ id, name, purpose, members }) => (
        <Section
          key={id}
          id={id}
          title={name}
          description={purpose}
          actions={
            viewer.managesFederation && (
              <Link
                to={`/organisations/groups/${id}`}
                className="link"
                aria-label={t('organisations:groups.editOf', { name })}
              >
                {t('organisations:groups.edit')}
              </Link>
            )
          }
        >
          <p className="mb-1 text-sm text-soft">
            {t('organisations:groups.members', { count: members.length })}
          </p>
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {members.map(member => (
              <li key={member.id}>
                <Link to={`/organisations/${member.id}`} prefetch="intent" className="link">
                  {member.shortName}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}
