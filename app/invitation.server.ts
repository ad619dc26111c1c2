import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { refused } from './answered.server.ts'
import { graphql } from './graphql.ts'
import { RefusalFields } from './refused.ts'

const Invitation = graphql(`
  query Invitation($secret: String!) {
    invitation(secret: $secret) {
      kind
      name
      email
    }
  }
`)

const AcceptInvitation = graphql(
  `
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
      acceptInvitation(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

const OpenedTexts = graphql(`
  query OpenedTexts {
    openTexts {
      documentId
      open
    }
  }
`)

/** What the one-time link of this address is for; `invitation` is null, with status 410, where it is not of `kind` or works no more. */
export async function openInvitation(
  { params, context }: LoaderFunctionArgs,
  kind: 'setup' | 'join' | 'password_reset',
) {
  const { invitation } = await context.query(Invitation, { secret: params.secret ?? '' })
  // The address is a secret, and what it opens is for one person: no cache may keep it.
  const headers = { 'Cache-Control': 'no-store' }
  if (invitation === null || invitation.kind !== kind)
    return data({ invitation: null }, { status: 410, headers })
  return data({ invitation }, { headers })
}

/** Chooses the password, and then the person is signed in. */
export async function acceptInvitation({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const input = { secret: params.secret ?? '', password: String(form.get('password') ?? '') }
  const { acceptInvitation: accepted } = await context.mutate(AcceptInvitation, { input })
  if (accepted.__typename === 'Refusal') return refused(accepted, form)
  // From here on the request is theirs. Whoever came as a guest of a text goes to it.
  const { openTexts } = await context.query(OpenedTexts)
  const opened = openTexts.find(({ open }) => open)
  return redirect(opened === undefined ? '/' : `/texts/${opened.documentId}`)
}
