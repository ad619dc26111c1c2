import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { localPath } from '../local-path.ts'
import { RefusalFields } from '../refused.ts'

export const meta = titled('people:signIn.title')

const DemonstrationAccounts = graphql(`
  query DemonstrationAccounts {
    demonstrationAccounts {
      email
      password
      role
    }
  }
`)

const SignIn = graphql(
  `
    mutation SignIn($input: SignInInput!) {
      signIn(input: $input) {
        __typename
        ... on Person {
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** Where somebody was going when they were asked to sign in; home when that is no page of this site. */
const nextOf = (request: Request) => localPath(new URL(request.url).searchParams.get('next')) ?? '/'

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.viewer !== null) throw redirect(nextOf(request))
  if (!context.demo) return { accounts: [] }
  const { demonstrationAccounts } = await context.query(DemonstrationAccounts)
  return { accounts: demonstrationAccounts }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const input = { email: String(form.get('email') ?? ''), password: String(form.get('password') ?? '') }
  const { signIn } = await context.mutate(SignIn, { input })
  if (signIn.__typename === 'Refusal') return refused(signIn, form)
  return redirect(nextOf(request))
}

export default function SignInPage() {
  const { t } = useWords()
  const { accounts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <Page title={t('people:signIn.title')} lede={t('people:signIn.lede')} width="text">
        {/* The whole document is loaded anew: the person's language may be another one. */}
        <Form answer={answer} reloadDocument>
          <Field
            kind="email"
            name="email"
            label={t('people:signIn.email')}
            autoComplete="username"
            required
            autoFocus
          />
          <Field
            kind="password"
            name="password"
            label={t('people:signIn.password')}
            autoComplete="current-password"
            required
          />
          <Button>{t('people:signIn.enter')}</Button>
          <p className="text-sm text-soft">{t('people:signIn.forgotten')}</p>
        </Form>
      </Page>
      {accounts.length > 0 && (
        <Section title={t('people:demonstration.title')} description={t('people:demonstration.lede')}>
          <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
            {accounts.map(account => (
              <li key={account.email}>
                <DemonstrationAccount {...account} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

/** A form of its own, sent like any other: one click signs in, before JavaScript too. */
function DemonstrationAccount({ email, password, role }: { email: string; password: string; role: string }) {
  const { t } = useWords()
  return (
    <form method="post">
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="password" value={password} />
      <button
        type="submit"
        className="w-full rounded-md border border-edge bg-paper px-4 py-2.5 text-left hover:border-accent hover:text-accent"
      >
        <span className="block font-medium">
          <span className="sr-only">{t('people:demonstration.enterAs')} </span>
          {role}
        </span>
        <span className="block text-sm text-soft">{email}</span>
      </button>
    </form>
  )
}
