import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { countDocument } from '../../../packages/document/counting.ts'
import { useWords } from '../../i18n/use-words.ts'
import { paragraphHere } from './numbers.ts'

/** How long the text is, or what is selected of it, and in which paragraph the caret stands. */
export function Count({ editor }: { editor: Editor }) {
  const { t } = useWords()
  const { counted, selected, paragraph } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { empty, from, to } = state.selection
      return {
        counted: empty ? countDocument(state.doc) : countDocument(state.doc, from, to),
        selected: !empty,
        paragraph: paragraphHere(state)?.number,
      }
    },
  })
  const words = t('editor:count.words', { count: counted.words })
  const characters = t('editor:count.characters', { count: counted.characters })
  return (
    <p className="editor-count">
      {editor.isEditable && paragraph !== undefined && (
        <span className="editor-here">{t('editor:count.paragraph', { number: paragraph })}</span>
      )}
      <span>{selected ? t('editor:count.selected', { words }) : words}</span>
      <span className="editor-characters">{characters}</span>
    </p>
  )
}
