import { getSchema } from '@tiptap/core'
import { type Node, Slice } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import { blockIdPlugin } from '../../packages/document/blockIds.ts'
import type { NodeJson } from '../../packages/document/content.ts'
import { documentExtensions } from '../../packages/document/schema.ts'

const schema = getSchema(documentExtensions())
const paragraph = (text: string, blockId?: string): NodeJson => ({
  type: 'paragraph',
  attrs: { blockId: blockId ?? null },
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
})

function open(...content: NodeJson[]): EditorState {
  return EditorState.create({
    doc: schema.nodeFromJSON({ type: 'doc', content }),
    plugins: [blockIdPlugin()],
  })
}

const ids = (state: EditorState) => {
  const found: [string, string | null][] = []
  state.doc.forEach((node: Node) => {
    found.push([node.textContent, node.attrs.blockId])
  })
  return found
}

const change = (state: EditorState, edit: (transaction: Transaction) => Transaction) =>
  state.apply(edit(state.tr))

test('a block without an id gets one with the first edit', () => {
  const after = change(open(paragraph('ab')), edit => edit.insertText('c', 3))
  expect(ids(after)).toEqual([['abc', expect.stringMatching(/^[a-z0-9]{12}$/)]])
})

test('a split in the middle leaves the id with the first part', () => {
  const after = change(open(paragraph('abcd', 'one1')), edit => edit.split(3))
  expect(ids(after)).toEqual([
    ['ab', 'one1'],
    ['cd', expect.not.stringMatching('one1')],
  ])
})

test('a split before the first letter leaves the id with the text', () => {
  const after = change(open(paragraph('abcd', 'one1')), edit => edit.split(1))
  expect(ids(after)).toEqual([
    ['', expect.not.stringMatching('one1')],
    ['abcd', 'one1'],
  ])
})

test('a pasted copy gets a new id, also when it stands before its original', () => {
  const before = open(paragraph('start', 'zero'), paragraph('abcd', 'one1'))
  const copy = before.doc.slice(7, 13)
  const after = change(before, edit => edit.replace(0, 0, new Slice(copy.content, 0, 0)))
  expect(ids(after)).toEqual([
    ['abcd', expect.not.stringMatching('one1')],
    ['start', 'zero'],
    ['abcd', 'one1'],
  ])
})

test('a block that is cut and pasted elsewhere keeps its id', () => {
  const before = open(paragraph('start', 'zero'), paragraph('abcd', 'one1'))
  const moved = before.doc.slice(7, 13)
  const cut = change(before, edit => edit.delete(7, 13))
  const after = change(cut, edit => edit.replace(0, 0, moved))
  expect(ids(after)).toEqual([
    ['abcd', 'one1'],
    ['start', 'zero'],
  ])
})

test("another person's edit is left as it arrived", () => {
  const arrived = change(open(paragraph('ab')), edit =>
    edit.insertText('c', 3).setMeta(ySyncPluginKey, { isChangeOrigin: true }),
  )
  expect(ids(arrived)).toEqual([['abc', null]])
})
