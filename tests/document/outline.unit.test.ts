import { expect, test } from 'vitest'
import { type NodeJson, toNode } from '../../packages/document/content.ts'
import { outline } from '../../packages/document/outline.ts'

const text = (words: string): NodeJson[] => (words === '' ? [] : [{ type: 'text', text: words }])
const heading = (level: number, words: string, blockId?: string): NodeJson => ({
  type: 'heading',
  attrs: { level, ...(blockId ? { blockId } : {}) },
  content: text(words),
})
const paragraph = (words: string): NodeJson => ({ type: 'paragraph', content: text(words) })
const section = (type: string, ...content: NodeJson[]): NodeJson => ({ type, content })
const amendments: NodeJson = {
  type: 'amendmentTable',
  content: [
    {
      type: 'amendmentRow',
      content: ['amendmentPresent', 'amendmentProposed', 'amendmentReasons'].map(type => ({
        type,
        content: [paragraph('Art. 3')],
      })),
    },
  ],
}

const lines = (...content: NodeJson[]) =>
  outline(toNode({ type: 'doc', content })).map(
    ({ kind, depth, text: words }) =>
      `${'  '.repeat(depth)}${kind === 'heading' ? '' : `[${kind}] `}${words}`,
  )

test('headings stand by their level, blocks under the heading that they are under', () => {
  expect(
    lines(
      section('situation', paragraph('fără titlu')),
      heading(2, 'Context'),
      paragraph('text'),
      heading(3, 'Detalii'),
      section('recommendation', paragraph('Cerem')),
      heading(2, 'Amendamente'),
      amendments,
    ),
  ).toEqual([
    '[situation] fără titlu',
    'Context',
    '  Detalii',
    '    [recommendation] Cerem',
    'Amendamente',
    '  [amendmentTable] ',
  ])
})

test('a heading within a block stands under it, and the next block beside it', () => {
  expect(
    lines(
      heading(2, 'Context'),
      section('situation', heading(2, 'Pe scurt'), paragraph('…')),
      section('recommendation', paragraph('Cerem')),
    ),
  ).toEqual(['Context', '  [situation] Pe scurt …', '    Pe scurt', '  [recommendation] Cerem'])
})

test('a heading without words is left out, a block without words is not', () => {
  expect(lines(heading(2, ''), heading(2, ' '), section('recommendation', paragraph('')))).toEqual([
    '[recommendation] ',
  ])
})

test('a long block is known by its first words, cut between two of them', () => {
  const [line] = lines(section('situation', paragraph('Victimele așteaptă luni întregi. '.repeat(10))))
  expect(line).toBe('[situation] Victimele așteaptă luni întregi. Victimele așteaptă luni întregi…')
})

test('each line leads to its block by its id', () => {
  const [first, second] = outline(
    toNode({ type: 'doc', content: [heading(2, 'Context', 'head'), heading(2, 'Fără')] }),
  )
  expect([first?.blockId, second?.blockId]).toEqual(['head', null])
})
