import type { Ballot, OrganisationId, Put } from './poll.ts'
import { representedAt } from './standing.ts'

/** Ballots that are in no count, by the reason why. */
export interface SetAside {
  /** Of an organisation that is recused. */
  readonly ofRecused: number
  /** Cast for another by an organisation that is recused. */
  readonly byRecused: number
  /** The one of two, its own and its holder's, that the rule lets the other replace. */
  readonly replaced: number
}

/**
 * Who may vote, who takes part, and what was chosen. The choices come without names: a method counts them and
 * cannot see whose they are.
 */
export interface Roll<C> {
  /** The organisations over which quorum and majority are taken. */
  readonly entitled: number
  /** Those of the electorate that are not recused. */
  readonly voters: number
  /** Those of them that could answer: at a meeting, only who is there, itself or by proxy. */
  readonly asked: number
  readonly recused: number
  /** At the meeting, themselves or by proxy; `null` when no attendance was kept (a written vote). */
  readonly present: number | null
  /** Those of them that are there by proxy. */
  readonly represented: number
  /** One a ballot that counts. */
  readonly choices: readonly C[]
  /** How many of them a holder cast. */
  readonly byProxy: number
  readonly setAside: SetAside
}

/** Calls the roll of a poll in whose record nothing is wrong. */
export function callRoll<C>(poll: Put<C>): Roll<C> {
  const recused = new Set(poll.recused)
  const voters = poll.electorate.length - recused.size
  const { counted, setAside } = sort(poll, recused)
  return {
    entitled: poll.rule.recusal.base === 'stays' ? poll.electorate.length : voters,
    voters,
    recused: recused.size,
    ...attendance(poll, recused, voters),
    choices: counted.map(({ choice }) => choice),
    byProxy: counted.filter(({ holder }) => holder !== undefined).length,
    setAside,
  }
}

function attendance(poll: Put<unknown>, recused: ReadonlySet<OrganisationId>, voters: number) {
  if (poll.present === undefined) return { present: null, represented: 0, asked: voters }
  const represented = representedAt(poll, new Set(poll.present), recused)
  const free = poll.present.filter(organisation => !recused.has(organisation))
  const there = poll.rule.recusal.base === 'stays' ? poll.present : free
  return { present: there.length + represented, represented, asked: free.length + represented }
}

/** One ballot a organisation counts: of its own and its holder's, the one that the rule prefers. */
function sort<C>(
  poll: Put<C>,
  recused: ReadonlySet<OrganisationId>,
): { counted: readonly Ballot<C>[]; setAside: SetAside } {
  const rest = poll.ballots.filter(({ organisation }) => !recused.has(organisation))
  const valid = rest.filter(({ holder }) => holder === undefined || !recused.has(holder))
  const own = valid.filter(({ holder }) => holder === undefined)
  const held = valid.filter(({ holder }) => holder !== undefined)
  const [preferred, other] = poll.rule.proxies.ownVote === 'prevails' ? [own, held] : [held, own]
  const decided = new Set(preferred.map(({ organisation }) => organisation))
  const counted = [...preferred, ...other.filter(({ organisation }) => !decided.has(organisation))]
  return {
    counted,
    setAside: {
      ofRecused: poll.ballots.length - rest.length,
      byRecused: rest.length - valid.length,
      replaced: valid.length - counted.length,
    },
  }
}
