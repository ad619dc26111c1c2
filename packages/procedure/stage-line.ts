import { type ComputedDate, computedDates } from './deadlines.ts'
import type { DossierFacts, Procedure, Stage } from './stage.ts'
import { currentStage, inOrder, named, nextStages, type Step, stage } from './steps.ts'

/**
 * - `done`: reached, and left since
 * - `current`: the stage of the last step
 * - `possible`: not reached, and may come next
 * - `later`: not reached, and lies further on the way
 * - `skipped`: not reached, and no longer on the way
 */
export type StageState = 'done' | 'current' | 'possible' | 'later' | 'skipped'

/** One mark on a stage line. */
export interface StageMark<S extends Step> {
  readonly stage: Stage
  readonly state: StageState
  /** What was recorded for it, in the order in which it happened; several when it was entered again. */
  readonly steps: readonly S[]
  /** May come next; also true of a stage that was done and to which the dossier may be sent back. */
  readonly next: boolean
  /** The dates that the law computes for reaching it. */
  readonly expected: readonly ComputedDate[]
}

/**
 * A dossier's way as an ordered list for drawing: every stage that was reached, every one that may still
 * come, and those passed by. Ends appear once they are reached, stages off the usual way also when they may
 * come next or the law computes a date for them. A dossier that ended shows what it reached only. In a free
 * procedure only what happened is known, in the order in which it happened. Steps keep whatever else they
 * carry.
 */
export function stageLine<S extends Step>(
  procedure: Procedure,
  steps: readonly S[],
  facts: DossierFacts = {},
): readonly StageMark<S>[] {
  const ordered = inOrder(procedure, steps)
  const now = currentStage(procedure, steps)
  const next = new Set(nextStages(procedure, steps, facts).map(({ stage: { key } }) => key))
  const ahead = reachable(procedure, now)
  const expected = computedDates(procedure, steps, facts)

  const stateOf = (key: string, recorded: readonly S[]): StageState => {
    if (now?.key === key) return 'current'
    if (recorded.length > 0) return 'done'
    if (now && next.has(key)) return 'possible'
    return ahead.has(key) ? 'later' : 'skipped'
  }

  const marks = stagesToDraw(procedure, ordered).map((candidate): StageMark<S> => {
    const recorded = ordered.filter(step => step.stage === candidate.key)
    return {
      stage: candidate,
      state: stateOf(candidate.key, recorded),
      steps: recorded,
      next: now !== undefined && next.has(candidate.key),
      expected: expected.filter(({ period }) => period.to === candidate.key),
    }
  })
  return marks.filter(mark => mark.steps.length > 0 || (!now?.end && isAhead(mark)))
}

/** Whether a stage that was not reached is worth drawing. */
function isAhead({ stage, state, expected }: StageMark<Step>): boolean {
  if (stage.end) return false
  return !stage.optional || state === 'possible' || expected.length > 0
}

function stagesToDraw(procedure: Procedure, ordered: readonly Step[]): readonly Stage[] {
  if (!procedure.free) return procedure.stages
  return named(procedure, [...new Set(ordered.map(step => step.stage))])
}

/** The stages that can still be reached: from the present one on, going back only from there. */
function reachable(procedure: Procedure, now: Stage | undefined): ReadonlySet<string> {
  if (!now) return new Set(procedure.stages.map(({ key }) => key))
  const found = new Set<string>()
  const waiting = [...now.next, ...(now.returnsTo ?? [])]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (found.has(key)) continue
    found.add(key)
    waiting.push(...(stage(procedure, key)?.next ?? []))
  }
  return found
}
