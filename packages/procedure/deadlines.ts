import { addCalendarDays, addWorkingDays } from './calendar/counting.ts'
import type { LegalDate } from './calendar/date.ts'
import type { Circumstance, DossierFacts, Period, Procedure } from './stage.ts'
import { inOrder, type Step, stage } from './steps.ts'

/** A date that the law gives, computed from a step. A stated date is kept beside it, never overwritten. */
export interface ComputedDate {
  readonly period: Period
  readonly from: LegalDate
  readonly date: LegalDate
}

/** The date on which a period that begins on `from` ends. */
export function endOf(period: Period, from: LegalDate, closed: readonly LegalDate[] = []): LegalDate {
  const { days, unit, counting, onClosedDay } = period
  return unit === 'working'
    ? addWorkingDays(from, days, { counting, closed })
    : addCalendarDays(from, days, { counting, onClosedDay, closed })
}

/**
 * The dates that the law gives from what has happened so far, soonest first. A period runs from the last
 * step of its stage, when that is known to the day, until the stage it leads to is reached or passed. A
 * dossier that ended has none.
 */
export function computedDates(
  procedure: Procedure,
  steps: readonly Step[],
  { circumstances = [], closed = [] }: DossierFacts = {},
): readonly ComputedDate[] {
  const ordered = inOrder(procedure, steps)
  const place = (key: string) => procedure.stages.findIndex(candidate => candidate.key === key)
  const dates = ordered.flatMap((step, index) => {
    const before = ordered.slice(0, index)
    const after = ordered.slice(index + 1)
    const isLastOfItsStage = !after.some(later => later.stage === step.stage)
    if (!isLastOfItsStage || (step.precision ?? 'day') !== 'day') return []
    const atStart = new Set([...circumstances, ...brought(procedure, before)])
    const byNow = new Set([...circumstances, ...brought(procedure, ordered)])
    const running = (period: Period) =>
      (period.when?.some(circumstance => atStart.has(circumstance)) ?? true) &&
      !period.unless?.some(circumstance => byNow.has(circumstance)) &&
      !after.some(later => place(later.stage) >= place(period.to))
    return (stage(procedure, step.stage)?.starts ?? [])
      .filter(running)
      .map(period => ({ period, from: step.date, date: endOf(period, step.date, closed) }))
  })
  return dates.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function brought(procedure: Procedure, steps: readonly Step[]): readonly Circumstance[] {
  return steps.flatMap(step => stage(procedure, step.stage)?.brings ?? [])
}
