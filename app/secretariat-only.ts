import type { AppLoadContext } from '@remix-run/node'
import { graphql } from './graphql.ts'

/** `unreadNotifications` is for the signed-in only: asking for it sends a stranger to the sign-in page. */
const ManagesFederation = graphql(`
  query ManagesFederation {
    unreadNotifications
    viewer {
      managesFederation
    }
  }
`)

/** For a page that is one form of the secretariat's: strangers sign in first, others are told that it is not theirs. */
export async function secretariatOnly(context: AppLoadContext): Promise<void> {
  const { viewer } = await context.query(ManagesFederation)
  if (!viewer.managesFederation) throw new Response(null, { status: 403 })
}
