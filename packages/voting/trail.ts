/**
 * The statements of a count trail, each with its numbers. The list is closed: a new statement is added here
 * and gets its words, in both languages, under the same key in `app/i18n/{ro,en}/voting.ts` (`trail.<key>`).
 */
export interface TrailValues {
  /** The organisations entitled to vote, recused ones already left out. */
  entitled: { count: number }
  /** The organisations taken out because of a personal interest. */
  recused: { count: number }
  /** Their ballots, left uncounted. */
  set_aside: { count: number }
  present: { count: number; entitled: number }
  cast: { count: number; entitled: number }
  tally: { yes: number; no: number; abstain: number }
  quorum_not_asked: Record<never, number>
  quorum_presence_met: QuorumValues
  quorum_presence_missed: QuorumValues
  quorum_participation_met: QuorumValues
  quorum_participation_missed: QuorumValues
  /** Over what the majority is counted, and how many that is. */
  base_yes_no: { count: number }
  base_cast: { count: number }
  base_present: { count: number }
  base_entitled: { count: number }
  majority_met: MajorityValues
  majority_missed: MajorityValues
  /** Nobody voted yes, so nothing can be adopted. */
  no_yes: Record<never, number>
  /** As many yes as no; a motion then fails. */
  tie: { count: number }
  adopted: Record<never, number>
  rejected: Record<never, number>
  no_quorum: Record<never, number>
}

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

/** One sentence of the trail: which, its integers, and the statute's article where one is applied. */
export type TrailStatement = {
  readonly [Key in TrailKey]: {
    readonly key: Key
    readonly values: Readonly<TrailValues[Key]>
    readonly article?: string
  }
}[TrailKey]
