/** How every benchmark of the project speaks: one JSON line a figure, and exit code 0 also when a target is missed. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** Against a peer or a floor measured in the same run; null where the value itself has the target. */
  ratio: number | null
  /** What `ratio` (or `value`, without one) should not exceed; null for a figure that is only told. */
  target: number | null
}

const rounded = (value: number) => Number(value.toPrecision(4))

export function printFigure({ name, value, unit, ratio, target }: Figure): void {
  const judged = ratio ?? value
  const line = {
    name,
    value: rounded(value),
    unit,
    ratio: ratio === null ? null : rounded(ratio),
    target,
    met: target === null || judged <= target,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** The middle one: half of the samples are smaller. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
