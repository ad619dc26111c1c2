import type { Instant, OrganisationId, Put } from './poll.ts'
import { findProxyFlaw, type GivenProxy } from './proxy.ts'

/**
 * The proxies that stand in a poll at an instant: flawless ones between two of its electors, under a rule that
 * knows proxies at all. What the others say is of no effect here, and no contradiction.
 */
export function standingProxies(poll: Put<unknown>, at: Instant): readonly GivenProxy[] {
  const { representation, rule } = poll
  if (representation === undefined || rule.proxies.limit === 0) return []
  const electorate = new Set(poll.electorate)
  return representation.proxies.filter(
    proxy =>
      electorate.has(proxy.giver) &&
      electorate.has(proxy.holder) &&
      findProxyFlaw(proxy, representation, at) === undefined,
  )
}

/**
 * The entitled organisations that are at the meeting by proxy: not there themselves, while their holder is.
 * An absent holder represents nobody, nor does one that is recused.
 */
export function representedAt(
  poll: Put<unknown>,
  present: ReadonlySet<OrganisationId>,
  recused: ReadonlySet<OrganisationId>,
): number {
  if (poll.representation === undefined) return 0
  const { at } = poll.representation
  return standingProxies(poll, at).filter(
    ({ giver, holder }) =>
      !present.has(giver) && present.has(holder) && !recused.has(giver) && !recused.has(holder),
  ).length
}
