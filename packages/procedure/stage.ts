import type { Counting, OnClosedDay } from './calendar/counting.ts'
import type { LegalDate } from './calendar/date.ts'

/** A name in both languages of the interface. Procedures are data, and their names travel with them. */
export interface Name {
  readonly ro: string
  readonly en: string
}

/**
 * What changes a legal period: an urgent procedure, a code or otherwise complex law, a second promulgation,
 * a simple or an emergency ordinance. The dossier states them; `reexamined` comes from its steps.
 */
export const circumstances = ['urgent', 'complex', 'reexamined', 'ordinance', 'emergency_ordinance'] as const
export type Circumstance = (typeof circumstances)[number]

/** What is true of a dossier beside its steps. */
export interface DossierFacts {
  /** What changes its periods and its way. */
  readonly circumstances?: readonly Circumstance[]
  /** Days not worked beside weekends and legal holidays, such as those that a Government decision frees. */
  readonly closed?: readonly LegalDate[]
}

/**
 * What the computed date means: the last day to act (`latest`), the first day on which the next thing may
 * happen (`earliest`), or the day on which it happens by itself (`effect`).
 */
export type Bound = 'latest' | 'earliest' | 'effect'

/** A legal period that begins on the day a stage is reached. */
export interface Period {
  readonly key: string
  readonly name: Name
  /** The stage that the period leads to; once it is reached or passed, the period is over. */
  readonly to: string
  readonly days: number
  readonly unit: 'calendar' | 'working'
  readonly counting: Counting
  readonly onClosedDay: OnClosedDay
  readonly bound: Bound
  /** Runs only under one of these circumstances, given or brought before it begins. */
  readonly when?: readonly Circumstance[]
  /** Does not run under any of these circumstances, also when they arise while it runs. */
  readonly unless?: readonly Circumstance[]
  readonly source: string
  /** False where nobody has confirmed the number: show it as a question, with its source. */
  readonly confirmed: boolean
}

/** One stage of a procedure. */
export interface Stage {
  readonly key: string
  readonly name: Name
  /** The stages that may follow, most usual first, ends last. */
  readonly next: readonly string[]
  /** Earlier stages to which the dossier may be sent back from here. */
  readonly returnsTo?: readonly string[]
  /** The stage that runs at the same time: while it is open, it may still follow. */
  readonly parallelTo?: string
  /** May be entered again from itself: opinions come one by one, sittings are postponed. */
  readonly repeats?: boolean
  /** Not on every dossier's way: drawn only when it was reached or may come next. */
  readonly optional?: boolean
  /** Follows only under one of these circumstances. */
  readonly when?: readonly Circumstance[]
  /** Nothing follows: the dossier is closed. */
  readonly end?: boolean
  /** The circumstance in which the dossier is from here on. */
  readonly brings?: Circumstance
  /** The procedure in which the matter continues, as a dossier of its own. */
  readonly continuesAs?: ProcedureKey
  readonly starts?: readonly Period[]
  /** The legal ground of the stage. */
  readonly source?: string
}

export const procedureKeys = ['law', 'government_act', 'strategy', 'eu_directive', 'international'] as const
export type ProcedureKey = (typeof procedureKeys)[number]

/** A way from an idea to a rule in force. Its stages stand in the order in which a stage line draws them. */
export interface Procedure {
  readonly key: ProcedureKey
  readonly name: Name
  readonly stages: readonly Stage[]
  /** Any stage may follow any other, also stages not listed: the key is then the name. */
  readonly free?: boolean
}
