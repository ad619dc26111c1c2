import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type NodeJson, toNode } from '../../packages/document/content.ts'
import { type FindOptions, findIn, Search } from '../../packages/document/find.ts'

const usual: FindOptions = { foldDiacritics: true, matchCase: false }
const exact: FindOptions = { foldDiacritics: false, matchCase: false }

/** What was found, as the words of the text. */
const found = (text: string, query: string, options: FindOptions = usual) =>
  findIn(text, query, options).map(({ from, to }) => text.slice(from, to))

describe('with diacritics folded', () => {
  test.each([
    ['Situația victimelor', 'situatia', ['Situația']],
    ['situatia', 'Situația', ['situatia']],
    ['ȘTIINȚĂ și știință', 'stiinta', ['ȘTIINȚĂ', 'știință']],
    ['Științe, cu sedilă: ştiinţe', 'stiinte', ['Științe', 'ştiinţe']],
    ['în, într-un, Înalta', 'in', ['în', 'în', 'În']],
    ['câine, cîine', 'caine', ['câine']],
    ['São Tomé', 'sao tome', ['São Tomé']],
  ])('in „%s” "%s" finds %j', (text, query, expected) => {
    expect(found(text, query)).toEqual(expected)
  })

  test('a letter written as two characters is found whole', () => {
    expect(found('a\u0306 b', 'a')).toEqual(['a\u0306'])
    expect(found('mas\u0326ina\u0306', 'șină')).toEqual(['s\u0326ina\u0306'])
  })
})

describe('with diacritics as they are', () => {
  test.each([
    ['sa și să', 'să', ['să']],
    ['sa și să', 'sa', ['sa']],
    ['ană, anâ', 'anâ', ['anâ']],
  ])('in „%s” "%s" finds %j', (text, query, expected) => {
    expect(found(text, query, exact)).toEqual(expected)
  })

  test('the cedilla of old encodings is the comma', () => {
    expect(found('justiţie şi justiție și', 'justiție și', exact)).toEqual(['justiţie şi', 'justiție și'])
    expect(found('garçon', 'garcon', exact)).toEqual([])
  })

  test('one letter is one letter, however it is encoded', () => {
    expect(found('sa\u0306', 'să', exact)).toEqual(['sa\u0306'])
    expect(found('sa\u0306', 'sa', exact)).toEqual([])
    expect(found('să', 'sa\u0306', exact)).toEqual(['să'])
  })
})

describe('capital letters', () => {
  test('count only when asked', () => {
    expect(found('ANITP, anitp', 'anitp')).toEqual(['ANITP', 'anitp'])
    expect(found('ANITP, anitp', 'anitp', { ...usual, matchCase: true })).toEqual(['anitp'])
    expect(found('ȘI și Si', 'și', { foldDiacritics: false, matchCase: true })).toEqual(['și'])
  })

  test('that change their length in small letters are found whole', () => {
    expect(found('İstanbul x', 'istanbul')).toEqual(['İstanbul'])
    expect(found('aİb', 'b')).toEqual(['b'])
  })
})

describe('matches', () => {
  test('do not overlap: the first one counts', () => {
    expect(findIn('aaaaa', 'aa', usual)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ])
    expect(found('tatata', 'tata')).toEqual(['tata'])
  })

  test('of nothing, or of what leaves nothing to look for, are none', () => {
    expect(found('text', '')).toEqual([])
    expect(found('text', '\u0306')).toEqual([])
    expect(found('', 'text')).toEqual([])
  })

  test('take a space that does not break lines for a space, and signs for what they are', () => {
    expect(found('art.\u00a05 (1)', 'art. 5 (1)')).toEqual(['art.\u00a05 (1)'])
    expect(found('a.c abc', 'a.c')).toEqual(['a.c'])
    expect(found('costă 5 €, 😀', '😀')).toEqual(['😀'])
  })

  test('are what is looked for, stand in order and apart, and a text holds itself (any text)', () => {
    const options = fc.record({ foldDiacritics: fc.boolean(), matchCase: fc.boolean() })
    const text = fc.string({
      unit: fc.constantFrom(...'aAăĂâsșşȘtț î-\u0306\u0326'.split('')),
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, text, options, (whole, query, how) => {
        let end = 0
        for (const { from, to } of findIn(whole, query, how)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          // What was found finds itself: from its first letter to its last.
          expect(findIn(whole.slice(from, to), query, how)).toEqual([{ from: 0, to: to - from }])
          end = to
        }
      }),
    )
  })
})

describe('in a document', () => {
  const run = (text: string, ...marks: string[]): NodeJson => ({
    type: 'text',
    text,
    marks: marks.map(type => ({ type })),
  })
  const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })
  const doc = (...content: NodeJson[]) => toNode({ type: 'doc', content })
  const search = (node: ReturnType<typeof doc>, query: string) =>
    new Search(query, usual).in(node).map(({ from, to }) => node.textBetween(from, to))

  test('a match reaches over bold and links, and never over the end of a paragraph', () => {
    const text = doc(
      paragraph(run('Linia '), run('tele', 'bold'), run('fonică', 'italic')),
      paragraph(run('tele')),
      paragraph(run('fonică')),
    )
    expect(search(text, 'telefonica')).toEqual(['telefonică'])
    expect(search(text, 'a tel')).toEqual(['a tel'])
  })

  test('nor over a line break, or over something that is no text', () => {
    const text = doc(
      paragraph(run('unu'), { type: 'hardBreak' }, run('doi')),
      paragraph(run('trei'), { type: 'footnote' }, run('patru')),
    )
    expect(
      ['unudoi', 'unu doi', 'treipatru', 'doi', 'patru'].map(query => search(text, query).length),
    ).toEqual([0, 0, 0, 1, 1])
  })

  test('headings, cells, items and blocks are searched, in reading order', () => {
    const block = (type: string, ...content: NodeJson[]): NodeJson => ({ type, content })
    const text = doc(
      { type: 'heading', attrs: { level: 2 }, content: [run('a1')] },
      block('bulletList', block('listItem', paragraph(run('a2')))),
      block('recommendation', paragraph(run('a3'))),
      block('table', block('tableRow', block('tableCell', paragraph(run('a4'), run('a5'))))),
    )
    expect(search(text, 'a')).toHaveLength(5)
    const node = text
    expect(new Search('a', usual).in(node).map(({ from }) => node.textBetween(from, from + 2))).toEqual([
      'a1',
      'a2',
      'a3',
      'a4',
      'a5',
    ])
  })

  test('a search goes on being right when the text changes', () => {
    const looking = new Search('unu', usual)
    expect(looking.in(doc(paragraph(run('unu'))))).toEqual([{ from: 1, to: 4 }])
    expect(looking.in(doc(paragraph(run('doi')), paragraph(run('unu'))))).toEqual([{ from: 6, to: 9 }])
    expect(looking.in(doc(paragraph(run('doi'))))).toEqual([])
  })
})
