import { findRuleProblem, type Rule, type RuleProblem } from './rule.ts'

export const choices = ['yes', 'no', 'abstain'] as const
export type Choice = (typeof choices)[number]

/** Any stable id; the package only compares them. */
export type OrganisationId = string

/** The last vote of one organisation. The vote is the organisation's, not the person's who acted for it. */
export interface Ballot {
  readonly organisation: OrganisationId
  readonly choice: Choice
}

/** A question put to the members, with all that is needed to count it: no clock, no database. */
export interface Poll {
  readonly rule: Rule
  /** The organisations entitled to vote, as frozen when the poll opened. */
  readonly electorate: readonly OrganisationId[]
  /** At most one a organisation, in any order. */
  readonly ballots: readonly Ballot[]
  /** The organisations present at the meeting, on site or remotely; absent for a written vote. */
  readonly present?: readonly OrganisationId[] | undefined
  /** The organisations with a personal interest, which neither deliberate nor vote (OG 26/2000). */
  readonly recused?: readonly OrganisationId[] | undefined
}

export type PollProblem =
  | { readonly code: 'rule'; readonly rule: RuleProblem }
  | { readonly code: 'electorate_empty' }
  | { readonly code: 'presence_unknown' }
  | {
      readonly code:
        | 'elector_twice'
        | 'present_twice'
        | 'recused_twice'
        | 'ballot_twice'
        | 'present_outside_electorate'
        | 'recused_outside_electorate'
        | 'ballot_outside_electorate'
        | 'ballot_of_absent'
        | 'choice_unknown'
      readonly organisation: OrganisationId
    }

/**
 * What makes a poll impossible to count, or nothing. A contradiction in the record (a ballot from outside
 * the electorate, or of an organisation that the attendance list calls absent) is for people to settle,
 * never for arithmetic to smooth over.
 */
export function findPollProblem(poll: Poll): PollProblem | undefined {
  const rule = findRuleProblem(poll.rule)
  if (rule) return { code: 'rule', rule }
  if (poll.electorate.length === 0) return { code: 'electorate_empty' }
  if (needsPresence(poll.rule) && poll.present === undefined) return { code: 'presence_unknown' }

  const voters = poll.ballots.map(ballot => ballot.organisation)
  const electorate = new Set(poll.electorate)
  const present = poll.present && new Set(poll.present)
  return (
    first('elector_twice', repeated(poll.electorate)) ??
    first('present_twice', repeated(poll.present ?? [])) ??
    first('recused_twice', repeated(poll.recused ?? [])) ??
    first('ballot_twice', repeated(voters)) ??
    first('present_outside_electorate', missing(poll.present ?? [], electorate)) ??
    first('recused_outside_electorate', missing(poll.recused ?? [], electorate)) ??
    first('ballot_outside_electorate', missing(voters, electorate)) ??
    first('ballot_of_absent', present && missing(voters, present)) ??
    first('choice_unknown', poll.ballots.find(ballot => !choices.includes(ballot.choice))?.organisation)
  )
}

/** Whether the rule can only be judged with an attendance list. */
export function needsPresence(rule: Rule): boolean {
  return rule.quorum.kind === 'presence' || rule.majority.base === 'present'
}

type OrganisationProblem = Extract<PollProblem, { organisation: OrganisationId }>

function first(
  code: OrganisationProblem['code'],
  organisation: OrganisationId | undefined,
): OrganisationProblem | undefined {
  return organisation === undefined ? undefined : { code, organisation }
}

function repeated(ids: readonly OrganisationId[]): OrganisationId | undefined {
  const seen = new Set<OrganisationId>()
  return ids.find(id => seen.size === seen.add(id).size)
}

function missing(
  ids: readonly OrganisationId[],
  among: ReadonlySet<OrganisationId>,
): OrganisationId | undefined {
  return ids.find(id => !among.has(id))
}
