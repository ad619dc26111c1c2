import { firstDay, type LegalDate, type Precision } from './calendar/date.ts'
import { euDirective } from './procedures/eu-directive.ts'
import { governmentAct } from './procedures/government-act.ts'
import { international } from './procedures/international.ts'
import { law } from './procedures/law.ts'
import { strategy } from './procedures/strategy.ts'
import type { DossierFacts, Procedure, ProcedureKey, Stage } from './stage.ts'

/** The five procedures by key. */
export const procedures: Readonly<Record<ProcedureKey, Procedure>> = {
  law,
  government_act: governmentAct,
  strategy,
  eu_directive: euDirective,
  international,
}

/** A stage that a dossier reached, on a date known to the day, the month or the year (the day unless told). */
export interface Step {
  readonly stage: string
  readonly date: LegalDate
  readonly precision?: Precision | undefined
}

/** The stage of that key; in a free procedure an unlisted key names itself; nothing otherwise. */
export function stage(procedure: Procedure, key: string): Stage | undefined {
  const listed = procedure.stages.find(candidate => candidate.key === key)
  if (listed || !procedure.free) return listed
  return { key, name: { ro: key, en: key }, next: [], repeats: true }
}

/**
 * Steps in the order in which they happened, whenever they were entered. A month or a year counts as its
 * first day. Steps of one day stand in the procedure's order, equal ones in the order given.
 */
export function inOrder<S extends Step>(procedure: Procedure, steps: readonly S[]): readonly S[] {
  const place = (step: S) => procedure.stages.findIndex(candidate => candidate.key === step.stage)
  const began = (step: S) => firstDay(step.date, step.precision ?? 'day')
  return steps.toSorted((a, b) =>
    began(a) === began(b) ? place(a) - place(b) : began(a) < began(b) ? -1 : 1,
  )
}

/** The stage that the dossier is in: that of its last step in a known stage; nothing before the first. */
export function currentStage(procedure: Procedure, steps: readonly Step[]): Stage | undefined {
  return named(
    procedure,
    inOrder(procedure, steps).map(step => step.stage),
  ).at(-1)
}

export interface NextStage {
  readonly stage: Stage
  /** The usual way on, once more the same, back to an earlier stage, or to the dossier's end. */
  readonly how: 'forward' | 'again' | 'back' | 'end'
}

/**
 * What may come next, the usual first. A dossier without steps begins anywhere that is not an end, since
 * many are taken up half-way. A proposal for the form: a step that really happened is never refused.
 */
export function nextStages(
  procedure: Procedure,
  steps: readonly Step[],
  { circumstances = [] }: DossierFacts = {},
): readonly NextStage[] {
  const now = currentStage(procedure, steps)
  if (now?.end) return []
  const applies = ({ when }: Stage) => when?.some(one => circumstances.includes(one)) ?? true
  if (!now || procedure.free) {
    const all = procedure.stages.filter(applies).map(candidate => following(candidate, now))
    return now ? all : all.filter(({ how }) => how !== 'end')
  }
  const reached = new Set(steps.map(step => step.stage))
  const forward = named(procedure, now.next)
    .filter(applies)
    .filter(({ key, repeats }) => repeats || key !== now.parallelTo || !reached.has(key))
    .map(candidate => following(candidate, now))
  const back = named(procedure, now.returnsTo ?? []).map(back => ({ stage: back, how: 'back' }) as const)
  const again = now.repeats ? [{ stage: now, how: 'again' } as const] : []
  const ways: readonly NextStage[] = [...forward, ...again, ...back]
  return [...ways.filter(({ how }) => how !== 'end'), ...ways.filter(({ how }) => how === 'end')]
}

function following(candidate: Stage, now: Stage | undefined): NextStage {
  if (candidate.end) return { stage: candidate, how: 'end' }
  return { stage: candidate, how: candidate.key === now?.key ? 'again' : 'forward' }
}

/** The listed stages of those keys, in their order. */
export function named(procedure: Procedure, keys: readonly string[]): readonly Stage[] {
  return keys.flatMap(key => stage(procedure, key) ?? [])
}
