import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { inBucharest } from '../i18n/format.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { secretariatOnly } from '../secretariat-only.ts'
import { subjectPath } from '../subject-path.ts'
import { dayTyped } from '../typed-time.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('organisations:mandate.give')

const roles = ['delegate', 'deputy', 'drafter', 'observer'] as const

const MandateChoices = graphql(`
  query MandateChoices {
    people(first: 500) {
      nodes {
        id
        name
        email
      }
    }
    organisations(first: 500, membership: current) {
      nodes {
        id
        name
      }
    }
  }
`)

const GiveMandate = graphql(
  `
    mutation GiveMandate($input: GiveMandateInput!) {
      giveMandate(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** The page that asked, by what it is about: `?organisation=org_…` or `?person=per_…`. */
function askedBy(request: Request) {
  const params = new URL(request.url).searchParams
  const personId = params.get('person') ?? ''
  const organisationId = params.get('organisation') ?? ''
  const subject = personId || organisationId
  return { personId, organisationId, back: subject === '' ? '/organisations' : subjectPath(subject) }
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  await secretariatOnly(context)
  const { people, organisations } = await context.query(MandateChoices)
  const { back, ...asked } = askedBy(request)
  const startsOn = inBucharest(new Date()).date
  return {
    people: people.nodes,
    organisations: organisations.nodes,
    back,
    values: { ...asked, role: 'drafter', startsOn },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const organisationId = String(form.get('organisationId') ?? '')
  const { giveMandate } = await context.mutate(GiveMandate, {
    input: {
      personId: String(form.get('personId') ?? ''),
      organisationId,
      role: roles.find(role => role === form.get('role')) ?? 'observer',
      startsOn: dayTyped(form.get('startsOn')),
      endsOn: dayTyped(form.get('endsOn')),
    },
  })
  if (giveMandate.__typename === 'Refusal') return refused(giveMandate, form)
  const { personId } = askedBy(request)
  return redirectWithFlash(subjectPath(personId || organisationId), 'organisations:mandate.given')
}

export default function NewMandate() {
  const { t } = useWords()
  const { people, organisations, back, values } = useLoaderData<typeof loader>()
  const labels = {
    personId: t('organisations:mandate.person'),
    organisationId: t('organisations:mandate.organisation'),
    startsOn: t('organisations:mandate.startsOn'),
    endsOn: t('organisations:mandate.endsOn'),
  }
  return (
    <Page
      title={t('organisations:mandate.give')}
      lede={t('organisations:one.peopleLede')}
      width="text"
      breadcrumb={[{ to: '/organisations', label: t('organisations:list.title') }]}
    >
      <Form values={values} answer={useActionData<typeof action>()} labels={labels}>
        <Field
          kind="select"
          name="personId"
          label={t('organisations:mandate.person')}
          required
          options={people.map(({ id, name, email }) => ({
            value: id,
            label: email ? `${name} · ${email}` : name,
          }))}
        />
        <Field
          kind="select"
          name="organisationId"
          label={t('organisations:mandate.organisation')}
          required
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field
          kind="radio"
          name="role"
          label={t('organisations:mandate.role')}
          required
          options={roles.map(value => ({
            value,
            label: t(`organisations:role.${value}`),
            hint: t(`organisations:roleHint.${value}`),
          }))}
        />
        <div className="grid gap-6 sm:grid-cols-2 sm:items-end">
          <Field kind="date" name="startsOn" label={t('organisations:mandate.startsOn')} required />
          <Field
            kind="date"
            name="endsOn"
            label={t('organisations:mandate.endsOn')}
            hint={t('organisations:mandate.endsOnHint')}
          />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button>{t('organisations:mandate.giveButton')}</Button>
          <ButtonLink to={back} look="quiet">
            {t('organisations:form.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
