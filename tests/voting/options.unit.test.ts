import { describe, expect, it } from 'vitest'
import {
  type Approval,
  judge,
  majorityBases,
  type OptionChoice,
  type Rule,
  type SingleChoice,
  ties,
} from '../../packages/voting/index.ts'
import { isEnough, spreads } from './recount.ts'
import {
  article,
  atLeast,
  half,
  moreThan,
  none,
  organisations,
  quorumOf,
  rule,
  threeQuarters,
} from './statute.ts'

/** `A`, `AB`: the options on the ballot; `0`: none of these; `-`: an abstention; ` `: no ballot. */
type Paper = 'A' | 'B' | 'C' | 'AB' | 'AC' | 'BC' | 'ABC' | '0' | '-' | ' '

function choiceOf(paper: Paper): OptionChoice | null {
  if (paper === ' ') return null
  if (paper === '0') return 'none'
  if (paper === '-') return 'abstain'
  return { options: [...paper] }
}

type Setting = Partial<Pick<SingleChoice, 'runOff' | 'lot' | 'noneOfThese' | 'options' | 'ballots'>>

function put(papers: readonly Paper[], by: Rule, setting: Setting = {}): Omit<SingleChoice, 'method'> {
  return {
    rule: by,
    electorate: organisations(papers.length),
    options: ['A', 'B', 'C'],
    noneOfThese: true,
    ballots: papers.flatMap((paper, index) => {
      const choice = choiceOf(paper)
      return choice === null ? [] : [{ organisation: `org-${index + 1}`, choice }]
    }),
    ...setting,
  }
}

const single = (papers: readonly Paper[], by: Rule, setting?: Setting): SingleChoice => ({
  method: 'single_choice',
  ...put(papers, by, setting),
})
const approval = (papers: readonly Paper[], by: Rule, setting?: Setting): Approval => ({
  method: 'approval',
  ...put(papers, by, setting),
})

function judged(poll: SingleChoice | Approval) {
  const judgement = judge(poll)
  if (!judgement.ok) throw new Error(JSON.stringify(judgement.problem))
  return judgement
}
function verdict(poll: SingleChoice | Approval) {
  const { outcome, options } = judged(poll)
  return options.length === 0 ? outcome : `${outcome} ${options.join()}`
}
const keys = (poll: SingleChoice | Approval) => judged(poll).trail.map(({ key }) => key)
function problem(poll: SingleChoice | Approval) {
  const judgement = judge(poll)
  return judgement.ok ? undefined : judgement.problem
}

const papers = (text: string) => [...text] as Paper[]
const over = (tie: Rule['tie'], base: Rule['majority']['base'] = 'yes_no') =>
  rule(moreThan(half, base), quorumOf(none), { tie })

describe('a single choice', () => {
  it('chooses the option with the most votes and the majority, and tells how', () => {
    expect(judged(single(papers('AAAAB0- '), over('fails')))).toEqual({
      ok: true,
      outcome: 'chosen',
      options: ['A'],
      tally: {
        options: [
          { option: 'A', votes: 4 },
          { option: 'B', votes: 1 },
          { option: 'C', votes: 0 },
        ],
        named: 5,
        none: 1,
        abstain: 1,
        cast: 7,
        entitled: 8,
        absent: 1,
        present: null,
        represented: 0,
        byProxy: 0,
        recused: 0,
        setAside: 0,
      },
      trail: [
        { key: 'entitled', values: { count: 8 } },
        { key: 'cast', values: { count: 7, entitled: 8 } },
        { key: 'tally_option', values: { count: 4 }, options: ['A'] },
        { key: 'tally_option', values: { count: 1 }, options: ['B'] },
        { key: 'tally_option', values: { count: 0 }, options: ['C'] },
        { key: 'tally_none', values: { count: 1 } },
        { key: 'tally_abstain', values: { abstain: 1 } },
        { key: 'quorum_not_asked', values: {}, article },
        { key: 'base_named', values: { count: 6 }, article },
        { key: 'option_met', values: { needed: 4, reached: 4, base: 6 }, options: ['A'], article },
        { key: 'chosen', values: {}, options: ['A'] },
      ],
    })
  })

  it('chooses nothing when the leading option has no majority', () => {
    const poll = single(papers('AAABBC'), over('fails'))
    expect(verdict(poll)).toBe('none_chosen')
    expect(keys(poll).slice(-3)).toEqual(['base_named', 'option_missed', 'none_chosen'])
  })

  it.each(majorityBases.filter(base => base !== 'yes_no'))('counts the majority over %s too', base => {
    const poll = { ...single(papers('AAA-  '), over('fails', base)), present: organisations(6) }
    expect(verdict(poll)).toBe(base === 'cast' ? 'chosen A' : 'none_chosen')
    expect(keys(poll)).toContain(`base_${base}`)
  })

  it('chooses nothing when “none of these” leads or equals the leading option', () => {
    expect(verdict(single(papers('AAA00'), over('fails')))).toBe('chosen A')
    const equal = single(papers('AA00'), rule(atLeast(half, 'yes_no')))
    expect(verdict(equal)).toBe('none_chosen')
    expect(judged(equal).trail.slice(-2)).toEqual([
      { key: 'none_leads', values: { none: 2, leading: 2 } },
      { key: 'none_chosen', values: {}, options: [] },
    ])
    expect(verdict(single(papers('A00'), over('run_off')))).toBe('none_chosen')
  })

  it('chooses nothing when nobody names an option', () => {
    for (const text of ['---', '0--', '   ']) {
      const poll = single(papers(text), rule(atLeast(half, 'yes_no'), quorumOf(none), { tie: 'lot' }))
      expect(verdict(poll)).toBe('none_chosen')
      expect(keys(poll).at(-2)).toBe('none_named')
    }
  })

  it('decides nothing without its quorum', () => {
    const by = { ...over('lot'), quorum: quorumOf(half, 'participation', true) }
    const poll = single(papers('AA  '), by)
    expect(judged(poll)).toMatchObject({ outcome: 'no_quorum', options: [] })
    expect(keys(poll).slice(-2)).toEqual(['quorum_participation_missed', 'no_quorum'])
  })

  it('says nothing of “none of these” where it is not on the paper, and refuses it', () => {
    const setting = { noneOfThese: false }
    expect(keys(single(papers('A'), over('fails'), setting))).not.toContain('tally_none')
    expect(problem(single(papers('A0'), over('fails'), setting))).toEqual({
      code: 'choice_unknown',
      organisation: 'org-2',
    })
  })
})

describe('equal votes', () => {
  const equal = papers('AAABBBC')

  it('choose nothing where the statute says no more', () => {
    const poll = single(equal, over('fails'))
    expect(verdict(poll)).toBe('none_chosen')
    expect(judged(poll).trail.slice(-2)).toEqual([
      { key: 'options_tie', values: { count: 3 }, options: ['A', 'B'], article },
      { key: 'none_chosen', values: {}, options: [] },
    ])
  })

  it('are voted on again where it says so, and then drawn', () => {
    expect(verdict(single(equal, over('run_off')))).toBe('run_off A,B')
    const second = single(papers('AAABBB '), over('run_off'), { options: ['A', 'B'], runOff: true })
    expect(verdict(second)).toBe('lot A,B')
    expect(keys(second).slice(-4)).toEqual(['options_tie', 'base_named', 'together_met', 'lot'])
  })

  it('are drawn at once where it says so', () => {
    expect(verdict(single(equal, over('lot')))).toBe('lot A,B')
  })

  it('are drawn only when together they have the majority: a lot says which, never that there are enough', () => {
    const few = single(papers('AB     '), over('lot', 'entitled'))
    expect(verdict(few)).toBe('none_chosen')
    expect(judged(few).trail.at(-2)).toEqual({
      key: 'together_missed',
      values: { needed: 4, reached: 2, base: 7 },
      options: ['A', 'B'],
      article,
    })
  })

  it('are settled by the recorded draw', () => {
    const poll = single(equal, over('lot'), { lot: 'B' })
    expect(verdict(poll)).toBe('chosen B')
    expect(judged(poll).trail.slice(-3)).toEqual([
      {
        key: 'together_met',
        values: { needed: 4, reached: 6, base: 7 },
        options: ['A', 'B'],
        article,
      },
      { key: 'lot_drawn', values: {}, options: ['B'], article },
      { key: 'chosen', values: {}, options: ['B'] },
    ])
  })

  it('are the only ones that a lot settles, and between them only', () => {
    expect(problem(single(equal, over('lot'), { lot: 'C' }))).toEqual({
      code: 'lot_outside_tie',
      option: 'C',
    })
    expect(problem(single(papers('AAB'), over('lot'), { lot: 'A' }))).toEqual({
      code: 'lot_without_tie',
      option: 'A',
    })
    expect(problem(single(equal, over('run_off'), { lot: 'A' }))).toEqual({
      code: 'lot_without_tie',
      option: 'A',
    })
  })
})

describe('a second vote', () => {
  it('is held between the leading option without majority and those next to it', () => {
    expect(verdict(single(papers('AAABBCC'), over('run_off')))).toBe('run_off A,B,C')
    expect(verdict(single(papers('AAABBC'), over('run_off')))).toBe('run_off A,B')
  })

  it('is not held against nobody', () => {
    expect(verdict(single(papers('AA   '), over('run_off', 'entitled')))).toBe('none_chosen')
  })

  it('is the last one', () => {
    expect(verdict(single(papers('AAABBCC'), over('run_off'), { runOff: true }))).toBe('none_chosen')
  })
})

describe('an approval', () => {
  it('counts a ballot for each option that it names, and in the base once', () => {
    const { tally, trail, outcome } = judged(
      approval(['A', 'AB', 'ABC', 'BC', 'A', '0', '-'], rule(moreThan(half, 'cast'))),
    )
    expect(tally).toMatchObject({
      options: [{ votes: 4 }, { votes: 3 }, { votes: 2 }],
      named: 5,
      none: 1,
      abstain: 1,
      cast: 7,
    })
    expect(outcome).toBe('chosen')
    expect(trail.at(-2)).toMatchObject({ key: 'option_met', values: { needed: 4, reached: 4, base: 7 } })
  })

  it('of equal options counts the ballots for any of them once', () => {
    const poll = approval(['AB', 'AB', 'C', ' ', ' '], over('lot', 'entitled'))
    expect(judged(poll).trail.at(-2)).toMatchObject({
      key: 'together_missed',
      values: { needed: 3, reached: 2, base: 5 },
    })
  })
})

describe('a ballot paper', () => {
  const by = over('fails')
  const naming = (...options: string[]) => ({ ballots: [{ organisation: 'org-1', choice: { options } }] })
  const unknown = { code: 'choice_unknown', organisation: 'org-1' }

  it('of a single choice names one of its options', () => {
    expect(problem(single([' '], by, naming('A')))).toBeUndefined()
    for (const wrong of [[], ['A', 'B'], ['Z']])
      expect(problem(single([' '], by, naming(...wrong)))).toEqual(unknown)
  })

  it('of an approval names some of its options, each once', () => {
    expect(problem(approval([' '], by, naming('A', 'B', 'C')))).toBeUndefined()
    for (const wrong of [[], ['A', 'A'], ['A', 'Z']])
      expect(problem(approval([' '], by, naming(...wrong)))).toEqual(unknown)
  })

  it('has options, each once', () => {
    expect(problem(single([' '], by, { options: [] }))).toEqual({ code: 'options_missing' })
    expect(problem(approval([' '], by, { options: ['A', 'B', 'A'] }))).toEqual({
      code: 'option_twice',
      option: 'A',
    })
  })

  it('is held against the record like any other', () => {
    expect(problem({ ...single(['A'], by), electorate: [] })).toEqual({ code: 'electorate_empty' })
  })
})

describe('the verdict among options equals a naive recount', () => {
  /** Option by option, with plain division and no early way out. */
  function recount(given: readonly Paper[], by: Rule, second: boolean): string {
    const votes = ['A', 'B', 'C'].map(option => given.filter(paper => paper.includes(option)).length)
    const ofThese = given.filter(paper => /[ABC]/.test(paper)).length
    const ofNone = given.filter(paper => paper === '0').length
    const abstentions = given.filter(paper => paper === '-').length
    const everybody = given.length
    const whole = {
      yes_no: ofThese + ofNone,
      cast: ofThese + ofNone + abstentions,
      entitled: everybody,
      present: 0,
    }
    const enough = (some: number) => isEnough(some, whole[by.majority.base], by.majority)

    if (!isEnough(ofThese + ofNone + abstentions, everybody, by.quorum)) return 'no_quorum'
    const top = Math.max(...votes)
    const named = (number: number) => ['A', 'B', 'C'].filter((_, index) => votes[index] === number)
    const leaders = named(top)
    const any = given.filter(paper => leaders.some(option => paper.includes(option))).length
    const nextBest = Math.max(0, ...votes.filter(number => number !== top))
    const again = by.tie === 'run_off' && !second
    const wins = top > 0 && top > ofNone
    if (wins && leaders.length === 1 && enough(top)) return `chosen ${leaders.join()}`
    if (wins && leaders.length === 1 && again && nextBest > 0)
      return `run_off ${[...leaders, ...named(nextBest)].join()}`
    if (wins && leaders.length > 1 && again) return `run_off ${leaders.join()}`
    if (wins && leaders.length > 1 && by.tie !== 'fails' && enough(any)) return `lot ${leaders.join()}`
    return 'none_chosen'
  }

  const bases = majorityBases.filter(base => base !== 'present')
  const rules = ties.flatMap(tie =>
    bases.flatMap(base => [
      rule(moreThan(half, base), quorumOf(none), { tie }),
      rule(atLeast(half, base), quorumOf(half), { tie }),
      rule(atLeast(threeQuarters, base), quorumOf(none), { tie }),
    ]),
  )

  it.each([
    ['single choice', single, ['A', 'B', 'C', '0', '-', ' '], 7],
    ['approval', approval, ['A', 'B', 'C', 'AB', 'AC', 'BC', 'ABC', '0', '-', ' '], 3],
  ] as const)('in a %s, for every spread of papers', { timeout: 60_000 }, (_, method, among, largest) => {
    for (const by of rules)
      for (const runOff of [false, true])
        for (let size = 1; size <= largest; size++)
          for (const given of spreads<Paper>(size, among)) {
            const counted = verdict(method(given, by, { runOff }))
            const expected = recount(given, by, runOff)
            if (counted !== expected) expect.fail(JSON.stringify({ given, by, runOff, counted, expected }))
          }
  })
})
