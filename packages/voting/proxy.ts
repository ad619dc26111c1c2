import type { Instant, MeetingId, OrganisationId, PollId } from './poll.ts'

/**
 * A written mandate of one organisation, the giver, for another, the holder, to vote for it. It goes one level
 * deep: a ballot counts for a giver only when cast by the holder that the giver itself wrote down.
 */
export interface GivenProxy {
  readonly giver: OrganisationId
  readonly holder: OrganisationId
  /** Where the signed text is kept, in whatever form; a proxy without one does not stand. */
  readonly document: string
  readonly scope: ProxyScope
  readonly givenAt: Instant
  /** From here on it no longer stands; what was cast before stays cast. */
  readonly revokedAt?: Instant | undefined
}

export type ProxyScope =
  | { readonly kind: 'poll'; readonly poll: PollId }
  | { readonly kind: 'meeting'; readonly meeting: MeetingId }
  /** For everything until an instant, which is no longer part of it. */
  | { readonly kind: 'until'; readonly until: Instant }

/** What is voted on, and in which meeting; a written vote is in none. */
export interface Occasion {
  readonly poll: PollId
  readonly meeting?: MeetingId | undefined
}

export type ProxyFlaw =
  | 'unwritten'
  | 'to_itself'
  | 'other_poll'
  | 'other_meeting'
  | 'not_yet_given'
  | 'over'
  | 'revoked'

/** Why a proxy does not stand on an occasion, at an instant; nothing when it stands. */
export function findProxyFlaw(proxy: GivenProxy, occasion: Occasion, at: Instant): ProxyFlaw | undefined {
  const { scope } = proxy
  if (proxy.document.trim() === '') return 'unwritten'
  if (proxy.giver === proxy.holder) return 'to_itself'
  if (scope.kind === 'poll' && scope.poll !== occasion.poll) return 'other_poll'
  if (scope.kind === 'meeting' && scope.meeting !== occasion.meeting) return 'other_meeting'
  if (at < proxy.givenAt) return 'not_yet_given'
  if (scope.kind === 'until' && at >= scope.until) return 'over'
  if (proxy.revokedAt !== undefined && at >= proxy.revokedAt) return 'revoked'
  return undefined
}

/**
 * Whether a ballot of this poll was cast under the proxy: it is revocable until then. `ballots` are those of
 * one poll, all versions that were ever cast.
 */
export function isUsed(
  { giver, holder }: GivenProxy,
  ballots: readonly { readonly organisation: OrganisationId; readonly holder?: OrganisationId | undefined }[],
): boolean {
  return ballots.some(ballot => ballot.organisation === giver && ballot.holder === holder)
}
