/** Counts what really reaches the database: with joins and batches, calls of the client say little about that. */
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQueryable } from '@prisma/driver-adapter-utils'

export interface StatementCount {
  total: number
}

function counted<Queryable extends SqlQueryable>(queryable: Queryable, count: StatementCount): Queryable {
  const { queryRaw, executeRaw } = queryable
  queryable.queryRaw = query => {
    count.total += 1
    return queryRaw.call(queryable, query)
  }
  queryable.executeRaw = query => {
    count.total += 1
    return executeRaw.call(queryable, query)
  }
  return queryable
}

/** The same factory, its adapters and their transactions counting into `count`. */
export function countingStatements(
  factory: SqlDriverAdapterFactory,
  count: StatementCount,
): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter: SqlDriverAdapter = counted(await factory.connect(), count)
      const start = adapter.startTransaction
      adapter.startTransaction = async isolation => counted(await start.call(adapter, isolation), count)
      return adapter
    },
  }
}
