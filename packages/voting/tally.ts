import type { Choice, OptionId } from './poll.ts'
import type { Roll } from './roll.ts'
import type { MajorityBase } from './rule.ts'

/** How many took part. Recused organisations are in `recused` and, where the rule lets them stay, in `entitled` and `present`. */
export interface Turnout {
  /** The organisations over which quorum and majority are taken. */
  readonly entitled: number
  /** Ballots that count. */
  readonly cast: number
  /** Organisations that may vote and have no ballot. Silence is never a yes, unless the statute says so. */
  readonly absent: number
  /** At the meeting, themselves or by proxy; `null` when no attendance was kept (a written vote). */
  readonly present: number | null
  /** Those of them that are there by proxy. */
  readonly represented: number
  /** Ballots that count and were cast by a proxy's holder. */
  readonly byProxy: number
  readonly recused: number
  /** Ballots that are in no count. */
  readonly setAside: number
}

/** `cast` is `yes + no + abstain`. */
export interface Tally extends Turnout {
  readonly yes: number
  readonly no: number
  readonly abstain: number
}

/** `cast` is `named + none + abstain`; in an approval the votes of all options may be more than `named`. */
export interface OptionTally extends Turnout {
  /** In the order of the ballot paper. */
  readonly options: readonly { readonly option: OptionId; readonly votes: number }[]
  /** Ballots that name an option, each once. */
  readonly named: number
  /** Ballots for "none of these". */
  readonly none: number
  readonly abstain: number
}

export function turnoutOf({
  entitled,
  voters,
  recused,
  present,
  represented,
  choices,
  byProxy,
  setAside,
}: Roll<unknown>): Turnout {
  return {
    entitled,
    cast: choices.length,
    absent: voters - choices.length,
    present,
    represented,
    byProxy,
    recused,
    setAside: setAside.ofRecused + setAside.byRecused + setAside.replaced,
  }
}

export function count(roll: Roll<Choice>): Tally {
  const of = (choice: Choice) => roll.choices.filter(each => each === choice).length
  return { ...turnoutOf(roll), yes: of('yes'), no: of('no'), abstain: of('abstain') }
}

/** The numbers over which a majority or a quorum may be taken. */
export type Counts = Pick<Tally, 'yes' | 'no' | 'abstain' | 'entitled' | 'present'>

/** The number of organisations in the majority's base. An unknown presence is nobody. */
export function baseOf(base: MajorityBase, counts: Counts): number {
  switch (base) {
    case 'yes_no':
      return counts.yes + counts.no
    case 'cast':
      return counts.yes + counts.no + counts.abstain
    case 'present':
      return counts.present ?? 0
    case 'entitled':
      return counts.entitled
  }
}
