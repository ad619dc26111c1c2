import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { describe, expect, test } from 'vitest'
import { named, slashAt, slashIn, slashPlugin, slashRange } from '../../app/components/editor/slash.ts'
import { documentExtensions } from '../../packages/document/schema.ts'

describe('a slash asks for a block', () => {
  test.each([
    ['/', { offset: 0, query: '' }],
    ['/tab', { offset: 0, query: 'tab' }],
    ['Cerem /', { offset: 6, query: '' }],
    ['Cerem\u00a0/rec', { offset: 6, query: 'rec' }],
    ['/tabel de amendamente', { offset: 0, query: 'tabel de amendamente' }],
    ['/listă', { offset: 0, query: 'listă' }],
  ])('at the end of „%s”', (before, slash) => {
    expect(slashIn(before)).toEqual(slash)
  })

  test.each([
    '',
    'și/',
    'și/sau',
    '12/03/2026',
    'https://exemplu.ro/',
    'https://',
    '//',
    '/a/',
    'a / ',
    '/tabel  ',
    'km/h',
    '(/',
    '„/',
    '\ufffc/',
    '/a\ufffcb',
    `/${'a'.repeat(25)}`,
    '/unu doi trei patru cinci',
  ])('and not at the end of „%s”', before => {
    expect(slashIn(before)).toBeNull()
  })
})

test('in front of words it asks only between two spaces', () => {
  expect(slashIn('/', 'plan')).toBeNull()
  expect(slashIn('/', ' plan')).toBeNull()
  expect(slashIn('un /', 'plan')).toBeNull()
  expect(slashIn('un /ta', ' plan')).toEqual({ offset: 3, query: 'ta' })
})

describe('while somebody writes', () => {
  const schema = getSchema(documentExtensions())
  const open = (...lines: string[]) =>
    EditorState.create({
      doc: schema.nodeFromJSON({
        type: 'doc',
        content: lines.map(text => ({
          type: 'paragraph',
          ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
        })),
      }),
      plugins: [slashPlugin(() => false)],
    })
  const caret = (state: EditorState, position: number) =>
    state.apply(state.tr.setSelection(TextSelection.create(state.doc, position)))
  const type = (state: EditorState, text: string) =>
    [...text].reduce((now, letter) => now.apply(now.tr.insertText(letter)), state)
  const change = (state: EditorState, edit: (transaction: Transaction) => Transaction) =>
    state.apply(edit(state.tr))

  test('a slash that is typed asks, goes on asking with what is typed behind it, and ends with it', () => {
    const typed = type(caret(open('', 'x'), 1), '/tab')
    expect(slashAt(typed)).toEqual({ offset: 0, query: 'tab' })
    expect(slashRange(typed)).toEqual({ from: 1, to: 5 })
    expect(slashAt(change(typed, edit => edit.delete(1, 5)))).toBeNull()
    expect(slashAt(type(typed, ' e  '))).toBeNull()
  })

  test('within a word it never asks, whatever is typed after it', () => {
    expect(slashAt(type(caret(open('și'), 3), '/sau'))).toBeNull()
    expect(slashAt(type(caret(open(''), 1), '12/03/2026'))).toBeNull()
  })

  test('a slash that was there, was pasted, or that somebody else writes does not ask', () => {
    const there = open('unu /')
    expect(slashAt(caret(there, 6))).toBeNull()
    const pasted = change(caret(open('unu'), 4), edit => edit.insertText(' sau /'))
    expect(slashAt(pasted)).toBeNull()
    const theirs = change(caret(open(''), 1), edit => edit.insertText('/').setMeta(ySyncPluginKey, {}))
    expect(slashAt(theirs)).toBeNull()
  })

  test('walking away ends it; walking back does not ask again', () => {
    const typed = type(caret(open('', 'unu'), 1), '/t')
    const away = caret(typed, 6)
    expect(slashAt(away)).toBeNull()
    expect(slashAt(caret(away, 3))).toBeNull()
  })

  test("another person's words before it move it along", () => {
    const typed = type(caret(open('', ''), 3), '/ta')
    const moved = change(typed, edit => edit.insertText('Bună ziua', 1).setMeta(ySyncPluginKey, {}))
    expect(slashAt(moved)).toEqual({ offset: 0, query: 'ta' })
    expect(slashRange(moved)).toEqual({ from: 12, to: 15 })
  })
})

describe('what a query means', () => {
  const names: Record<string, string[]> = {
    heading2: ['Titlu', 'Heading', 'h2, capitol'],
    heading3: ['Subtitlu', 'Subheading'],
    bulletList: ['Listă cu puncte', 'Bulleted list'],
    amendmentTable: ['Tabel de amendamente', 'Amendment table'],
    table: ['Tabel', 'Table'],
  }
  const meant = (query: string) => named(Object.keys(names), name => names[name] ?? [], query)

  test.each([
    ['', ['heading2', 'heading3', 'bulletList', 'amendmentTable', 'table']],
    ['ti', ['heading2']],
    ['HEAD', ['heading2']],
    ['lista', ['bulletList']],
    ['listă', ['bulletList']],
    ['tab', ['amendmentTable', 'table']],
    ['tabel am', ['amendmentTable']],
    ['amend', ['amendmentTable']],
    ['h2', ['heading2']],
    ['itlu', []],
    ['tabel heading', []],
  ])('"%s" means %j', (query, expected) => {
    expect(meant(query)).toEqual(expected)
  })
})
