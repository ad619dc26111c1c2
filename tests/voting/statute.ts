import type {
  Ballot,
  Choice,
  Majority,
  MajorityBase,
  Motion,
  OrganisationId,
  ProxyRule,
  Quorum,
  QuorumKind,
  Representation,
  Rule,
} from '../../packages/voting/index.ts'
import { unsaid } from '../../packages/voting/index.ts'
import type { Conduct } from './recount.ts'

export const half = { numerator: 1, denominator: 2 }
export const twoThirds = { numerator: 2, denominator: 3 }
export const threeQuarters = { numerator: 3, denominator: 4 }
export const all = { numerator: 1, denominator: 1 }
export const none = { numerator: 0, denominator: 1 }

type Share = Pick<Majority, 'numerator' | 'denominator'>

export const article = 'art. 17 alin. (2)'

export function moreThan(share: Share, base: MajorityBase): Majority {
  return { ...share, strict: true, base }
}

export function atLeast(share: Share, base: MajorityBase): Majority {
  return { ...share, strict: false, base }
}

export function quorumOf(share: Share, kind: QuorumKind = 'participation', strict = false): Quorum {
  return { ...share, strict, kind, article: '' }
}

export function rule(majority: Majority, quorum: Quorum = quorumOf(none), more: Partial<Rule> = {}): Rule {
  return { article, quorum, majority, ...unsaid, ...more }
}

/** Proxies under their own article; `limit` organisations a holder. */
export function proxies(limit: number, ownVote: ProxyRule['ownVote'] = 'prevails'): ProxyRule {
  return { limit, ownVote, article: 'art. 20' }
}

/** Those organisations, `org-1` on. */
export const organisations = (count: number): OrganisationId[] =>
  Array.from({ length: count }, (_, index) => `org-${index + 1}`)

/** `givers` wrote `holder` down for this poll, which is asked at the instant 100. */
export function representation(
  ...pairs: readonly (readonly [OrganisationId, OrganisationId])[]
): Representation {
  return {
    poll: 'poll',
    at: 100,
    proxies: pairs.map(([giver, holder]) => ({
      giver,
      holder,
      document: 'signed.pdf',
      scope: { kind: 'poll', poll: 'poll' },
      givenAt: 50,
    })),
  }
}

const thereItself: ReadonlySet<Conduct> = new Set(['yes', 'no', 'abstain', 'silent', 'recused'])
const byProxy = { proxy_yes: 'yes', proxy_no: 'no', proxy_abstain: 'abstain', proxy_silent: null } as const

/**
 * The motion in which organisation `org-1` did the first conduct, `org-2` the second, and so on. All who gave a
 * proxy gave it to the first one that is there and not recused; where nobody is, to an absent one, which casts
 * nothing.
 */
export function pollOf(conducts: readonly Conduct[], by: Rule): Motion {
  const electorate = ids.slice(0, conducts.length)
  const there = conducts.findIndex(conduct => thereItself.has(conduct) && conduct !== 'recused')
  const ballots: Ballot<Choice>[] = []
  const present: OrganisationId[] = []
  const recused: OrganisationId[] = []
  const pairs: [OrganisationId, OrganisationId][] = []
  for (const [index, conduct] of conducts.entries()) {
    const organisation = idOf(index)
    if (thereItself.has(conduct)) present.push(organisation)
    if (conduct === 'recused') recused.push(organisation)
    else if (conduct === 'yes' || conduct === 'no' || conduct === 'abstain')
      ballots.push({ organisation, choice: conduct })
    else if (isProxied(conduct)) {
      const holder = idOf(there === -1 ? (index + 1) % conducts.length : there)
      const choice = byProxy[conduct]
      if (holder !== organisation) pairs.push([organisation, holder])
      if (there !== -1 && choice !== null) ballots.push({ organisation, choice, holder, at: 100 })
    }
  }
  return {
    method: 'motion',
    rule: by,
    electorate,
    ballots,
    present,
    recused,
    representation: representation(...pairs),
  }
}

const ids = organisations(60)

function idOf(index: number): OrganisationId {
  return ids[index] ?? `org-${index + 1}`
}

function isProxied(conduct: Conduct): conduct is keyof typeof byProxy {
  return conduct in byProxy
}

/** `votes({ yes: 12, no: 5 }, 23)`: so many of each, and the rest of the 23 away. */
export function votes(counts: Partial<Record<Conduct, number>>, electorate: number): Conduct[] {
  const cast = Object.entries(counts).flatMap(([conduct, count]) =>
    Array<Conduct>(count).fill(conduct as Conduct),
  )
  return [...cast, ...Array<Conduct>(electorate - cast.length).fill('away')]
}
