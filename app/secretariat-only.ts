import type { AppLoadContext } from '@remix-run/node'
import { graphql } from './graphql.ts'

const ManagesFederation = graphql(`
  query ManagesFederation {
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
