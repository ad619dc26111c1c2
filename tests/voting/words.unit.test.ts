import { describe, expect, it } from 'vitest'
import en from '../../app/i18n/en/voting.ts'
import ro from '../../app/i18n/ro/voting.ts'
import { choices, judge, majorityBases, type Poll, quorumKinds } from '../../packages/voting/index.ts'
import { type Conduct, conducts, spreads } from './recount.ts'
import { atLeast, half, none, pollOf, quorumOf, rule, twoThirds } from './statute.ts'

const languages = [
  { language: 'Romanian', words: ro, forms: ['one', 'few', 'other'] },
  { language: 'English', words: en, forms: ['one', 'other'] },
]

/** The values of every statement that any small poll can produce, by key. */
function everyStatement() {
  const values = new Map<string, string[]>()
  for (const kind of quorumKinds)
    for (const share of [none, twoThirds])
      for (const base of majorityBases)
        for (const size of [1, 2, 3])
          for (const spread of spreads(size, conducts)) {
            const poll = pollOf(spread, rule(atLeast(half, base), quorumOf(share, kind)))
            for (const variant of [poll, recusedAfterVoting(poll, spread)]) {
              const judgement = judge(variant)
              if (!judgement.ok) throw new Error('not countable')
              for (const { key, values: names } of judgement.trail) values.set(key, Object.keys(names))
            }
          }
  return values
}

function recusedAfterVoting(poll: Poll, spread: readonly Conduct[]): Poll {
  return spread[0] === 'yes' ? { ...poll, recused: [...(poll.recused ?? []), 'org-1'] } : poll
}

describe.each(languages)('in $language', ({ words, forms }) => {
  const trail: Record<string, string> = words.trail

  it('every statement of a trail has its words, in every plural form, with only the values it carries', () => {
    const statements = everyStatement()
    expect(statements.size).toBe(22)
    for (const [key, names] of statements) {
      const sentences = names.includes('count') ? forms.map(form => trail[`${key}_${form}`]) : [trail[key]]
      for (const sentence of sentences) {
        expect(sentence, key).toBeTypeOf('string')
        const used = [...(sentence ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
        expect(names, key).toEqual(expect.arrayContaining(used))
      }
    }
  })

  it('every choice, kind of quorum and base has a name', () => {
    expect(Object.keys(words.choice)).toEqual(expect.arrayContaining([...choices]))
    expect(Object.keys(words.quorum)).toEqual([...quorumKinds])
    expect(Object.keys(words.base)).toEqual([...majorityBases])
  })
})
