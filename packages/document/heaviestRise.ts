/**
 * Which of `items`, read from left to right, keep rising in `order` and have the most `weight` together: of blocks that
 * stand in another order, the ones that stayed while the others moved. The best weights are kept in a Fenwick tree over
 * the orders, so it takes n log n.
 *
 * @param items orders are whole numbers from 0, each once
 * @returns for each item whether it is one of them
 */
export function heaviestRise(items: readonly { order: number; weight: number }[]): boolean[] {
  const size = items.reduce((highest, { order }) => Math.max(highest, order), 0) + 2
  const best = Array.from({ length: size }, () => ({ weight: 0, last: -1 }))
  const previous: number[] = []
  const heaviestUnder = (order: number) => {
    let found = { weight: 0, last: -1 }
    for (let at = order; at > 0; at -= at & -at) {
      const each = best[at]
      if (each && each.weight > found.weight) found = each
    }
    return found
  }
  items.forEach(({ order, weight }, index) => {
    const under = heaviestUnder(order)
    previous[index] = under.last
    const reached = { weight: under.weight + weight, last: index }
    for (let at = order + 1; at < size; at += at & -at) {
      const each = best[at]
      if (each && each.weight < reached.weight) best[at] = reached
    }
  })
  const rising = items.map(() => false)
  for (let at = heaviestUnder(size - 1).last; at !== -1; at = previous[at] ?? -1) rising[at] = true
  return rising
}
