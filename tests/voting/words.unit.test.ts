import { describe, expect, it } from 'vitest'
import enTrail from '../../app/i18n/en/trail.ts'
import en from '../../app/i18n/en/voting.ts'
import roTrail from '../../app/i18n/ro/trail.ts'
import ro from '../../app/i18n/ro/voting.ts'
import { createTranslator } from '../../app/i18n/translate.ts'
import { sentenceOf } from '../../graphql/polls/sentence.ts'
import {
  choices,
  type Judgement,
  judge,
  type Motion,
  majorityBases,
  type OptionChoice,
  type Poll,
  quorumKinds,
  recusals,
  silences,
  type TrailStatement,
  ties,
} from '../../packages/voting/index.ts'
import { type Conduct, spreads } from './recount.ts'
import {
  atLeast,
  half,
  moreThan,
  none,
  organisations,
  pollOf,
  proxies,
  quorumOf,
  representation,
  rule,
  twoThirds,
} from './statute.ts'

/** Small polls of every method that between them say every statement there is. */
function* everyPoll(): Generator<Poll> {
  for (const kind of quorumKinds)
    for (const share of [none, twoThirds])
      for (const base of majorityBases)
        for (const stays of recusals)
          for (const size of [1, 2, 3])
            for (const spread of spreads<Conduct>(size, [
              'yes',
              'no',
              'abstain',
              'silent',
              'recused',
              'proxy_yes',
            ])) {
              const by = rule(atLeast(half, base), quorumOf(share, kind), {
                recusal: { base: stays, article: '' },
                proxies: proxies(3),
              })
              const poll = pollOf(spread, by)
              yield poll
              if (spread[0] === 'yes') yield { ...poll, recused: [...(poll.recused ?? []), 'org-1'] }
            }
  for (const silence of silences)
    for (const spread of spreads<Conduct>(3, ['yes', 'no', 'away']))
      yield {
        ...pollOf(spread, rule(moreThan(half, 'cast'), undefined, { silence })),
        method: 'consent',
        present: undefined,
      }
  yield { ...pollOf(['yes'], rule(moreThan(half, 'cast'))), method: 'temperature' }
  for (const ownVote of ['prevails', 'yields'] as const) yield twice(ownVote)
  for (const tie of ties)
    for (const runOff of [false, true])
      for (const base of majorityBases)
        for (const papers of spreads(4, ['A', 'B', 'none', 'away'])) yield choiceOf(papers, base, tie, runOff)
}

/** A giver that voted itself, and its holder for it. */
function twice(ownVote: 'prevails' | 'yields'): Motion {
  return {
    method: 'motion',
    rule: rule(moreThan(half, 'cast'), undefined, { proxies: proxies(1, ownVote) }),
    electorate: organisations(2),
    representation: representation(['org-1', 'org-2']),
    ballots: [
      { organisation: 'org-1', choice: 'yes' },
      { organisation: 'org-1', choice: 'no', holder: 'org-2', at: 100 },
    ],
  }
}

function choiceOf(
  papers: readonly string[],
  base: (typeof majorityBases)[number],
  tie: (typeof ties)[number],
  runOff: boolean,
): Poll {
  const drawn = tie === 'lot' && papers.join() === 'A,A,B,B'
  return {
    method: 'single_choice',
    rule: rule(moreThan(half, base), undefined, { tie }),
    electorate: organisations(4),
    present: organisations(4),
    options: ['A', 'B'],
    noneOfThese: true,
    runOff,
    lot: drawn ? 'B' : undefined,
    ballots: papers.flatMap((paper, index) => {
      const choice: OptionChoice = paper === 'none' ? 'none' : { options: [paper] }
      return paper === 'away' ? [] : [{ organisation: `org-${index + 1}`, choice }]
    }),
  }
}

/** One statement of each key that any of these polls says. */
function everyStatement(): readonly TrailStatement[] {
  const statements = new Map<string, TrailStatement>()
  for (const poll of everyPoll()) {
    const judgement: Judgement<{ trail: readonly TrailStatement[] }> = judge(poll)
    if (!judgement.ok) throw new Error(JSON.stringify(judgement.problem))
    for (const statement of judgement.trail) statements.set(statement.key, statement)
  }
  return [...statements.values()]
}

const languages = [
  { language: 'Romanian', locale: 'ro', trail: roTrail, names: ro, forms: ['one', 'few', 'other'] },
  { language: 'English', locale: 'en', trail: enTrail, names: en, forms: ['one', 'other'] },
] as const

describe.each(languages)('in $language', ({ locale, trail, names, forms }) => {
  it('every statement of a trail has its words, in every plural form, and no words wait for a statement', () => {
    const keys = everyStatement().flatMap(({ key, values }) =>
      'count' in values ? forms.map(form => `${key}_${form}`) : [key],
    )
    expect([...keys, 'option'].sort()).toEqual(Object.keys(trail).sort())
  })

  it('a sentence says only the numbers and the options that its statement carries, and leaves nothing open', () => {
    const t = createTranslator(locale)
    for (const statement of everyStatement()) {
      const sentence = sentenceOf(statement, { t, locale }, option => `Varianta ${option}`)
      expect(sentence, statement.key).not.toMatch(/\{\{|trail/)
      for (const option of statement.options ?? []) expect(sentence).toContain(`Varianta ${option}`)
    }
  })

  it('every choice, kind of quorum and base has a name', () => {
    expect(Object.keys(names.choice)).toEqual(expect.arrayContaining([...choices]))
    expect(Object.keys(names.quorum)).toEqual([...quorumKinds])
    expect(Object.keys(names.base)).toEqual([...majorityBases])
  })
})

it('a sentence names options as its language lists and quotes them', () => {
  const lot: TrailStatement = { key: 'lot', values: {}, options: ['a', 'b', 'c'] }
  const nameOf = (option: string) => option.toUpperCase()
  expect(sentenceOf(lot, { t: createTranslator('ro'), locale: 'ro' }, nameOf)).toBe(
    'Urmează tragerea la sorți, între „A”, „B” și „C”.',
  )
  expect(sentenceOf(lot, { t: createTranslator('en'), locale: 'en' }, nameOf)).toBe(
    'A lot is to be drawn between “A”, “B”, and “C”.',
  )
})
