import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { type FindOptions, type Range, Search } from '../../../packages/document/find.ts'
import { reveal } from './reveal.ts'

interface Finding {
  /** `null` while nobody looks for anything. */
  search: Search | null
  matches: Range[]
  /** Which match is selected, -1 for none. So the place that was found moves with the text, whoever edits it. */
  current: number
  decorations: DecorationSet
}

const none: Finding = { search: null, matches: [], current: -1, decorations: DecorationSet.empty }

/** Beyond this many matches only those around the current one are marked: nobody reads 20,000 marks, and drawing takes time. */
const mostMarked = 1000

const key = new PluginKey<Finding>('finding')

/** Finds a text in the document and keeps what it found right while people go on writing. */
export const FindInText = Extension.create({
  name: 'findInText',
  addProseMirrorPlugins: () => [
    new Plugin<Finding>({
      key,
      state: {
        init: () => none,
        apply(transaction, before, _, state) {
          const asked: unknown = transaction.getMeta(key)
          if (asked === null) return none
          const search = asked instanceof Search ? asked : before.search
          if (search === null) return before
          if (search === before.search && !transaction.docChanged && !transaction.selectionSet) return before
          const same = search === before.search && !transaction.docChanged
          return finding(state, search, same ? before.matches : search.in(state.doc))
        },
      },
      props: { decorations: state => key.getState(state)?.decorations },
    }),
  ],
})

function finding(state: EditorState, search: Search, matches: Range[]): Finding {
  const { from, to } = state.selection
  const current = matches.findIndex(match => match.from === from && match.to === to)
  const first = Math.max((current < 0 ? 0 : current) - mostMarked / 2, 0)
  const marked = matches.slice(first, first + mostMarked).map((match, index) =>
    Decoration.inline(match.from, match.to, {
      class: first + index === current ? 'found found-current' : 'found',
    }),
  )
  return { search, matches, current, decorations: DecorationSet.create(state.doc, marked) }
}

/** How many matches there are, and which one is selected (from 1; 0 for none). */
export function foundIn(state: EditorState): { count: number; current: number } {
  const { matches, current } = key.getState(state) ?? none
  return { count: matches.length, current: current + 1 }
}

/** Looks for `query` from now on, and goes to the first match from the selection on. */
export function find(view: EditorView, query: string, options: FindOptions): void {
  view.dispatch(view.state.tr.setMeta(key, new Search(query, options)))
  const { matches } = key.getState(view.state) ?? none
  const { from } = view.state.selection
  const first = matches.find(match => match.from >= from) ?? matches[0]
  if (first) select(view, first)
}

/** Goes to the next match (1) or the one before (-1), around the end of the text; false when there is none. */
export function findAgain(view: EditorView, step: 1 | -1): boolean {
  const { matches, current } = key.getState(view.state) ?? none
  const { from, to } = view.state.selection
  const next =
    current >= 0
      ? matches[(current + step + matches.length) % matches.length]
      : step === 1
        ? (matches.find(match => match.from >= to) ?? matches[0])
        : (matches.findLast(match => match.to <= from) ?? matches.at(-1))
  if (next) select(view, next)
  return next !== undefined
}

/** Stops looking; the last match stays selected. */
export function stopFinding(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, null))
}

function select(view: EditorView, { from, to }: Range): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
  reveal(view.dom.querySelector('.found-current'))
}

/** Puts `words` in the place of the selected match and goes to the next one; without a selected match it only goes. */
export function replace(view: EditorView, words: string): void {
  const { matches, current } = key.getState(view.state) ?? none
  const match = matches[current]
  if (match) {
    const end = match.from + words.length
    asOneStep(view, transaction => {
      put(transaction, match, words)
      transaction.setSelection(TextSelection.create(transaction.doc, end))
    })
  }
  findAgain(view, 1)
}

/** Puts `words` in the place of every match, as one step of undo. Answers how many there were. */
export function replaceAll(view: EditorView, words: string): number {
  const { matches } = key.getState(view.state) ?? none
  asOneStep(view, transaction => {
    // From the end on, so that the places before stay where they are.
    for (const match of matches.toReversed()) put(transaction, match, words)
  })
  return matches.length
}

/** The new words look like the first letter of those that they replace. */
function put(transaction: Transaction, { from, to }: Range, words: string): void {
  const marks = transaction.doc.nodeAt(from)?.marks ?? []
  if (words === '') transaction.delete(from, to)
  else transaction.replaceWith(from, to, transaction.doc.type.schema.text(words, marks))
}

function asOneStep(view: EditorView, change: (transaction: Transaction) => void): void {
  const history = yUndoPluginKey.getState(view.state)?.undoManager
  const transaction = view.state.tr
  change(transaction)
  // What is typed within half a second counts as one step otherwise.
  history?.stopCapturing()
  view.dispatch(transaction)
  history?.stopCapturing()
}
