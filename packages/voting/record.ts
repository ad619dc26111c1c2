import { actsFor } from './mandate.ts'
import type { Ballot, OrganisationId, Put } from './poll.ts'
import { findRuleProblem, type Rule, type RuleProblem } from './rule.ts'
import { standingProxies } from './standing.ts'

export type PollProblem =
  | { readonly code: 'rule'; readonly rule: RuleProblem }
  | { readonly code: 'electorate_empty' | 'presence_unknown' | 'options_missing' }
  | {
      readonly code: 'option_twice' | 'lot_without_tie' | 'lot_outside_tie'
      readonly option: string
    }
  | OrganisationProblem

export interface OrganisationProblem {
  readonly code:
    | 'elector_twice'
    | 'present_twice'
    | 'recused_twice'
    | 'ballot_twice'
    | 'present_outside_electorate'
    | 'recused_outside_electorate'
    | 'ballot_outside_electorate'
    | 'ballot_of_absent'
    | 'ballot_without_proxy'
    | 'ballot_without_mandate'
    | 'choice_unknown'
    /** Two of its proxies stand at once. */
    | 'proxy_twice'
    /** It stands for more organisations than the statute lets one stand for. */
    | 'proxies_over_limit'
  readonly organisation: OrganisationId
}

/**
 * What makes a poll impossible to count, or nothing. A contradiction in the record (a ballot from outside
 * the electorate, or of an organisation that the attendance list calls absent) is for people to settle,
 * never for arithmetic to smooth over. `isOnPaper` tells the choices that this ballot paper offers.
 */
export function findPollProblem<C>(poll: Put<C>, isOnPaper: (choice: C) => boolean): PollProblem | undefined {
  const rule = findRuleProblem(poll.rule)
  if (rule) return { code: 'rule', rule }
  if (poll.electorate.length === 0) return { code: 'electorate_empty' }
  if (needsPresence(poll.rule) && poll.present === undefined) return { code: 'presence_unknown' }

  const electorate = read(poll.electorate)
  const present = read(poll.present ?? [])
  const recused = read(poll.recused ?? [])
  const held = poll.ballots.filter(ballot => ballot.holder !== undefined)
  const own = poll.ballots.filter(ballot => ballot.holder === undefined)
  const voters = read(own.map(({ organisation }) => organisation))
  const givers = read(held.map(({ organisation }) => organisation))
  return (
    first('elector_twice', electorate.twice) ??
    first('present_twice', present.twice) ??
    first('recused_twice', recused.twice) ??
    first('ballot_twice', voters.twice ?? givers.twice) ??
    first('present_outside_electorate', missing(present.ids, electorate.ids)) ??
    first('recused_outside_electorate', missing(recused.ids, electorate.ids)) ??
    first(
      'ballot_outside_electorate',
      missing(voters.ids, electorate.ids) ?? missing(givers.ids, electorate.ids),
    ) ??
    first('ballot_of_absent', poll.present && missing(poll.ballots.map(casterOf), present.ids)) ??
    first('choice_unknown', poll.ballots.find(({ choice }) => !isOnPaper(choice))?.organisation) ??
    findProxyProblem(poll, held) ??
    findMandateProblem(poll)
  )
}

/** Whether the rule can only be judged with an attendance list. */
export function needsPresence(rule: Pick<Rule, 'quorum' | 'majority'>): boolean {
  return rule.quorum.kind === 'presence' || rule.majority.base === 'present'
}

/** Whose hand a ballot comes from: its organisation's own, or its holder's. */
function casterOf(ballot: Ballot<unknown>): OrganisationId {
  return ballot.holder ?? ballot.organisation
}

/** Each held ballot needs a proxy at its instant; at no instant may a giver or a holder have more than it may. */
function findProxyProblem(poll: Put<unknown>, held: readonly Ballot<unknown>[]): PollProblem | undefined {
  const { limit } = poll.rule.proxies
  const instants = new Set(held.map(({ at }) => at))
  if (poll.representation) instants.add(poll.representation.at)
  for (const at of instants) {
    const standing = at === undefined ? [] : standingProxies(poll, at)
    const givers = standing.map(({ giver }) => giver)
    const holders = standing.map(({ holder }) => holder)
    const holderOf = new Map(standing.map(({ giver, holder }) => [giver, holder]))
    const loose = held.find(ballot => ballot.at === at && holderOf.get(ballot.organisation) !== ballot.holder)
    const problem =
      first('proxy_twice', repeated(givers)) ??
      first('proxies_over_limit', moreThan(limit, holders)) ??
      first('ballot_without_proxy', loose?.organisation)
    if (problem) return problem
  }
  // Over the days of a written vote one holder could stand for one giver after another.
  return first('proxies_over_limit', moreThan(limit, held.map(casterOf)))
}

function findMandateProblem({ mandates, ballots }: Put<unknown>): PollProblem | undefined {
  if (mandates === undefined) return undefined
  const loose = ballots.find(
    ballot =>
      ballot.person === undefined ||
      ballot.at === undefined ||
      !actsFor(mandates, ballot.person, casterOf(ballot), ballot.at),
  )
  return first('ballot_without_mandate', loose?.organisation)
}

function first(
  code: OrganisationProblem['code'],
  organisation: OrganisationId | undefined,
): OrganisationProblem | undefined {
  return organisation === undefined ? undefined : { code, organisation }
}

/** The ids of a list, and the first of them that comes a second time. */
function read(ids: readonly string[]): { ids: ReadonlySet<string>; twice: string | undefined } {
  const seen = new Set<string>()
  const twice = ids.find(id => seen.size === seen.add(id).size)
  return { ids: seen, twice }
}

/** The first id that comes a second time. */
export function repeated(ids: readonly string[]): string | undefined {
  return read(ids).twice
}

/** The first id that comes more than `limit` times. */
function moreThan(limit: number, ids: readonly string[]): string | undefined {
  const times = new Map<string, number>()
  return ids.find(id => {
    const now = (times.get(id) ?? 0) + 1
    times.set(id, now)
    return now > limit
  })
}

/** The first id that is not among others. */
function missing(ids: Iterable<string>, among: ReadonlySet<string>): string | undefined {
  for (const id of ids) if (!among.has(id)) return id
  return undefined
}
