/**
 * SQL statements of every page: asked over HTTP as a signed-in person, at 3 and at 300 rows of everything. The one
 * statement that finds out who asks is not the page's, and is taken off.
 */
import { pages } from '../tests/support/pages.ts'
import { openBenchDatabase } from './database.ts'
import { printFigure } from './figure.ts'
import { openBenchPlatform } from './platform.ts'
import { addRows } from './rows.ts'

const mostStatements = 8

export async function benchStatements(): Promise<void> {
  const counts = new Map<string, number[]>()
  for (const rows of [3, 300]) {
    const opened = await openBenchDatabase('embedded')
    if (opened === undefined) return
    const platform = await openBenchPlatform(opened.database)
    await addRows(opened.database, rows)
    for (const { path, as, status } of pages) {
      if (as === null || status !== undefined) continue
      const name = `${path} as ${as.replace('per_', '')}`
      const cookie = await platform.signIn(as)
      await platform.get(path, cookie)
      const before = opened.database.statements.total
      await platform.get(path, cookie)
      const whoAsks = 1
      counts.set(name, [...(counts.get(name) ?? []), opened.database.statements.total - before - whoAsks])
    }
    await platform.close()
    await opened.drop()
  }
  for (const [path, [few = 0, many = 0]] of counts) {
    printFigure({
      name: `statements ${path}`,
      value: many,
      unit: 'SQL statements at 300 rows',
      ratio: null,
      target: mostStatements,
    })
    printFigure({
      name: `statements ${path}, 300 rows against 3`,
      value: many,
      unit: 'SQL statements',
      ratio: many / Math.max(1, few),
      target: 1,
    })
  }
}
