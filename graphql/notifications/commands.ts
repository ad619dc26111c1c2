import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { inTransaction } from '../context.ts'
import { allow } from '../refusal.ts'
import { ownNotifications } from './access.ts'

builder.mutationField('markNotificationsRead', t =>
  t.int({
    description: 'Marks the viewer’s notifications read, all or those of `ids`; answers how many were.',
    args: { ids: t.arg.idList({ required: false }) },
    authScopes: { signedIn: true },
    resolve: (_root, { ids }, context) => {
      const { viewer, now } = context
      allow(viewer.person !== null, viewer)
      return inTransaction(context, async tx => {
        const { count } = await tx.notification.updateMany({
          where: { ...ownNotifications(viewer), readAt: null, ...(ids ? { id: { in: ids } } : {}) },
          data: { readAt: now() },
        })
        await announce(tx, viewer.person?.id ?? '')
        return count
      })
    },
  }),
)
