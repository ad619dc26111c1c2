import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { type TypographyLanguage, typeset } from '../../../packages/document/typography.ts'

/** What was set last, and what had been typed: the next undo or backspace gives it back. */
interface Setting {
  set: string
  typed: string
}

const lastSetting = new PluginKey<Setting | null>('typography')

/** Sets „…”, – and … while somebody types, in the language of the text. */
export const Typography = Extension.create<{ language: TypographyLanguage }>({
  name: 'typography',
  // Its undo comes before that of Yjs, which would take back the whole word.
  priority: 1100,
  addOptions: () => ({ language: 'ro' }),

  addKeyboardShortcuts() {
    const giveBack = () => {
      const { view } = this.editor
      const transaction = asTypedAgain(view.state)
      if (transaction) view.dispatch(transaction)
      return transaction !== null
    }
    return { 'Mod-z': giveBack, Backspace: giveBack }
  },

  addProseMirrorPlugins() {
    return [typographyPlugin(this.options.language)]
  },
})

export function typographyPlugin(language: TypographyLanguage): Plugin {
  const setTyped = (view: EditorView, from: number, to: number, typed: string) => {
    const transaction = withTypography(view.state, from, to, typed, language)
    if (transaction) view.dispatch(transaction)
    return transaction !== null
  }
  return new Plugin<Setting | null>({
    key: lastSetting,
    state: {
      init: () => null,
      apply(transaction, setting) {
        const made: Setting | undefined = transaction.getMeta(lastSetting)
        if (made) return made
        // What others write, and the ids that are given after an edit, do not take the undo away.
        if (transaction.getMeta(ySyncPluginKey) || transaction.getMeta('appendedTransaction')) return setting
        return transaction.docChanged || transaction.selectionSet ? null : setting
      },
    },
    props: {
      // While a dead key or an input method composes, the text is theirs.
      handleTextInput: (view, from, to, typed) => !view.composing && setTyped(view, from, to, typed),
      handleDOMEvents: {
        compositionend(view, event) {
          const composed = event.data
          // The editor reads the composed text after this event.
          setTimeout(() => {
            const { $from, empty } = view.state.selection
            if (!empty || !composed || !textBefore($from).endsWith(composed)) return
            setTyped(view, $from.pos - composed.length, $from.pos, composed)
          })
          return false
        },
      },
    },
  })
}

/** The text of the block before a position. */
const textBefore = ($position: EditorState['selection']['$from']) =>
  $position.parent.textBetween(0, $position.parentOffset, undefined, '\uFFFC')

/** The edit that puts `typed`, set as it is printed, in the place from `from` to `to`; `null` when it stands as it is. */
export function withTypography(
  state: EditorState,
  from: number,
  to: number,
  typed: string,
  language: TypographyLanguage,
): Transaction | null {
  const $from = state.doc.resolve(from)
  if (!$from.parent.isTextblock || !$from.sameParent(state.doc.resolve(to))) return null
  const before = textBefore($from)
  const change = typeset(before, typed, language)
  if (change === null) return null
  const setting: Setting = {
    set: change.insert,
    typed: before.slice(before.length - change.remove) + typed,
  }
  return state.tr
    .insertText(change.insert, from - change.remove, to)
    .setMeta(lastSetting, setting)
    .scrollIntoView()
}

/** The edit that gives back what was typed, right after it was set; `null` when something else came between. */
export function asTypedAgain(state: EditorState): Transaction | null {
  const setting = lastSetting.getState(state)
  const { $from, empty } = state.selection
  if (!setting || !empty || !textBefore($from).endsWith(setting.set)) return null
  return state.tr.insertText(setting.typed, $from.pos - setting.set.length, $from.pos).scrollIntoView()
}
