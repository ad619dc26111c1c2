import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button } from '../components/button.tsx'
import { DataList } from '../components/data-list.tsx'
import { Field } from '../components/field.tsx'
import { Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { Status } from '../components/status.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { revisionTyped } from '../revision-typed.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('people:account.title')

const Account = graphql(`
  query Account {
    viewer {
      person {
        id
        name
        email
        language
        revision
        mandates {
          id
          role
          inForce
          organisation {
            id
            name
          }
        }
      }
    }
    ownSessions {
      createdAt
      expiresAt
      current
    }
  }
`)

const ChangeAccount = graphql(
  `
    mutation ChangeAccount($input: ChangeAccountInput!) {
      changeAccount(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const ChangePassword = graphql(
  `
    mutation ChangePassword($input: ChangePasswordInput!) {
      changePassword(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const EndOtherSessions = graphql(`
  mutation EndOtherSessions {
    endOtherSessions
  }
`)

type OwnSession = ResultOf<typeof Account>['ownSessions'][number]

export async function loader({ context }: LoaderFunctionArgs) {
  const { viewer, ownSessions } = await context.query(Account)
  if (viewer.person === null) throw new Response(null, { status: 401 })
  return { person: viewer.person, ownSessions }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const intent = form.get('intent')
  if (intent === 'sessions') {
    const { endOtherSessions } = await context.mutate(EndOtherSessions, {})
    return redirectWithFlash('/account', 'people:account.endedOthers', { count: endOtherSessions })
  }
  if (intent === 'password') {
    const input = { oldPassword: text('oldPassword'), newPassword: text('newPassword') }
    const { changePassword } = await context.mutate(ChangePassword, { input })
    if (changePassword.__typename === 'Refusal') return refused(changePassword, form)
    return redirectWithFlash('/account', 'people:account.passwordChanged')
  }
  const { changeAccount } = await context.mutate(ChangeAccount, {
    input: {
      name: text('name'),
      language: text('language') === 'en' ? 'en' : 'ro',
      revision: revisionTyped(form),
    },
  })
  if (changeAccount.__typename === 'Refusal') return refused(changeAccount, form)
  return redirectWithFlash('/account', 'people:account.saved')
}

export default function AccountPage() {
  const { t } = useWords()
  const { person, ownSessions } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const mandates = person.mandates.filter(mandate => mandate.inForce)
  return (
    <Page title={t('people:account.title')} width="text">
      <Section title={t('people:account.details')}>
        <div className="space-y-6">
          <DataList
            items={[
              {
                term: t('people:account.email'),
                value: (
                  <>
                    {person.email}
                    <span className="block text-sm text-soft">{t('people:account.emailHint')}</span>
                  </>
                ),
              },
              {
                term: t('people:account.mandates'),
                value:
                  mandates.length > 0 &&
                  mandates.map(({ id, role, organisation }) => (
                    <span key={id} className="block">
                      <Link to={`/organisations/${organisation.id}`} className="link">
                        {organisation.name}
                      </Link>
                      <span className="text-soft"> · {t(`organisations:role.${role}`)}</span>
                    </span>
                  )),
              },
            ]}
          />
          {/* The whole document is loaded anew: the words may be in another language. */}
          <Form
            intent="details"
            values={{ name: person.name, language: person.language }}
            answer={answer}
            revision={person.revision}
            labels={{ name: t('people:account.name'), language: t('people:account.language') }}
            reloadDocument
          >
            <Field
              name="name"
              label={t('people:account.name')}
              hint={t('people:account.nameHint')}
              required
              maxLength={120}
              autoComplete="name"
            />
            <Field
              kind="radio"
              name="language"
              label={t('people:account.language')}
              hint={t('people:account.languageHint')}
              required
              options={(['ro', 'en'] as const).map(value => ({
                value,
                label: t(`common:language.${value}`),
              }))}
            />
            <Button>{t('people:account.save')}</Button>
          </Form>
        </div>
      </Section>
      <Section title={t('people:account.password')} description={t('people:account.passwordLede')}>
        <Form
          intent="password"
          answer={answer}
          key={ownSessions.find(each => each.current)?.createdAt}
          labels={{
            oldPassword: t('people:account.oldPassword'),
            newPassword: t('people:account.newPassword'),
          }}
        >
          <Field
            kind="password"
            name="oldPassword"
            label={t('people:account.oldPassword')}
            required
            autoComplete="current-password"
          />
          <Field
            kind="password"
            name="newPassword"
            label={t('people:account.newPassword')}
            hint={t('people:choose.hint')}
            required
            autoComplete="new-password"
          />
          <Button>{t('people:account.changePassword')}</Button>
        </Form>
      </Section>
      <Sessions sessions={ownSessions} />
    </Page>
  )
}

function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const { t, format } = useWords()
  return (
    <Section title={t('people:account.sessions')} description={t('people:account.sessionsLede')}>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map(({ createdAt, expiresAt, current }) => (
          <li key={`${createdAt} ${expiresAt}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <span className="min-w-0 grow">
              {t('people:account.since', { date: format.dateTime(createdAt) })}
              <span className="block text-sm text-soft">
                {t('people:account.until', { date: format.date(expiresAt) })}
              </span>
            </span>
            {current && <Status tone="kept">{t('people:account.current')}</Status>}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="mt-4">
          <Form intent="sessions">
            <Button look="quiet">{t('people:account.endOthers')}</Button>
          </Form>
        </div>
      )}
    </Section>
  )
}
