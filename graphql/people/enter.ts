import { type Context, inTransaction } from '../context.ts'
import { announceAccess } from '../documents/log.ts'
import { openSessions } from './sessions.ts'
import { stranger, type ViewerPerson } from './viewer.ts'

/**
 * Starts a new session for `person` in place of the one that came with the request (a session never outlives a gain
 * of rights), and the rest of the request is theirs.
 */
export async function enter(context: Context, person: ViewerPerson): Promise<void> {
  const sessions = openSessions(context.database, context.exchange)
  await sessions.end(context.exchange.sessionSecret)
  const before = context.viewer.person
  // Texts that this browser had open for somebody else close.
  if (before !== null && before.id !== person.id)
    await inTransaction(context, tx => announceAccess(tx, { personId: before.id }))
  context.exchange.setCookie(await sessions.start(person.id))
  context.viewer = { ...stranger, person }
}

/** The columns that make a `ViewerPerson`. */
export const viewerPerson = {
  id: true,
  name: true,
  email: true,
  language: true,
  federationRole: true,
} as const
