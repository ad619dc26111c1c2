import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** A slash that asks for a block, and what was typed after it. */
export interface Slash {
  /** Where the slash stands in its line. */
  offset: number
  query: string
}

/** Stands for what is in a line and is no text. */
const hole = '\ufffc'

/**
 * The slash that the words before the caret end with: alone in its line or after a space, with a few words behind it, and
 * not in front of a word. „și/sau”, „12/03/2026” and addresses have none.
 */
export function slashIn(before: string, after = ''): Slash | null {
  const found = /(?<=^|\s)\/([^\s/\ufffc]{0,24}(?: [^\s/\ufffc]{1,24}){0,3})$/u.exec(before)
  if (!found) return null
  const isFree = found.index === 0 ? after === '' : /^(\s|$)/.test(after)
  return isFree ? { offset: found.index, query: found[1] ?? '' } : null
}

const key = new PluginKey<Slash | null>('slash')

/**
 * Notices when somebody types a slash that asks for a block. Only a slash that was just typed asks: neither one that
 * somebody else writes, nor one that was pasted or is walked past.
 */
export const SlashNotice = Extension.create<{ onKeyDown: (event: KeyboardEvent) => boolean }>({
  name: 'slash',
  // While the menu is open, arrows and Enter are its own.
  priority: 1200,
  addOptions: () => ({ onKeyDown: () => false }),
  addProseMirrorPlugins() {
    return [slashPlugin(this.options.onKeyDown)]
  },
})

/** The part of `SlashNotice` that watches what is typed. */
export function slashPlugin(onKeyDown: (event: KeyboardEvent) => boolean): Plugin<Slash | null> {
  return new Plugin<Slash | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, open, before, state) =>
        transaction.getMeta(key) === 'close' ? null : slashAfter(transaction, open, before, state),
    },
    props: {
      handleKeyDown: (view, event) => slashAt(view.state) !== null && onKeyDown(event),
      handleDOMEvents: {
        blur(view) {
          closeSlash(view)
          return false
        },
      },
    },
  })
}

function slashAfter(
  transaction: Transaction,
  open: Slash | null,
  before: EditorState,
  state: EditorState,
): Slash | null {
  if (!transaction.docChanged && !transaction.selectionSet) return open
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock) return null
  const words = $from.parent.textBetween(0, $from.parent.content.size, undefined, hole)
  const slash = slashIn(words.slice(0, $from.parentOffset), words.slice($from.parentOffset))
  if (slash === null) return null
  if (open) return transaction.docChanged || slash.offset === open.offset ? slash : null
  const wasTyped =
    transaction.docChanged &&
    !transaction.getMeta(ySyncPluginKey) &&
    slash.query === '' &&
    $from.pos === before.selection.from + 1
  return wasTyped ? slash : null
}

/** The slash that asks for a block now, or `null`. */
export const slashAt = (state: EditorState): Slash | null => key.getState(state) ?? null

/** Where the slash and what was typed after it stand in the document. */
export function slashRange(state: EditorState): { from: number; to: number } | null {
  const slash = slashAt(state)
  const { $from } = state.selection
  return slash && { from: $from.start() + slash.offset, to: $from.pos }
}

/** Leaves the words as they were typed. */
export function closeSlash(view: EditorView): void {
  if (slashAt(view.state) !== null) view.dispatch(view.state.tr.setMeta(key, 'close'))
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Of some named things those that a query means: each of its words begins a word of one of the names. */
export function named<Thing>(
  things: readonly Thing[],
  namesOf: (thing: Thing) => readonly string[],
  query: string,
): Thing[] {
  const asked = plain(query).trim().split(/\s+/)
  const isMeant = (name: string) => {
    const words = plain(name).split(/[\s,]+/)
    return asked.every(each => words.some(word => word.startsWith(each)))
  }
  return things.filter(thing => namesOf(thing).some(isMeant))
}
