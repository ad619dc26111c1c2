import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { refused } from '../answered.server.ts'
import { Button } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { ExpiredLink } from '../components/people/choose-password.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { openInvitation } from '../invitation.server.ts'
import { RefusalFields } from '../refused.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('people:setup.title')

const SetUpFederation = graphql(
  `
    mutation SetUpFederation($input: SetUpFederationInput!) {
      setUpFederation(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

const fieldNames = [
  'federationName',
  'organisationName',
  'organisationShortName',
  'county',
  'personName',
  'email',
  'password',
] as const

export const loader = (args: LoaderFunctionArgs) => openInvitation(args, 'setup')

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const { setUpFederation } = await context.mutate(SetUpFederation, {
    input: {
      secret: params.secret ?? '',
      federationName: text('federationName'),
      organisationName: text('organisationName'),
      organisationShortName: text('organisationShortName'),
      county: text('county'),
      personName: text('personName'),
      email: text('email'),
      password: text('password'),
      language: text('language') === 'en' ? 'en' : 'ro',
      exampleRules: form.has('exampleRules'),
    },
  })
  if (setUpFederation.__typename === 'Refusal') return refused(setUpFederation, form)
  return redirectWithFlash('/organisations', 'people:setup.done')
}

export default function SetUp() {
  const { t, locale } = useWords()
  const { invitation } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const labels = Object.fromEntries(fieldNames.map(name => [name, t(`people:setup.${name}`)]))
  if (invitation === null) return <ExpiredLink lede={t('people:expired.setup')} />
  return (
    <Page title={t('people:setup.title')} lede={t('people:setup.lede')} width="text">
      {/* After a refusal only what was typed counts: a box that was unticked must not come back ticked. */}
      <Form values={{ language: locale, exampleRules: true }} answer={answer} labels={labels} reloadDocument>
        <Part title={t('people:setup.federation')}>
          <Field
            name="federationName"
            label={t('people:setup.federationName')}
            required
            maxLength={120}
            autoFocus
          />
        </Part>
        <Part title={t('people:setup.organisation')} lede={t('people:setup.organisationLede')}>
          <Field
            name="organisationName"
            label={t('people:setup.organisationName')}
            required
            maxLength={200}
            autoComplete="organization"
          />
          <Field
            name="organisationShortName"
            label={t('people:setup.organisationShortName')}
            required
            maxLength={60}
          />
          <Field name="county" label={t('people:setup.county')} required maxLength={60} />
        </Part>
        <Part title={t('people:setup.person')} lede={t('people:setup.personLede')}>
          <Field
            name="personName"
            label={t('people:setup.personName')}
            required
            maxLength={120}
            autoComplete="name"
          />
          <Field kind="email" name="email" label={t('people:setup.email')} required autoComplete="username" />
          <Field
            kind="password"
            name="password"
            label={t('people:setup.password')}
            hint={t('people:choose.hint')}
            required
            autoComplete="new-password"
          />
          <Field
            kind="radio"
            name="language"
            label={t('people:setup.language')}
            required
            options={(['ro', 'en'] as const).map(value => ({ value, label: t(`common:language.${value}`) }))}
          />
        </Part>
        <Part title={t('people:setup.rules')}>
          <Field
            kind="checkbox"
            name="exampleRules"
            label={t('people:setup.exampleRules')}
            hint={t('people:setup.exampleRulesHint')}
          />
        </Part>
        <Button>{t('people:setup.button')}</Button>
      </Form>
    </Page>
  )
}

function Part({ title, lede, children }: { title: string; lede?: string; children: ReactNode }) {
  return (
    <fieldset className="space-y-5">
      <legend className="text-xl font-semibold tracking-tight">{title}</legend>
      {lede && <p className="text-sm text-soft">{lede}</p>}
      {children}
    </fieldset>
  )
}
