import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { graphql } from '../graphql.ts'

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`)

export async function action({ context }: ActionFunctionArgs) {
  await context.mutate(SignOut, {})
  // The way back must not show pages of the person who left, to whoever sits down next.
  return redirect('/sign-in', { headers: { 'Clear-Site-Data': '"cache"' } })
}

/** Signing out changes something, so a link or a prefetch cannot do it. */
export const loader = () => redirect('/')
