import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NodeJson } from '../../packages/document/content.ts'
import { canonicalText, contentHash } from '../../packages/document/version.ts'

const document: NodeJson = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { blockId: 'abcd' },
      content: [
        { type: 'text', text: 'Linia ', marks: [] },
        { type: 'text', text: '24/7', marks: [{ type: 'italic' }, { type: 'bold' }] },
      ],
    },
  ],
}

test('the canonical text is RFC 8785: sorted members, no white space, nothing absent', () => {
  expect(canonicalText(document)).toBe(
    '{"content":[{"attrs":{"blockId":"abcd"},"content":[{"text":"Linia ","type":"text"},' +
      '{"marks":[{"type":"bold"},{"type":"italic"}],"text":"24/7","type":"text"}],"type":"paragraph"}],"type":"doc"}',
  )
})

test('the hash is what anyone computes over the canonical text', async () => {
  const expected = createHash('sha256').update(canonicalText(document), 'utf8').digest('hex')
  expect(await contentHash(document)).toBe(expected)
})

test('the order of members, of marks and the cut of a run change nothing; a letter does', async () => {
  const same: NodeJson = {
    content: [
      {
        content: [
          { text: 'Li', type: 'text' },
          { text: 'nia ', type: 'text' },
          { marks: [{ type: 'bold' }, { type: 'italic' }], text: '24/7', type: 'text' },
        ],
        attrs: { blockId: 'abcd', colour: null },
        type: 'paragraph',
      },
    ],
    type: 'doc',
  }
  expect(await contentHash(same)).toBe(await contentHash(document))
  const other = JSON.parse(JSON.stringify(document).replace('Linia', 'Liniă')) as NodeJson
  expect(await contentHash(other)).not.toBe(await contentHash(document))
})

test('two different texts never have one canonical text', () => {
  const line = fc.string({ minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), fc.array(line, { maxLength: 5 }), (a, b) => {
      const of = (lines: string[]): NodeJson => ({
        type: 'doc',
        content: lines.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
      })
      expect(canonicalText(of(a)) === canonicalText(of(b))).toBe(JSON.stringify(a) === JSON.stringify(b))
    }),
  )
})
