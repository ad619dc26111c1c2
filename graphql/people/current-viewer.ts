import type { Context } from '../context.ts'
import { openSessions } from './sessions.ts'
import type { Viewer } from './viewer.ts'

/**
 * Who asks, as of now: for a subscription, which may outlive the session, the mandate or the account that it began
 * with. A session that is over makes its person a stranger.
 */
export function currentViewer({
  database,
  exchange,
  now,
}: Pick<Context, 'database' | 'exchange' | 'now'>): Promise<Viewer> {
  return openSessions(database, { secure: exchange.secure, now }).viewer(exchange.sessionSecret)
}
