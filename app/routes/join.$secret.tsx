import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ChoosePassword, ExpiredLink } from '../components/people/choose-password.tsx'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { acceptInvitation, openInvitation } from '../invitation.server.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('people:join.title')

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const loader = (args: LoaderFunctionArgs) => openInvitation(args, 'join')

export const action = (args: ActionFunctionArgs) => acceptInvitation(args)

export default function Join() {
  const { t } = useWords()
  const { invitation } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (invitation === null) return <ExpiredLink lede={t('people:expired.lede')} />
  return (
    <ChoosePassword
      title={t('people:join.title')}
      lede={t('people:join.lede')}
      email={invitation.email ?? ''}
      answer={answer}
    />
  )
}
