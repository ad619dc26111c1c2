import { expect, test } from 'vitest'
import { unsentText } from '../../app/components/editor/unsent.ts'
import { type NodeJson, toNode } from '../../packages/document/content.ts'

const doc = (...lines: string[]): NodeJson => ({
  type: 'doc',
  content: lines.map(text => ({ type: 'paragraph', ...(text ? { content: [{ type: 'text', text }] } : {}) })),
})

test('the blocks that the server does not have are handed back, whole', () => {
  const stored = toNode(doc('unu', 'doi', 'trei'))
  const now = toNode(doc('unu', 'doi și jumătate', '', 'trei', 'patru'))
  expect(unsentText(stored, now)).toBe('doi și jumătate\n\npatru')
})

test('a block that only moved is not unsent', () => {
  expect(unsentText(toNode(doc('unu', 'doi')), toNode(doc('doi', 'unu')))).toBe('')
})

test('everything is handed back when nothing is known to be stored', () => {
  expect(unsentText(null, toNode(doc('unu', 'doi')))).toBe('unu\n\ndoi')
})
