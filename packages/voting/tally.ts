import type { Poll } from './poll.ts'
import type { MajorityBase } from './rule.ts'

/** What was counted. Recused organisations are in `recused` and `setAside` and in no other number. */
export interface Tally {
  readonly yes: number
  readonly no: number
  readonly abstain: number
  /** Ballots that count: `yes + no + abstain`. */
  readonly cast: number
  /** The electorate without the recused. */
  readonly entitled: number
  /** Entitled organisations without a ballot: `entitled - cast`. Silence is never a yes. */
  readonly absent: number
  /** Entitled organisations on the attendance list; `null` when none was kept (a written vote). */
  readonly present: number | null
  readonly recused: number
  /** Ballots that a recused organisation had cast, left uncounted. */
  readonly setAside: number
}

/** Counts a poll in which `findPollProblem` found nothing. */
export function count(poll: Poll): Tally {
  const recused = new Set(poll.recused)
  const counted = poll.ballots.filter(ballot => !recused.has(ballot.organisation))
  const of = (choice: string) => counted.filter(ballot => ballot.choice === choice).length
  const entitled = poll.electorate.length - recused.size
  return {
    yes: of('yes'),
    no: of('no'),
    abstain: of('abstain'),
    cast: counted.length,
    entitled,
    absent: entitled - counted.length,
    present: poll.present?.filter(organisation => !recused.has(organisation)).length ?? null,
    recused: recused.size,
    setAside: poll.ballots.length - counted.length,
  }
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
