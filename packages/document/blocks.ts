import { mergeAttributes, Node } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/** The words that blocks show around the text. They belong to the reader's language, so they are not stored. */
export interface BlockWords {
  /** What a paragraph's number is called: "Paragraph" before "12". Empty shows no numbers. */
  paragraph: string
  situation: string
  recommendation: string
  amendmentTable: string
  present: string
  proposed: string
  reasons: string
  /** What a page says over content that it does not know. */
  unknown: string
}

/** Options of each block below: the words of whoever reads. Empty words render no label. */
export interface BlockOptions {
  words: BlockWords
}

export const noWords: BlockWords = {
  paragraph: '',
  situation: '',
  recommendation: '',
  amendmentTable: '',
  present: '',
  proposed: '',
  reasons: '',
  unknown: '',
}

/** A group and not a landmark: a text has many blocks of one name, which would fill the list of the page's regions. */
export const label = (word: string) =>
  word === '' ? {} : { role: 'group', 'data-label': word, 'aria-label': word }

/** A titled block of a position: `<section data-block="situation">` with paragraphs, lists and headings in it. */
function section(name: 'situation' | 'recommendation') {
  return Node.create<BlockOptions>({
    name,
    group: 'block',
    // No section in a section: a recommendation is counted and followed as one thing.
    content: '(paragraph | heading | bulletList | orderedList | blockquote | image | unknownBlock)+',
    defining: true,
    addOptions: () => ({ words: noWords }),
    parseHTML: () => [{ tag: `section[data-block="${name}"]` }],
    renderHTML({ HTMLAttributes }) {
      return [
        'section',
        mergeAttributes(HTMLAttributes, { 'data-block': name, ...label(this.options.words[name]) }),
        0,
      ]
    },
  })
}

/** What is the matter: the facts and the gap that a recommendation answers. */
export const Situation = section('situation')

/** What the federation asks for. Each is followed on its own after adoption, by its `blockId`. */
export const Recommendation = section('recommendation')

type Column = 'present' | 'proposed' | 'reasons'

function amendmentCell(name: string, column: Column) {
  return Node.create<BlockOptions>({
    name,
    content: '(paragraph | bulletList | orderedList | unknownBlock)+',
    isolating: true,
    addOptions: () => ({ words: noWords }),
    parseHTML: () => [{ tag: `td[data-amendment="${column}"]`, priority: 60 }],
    renderHTML({ HTMLAttributes }) {
      const word = this.options.words[column]
      return [
        'td',
        mergeAttributes(HTMLAttributes, {
          'data-amendment': column,
          ...(word === '' ? {} : { 'data-label': word }),
        }),
        0,
      ]
    },
  })
}

export const AmendmentPresent = amendmentCell('amendmentPresent', 'present')
export const AmendmentProposed = amendmentCell('amendmentProposed', 'proposed')
export const AmendmentReasons = amendmentCell('amendmentReasons', 'reasons')

export const AmendmentRow = Node.create({
  name: 'amendmentRow',
  content: 'amendmentPresent amendmentProposed amendmentReasons',
  parseHTML: () => [{ tag: 'tr[data-amendment="row"]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['tr', mergeAttributes(HTMLAttributes, { 'data-amendment': 'row' }), 0],
})

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    amendmentTable: {
      /** Inserts an amendment table of one empty row at the selection. */
      insertAmendmentTable: () => ReturnType
      /** Adds an empty row after the row with the selection; refuses outside an amendment table. */
      addAmendmentRow: () => ReturnType
      /** Removes the row with the selection, and the table with its last row. */
      deleteAmendmentRow: () => ReturnType
    }
    section: {
      /** Wraps the selected blocks as a situation or a recommendation; unwraps them when they are one. */
      toggleSection: (name: 'situation' | 'recommendation') => ReturnType
    }
  }
}

const emptyRow = {
  type: 'amendmentRow',
  content: ['amendmentPresent', 'amendmentProposed', 'amendmentReasons'].map(type => ({
    type,
    content: [{ type: 'paragraph' }],
  })),
}

/**
 * The table that Romanian consultations ask for (present text | proposed text | reasons). Not an ordinary
 * table: its three columns are fixed, so that each row can be read, compared and exported as an amendment.
 */
export const AmendmentTable = Node.create<BlockOptions>({
  name: 'amendmentTable',
  group: 'block',
  content: 'amendmentRow+',
  isolating: true,
  addOptions: () => ({ words: noWords }),
  parseHTML: () => [{ tag: 'table[data-block="amendmentTable"]', priority: 60 }],
  renderHTML({ HTMLAttributes }) {
    const { words } = this.options
    const heading = (word: string) => ['th', { scope: 'col' }, word]
    return [
      'table',
      mergeAttributes(HTMLAttributes, {
        'data-block': 'amendmentTable',
        ...(words.amendmentTable === '' ? {} : { 'aria-label': words.amendmentTable }),
      }),
      [
        'thead',
        { contenteditable: 'false' },
        ['tr', heading(words.present), heading(words.proposed), heading(words.reasons)],
      ],
      ['tbody', 0],
    ]
  },

  addCommands() {
    return {
      insertAmendmentTable:
        () =>
        ({ state, tr, dispatch }) => {
          const inside = tr.selection.from + 1
          tr.replaceSelectionWith(state.schema.nodeFromJSON({ type: this.name, content: [emptyRow] }))
          // The caret goes to the first cell.
          tr.setSelection(TextSelection.near(tr.doc.resolve(inside)))
          dispatch?.(tr.scrollIntoView())
          return true
        },
      addAmendmentRow:
        () =>
        ({ state, tr, dispatch }) => {
          const { $from } = state.selection
          const depth = depthOf($from, 'amendmentRow')
          if (depth === null) return false
          const after = $from.after(depth)
          tr.insert(after, state.schema.nodeFromJSON(emptyRow))
          tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1)))
          dispatch?.(tr.scrollIntoView())
          return true
        },
      deleteAmendmentRow:
        () =>
        ({ state, tr, dispatch }) => {
          const { $from } = state.selection
          const row = depthOf($from, 'amendmentRow')
          if (row === null) return false
          const depth = $from.node(row - 1).childCount > 1 ? row : row - 1
          tr.delete($from.before(depth), $from.after(depth))
          dispatch?.(tr.scrollIntoView())
          return true
        },
      toggleSection:
        name =>
        ({ state, commands }) =>
          depthOf(state.selection.$from, name) === null ? commands.wrapIn(name) : commands.lift(name),
    }
  },

  addKeyboardShortcuts() {
    const move = (direction: 1 | -1) => () => {
      const { state } = this.editor
      const depth = [...cellNames]
        .map(name => depthOf(state.selection.$from, name))
        .find(found => found !== null)
      if (depth === undefined || depth === null) return false
      const { $from } = state.selection
      const table = depthOf($from, this.name)
      if (table === null) return false
      const edge = direction === 1 ? $from.after(depth) : $from.before(depth)
      const selection = TextSelection.findFrom(state.doc.resolve(edge), direction, true)
      const inside =
        selection !== null && selection.from > $from.before(table) && selection.to < $from.after(table)
      if (inside) {
        return this.editor.commands.setTextSelection(selection.from)
      }
      return direction === 1 ? this.editor.commands.addAmendmentRow() : false
    }
    return { Tab: move(1), 'Shift-Tab': move(-1) }
  },
})

const cellNames = ['amendmentPresent', 'amendmentProposed', 'amendmentReasons'] as const

/** The depth of the nearest ancestor called `name` at a position, or `null`. */
function depthOf(
  position: { depth: number; node: (depth: number) => { type: { name: string } } },
  name: string,
): number | null {
  for (let depth = position.depth; depth > 0; depth -= 1) {
    if (position.node(depth).type.name === name) return depth
  }
  return null
}
