import { expect, test } from 'vitest'
import { speakersInTurn } from '../../scripts/in-turn.ts'

test('the first is heard at once, the next ones when it is their turn, each whole', () => {
  let heard = ''
  const next = speakersInTurn(text => {
    heard += text
  })
  const [one, two, three] = [next(), next(), next()]
  two.say('b')
  one.say('a')
  expect(heard).toBe('a')
  three.say('d')
  three.end()
  one.say('a')
  one.end()
  expect(heard).toBe('aab')
  two.say('c')
  expect(heard).toBe('aabc')
  two.end()
  expect(heard).toBe('aabcd')
})
