import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { graphql } from '../graphql.ts'

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`)

export async function action({ context }: ActionFunctionArgs) {
  await context.mutate(SignOut, {})
  return redirect('/sign-in')
}

/** Signing out changes something, so a link or a prefetch cannot do it. */
export const loader = () => redirect('/')
