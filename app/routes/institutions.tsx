import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ExternalLink } from 'lucide-react'
import { refused } from '../answered.server.ts'
import { byName } from '../by-name.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Field } from '../components/field.tsx'
import { Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { Table } from '../components/table.tsx'
import { useSaved } from '../components/use-saved.ts'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('dossiers:institutions.title')

const InstitutionList = graphql(`
  query InstitutionList {
    mayManageDossiers
    institutions(first: 500) {
      nodes {
        id
        name
        acronym
        website
      }
    }
  }
`)

const CreateInstitution = graphql(
  `
    mutation CreateInstitution($input: CreateInstitutionInput!) {
      createInstitution(input: $input) {
        __typename
        ... on Institution {
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export function loader({ context }: LoaderFunctionArgs) {
  return context.query(InstitutionList)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = (name: string) => String(form.get(name) ?? '')
  const input = {
    nameRo: typed('nameRo'),
    nameEn: typed('nameEn'),
    acronym: typed('acronym'),
    website: typed('website'),
  }
  const { createInstitution } = await context.mutate(CreateInstitution, { input })
  if (createInstitution.__typename === 'Refusal') return refused(createInstitution, form)
  return redirectWithFlash('/institutions', 'dossiers:institutions.added')
}

export default function Institutions() {
  const { t } = useWords()
  const { institutions, mayManageDossiers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const saved = useSaved('add', answer)
  return (
    <Page
      title={t('dossiers:institutions.title')}
      lede={t('dossiers:institutions.lede')}
      breadcrumb={[{ to: '/dossiers', label: t('dossiers:list.title') }]}
    >
      <Table
        caption={t('dossiers:institutions.caption')}
        rows={byName(institutions.nodes)}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('dossiers:institutions.empty')} />}
        columns={[
          { key: 'name', header: t('dossiers:institutions.name'), cell: ({ name }) => name },
          { key: 'acronym', header: t('dossiers:institutions.acronym'), cell: ({ acronym }) => acronym },
          {
            key: 'website',
            header: t('dossiers:institutions.website'),
            cell: ({ website }) =>
              website && (
                <a href={website} rel="noreferrer" className="link inline-flex items-center gap-1.5">
                  {new URL(website).hostname.replace(/^www\./, '')}
                  <ExternalLink aria-hidden className="size-3.5" />
                </a>
              ),
          },
        ]}
      />
      {mayManageDossiers && (
        <Section title={t('dossiers:institutions.add')} id="add">
          <div className="max-w-2xl">
            <Form
              key={saved}
              intent="add"
              answer={answer}
              labels={{
                nameRo: t('dossiers:institutions.nameRo'),
                nameEn: t('dossiers:institutions.nameEn'),
                acronym: t('dossiers:institutions.acronym'),
                website: t('dossiers:institutions.website'),
              }}
            >
              <Field name="nameRo" label={t('dossiers:institutions.nameRo')} required maxLength={200} />
              <Field name="nameEn" label={t('dossiers:institutions.nameEn')} maxLength={200} />
              <Field name="acronym" label={t('dossiers:institutions.acronym')} maxLength={40} />
              <Field kind="url" name="website" label={t('dossiers:institutions.website')} />
              <Button>{t('dossiers:institutions.save')}</Button>
            </Form>
          </div>
        </Section>
      )}
    </Page>
  )
}
