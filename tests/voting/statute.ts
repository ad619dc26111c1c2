import type {
  Ballot,
  Choice,
  Majority,
  MajorityBase,
  Poll,
  Quorum,
  QuorumKind,
  Rule,
} from '../../packages/voting/index.ts'
import type { Conduct } from './recount.ts'

export const half = { numerator: 1, denominator: 2 }
export const twoThirds = { numerator: 2, denominator: 3 }
export const threeQuarters = { numerator: 3, denominator: 4 }
export const all = { numerator: 1, denominator: 1 }
export const none = { numerator: 0, denominator: 1 }

type Share = Pick<Majority, 'numerator' | 'denominator'>

export function moreThan(share: Share, base: MajorityBase): Majority {
  return { ...share, strict: true, base }
}

export function atLeast(share: Share, base: MajorityBase): Majority {
  return { ...share, strict: false, base }
}

export function quorumOf(share: Share, kind: QuorumKind = 'participation', strict = false): Quorum {
  return { ...share, strict, kind }
}

export function rule(majority: Majority, quorum: Quorum = quorumOf(none)): Rule {
  return { article: 'art. 17 alin. (2)', quorum, majority }
}

/** The poll in which organisation `org-1` did the first conduct, `org-2` the second, and so on. */
export function pollOf(conducts: readonly Conduct[], by: Rule): Poll {
  const electorate = conducts.map((_, index) => `org-${index + 1}`)
  const idsOf = (wanted: (conduct: Conduct) => boolean) =>
    electorate.filter((_, index) => wanted(conducts[index] ?? 'away'))
  const ballots: Ballot[] = conducts.flatMap((conduct, index) =>
    isChoice(conduct) ? [{ organisation: `org-${index + 1}`, choice: conduct }] : [],
  )
  return {
    rule: by,
    electorate,
    ballots,
    present: idsOf(conduct => conduct !== 'away'),
    recused: idsOf(conduct => conduct === 'recused'),
  }
}

/** `votes({ yes: 12, no: 5 }, 23)`: so many of each, and the rest of the 23 away. */
export function votes(counts: Partial<Record<Conduct, number>>, electorate: number): Conduct[] {
  const cast = Object.entries(counts).flatMap(([conduct, count]) =>
    Array<Conduct>(count).fill(conduct as Conduct),
  )
  return [...cast, ...Array<Conduct>(electorate - cast.length).fill('away')]
}

function isChoice(conduct: Conduct): conduct is Choice {
  return conduct === 'yes' || conduct === 'no' || conduct === 'abstain'
}
