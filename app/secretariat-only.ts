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

const ReadsAudit = graphql(`
  query ReadsAudit {
    unreadNotifications
    viewer {
      readsAudit
    }
  }
`)

/** For a page that is one form of the secretariat's: strangers sign in first, others are told that it is not theirs. */
export async function secretariatOnly(context: AppLoadContext): Promise<void> {
  const { viewer } = await context.query(ManagesFederation)
  if (!viewer.managesFederation) throw new Response(null, { status: 403 })
}

/** For the audit trail: strangers sign in first, other members are told that it is not theirs. */
export async function auditReadersOnly(context: AppLoadContext): Promise<void> {
  const { viewer } = await context.query(ReadsAudit)
  if (!viewer.readsAudit) throw new Response(null, { status: 403 })
}
