import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ChoosePassword, ExpiredLink } from '../components/people/choose-password.tsx'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { acceptInvitation, openInvitation } from '../invitation.server.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('people:reset.title')

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const loader = (args: LoaderFunctionArgs) => openInvitation(args, 'password_reset')

export const action = (args: ActionFunctionArgs) => acceptInvitation(args)

export default function ResetPassword() {
  const { t } = useWords()
  const { invitation } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (invitation === null) return <ExpiredLink lede={t('people:expired.lede')} />
  return (
    <ChoosePassword
      title={t('people:reset.title')}
      lede={t('people:reset.lede')}
      email={invitation.email ?? ''}
      answer={answer}
    />
  )
}
