/**
 * The method "temperature check": shows where the members stand and decides nothing, so neither quorum nor
 * majority is asked. The rule still says whose ballots count.
 */
import { beginning } from './beginning.ts'
import { whenSound } from './counting.ts'
import { choices, type Temperature } from './poll.ts'
import type { Judgement, Noted } from './result.ts'
import { count } from './tally.ts'

export function judgeTemperature(poll: Temperature): Judgement<Noted> {
  return whenSound(
    poll,
    choice => choices.includes(choice),
    roll => {
      const tally = count(roll)
      const { yes, no, abstain } = tally
      return {
        ok: true,
        outcome: 'noted',
        tally,
        trail: [
          ...beginning(poll.rule, roll),
          { key: 'tally', values: { yes, no, abstain } },
          { key: 'noted', values: {} },
        ],
      }
    },
  )
}
