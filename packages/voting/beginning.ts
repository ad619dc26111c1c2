import type { Roll } from './roll.ts'
import { articleOf, type Rule } from './rule.ts'
import type { TrailStatement } from './trail.ts'

/** How every trail begins: who may vote, who is there, who voted; each only where there is something to say. */
export function beginning(rule: Rule, roll: Roll<unknown>): TrailStatement[] {
  const { entitled, recused, setAside, present, represented, choices, byProxy } = roll
  const byRecusal = articleOf(rule, 'recusal')
  const byProxies = articleOf(rule, 'proxies')
  const replaced = rule.proxies.ownVote === 'prevails' ? 'set_aside_held' : 'set_aside_own'
  const left = rule.recusal.base === 'leaves' ? 'recused' : 'recused_stays'
  const trail: TrailStatement[] = []
  const say = (count: number, statement: TrailStatement) => {
    if (count > 0) trail.push(statement)
  }
  const counted = (count: number) => ({ count })

  say(recused, { key: left, values: counted(recused), article: byRecusal })
  say(setAside.ofRecused, { key: 'set_aside', values: counted(setAside.ofRecused), article: byRecusal })
  say(setAside.byRecused, {
    key: 'set_aside_holder',
    values: counted(setAside.byRecused),
    article: byRecusal,
  })
  say(setAside.replaced, { key: replaced, values: counted(setAside.replaced), article: byProxies })
  trail.push({ key: 'entitled', values: { count: entitled } })
  if (present !== null) trail.push({ key: 'present', values: { count: present, entitled } })
  say(represented, { key: 'represented', values: counted(represented), article: byProxies })
  trail.push({ key: 'cast', values: { count: choices.length, entitled } })
  say(byProxy, { key: 'by_proxy', values: counted(byProxy), article: byProxies })
  return trail
}
