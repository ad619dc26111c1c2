import { expect, it } from 'vitest'
import { disagreements, usualRules } from './disagreements.ts'

it('equals a naive recount for every spread of yes, no, abstention, absence and representation over 28 to 30 organisations, the usual rules in turn', {
  timeout: 60_000,
}, () => {
  const inTurn = usualRules.map(each => [each])
  const { found, spreads } = disagreements(
    [28, 30],
    ['yes', 'no', 'abstain', 'away', 'proxy_yes'],
    number => inTurn[number % inTurn.length] ?? [],
  )
  expect(found).toEqual([])
  expect(spreads).toBe(123_256)
})
