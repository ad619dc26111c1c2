import type { Mandate } from './mandate.ts'
import type { GivenProxy, Occasion } from './proxy.ts'
import type { Rule } from './rule.ts'

/** Any stable ids; the package only compares them. */
export type OrganisationId = string
export type PersonId = string
export type PollId = string
export type MeetingId = string
export type OptionId = string

/** Whole milliseconds since 1970 UTC, as `Date.getTime()` gives them. */
export type Instant = number

/** In a motion for it, against it or neither; asked for consent, `no` is an objection. */
export const choices = ['yes', 'no', 'abstain'] as const
export type Choice = (typeof choices)[number]

/** The options that a ballot names: one in a single choice, one or several in an approval. */
export interface Named {
  readonly options: readonly OptionId[]
}
export type OptionChoice = Named | 'none' | 'abstain'

/** The last vote of one organisation. The vote is the organisation's, not the person's who acted for it. */
export interface Ballot<C> {
  readonly organisation: OrganisationId
  readonly choice: C
  /** The organisation that cast it under a proxy; absent when the organisation voted itself. */
  readonly holder?: OrganisationId | undefined
  /** Who acted, and when; needed where the poll brings mandates or proxies to hold it against. */
  readonly person?: PersonId | undefined
  readonly at?: Instant | undefined
}

/** All that is needed to count what was put to the members, whatever the method: no clock, no database. */
export interface Put<C> {
  readonly rule: Rule
  /** The organisations entitled to vote, as frozen when the poll opened. */
  readonly electorate: readonly OrganisationId[]
  /** At most one a organisation from itself and one from its proxy's holder, in any order. */
  readonly ballots: readonly Ballot<C>[]
  /** The organisations present at the meeting, on site or remotely; absent for a written vote. */
  readonly present?: readonly OrganisationId[] | undefined
  /** The organisations with a personal interest, which neither deliberate nor vote (OG 26/2000). */
  readonly recused?: readonly OrganisationId[] | undefined
  /** When given, a ballot counts only if its person held a mandate of whoever cast it. */
  readonly mandates?: readonly Mandate[] | undefined
  readonly representation?: Representation | undefined
}

/** The proxies that members gave, those that do not stand here included, and for which occasion they are asked. */
export interface Representation extends Occasion {
  /** When the attendance was taken: who is represented at the meeting is told for this instant. */
  readonly at: Instant
  readonly proxies: readonly GivenProxy[]
}

/** "For, against, abstention" on one text. */
export interface Motion extends Put<Choice> {
  readonly method: 'motion'
}

/** "No objection until": adopted unless somebody objects. */
export interface Consent extends Put<Choice> {
  readonly method: 'consent'
}

/** Asks where the members stand and decides nothing. */
export interface Temperature extends Put<Choice> {
  readonly method: 'temperature'
}

/** What both methods that choose among options are put with. */
export interface Options extends Put<OptionChoice> {
  /** In the order of the ballot paper. */
  readonly options: readonly OptionId[]
  /** Whether "none of these" is on the ballot paper. */
  readonly noneOfThese: boolean
  /** Whether this is the second vote between those that led the first one. */
  readonly runOff?: boolean | undefined
  /** The option that was drawn, once the rule has asked for a lot. */
  readonly lot?: OptionId | undefined
}

/** Each ballot names one option. */
export interface SingleChoice extends Options {
  readonly method: 'single_choice'
}

/** Each ballot names all options that it approves of. */
export interface Approval extends Options {
  readonly method: 'approval'
}

export type Poll = Motion | Consent | Temperature | SingleChoice | Approval
export type Method = Poll['method']
