import type { Prisma } from '../../prisma/client.ts'
import { nothing } from '../builder.ts'
import type { Viewer } from '../people/viewer.ts'

/** Everybody reads their own notifications and nobody else's. */
export function ownNotifications(viewer: Viewer): Prisma.NotificationWhereInput {
  return viewer.person === null ? nothing : { personId: viewer.person.id }
}
