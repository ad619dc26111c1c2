// @vitest-environment happy-dom
import { Editor, Extension, type Extensions, getSchema, Mark, Node } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { prosemirrorJSONToYXmlFragment, yUndoPluginKey } from '@tiptap/y-tiptap'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { KeepingCollaboration } from '../../packages/document/binding.ts'
import {
  fromUpdates,
  fromYDoc,
  type NodeJson,
  storedNode,
  toText,
  toUpdate,
} from '../../packages/document/content.ts'
import { toHtml } from '../../packages/document/html.ts'
import { documentNode } from '../../packages/document/nodes.ts'
import { readJson } from '../../packages/document/reading.ts'
import { documentExtensions, fragmentName } from '../../packages/document/schema.ts'
import { contentHash } from '../../packages/document/version.ts'
import { Chance } from '../live/faults/chance.ts'
import { takeComplaints } from '../support/strict.ts'

/** What a later version of the schema may have. */
const later: Extensions = [
  Node.create({
    name: 'hypotheticalBlock',
    group: 'block',
    content: 'block+',
    addAttributes: () => ({ scale: { default: null }, points: { default: null } }),
    parseHTML: () => [{ tag: 'figure' }],
    renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, 0],
  }),
  Node.create({
    name: 'hypotheticalInline',
    group: 'inline',
    inline: true,
    content: 'text*',
    addAttributes: () => ({ to: { default: null } }),
    renderHTML: () => ['cite', 0],
  }),
  Mark.create({
    name: 'hypotheticalMark',
    addAttributes: () => ({ tone: { default: null } }),
    renderHTML: () => ['em', 0],
  }),
  Mark.create({
    name: 'hypotheticalThread',
    excludes: '',
    addAttributes: () => ({ thread: { default: null } }),
    renderHTML: () => ['mark', 0],
  }),
  Extension.create({
    name: 'hypotheticalAttribute',
    addGlobalAttributes: () => [
      { types: ['paragraph'], attributes: { indent: { default: null }, signed: { default: null } } },
    ],
  }),
]

const text = (words: string, ...marks: NodeJson['marks'] & object) =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }
const paragraph = (blockId: string, ...content: NodeJson[]): NodeJson => ({
  type: 'paragraph',
  attrs: { blockId },
  content,
})
const thread = (id: number) => ({ type: 'hypotheticalThread', attrs: { thread: id } })

const laterText: NodeJson = {
  type: 'doc',
  content: [
    paragraph('first', text('Primul alineat.')),
    {
      type: 'hypotheticalBlock',
      attrs: { points: [{ year: 2023, words: ['a', 'b'] }], scale: 'year' },
      content: [
        paragraph('inside', text('iulie '), text('2023', { type: 'bold' })),
        { type: 'horizontalRule' },
      ],
    },
    {
      type: 'paragraph',
      attrs: { blockId: 'middle', indent: { left: 2 }, signed: 'ANITP' },
      content: [
        text('Al doilea '),
        text('citat', { type: 'hypotheticalMark', attrs: { tone: 'warm' } }),
        text(' și ', thread(1)),
        text('mai', thread(1), thread(2)),
        { type: 'hypotheticalInline', attrs: { to: 'per_x' }, content: [text('Ana')] },
      ],
    },
    paragraph('last', text('Ultimul alineat.')),
  ],
}

const open: { destroy(): void }[] = []
afterEach(() => {
  for (const each of open.splice(0).reverse()) each.destroy()
})

interface Page {
  doc: Y.Doc
  editor: Editor
}

function page(doc: Y.Doc, extensions: Extensions): Page {
  const editor = new Editor({ element: document.createElement('div'), injectCSS: false, extensions })
  open.push(doc, editor)
  return { doc, editor }
}

const knowing = (doc = new Y.Doc()) =>
  page(doc, [
    ...documentExtensions(),
    ...later,
    Collaboration.configure({ document: doc, field: fragmentName }),
  ])
const ignorant = (doc = new Y.Doc(), known = (_: { name: string }) => true) =>
  page(doc, [
    ...documentExtensions().filter(known),
    KeepingCollaboration.configure({ document: doc, field: fragmentName }),
  ])

function connect(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one), 'net')
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other), 'net')
  one.on('update', (update, origin) => origin !== 'net' && Y.applyUpdate(other, update, 'net'))
  other.on('update', (update, origin) => origin !== 'net' && Y.applyUpdate(one, update, 'net'))
}

/** A document as an editor wrote it that knows what is in it. */
function withText(json: NodeJson): Y.Doc {
  const written = new Y.Doc()
  prosemirrorJSONToYXmlFragment(laterSchema, json, written.getXmlFragment(fragmentName))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(written))
  return doc
}

const laterSchema = getSchema([...documentExtensions(), ...later])

/** Everything in a fragment, as it is. */
const all = (fragment: Y.XmlFragment): unknown[] => fragment.toArray().map(everything)

function everything(type: unknown): unknown {
  if (type instanceof Y.XmlText) return { text: type.toDelta() }
  if (type instanceof Y.XmlElement) {
    // An attribute that says null says nothing, to ProseMirror as in the canonical text.
    const attributes = Object.entries(type.getAttributes())
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, everything(value)])
    return { name: type.nodeName, attributes, content: all(type) }
  }
  if (type instanceof Y.XmlFragment) return { fragment: all(type) }
  if (type instanceof Y.AbstractType) return { kind: type.constructor.name, says: type.toJSON() }
  return { raw: type }
}

const contentOf = (doc: Y.Doc) => all(doc.getXmlFragment(fragmentName))

/** Places the caret after `words`. */
function caretAfter({ editor }: Page, words: string): void {
  let found = -1
  editor.state.doc.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (at >= 0 && found < 0) found = position + at + words.length
  })
  expect(found, words).toBeGreaterThan(0)
  editor.commands.setTextSelection(found)
}

/** What is undone next does not reach back over this. */
const pause = ({ editor }: Page) => yUndoPluginKey.getState(editor.state).undoManager.stopCapturing()

/** The first block of a type. */
const block = (doc: Y.Doc, type: string) => fromYDoc(doc).content?.find(each => each.type === type)
/** The block with an id. */
const withId = (doc: Y.Doc, id: string) => fromYDoc(doc).content?.find(each => each.attrs?.blockId === id)

const [, laterBlock, laterParagraph] = laterText.content ?? []

describe('an editor that does not know what stands in a document', () => {
  test('changes nothing by opening it, and shows its words', () => {
    const doc = withText(laterText)
    const before = Y.encodeStateAsUpdate(doc)
    const { editor } = ignorant(doc)
    editor.commands.setTextSelection(2)
    editor.commands.selectAll()
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    expect(editor.getText()).toContain('iulie 2023')
    expect(editor.getText()).toContain('Al doilea citat și maiAna')
  })

  test('keeps all of it while it writes beside it, splits, joins, pastes and undoes', () => {
    const knows = knowing(withText(laterText))
    const page = ignorant()
    connect(knows.doc, page.doc)
    expect(fromYDoc(knows.doc)).toEqual(laterText)

    caretAfter(page, 'Primul')
    page.editor.commands.insertContent(' și cel mai bun')
    caretAfter(page, 'Ultimul')
    page.editor.commands.splitBlock()
    page.editor.commands.joinBackward()
    pause(page)
    page.editor.view.pasteHTML('<p>unu</p><ul><li>doi</li></ul>')
    expect(toText(fromYDoc(knows.doc))).toContain('doi')
    page.editor.commands.undo()
    caretAfter(page, 'Ultimul')
    page.editor.commands.insertContent('!')

    expect(toText(fromYDoc(knows.doc))).toBe(
      'Primul și cel mai bun alineat.\niulie 2023\nAl doilea citat și maiAna\nUltimul! alineat.',
    )
    expect(block(knows.doc, 'hypotheticalBlock')).toEqual(laterBlock)
    expect(withId(knows.doc, 'middle')).toEqual(laterParagraph)
    expect(knows.editor.getHTML()).toContain('<figure')
    expect(fromYDoc(page.doc)).toEqual(fromYDoc(knows.doc))
  })

  test('keeps the marks, attributes and inline content of the very paragraph that it writes in', () => {
    const knows = knowing(withText(laterText))
    const page = ignorant()
    connect(knows.doc, page.doc)

    caretAfter(page, 'Al doi')
    page.editor.commands.insertContent('XX')
    expect(withId(knows.doc, 'middle')).toEqual({
      ...laterParagraph,
      content: [text('Al doiXXlea '), ...(laterParagraph?.content ?? []).slice(1)],
    })
    caretAfter(page, 'Al d')
    page.editor.commands.splitBlock()
    const rest = fromYDoc(knows.doc).content?.[3]
    expect(rest?.content).toEqual([text('oiXXlea '), ...(laterParagraph?.content ?? []).slice(1)])
    expect(withId(knows.doc, 'middle')?.attrs).toEqual(laterParagraph?.attrs)
    page.editor.commands.undo()
    expect(withId(knows.doc, 'middle')).toEqual(laterParagraph)
  })

  test('keeps it when everything around it changes at once, as when words are replaced', () => {
    const knows = knowing(withText(laterText))
    const page = ignorant()
    connect(knows.doc, page.doc)
    const { state, view } = page.editor
    const change = state.tr
    const places: number[] = []
    state.doc.descendants((node, position) => {
      if (node.isText) places.push(position)
    })
    for (const place of places.reverse()) change.insertText('Z', place)
    view.dispatch(change)
    expect(block(knows.doc, 'hypotheticalBlock')).toEqual(laterBlock)
    expect(toText(fromYDoc(knows.doc))).toBe(
      'ZPrimul alineat.\niulie 2023\nZAl doilea ZcitatZ și ZmaiAna\nZUltimul alineat.',
    )
    // What is written at the edge of a mark that is not known is not under it.
    const [, citat, , mai, ana] = laterParagraph?.content ?? []
    expect(withId(knows.doc, 'middle')?.content).toEqual([
      text('ZAl doilea Z'),
      citat,
      text('Z'),
      text(' și Z', thread(1)),
      mai,
      ana,
    ])
  })

  test('can move it, wrap it, and cut and paste it whole', () => {
    const knows = knowing(withText(laterText))
    const page = ignorant()
    connect(knows.doc, page.doc)
    const place = page.editor.state.doc.child(0).nodeSize
    page.editor.chain().setNodeSelection(place).wrapIn('blockquote').run()
    expect(block(knows.doc, 'blockquote')?.content).toEqual([laterBlock])
    page.editor.chain().undo().run()
    expect(block(knows.doc, 'hypotheticalBlock')).toEqual(laterBlock)

    page.editor.commands.setNodeSelection(place)
    const html = page.editor.view.serializeForClipboard(page.editor.state.selection.content()).dom.innerHTML
    page.editor.commands.deleteSelection()
    expect(block(knows.doc, 'hypotheticalBlock')).toBeUndefined()
    page.editor.commands.setTextSelection(page.editor.state.doc.content.size - 1)
    page.editor.view.pasteHTML(html)
    expect(fromYDoc(knows.doc).content?.at(-1)).toEqual(laterBlock)
  })

  test('takes what comes while it is open, and the caret stays', () => {
    const knows = knowing(withText({ type: 'doc', content: [paragraph('first', text('Un alineat.'))] }))
    const page = ignorant()
    connect(knows.doc, page.doc)
    caretAfter(page, 'Un')
    knows.editor.commands.insertContentAt(0, laterBlock ?? [])
    page.editor.commands.insertContent('ul')
    expect(toText(fromYDoc(knows.doc))).toBe('iulie 2023\nUnul alineat.')
    expect(block(knows.doc, 'hypotheticalBlock')).toEqual(laterBlock)
    caretAfter(knows, '202')
    knows.editor.commands.insertContent('5')
    expect(page.editor.getText()).toContain('iulie 20253')
    knows.editor.commands.undo()
    expect(page.editor.getText()).toContain('iulie 2023')
  })

  test('goes on knowing what it wrote itself', () => {
    const page = ignorant(withText({ type: 'doc', content: [paragraph('first', text('Un alineat.'))] }))
    page.editor.chain().selectAll().toggleBold().setLink({ href: 'https://exemplu.ro/' }).run()
    page.editor.chain().insertTable({ rows: 1, cols: 1 }).run()
    pause(page)
    const before = page.editor.getJSON()
    page.editor.commands.insertContent('x')
    page.editor.commands.undo()
    expect(page.editor.getJSON()).toEqual(before)
    expect(JSON.stringify(before)).not.toContain('original')
  })

  test('a block that is not known can be deleted on purpose, and comes back with undo', () => {
    const page = ignorant(withText(laterText))
    page.editor.commands.setNodeSelection(page.editor.state.doc.child(0).nodeSize)
    page.editor.commands.deleteSelection()
    expect(block(page.doc, 'hypotheticalBlock')).toBeUndefined()
    page.editor.commands.undo()
    expect(block(page.doc, 'hypotheticalBlock')).toEqual(laterBlock)
  })
})

describe('content that breaks the rules of the schema', () => {
  const element = (
    name: string,
    attributes: Record<string, unknown>,
    ...content: (Y.XmlElement | Y.XmlText)[]
  ) => {
    const made = new Y.XmlElement<Record<string, never>>(name)
    for (const [key, value] of Object.entries(attributes)) made._prelimAttrs?.set(key, value)
    made.insert(0, content)
    return made
  }
  const words = (says: string) => new Y.XmlText(says)
  const withMark = (says: string, mark: string, value: object) => {
    const made = new Y.XmlText()
    made.insert(0, says, { [mark]: value })
    return made
  }
  const plain = (says: string) => element('paragraph', {}, words(says))
  const withEmbed = () => {
    const made = words('cu ceva în el')
    made.insertEmbed(3, { picture: 'x' })
    return element('paragraph', {}, made)
  }

  const broken: [string, () => (Y.XmlElement | Y.XmlText)[]][] = [
    [
      'a heading inside a table row',
      () => [element('table', {}, element('tableRow', {}, element('heading', { level: 2 }, words('titlu'))))],
    ],
    ['text directly in the document', () => [words('gol'), words('pușcă')]],
    [
      'text directly in a quotation',
      () => [element('blockquote', {}, words('vorbe'), plain('și un alineat'))],
    ],
    ['a paragraph in a paragraph', () => [element('paragraph', {}, words('a'), plain('b'))]],
    ['a cell without a row', () => [element('tableCell', {}, plain('celulă'))]],
    ['a list of paragraphs', () => [element('bulletList', {}, plain('unu'), plain('doi'))]],
    [
      'a list item that begins with a list',
      () => [
        element(
          'bulletList',
          {},
          element('listItem', {}, element('bulletList', {}, element('listItem', {}, plain('x')))),
        ),
      ],
    ],
    [
      'a row of two columns in an amendment table',
      () => [
        element(
          'amendmentTable',
          {},
          element(
            'amendmentRow',
            {},
            element('amendmentPresent', {}, plain('a')),
            element('amendmentReasons', {}, plain('b')),
          ),
        ),
      ],
    ],
    ['an impossible level', () => [element('heading', { level: 'šapte' }, words('titlu'))]],
    ['an impossible id', () => [element('paragraph', { blockId: '<x>' }, words('p'))]],
    [
      'the address of a script',
      () => [element('paragraph', {}, withMark('aici', 'link', { href: 'javascript:alert(1)' }))],
    ],
    ['a mark that is no record', () => [element('paragraph', {}, withMark('gras', 'bold', [1]))]],
    ['a rule with words in it', () => [element('horizontalRule', {}, words('vorbe'))]],
    [
      'the names of what is not content',
      () => [
        element('doc', {}, plain('d')),
        element('text', {}),
        element('', {}),
        element('__proto__', {}, plain('p')),
      ],
    ],
    [
      'the names of the stand-ins',
      () => [
        element('unknownBlock', { name: 'x', original: '{' }),
        element('paragraph', {}, element('unknownInline', {}), withMark('a', 'unknownMark', { name: 'q' })),
      ],
    ],
    [
      'the name of the hidden attribute',
      () => [element('paragraph', { unknownAttributes: { blockId: 'x' }, constructor: 'c' }, words('p'))],
    ],
    [
      'an attribute that is a Yjs type',
      () => [
        element(
          'paragraph',
          { map: new Y.Map([['k', 'v']]), bytes: new Uint8Array([1]), big: 10n },
          words('p'),
        ),
      ],
    ],
    ['something among words', () => [withEmbed(), element('blockquote', {}, withEmbed())]],
    [
      'a cell in an impossible span',
      () => [
        element(
          'table',
          {},
          element(
            'tableRow',
            {},
            element('tableCell', { colspan: 'x', rowspan: -3 }, plain('c')),
            element('tableCell', { colspan: 1000 }, plain('d')),
          ),
        ),
      ],
    ],
    [
      'a table without rows, a list without items',
      () => [
        element('table', {}),
        element('bulletList', {}),
        element('situation', {}),
        element('amendmentTable', {}, element('amendmentRow', {})),
      ],
    ],
  ]

  test.each(broken)('%s: opening changes nothing, and writing beside it touches nothing of it', (_, make) => {
    const source = new Y.Doc()
    source.getXmlFragment(fragmentName).push([plain('Înainte.'), ...make(), plain('După.')])
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(source))
    const fragment = doc.getXmlFragment(fragmentName)
    const before = Y.encodeStateAsUpdate(doc)
    const kept = all(fragment)
    const page = ignorant(doc)
    page.editor.commands.selectAll()
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)

    caretAfter(page, 'Înainte')
    page.editor.commands.insertContent('X')
    caretAfter(page, 'După')
    page.editor.commands.insertContent('Y')
    page.editor.view.dispatch(
      page.editor.state.tr.insertText('Z', page.editor.state.doc.content.size - 1).insertText('Z', 1),
    )
    page.editor.commands.undo()
    expect(all(fragment).slice(1, -1)).toEqual(kept.slice(1, -1))

    const json = fromUpdates([Y.encodeStateAsUpdate(doc)])
    expect(storedNode(json).textContent).toContain('Înainte')
    expect(toHtml(json)).not.toContain('javascript:')
  })
})

/** A program of somebody's own: writes into a Yjs document whatever Yjs takes. */
class Anything {
  readonly #chance: Chance
  readonly #fragment: Y.XmlFragment

  constructor(chance: Chance, doc: Y.Doc) {
    this.#chance = chance
    this.#fragment = doc.getXmlFragment(fragmentName)
  }

  change(): void {
    const place = this.#place()
    const kind = this.#chance.between(0, 9)
    if (place instanceof Y.XmlText) {
      const at = this.#chance.between(0, place.length)
      if (kind < 4) place.insert(at, this.#chance.of(says), this.#marks())
      else if (kind < 6) place.format(0, place.length, this.#marks())
      else if (kind < 8) place.delete(at, this.#chance.between(0, place.length - at))
      else place.insertEmbed(at, { picture: 'x' })
    } else if (kind < 6) {
      const at = this.#chance.between(0, place.length)
      place.insert(
        at,
        Array.from({ length: this.#chance.between(1, 3) }, () => this.#something(0)),
      )
    } else if (kind < 8 && place.length > 0) {
      place.delete(this.#chance.between(0, place.length - 1), 1)
    } else if (place instanceof Y.XmlElement) this.#attribute(place)
  }

  /** Somewhere in the document. */
  #place(): Y.XmlFragment | Y.XmlText {
    let place = this.#fragment
    while (this.#chance.next() < 0.7) {
      const within = place
        .toArray()
        .filter(child => child instanceof Y.XmlElement || child instanceof Y.XmlText)
      if (within.length === 0) return place
      const next = this.#chance.of(within)
      if (next instanceof Y.XmlText) return next
      place = next
    }
    return place
  }

  #something(depth: number): Y.XmlElement | Y.XmlText {
    const kind = this.#chance.between(0, 40)
    if (kind === 0) return Object.assign(new Y.XmlHook('hook'))
    if (kind < 12) {
      const text = new Y.XmlText()
      text.insert(0, this.#chance.of(says), this.#marks())
      return text
    }
    const element = new Y.XmlElement(this.#chance.of(names))
    while (this.#chance.next() < 0.4) this.#attribute(element)
    const length = depth > 5 ? 0 : this.#chance.between(0, 3)
    element.insert(
      0,
      Array.from({ length }, () => this.#something(depth + 1)),
    )
    return element
  }

  #attribute(element: Y.XmlElement): void {
    element.setAttribute(this.#chance.of(attributeNames), this.#chance.of(values()))
  }

  #marks(): Record<string, unknown> {
    const marks: [string, unknown][] = []
    while (this.#chance.next() < 0.3) marks.push([this.#chance.of(markNames), this.#chance.of(markValues)])
    return Object.fromEntries(marks)
  }
}

const says = ['a', 'două vorbe', ' ', '😀', 'www.exemplu.ro ', 'x'.repeat(50)]
const { nodes, marks } = getSchema([...documentExtensions(), ...later])
const names = [
  ...Object.keys(nodes),
  'paragraph',
  'paragraph',
  'nou',
  '',
  '__proto__',
  'constructor',
  'bulletList',
]
const markNames = [
  ...Object.keys(marks),
  'nou',
  'nou--abcdefgh',
  'nou--12345678',
  'constructor',
  'ychange',
  '',
]
const attributeNames = [
  'blockId',
  'level',
  'start',
  'colspan',
  'rowspan',
  'colwidth',
  'align',
  'nou',
  'unknownAttributes',
  'ychange',
  '__proto__',
  'toString',
  'name',
  'original',
  '',
]
const markValues = [
  {},
  { href: 'https://a.ro' },
  { href: 'javascript:alert(1)' },
  { href: 'x', nou: { a: 1 } },
  true,
  'x',
  [1],
  { name: 'a', original: '{' },
  null,
]
/** Yjs takes a type of its own once. */
const values = (): string[] => [
  'abcd',
  '',
  'șapte',
  JSON.parse('2'),
  JSON.parse('0'),
  JSON.parse('1e9'),
  JSON.parse('-1'),
  JSON.parse('null'),
  JSON.parse('[120]'),
  JSON.parse('{"a":{"b":[null]}}'),
  Object.assign(new Y.Map()),
  Object.assign(new Uint8Array([1, 2])),
]

describe('a document that a program of somebody made of anything', () => {
  /** `FUZZ_SEED` plays a failed document again. */
  const seeds = process.env.FUZZ_SEED
    ? [Number(process.env.FUZZ_SEED)]
    : Array.from({ length: Number(process.env.FUZZ_RUNS ?? 60) }, () => Math.trunc(Math.random() * 2 ** 32))

  function each(play: (chance: Chance, doc: Y.Doc, anything: Anything) => void): void {
    for (const seed of seeds) {
      try {
        const chance = new Chance(seed)
        const doc = new Y.Doc()
        const anything = new Anything(chance, doc)
        for (let count = chance.between(1, 12); count > 0; count -= 1) anything.change()
        play(chance, doc, anything)
      } catch (failure) {
        throw new Error(`FUZZ_SEED=${seed}`, { cause: failure })
      } finally {
        for (const each of open.splice(0).reverse()) each.destroy()
        // Yjs says on the console what it leaves out.
        takeComplaints()
      }
    }
  }

  test('is not changed by opening it, by looking at it, or by what arrives meanwhile', {
    timeout: 3_600_000,
  }, () => {
    each((chance, theirs, anything) => {
      const ours = new Y.Doc()
      Y.applyUpdate(ours, Y.encodeStateAsUpdate(theirs))
      const written: unknown[] = []
      ours.on('update', (_, origin) => origin !== 'net' && written.push(origin))
      theirs.on('update', update => Y.applyUpdate(ours, update, 'net'))

      const { editor } = ignorant(ours)
      for (let count = chance.between(1, 12); count > 0; count -= 1) {
        editor.commands.setTextSelection(chance.between(0, editor.state.doc.content.size))
        anything.change()
      }
      editor.commands.selectAll()
      editor.getHTML()
      expect(written).toEqual([])
      expect(contentOf(ours)).toEqual(contentOf(theirs))
    })
  })

  test('is not changed by writing in a paragraph of it', { timeout: 3_600_000 }, () => {
    each((chance, theirs) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText('Alineatul meu')])
      const fragment = theirs.getXmlFragment(fragmentName)
      const place = chance.between(0, fragment.length)
      fragment.insert(place, [paragraph])
      const ours = new Y.Doc()
      Y.applyUpdate(ours, Y.encodeStateAsUpdate(theirs))
      // Without the extension that gives an id, with the first edit, to every block that has none.
      const page = ignorant(ours, ({ name }) => name !== 'blockIds')
      caretAfter(page, 'Alineatul')
      page.editor.commands.insertContent('!')
      page.editor.commands.splitBlock()
      page.editor.commands.toggleBold()
      page.editor.commands.insertContent('?')
      page.editor.commands.joinBackward()
      expect(toText(fromYDoc(ours))).toContain('Alineatul!')
      // As nodes: an attribute that is written now says what it meant before. What is not known is compared to the letter.
      const blocks = (doc: Y.Doc): unknown[] =>
        documentNode(readJson(doc.getXmlFragment(fragmentName)), page.editor.schema, {
          misfits: 'keep',
        }).toJSON().content
      const now = blocks(ours)
      now.splice(place, now.length - fragment.length + 1)
      expect(now).toEqual(blocks(theirs).toSpliced(place, 1))
    })
  })

  test('can be read, shown and exported', () => {
    each((_, doc) => {
      const json = fromYDoc(doc)
      expect(storedNode(json).content.size).toBeGreaterThan(0)
      expect(toHtml(json)).not.toContain('javascript:')
      expect(JSON.parse(JSON.stringify(json))).toEqual(json)
      expect(typeof toText(json)).toBe('string')
    })
  })
})

describe('outside of an editor', () => {
  test('the original stands in JSON and in the hash, its words in HTML', async () => {
    const read = fromUpdates([toUpdate(laterText)])
    expect(read).toEqual(laterText)
    expect(await contentHash(read)).toBe(await contentHash(laterText))
    expect(toHtml(read)).toContain('<div data-unknown="hypotheticalBlock">iulie 2023</div>')
    expect(storedNode(read).textContent).toContain('Primul alineat.')
  })
})
