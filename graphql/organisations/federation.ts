import type { Database } from '../../prisma/client.ts'
import { builder } from '../builder.ts'

/** Set once, at set-up, and never changed after: every page shows it, so it is read once a process. */
const names = new WeakMap<Database, string>()

async function nameIn(database: Database): Promise<string | null> {
  const known = names.get(database)
  if (known !== undefined) return known
  const federation = await database.prisma.federation.findUnique({
    where: { id: 'federation' },
    select: { name: true },
  })
  if (federation !== null) names.set(database, federation.name)
  return federation?.name ?? null
}

builder.queryField('federationName', t =>
  t.string({
    nullable: true,
    description: 'What the federation calls itself; everybody may know. Null until it is set up.',
    resolve: (_root, _args, { database }) => nameIn(database),
  }),
)
