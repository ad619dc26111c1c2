import { describe, expect, test } from 'vitest'
import { createTranslator } from '../../app/i18n/translate.ts'
import { type NodeJson, toNode } from '../../packages/document/content.ts'
import { countDocument, countText } from '../../packages/document/counting.ts'

describe('words', () => {
  test.each([
    ['', 0],
    [' \u00a0\t', 0],
    ['un', 1],
    ['într-un dosar', 2],
    ['s-a spus: „da”.', 3],
    ['25.05.2023, la art. 5 alin. (1)', 6],
    ['și/sau', 1],
    ['da – nu', 2],
    ['da—nu', 2],
    ['… – * „”', 0],
    ['Legea\u00a0nr.\u00a0678/2001', 3],
    ['95 % din 1.234', 3],
    ['мова 日本', 2],
  ])('in „%s” there are %i', (text, words) => {
    expect(countText(text).words).toBe(words)
  })
})

test('a character is a letter with its marks, spaces too', () => {
  expect(countText('să fie').characters).toBe(6)
  expect(countText('sa\u0306 fie').characters).toBe(6)
  expect(countText('😀').characters).toBe(1)
})

describe('in a document', () => {
  const text = (words: string, ...marks: string[]): NodeJson => ({
    type: 'text',
    text: words,
    marks: marks.map(type => ({ type })),
  })
  const doc = toNode({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [text('Context')] },
      { type: 'paragraph', content: [text('în'), text('tr-un', 'bold'), text(' dosar')] },
      { type: 'paragraph' },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [{ type: 'paragraph', content: [text('unu'), { type: 'hardBreak' }, text('doi')] }],
          },
        ],
      },
    ],
  })

  test('marks do not part a word, the end of a block and a line break do', () => {
    expect(countDocument(doc)).toEqual({ words: 5, characters: 7 + 13 + 6 })
  })

  test('of a selection only what is in it is counted, over several blocks', () => {
    // From the „ext” of the heading to the „în” of the paragraph.
    expect(countDocument(doc, 5, 12)).toEqual({ words: 2, characters: 5 })
    expect(countDocument(doc, 5, 5)).toEqual({ words: 0, characters: 0 })
  })
})

test('Romanian counts with „de” from twenty on', () => {
  const t = createTranslator('ro')
  expect([0, 1, 2, 19, 20, 101, 120].map(count => t('editor:count.words', { count }))).toEqual([
    '0 cuvinte',
    '1 cuvânt',
    '2 cuvinte',
    '19 cuvinte',
    '20 de cuvinte',
    '101 cuvinte',
    '120 de cuvinte',
  ])
  expect(t('editor:count.characters', { count: 1 })).toBe('1 caracter')
})
