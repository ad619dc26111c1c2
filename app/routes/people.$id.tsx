import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { KeyRound, Pencil, UserPlus } from 'lucide-react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { DataList } from '../components/data-list.tsx'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Form } from '../components/form.tsx'
import { MandateTable } from '../components/organisations/mandate-table.tsx'
import { Page } from '../components/page.tsx'
import { OneTimeLink } from '../components/people/one-time-link.tsx'
import { Standing } from '../components/people/standing.tsx'
import { Section } from '../components/section.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled<typeof loader>(({ data, t }) => data?.name ?? t('people:list.title'))

const OnePerson = graphql(`
  query OnePerson($id: ID!) {
    person(id: $id) {
      id
      name
      email
      language
      federationRole
      joined
      disabled
      mayManage
      mandates {
        id
        role
        startsOn
        endsOn
        inForce
        over
        organisation {
          id
          name
        }
      }
    }
  }
`)

const InvitePerson = graphql(
  `
    mutation InvitePerson($id: ID!) {
      invitePerson(id: $id) {
        __typename
        ... on PersonInvitation {
          url
          expiresAt
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const DisablePerson = graphql(
  `
    mutation DisablePerson($id: ID!) {
      disablePerson(id: $id) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const EnablePerson = graphql(
  `
    mutation EnablePerson($id: ID!) {
      enablePerson(id: $id) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

type Person = NonNullable<ResultOf<typeof OnePerson>['person']>

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { person } = await context.query(OnePerson, { id: params.id ?? '' })
  if (person === null) throw new Response(null, { status: 404 })
  return person
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = params.id ?? ''
  const intent = form.get('intent')
  if (intent === 'disable') {
    const { disablePerson } = await context.mutate(DisablePerson, { id })
    if (disablePerson.__typename === 'Refusal') return refused(disablePerson, form)
    return redirectWithFlash(`/people/${id}`, 'people:one.disabledNow')
  }
  if (intent === 'enable') {
    const { enablePerson } = await context.mutate(EnablePerson, { id })
    if (enablePerson.__typename === 'Refusal') return refused(enablePerson, form)
    return redirectWithFlash(`/people/${id}`, 'people:one.enabledNow')
  }
  const { invitePerson } = await context.mutate(InvitePerson, { id })
  if (invitePerson.__typename === 'Refusal') return refused(invitePerson, form)
  return { invitation: invitePerson }
}

export default function PersonPage() {
  const { t } = useWords()
  const person = useLoaderData<typeof loader>()
  const { id, name, email, mayManage } = person
  return (
    <Page
      title={name}
      breadcrumb={[{ to: '/people', label: t('people:list.title') }]}
      status={<Standing {...person} />}
      actions={
        mayManage && (
          <ButtonLink to={`/people/${id}/edit`} look="quiet" icon={Pencil}>
            {t('people:one.edit')}
          </ButtonLink>
        )
      }
    >
      <DataList
        items={[
          {
            term: t('people:one.email'),
            value: email && (
              <a href={`mailto:${email}`} className="link break-words">
                {email}
              </a>
            ),
          },
          {
            term: t('people:one.federationRole'),
            value: person.federationRole && t(`people:federationRole.${person.federationRole}`),
          },
          { term: t('people:one.language'), value: t(`common:language.${person.language}`) },
        ]}
      />
      <Mandates {...person} />
      {mayManage && <Account {...person} />}
    </Page>
  )
}

function Mandates({ id, mandates, mayManage }: Person) {
  const { t } = useWords()
  const give = mayManage && (
    <ButtonLink to={`/mandates/new?person=${id}`} look="quiet" icon={UserPlus}>
      {t('organisations:mandate.give')}
    </ButtonLink>
  )
  return (
    <Section title={t('people:one.mandates')} actions={mandates.length > 0 && give}>
      {mandates.length === 0 ? (
        <EmptyState title={t('people:one.noMandates')} hint={t('people:one.noMandatesHint')} action={give} />
      ) : (
        <MandateTable
          rows={mandates.map(({ organisation, ...mandate }) => ({
            ...mandate,
            other: { ...organisation, to: `/organisations/${organisation.id}` },
          }))}
          otherHeader={t('organisations:mandate.organisation')}
          mayEnd={mayManage}
        />
      )}
    </Section>
  )
}

/** The secretariat's side: a fresh link, closing and opening the account. */
function Account({ name, joined, disabled }: Person) {
  const { t } = useWords()
  const answer = useActionData<typeof action>()
  const refusal = answer && 'refusal' in answer ? answer : null
  const invitation = answer && 'invitation' in answer ? answer.invitation : null
  if (disabled)
    return (
      <Section title={t('people:one.account')}>
        <Form intent="enable" answer={refusal}>
          <Button look="quiet">{t('people:one.enable')}</Button>
        </Form>
      </Section>
    )
  return (
    <Section title={t('people:one.account')} description={t('people:one.inviteLede')}>
      <div className="space-y-6">
        {invitation && <OneTimeLink {...invitation} name={name} />}
        <Form intent="invite" answer={refusal} preventScrollReset>
          <Button look="quiet" icon={KeyRound}>
            {t(joined ? 'people:one.reset' : 'people:one.invite')}
          </Button>
        </Form>
        <Dialog
          trigger={t('people:one.disable')}
          title={t('people:one.disableTitle')}
          refused={refusal?.values.intent === 'disable'}
        >
          <Form intent="disable" answer={refusal}>
            <p>{t('people:one.disableLede')}</p>
            <Button look="danger">{t('people:one.disable')}</Button>
          </Form>
        </Dialog>
      </div>
    </Section>
  )
}
