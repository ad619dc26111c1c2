import { fold } from '../packages/procedure/fold.ts'

/** Rows in the order of their names as people look for them: Î beside I, Ș beside S, whatever the database's order. */
export function byName<Row extends { name: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => {
    const [one, other] = [fold(a.name), fold(b.name)]
    return one < other ? -1 : one > other ? 1 : 0
  })
}
