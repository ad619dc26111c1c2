import { inLanguage } from '../bilingual.ts'
import { builder } from '../builder.ts'
import { watch } from '../watch.ts'
import { ownNotifications } from './access.ts'

builder.prismaNode('Notification', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [ownNotifications(viewer)] }),
  select: { id: true, personId: true },
  authScopes: ({ personId }, { viewer }) => viewer.person?.id === personId,
  fields: t => ({
    kind: t.exposeString('kind'),
    subjectId: t.exposeString('subjectId', { description: 'The id of what it is about: where to go.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    read: t.boolean({ select: { readAt: true }, resolve: ({ readAt }) => readAt !== null }),
    message: t.string({
      description: 'One sentence in the viewer’s language.',
      select: { kind: true, values: true },
      resolve: ({ kind, values }, _args, { t: translate, locale }) =>
        translate(`news:${kind}`, wordsOf(values, locale)),
    }),
  }),
})

/** The stored values; of each pair such as `titleRo` and `titleEn` also `title`, in the reader's language where it has it. */
function wordsOf(values: unknown, locale: 'ro' | 'en'): Record<string, string | number> {
  const words: Record<string, string | number> = {}
  if (typeof values === 'object' && values !== null)
    for (const [name, value] of Object.entries(values))
      if (typeof value === 'string' || typeof value === 'number') words[name] = value
  for (const pair of Object.keys(words).filter(name => /.Ro$/.test(name))) {
    const name = pair.slice(0, -2)
    words[name] = inLanguage(locale, String(words[pair]), String(words[`${name}En`] ?? ''))
  }
  return words
}

builder.queryField('notifications', t =>
  t.prismaConnection({
    type: 'Notification',
    cursor: 'id',
    authScopes: { signedIn: true },
    totalCount: (_root, _args, { database, viewer }) =>
      database.prisma.notification.count({ where: ownNotifications(viewer) }),
    resolve: (query, _root, _args, { database, viewer }) =>
      database.prisma.notification.findMany({
        ...query,
        where: ownNotifications(viewer),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)

builder.queryField('unreadNotifications', t =>
  t.int({
    description: 'How many of the viewer’s notifications are unread.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, { database, viewer }) =>
      database.prisma.notification.count({ where: { ...ownNotifications(viewer), readAt: null } }),
  }),
)

builder.subscriptionField('unreadNotifications', t =>
  t.int({
    description: 'The number of unread notifications, now and at each change.',
    authScopes: { signedIn: true },
    subscribe: (_root, _args, context) => {
      const own = context.viewer.person?.id ?? ''
      return watch(context, [own], viewer => viewer.person?.id === own)
    },
    resolve: (_event, _args, { database, viewer }) =>
      database.prisma.notification.count({ where: { ...ownNotifications(viewer), readAt: null } }),
  }),
)
