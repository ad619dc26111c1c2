import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Comparison, compare } from '../../packages/document/compare.ts'
import { wordsOf } from '../../packages/document/compareWords.ts'
import { normalise } from '../../packages/document/content.ts'
import type { NodeJson } from '../../packages/document/json.ts'
import {
  anyText,
  blocksOf,
  doc,
  heading,
  holder,
  paragraph,
  readRuns,
  sideOf,
  text,
  textOf,
  twoTexts,
} from '../support/comparedTexts.ts'

const changesOf = ({ blocks }: Comparison) => blocks.map(({ change }) => change)
const words = (...content: NodeJson[]) =>
  wordsOf(content)
    .filter(({ size }) => size > 0)
    .map(({ key }) => key)

/** The one changed paragraph of two texts of one paragraph. */
function read(before: string, after: string): string {
  const { blocks } = compare(doc(paragraph(before, 'same')), doc(paragraph(after, 'same')))
  return blocksOf(blocks).map(readRuns).join(' | ')
}

describe('whatever the two texts are', () => {
  test(
    'the old one and the new one can be read off what is shown',
    () =>
      fc.assert(
        fc.property(fc.oneof(twoTexts, fc.tuple(anyText, anyText)), ([before, after]) => {
          const comparison = compare(before, after)
          expect(sideOf(comparison, 'before')).toEqual(normalise(before))
          expect(sideOf(comparison, 'after')).toEqual(normalise(after))
        }),
        { numRuns: 200 },
      ),
    60_000,
  )

  test('a text does not differ from itself', () =>
    fc.assert(
      fc.property(anyText, it => {
        const { blocks, counts } = compare(it, it)
        expect(blocksOf(blocks).filter(({ untouched }) => !untouched)).toEqual([])
        expect(counts).toEqual({ inserted: 0, struck: 0, changed: 0, moved: 0 })
      }),
    ))

  test('every word of the new text is shown once, as kept or as inserted', () =>
    fc.assert(
      fc.property(twoTexts, ([before, after]) => {
        const shown = blocksOf(compare(before, after).blocks).flatMap(({ runs }) =>
          (runs ?? []).filter(({ change }) => change !== 'struck').flatMap(run => words(...run.after)),
        )
        const all: string[] = []
        const visit = (node: NodeJson) => {
          if (node.content?.some(child => child.text !== undefined)) all.push(...words(...node.content))
          else node.content?.forEach(visit)
        }
        visit(normalise(after))
        expect(shown.sort()).toEqual(all.sort())
      }),
    ))

  test('no paragraph is shown as struck here and inserted there', () =>
    fc.assert(
      fc.property(twoTexts, ([before, after]) => {
        const blocks = blocksOf(compare(before, after).blocks).filter(({ runs }) => runs && runs.length > 0)
        const of = (change: string, side: 'before' | 'after') =>
          blocks
            .filter(block => block.change === change)
            .map(({ runs }) => textOf(runs?.flatMap(run => run[side]) ?? []))
        const inserted = new Set(of('inserted', 'after'))
        expect(of('struck', 'before').filter(each => inserted.has(each) && /\p{L}/u.test(each))).toEqual([])
      }),
    ))

  test('what moved is there once, with one sign where it stood', () =>
    fc.assert(
      fc.property(twoTexts, ([before, after]) => {
        const comparison = compare(before, after)
        const signs: number[] = []
        const visit = ({ blocks }: Pick<Comparison, 'blocks'>) => {
          for (const entry of blocks) {
            if (entry.change === 'left') signs.push(entry.move)
            else visit({ blocks: entry.blocks ?? [] })
          }
        }
        visit(comparison)
        const moved = blocksOf(comparison.blocks).flatMap(({ move }) => (move === null ? [] : [move]))
        expect(signs.sort()).toEqual(moved.sort())
      }),
    ))
})

describe('words', () => {
  test.each([
    ['într-o zi s-a', ['într-o', 'zi', 's-a']],
    ['Țările „prietene”, însă', ['Țările', 'prietene', 'însă']],
    [
      'art. 5 alin. (2) lit. a) din Legea nr. 678/2001.',
      ['art. 5', 'alin. (2)', 'lit. a)', 'din', 'Legea', 'nr. 678/2001'],
    ],
    ['1.234,56 lei, 52% la 25.05.2018', ['1.234,56', 'lei', '52%', 'la', '25.05.2018']],
    ['art. 5^1 și alin. (2^1)', ['art. 5^1', 'și', 'alin. (2^1)']],
    ['parte. 5 lei', ['parte', '5', 'lei']],
  ])('„%s”', (sentence, expected) => expect(words(text(sentence))).toEqual(expected))

  test('a word that is bold to its middle is one word', () => {
    expect(words(text('pre', 'bold'), text('venire'))).toEqual(['prevenire'])
  })
})

describe('a changed paragraph', () => {
  test.each([
    [
      'Victimele au dreptul la sprijin.',
      'Victimele au dreptul la asistență.',
      'Victimele au dreptul la ~~sprijin~~++asistență++.',
    ],
    [
      'potrivit art. 5 alin. (2) din lege',
      'potrivit art. 5 alin. (3) din lege',
      'potrivit art. 5 ~~alin. (2)~~++alin. (3)++ din lege',
    ],
    [
      'Statul acordă sprijin victimelor.',
      'Statul acordă sprijin imediat victimelor.',
      'Statul acordă sprijin ++imediat ++victimelor.',
    ],
    ['Într-o zi plouă la munte.', 'Într-o seară plouă la munte.', 'Într-o ~~zi~~++seară++ plouă la munte.'],
  ])('„%s” → „%s”', (before, after, expected) => expect(read(before, after)).toBe(expected))

  test('is read in whole phrases: short words between two changes go with them', () => {
    expect(
      read(
        'Organizațiile cer prevenirea și combaterea traficului de persoane în toate județele țării.',
        'Organizațiile cer identificarea și sprijinirea victimelor în toate județele țării.',
      ),
    ).toBe(
      'Organizațiile cer ~~prevenirea și combaterea traficului de persoane~~++identificarea și sprijinirea victimelor++ în toate județele țării.',
    )
  })

  test('keeps the words between two additions', () => {
    expect(read('un om bun vine', 'un foarte mare om și înțelept bun vine')).not.toContain('~~')
  })

  test('of which hardly a word is left is struck, and the new one inserted', () => {
    const before = 'Statul finanțează serviciile sociale ale furnizorilor acreditați.'
    const after = 'Fiecare victimă are dreptul la un avocat din prima zi.'
    expect(read(before, after)).toBe(`~~${before}~~ | ++${after}++`)
  })

  test('says when only its letters became bold', () => {
    const { blocks } = compare(
      doc(paragraph('Termenul este de 30 de zile.', 'same')),
      doc({
        type: 'paragraph',
        attrs: { blockId: 'same' },
        content: [text('Termenul este de '), text('30 de zile', 'bold'), text('.')],
      }),
    )
    expect(blocksOf(blocks).map(block => [block.change, block.notes, readRuns(block)])).toEqual([
      ['changed', ['style'], 'Termenul este de **30 de zile**.'],
    ])
  })

  test('says when it became a heading', () => {
    const [block] = blocksOf(
      compare(doc(paragraph('Context', 'same')), doc(heading('Context', 2, 'same'))).blocks,
    )
    expect([block?.change, block?.notes]).toEqual(['changed', ['kind']])
  })
})

describe('blocks', () => {
  const a = paragraph('Prima propunere privește victimele minore.', 'aaaa')
  const b = paragraph('A doua propunere privește finanțarea serviciilor sociale pe trei ani.', 'bbbb')
  const c = paragraph('A treia propunere privește raportarea anuală.', 'cccc')

  test('a new one between two that stay', () => {
    const comparison = compare(doc(a, c), doc(a, b, c))
    expect(changesOf(comparison)).toEqual(['same', 'inserted', 'same'])
    expect(comparison.counts).toEqual({ inserted: 1, struck: 0, changed: 0, moved: 0 })
  })

  test('a struck one stays where it stood', () => {
    expect(changesOf(compare(doc(a, b, c), doc(a, c)))).toEqual(['same', 'struck', 'same'])
  })

  test('one that moved is the smaller one, is shown where it is, and leaves a sign', () => {
    const comparison = compare(doc(a, b, c), doc(b, c, a))
    expect(changesOf(comparison)).toEqual(['left', 'same', 'same', 'moved'])
    expect(comparison.blocks[0]).toMatchObject({
      to: 'down',
      quote: 'Prima propunere privește victimele minore.',
    })
    expect(comparison.counts).toEqual({ inserted: 0, struck: 0, changed: 0, moved: 1 })
  })

  test('one that moved and changed shows both', () => {
    const changed = paragraph('Prima propunere privește toate victimele minore.', 'aaaa')
    const moved = blocksOf(compare(doc(a, b, c), doc(b, c, changed)).blocks).at(-1)
    expect(moved && [moved.change, readRuns(moved)]).toEqual([
      'moved',
      'Prima propunere privește ++toate ++victimele minore.',
    ])
  })

  test('one that was cut and pasted with another id is known by its words', () => {
    const pasted = paragraph('Prima propunere privește victimele minore.', 'zzzz')
    expect(changesOf(compare(doc(a, b, c), doc(b, c, pasted)))).toEqual(['left', 'same', 'same', 'moved'])
  })

  test('of two equal ones without ids, the one beside the same neighbour stays', () => {
    const equal = paragraph('Adoptat.')
    const between = paragraph('Un paragraf lung, care stă între două paragrafe la fel.')
    expect(changesOf(compare(doc(equal, between, equal), doc(between, equal)))).toEqual([
      'struck',
      'same',
      'same',
    ])
  })

  test('an empty one never moved', () => {
    const empty = paragraph('', 'eeee')
    expect(compare(doc(empty, a, b), doc(a, b, empty)).counts).toEqual({
      inserted: 0,
      struck: 0,
      changed: 0,
      moved: 0,
    })
  })

  test('without ids a changed one is known by its likeness', () => {
    const comparison = compare(
      doc(paragraph('Statul acordă victimelor sprijin juridic și medical.'), paragraph('Altceva.')),
      doc(
        paragraph('Statul acordă tuturor victimelor sprijin juridic gratuit și medical.'),
        paragraph('Altceva.'),
      ),
    )
    expect(changesOf(comparison)).toEqual(['changed', 'same'])
  })

  test('a section that moved, moved as one', () => {
    const section = { type: 'recommendation', attrs: { blockId: 'rrrr' }, content: [a, c] }
    const long = paragraph(`${'Un text lung care rămâne pe loc, '.repeat(5)}.`, 'long')
    const comparison = compare(doc(section, long), doc(long, section))
    expect(changesOf(comparison)).toEqual(['left', 'same', 'moved'])
    expect(comparison.counts.moved).toBe(1)
  })

  test('one that was put into a recommendation did not move', () => {
    const comparison = compare(doc(a, b), doc({ type: 'recommendation', content: [a] }, b))
    expect(changesOf(comparison)).toEqual(['inserted', 'same'])
    expect(blocksOf(comparison.blocks)[1]).toMatchObject({ change: 'changed', notes: ['place'] })
  })

  test('an item of a list, struck and inserted within it', () => {
    const item = (...content: NodeJson[]) => holder('listItem', ...content)
    const comparison = compare(
      doc(holder('bulletList', item(a), item(b))),
      doc(holder('bulletList', item(a), item(c))),
    )
    expect(changesOf(comparison)).toEqual(['same'])
    const [list] = comparison.blocks
    expect(list?.change !== 'left' && list?.blocks?.map(({ change }) => change)).toEqual([
      'same',
      'struck',
      'inserted',
    ])
  })

  test('a row of a table, and a word in a cell', () => {
    const row = (...cells: string[]) =>
      holder('tableRow', ...cells.map(words => holder('tableCell', paragraph(words))))
    const comparison = compare(
      doc(holder('table', row('Județul', 'Cazuri'), row('Bacău', '12'), row('Neamț', '7'))),
      doc(holder('table', row('Județul', 'Cazuri'), row('Iași', '9'), row('Bacău', '14'), row('Neamț', '7'))),
    )
    const [table] = comparison.blocks
    const rows = table?.change === 'left' ? [] : (table?.blocks ?? [])
    expect(rows.map(({ change }) => change)).toEqual(['same', 'inserted', 'same', 'same'])
    expect(blocksOf(rows.slice(2, 3)).map(readRuns).join(' ').trim().split(/\s+/)).toEqual([
      'Bacău',
      '~~12~~',
      '++14++',
    ])
  })

  test('the proposed text of an amendment', () => {
    const row = (proposed: string) => ({
      type: 'amendmentRow',
      attrs: { blockId: 'row1' },
      content: [
        holder('amendmentPresent', paragraph('Termenul este de 30 de zile.')),
        holder('amendmentProposed', paragraph(proposed)),
        holder('amendmentReasons', paragraph('Prea scurt.')),
      ],
    })
    const comparison = compare(
      doc(holder('amendmentTable', row('Termenul este de 60 de zile.'))),
      doc(holder('amendmentTable', row('Termenul este de 90 de zile.'))),
    )
    expect(comparison.counts).toEqual({ inserted: 0, struck: 0, changed: 1, moved: 0 })
  })

  test('a picture whose description changed', () => {
    const image = (alt: string) => ({ type: 'image', attrs: { src: '/files/1', alt, blockId: 'img1' } })
    const [block] = blocksOf(compare(doc(image('O hartă')), doc(image('Harta județelor'))).blocks)
    expect([block?.change, block?.notes]).toEqual(['changed', ['attributes']])
  })

  test('two thousand paragraphs, some of them changed, moved, new and struck', () => {
    const many = Array.from({ length: 2_000 }, (_, index) =>
      paragraph(
        `Paragraful ${index} spune ceva despre victime, instituții și finanțare în anul ${index + 1}.`,
        `p${String(index).padStart(5, '0')}`,
      ),
    )
    const later = many.filter((_, index) => index % 50 !== 7)
    later.splice(100, 0, ...later.splice(1_500, 3), paragraph('Un paragraf cu totul nou.', 'nnnn1'))
    later[900] = paragraph(
      'Paragraful 918 spune altceva despre victime, instituții și finanțare.',
      later[900]?.attrs?.blockId as string,
    )
    expect(compare(doc(...many), doc(...later)).counts).toEqual({
      inserted: 1,
      struck: 40,
      changed: 1,
      moved: 3,
    })
  })
})
