import { getSchema } from '@tiptap/core'
import { type Node, Slice } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { blockIdPlugin } from '../../packages/document/blockIds.ts'
import { type NodeJson, toUpdate } from '../../packages/document/content.ts'
import { documentExtensions, fragmentName } from '../../packages/document/schema.ts'

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

test('joined, a paragraph keeps the id of the one that it was joined to', () => {
  const after = change(open(paragraph('ab', 'one1'), paragraph('cd', 'two2')), edit => edit.join(4))
  expect(ids(after)).toEqual([['abcd', 'one1']])
})

test('text joined to an empty line above takes its place and its id', () => {
  const after = change(open(paragraph('', 'one1'), paragraph('cd', 'two2')), edit => edit.join(2))
  expect(ids(after)).toEqual([['cd', 'one1']])
})

test('a block that is dragged to another place keeps its id', () => {
  const before = open(paragraph('start', 'zero'), paragraph('abcd', 'one1'), paragraph('end', 'two2'))
  const dragged = before.doc.slice(7, 13)
  const after = change(before, edit => edit.delete(7, 13).insert(0, dragged.content))
  expect(ids(after)).toEqual([
    ['abcd', 'one1'],
    ['start', 'zero'],
    ['end', 'two2'],
  ])
})

test('a copied situation gets new ids throughout, its original keeps all of its own', () => {
  const situation = (id: string, inner: string): NodeJson => ({
    type: 'situation',
    attrs: { blockId: id },
    content: [paragraph('abcd', inner)],
  })
  const before = open(situation('situ', 'one1'))
  const after = change(before, edit => edit.insert(before.doc.content.size, before.doc.content))
  const all: unknown[] = []
  after.doc.descendants(node => {
    if (node.isBlock) all.push(node.attrs.blockId)
  })
  expect(all.slice(0, 2)).toEqual(['situ', 'one1'])
  expect(new Set(all).size).toBe(4)
})

/** Somebody's open editor as far as ids go: the text, its Yjs document, and undo, without a screen. */
class Desk {
  readonly shared = new Y.Doc()
  readonly #undo: Y.UndoManager
  readonly #fragment = this.shared.getXmlFragment(fragmentName)
  #meta: ReturnType<typeof initProseMirrorDoc>['meta']
  state: EditorState

  constructor(content: NodeJson[]) {
    Y.applyUpdate(this.shared, toUpdate({ type: 'doc', content }))
    const { doc, meta } = initProseMirrorDoc(this.#fragment, schema)
    this.#meta = meta
    this.state = EditorState.create({ doc, plugins: [blockIdPlugin()] })
    this.#undo = new Y.UndoManager(this.#fragment, { trackedOrigins: new Set([this]), captureTimeout: 0 })
  }

  edit(edit: (transaction: Transaction) => Transaction): void {
    this.state = change(this.state, edit)
    this.shared.transact(() => updateYFragment(this.shared, this.#fragment, this.state.doc, this.#meta), this)
  }

  undo(): void {
    this.#undo.undo()
    this.#read()
  }

  redo(): void {
    this.#undo.redo()
    this.#read()
  }

  hear(other: Desk): void {
    Y.applyUpdate(this.shared, Y.encodeStateAsUpdate(other.shared))
    this.#read()
  }

  /** As the binding of the editor does: the whole text anew, marked as come from the shared document. */
  #read(): void {
    const { doc, meta } = initProseMirrorDoc(this.#fragment, schema)
    this.#meta = meta
    this.state = this.state.apply(
      this.state.tr
        .replaceWith(0, this.state.doc.content.size, doc.content)
        .setMeta(ySyncPluginKey, { isChangeOrigin: true }),
    )
  }
}

describe('ids hold through undo and redo', () => {
  test('of a split', () => {
    const desk = new Desk([paragraph('abcd', 'one1')])
    desk.edit(edit => edit.split(3))
    const split = ids(desk.state)
    desk.undo()
    expect(ids(desk.state)).toEqual([['abcd', 'one1']])
    desk.redo()
    expect(ids(desk.state)).toEqual(split)
  })

  test('of a move by cut and paste, and of a copy', () => {
    const desk = new Desk([paragraph('start', 'zero'), paragraph('abcd', 'one1')])
    const moved = desk.state.doc.slice(7, 13)
    desk.edit(edit => edit.delete(7, 13))
    desk.edit(edit => edit.replace(0, 0, moved))
    desk.undo()
    desk.undo()
    expect(ids(desk.state)).toEqual([
      ['start', 'zero'],
      ['abcd', 'one1'],
    ])
    desk.redo()
    desk.redo()
    expect(ids(desk.state)).toEqual([
      ['abcd', 'one1'],
      ['start', 'zero'],
    ])
    desk.edit(edit => edit.replace(0, 0, moved))
    const copied = ids(desk.state)
    expect(copied.map(([, id]) => id)).toEqual([expect.not.stringMatching('one1'), 'one1', 'zero'])
    desk.undo()
    desk.redo()
    expect(ids(desk.state)).toEqual(copied)
  })
})

describe('two people at once', () => {
  const together = (first: Desk, second: Desk) => {
    first.hear(second)
    second.hear(first)
    expect(ids(first.state)).toEqual(ids(second.state))
    return ids(first.state)
  }

  test.each([
    ['at one place', 3, 3],
    ['at two places', 2, 4],
    ['before its first letter and in its middle', 1, 3],
  ])('split one paragraph %s: no id is there twice, and the text keeps its own', (_, one, other) => {
    const [ana, dan] = [new Desk([paragraph('abcd', 'one1')]), new Desk([paragraph('abcd', 'one1')])]
    ana.edit(edit => edit.split(one))
    dan.edit(edit => edit.split(other))
    const after = together(ana, dan)
    const all = after.map(([, id]) => id)
    expect(all).toContain('one1')
    expect(new Set(all).size).toBe(all.length)
    for (const letter of 'abcd') expect(after.map(([text]) => text).join('')).toContain(letter)
  })

  test('one splits a paragraph while the other writes into it: its first part keeps the id', () => {
    const [ana, dan] = [new Desk([paragraph('abcd', 'one1')]), new Desk([paragraph('abcd', 'one1')])]
    ana.edit(edit => edit.split(3))
    dan.edit(edit => edit.insertText('X', 2))
    expect(together(ana, dan)[0]).toEqual(['aXb', 'one1'])
  })

  test('who writes next gives one of two copies that met a new id, for both', () => {
    const content = [paragraph('start', 'zero'), paragraph('abcd', 'one1')]
    const [ana, dan] = [new Desk(content), new Desk(content)]
    const moved = ana.state.doc.slice(7, 13)
    for (const desk of [ana, dan]) {
      desk.edit(edit => edit.delete(7, 13))
      desk.edit(edit => edit.replace(0, 0, moved))
    }
    expect(together(ana, dan).filter(([, id]) => id === 'one1')).toHaveLength(2)
    dan.edit(edit => edit.insertText('!', 1))
    const all = together(ana, dan).map(([, id]) => id)
    expect(all).toContain('one1')
    expect(new Set(all).size).toBe(3)
  })
})
