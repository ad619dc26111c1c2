import type { OptionId } from './poll.ts'

/**
 * The statements of a count trail, each with its numbers. The list is closed: a new statement is added here
 * and gets its words, in both languages, under the same key in `app/i18n/{ro,en}/trail.ts`.
 */
export interface TrailValues {
  /** The organisations entitled to vote; recused ones are left out unless the rule lets them stay. */
  entitled: { count: number }
  /** The organisations taken out because of a personal interest. */
  recused: { count: number }
  /** As `recused`, under a rule by which they stay in the base. */
  recused_stays: { count: number }
  /** Their ballots, left uncounted. */
  set_aside: { count: number }
  /** Ballots that they cast for others. */
  set_aside_holder: { count: number }
  /** Own ballots of givers, where their holders' count, or the other way round. */
  set_aside_own: { count: number }
  set_aside_held: { count: number }
  present: { count: number; entitled: number }
  /** Those of the present that are there by proxy. */
  represented: { count: number }
  cast: { count: number; entitled: number }
  /** Those of the ballots that a proxy's holder cast. */
  by_proxy: { count: number }
  tally: { yes: number; no: number; abstain: number }
  tally_consent: { yes: number; no: number; abstain: number }
  /** For one option. */
  tally_option: { count: number }
  tally_none: { count: number }
  tally_abstain: { abstain: number }
  quorum_not_asked: Nothing
  quorum_presence_met: QuorumValues
  quorum_presence_missed: QuorumValues
  quorum_participation_met: QuorumValues
  quorum_participation_missed: QuorumValues
  /** Over what the majority is counted, and how many that is. */
  base_yes_no: { count: number }
  /** As `base_yes_no`, over ballots that name options or none of these. */
  base_named: { count: number }
  base_cast: { count: number }
  base_present: { count: number }
  base_entitled: { count: number }
  majority_met: MajorityValues
  majority_missed: MajorityValues
  /** Nobody voted yes, so nothing can be adopted. */
  no_yes: Nothing
  /** As many yes as no; a motion then fails. */
  tie: { count: number }
  /** Those who stayed silent, under a rule by which that is consent, or is nothing. */
  silence_consents: { count: number }
  silence_nothing: { count: number }
  objections: { count: number }
  /** Nobody named any option. */
  none_named: Nothing
  /** "None of these" has as many ballots as the leading option, or more. */
  none_leads: { none: number; leading: number }
  /** For the one option that leads. */
  option_met: MajorityValues
  option_missed: MajorityValues
  /** For the options that lead with equal votes, `count` each. */
  options_tie: { count: number }
  /** For them: the ballots that name any of them, and whether these are enough for one to be drawn. */
  together_met: MajorityValues
  together_missed: MajorityValues
  /** For the option that was drawn. */
  lot_drawn: Nothing
  adopted: Nothing
  rejected: Nothing
  no_quorum: Nothing
  /** For the option that is chosen, for those that go on, for those between which a lot is due. */
  chosen: Nothing
  none_chosen: Nothing
  run_off: Nothing
  lot: Nothing
  /** Decides nothing. */
  noted: Nothing
}

type Nothing = Record<never, number>

interface QuorumValues {
  needed: number
  reached: number
  entitled: number
}

interface MajorityValues {
  needed: number
  reached: number
  base: number
}

export type TrailKey = keyof TrailValues

/** One sentence of the trail: which, its integers, the statute's article where one is applied, the options meant. */
export type TrailStatement = {
  readonly [Key in TrailKey]: {
    readonly key: Key
    readonly values: Readonly<TrailValues[Key]>
    readonly article?: string
    readonly options?: readonly OptionId[]
  }
}[TrailKey]
