import { builder } from '../builder.ts'

builder.queryField('federationName', t =>
  t.string({
    nullable: true,
    description: 'What the federation calls itself; everybody may know. Null until it is set up.',
    resolve: async (_root, _args, { database }) =>
      (await database.prisma.federation.findUnique({ where: { id: 'federation' }, select: { name: true } }))
        ?.name ?? null,
  }),
)
