import type { Editor, Extensions } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { type MutableRefObject, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { takeBlockLink } from './block-link.ts'
import { type Command, editorCommands } from './commands.ts'
import { FindInText, findAgain, stopFinding } from './finding.ts'
import { ParagraphNumbers, paragraphHere } from './numbers.ts'
import { runReadingKey, Shortcuts } from './shortcuts.ts'
import { SlashNotice } from './slash.ts'
import type { SlashKey } from './slash-menu.tsx'
import { type Say, useNotice } from './use-notice.ts'

/** What is open beside the text. */
interface Open {
  dialog: 'link' | 'help' | null
  outline: boolean
  /** The words that were selected when finding began; null while nobody looks for anything. */
  finding: string | null
}

export interface Tools {
  commands: readonly Command[]
  /** Of the editor that these tools are for. */
  extensions: Extensions
  open: Open
  change: (change: Partial<Open>) => void
  /** Ends finding and goes back to the text. */
  endFinding: (editor: Editor) => void
  notice: string
  say: Say
  bar: RefObject<HTMLDivElement>
  findField: RefObject<HTMLInputElement>
  slashKey: MutableRefObject<SlashKey>
  /** The whole editor with its bars. */
  root: RefObject<HTMLDivElement>
}

/** Gives the focus to the text, for writing or for reading. */
export function focusText(view: EditorView): void {
  if (view.editable) view.focus()
  else view.dom.focus({ preventScroll: true })
}

/** What is around a text: its commands, what they open, and what they say. */
export function useTools(access: 'write' | 'read'): Tools {
  const { t } = useWords()
  const { notice, say } = useNotice()
  const [open, setOpen] = useState<Open>({ dialog: null, outline: false, finding: null })
  const root = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const findField = useRef<HTMLInputElement>(null)
  const slashKey = useRef<SlashKey>(() => false)

  const made = useMemo(() => {
    const change = (changed: Partial<Open>) => setOpen(before => ({ ...before, ...changed }))
    const copyLink = async ({ number, blockId }: { number: number; blockId: string }) => {
      const where = await takeBlockLink(blockId)
      say(t(where === 'clipboard' ? 'editor:number.copied' : 'editor:number.inAddress', { number }))
    }
    const openFind = ({ state }: Editor) => {
      const { from, to, $from, $to } = state.selection
      change({ finding: $from.sameParent($to) ? state.doc.textBetween(from, to) : '' })
      // Where it is open already, the field only takes the focus.
      findField.current?.focus()
      findField.current?.select()
    }
    const commands = editorCommands({
      openLink: () => change({ dialog: 'link' }),
      openFind,
      findAgain: (editor, step) => findAgain(editor.view, step) || openFind(editor),
      openHelp: () => change({ dialog: 'help' }),
      toToolbar: () => bar.current?.querySelector('button')?.focus(),
      copyLink({ state }) {
        const here = paragraphHere(state)
        if (here === null || here.blockId === null) say(t('editor:number.none'))
        else void copyLink({ number: here.number, blockId: here.blockId })
      },
    })
    const word = t('documents:block.paragraph')
    const extensions = [
      Shortcuts.configure({ commands }),
      ParagraphNumbers.configure({ readOnly: access === 'read', word, onChosen: copyLink }),
      FindInText,
      ...(access === 'write' ? [SlashNotice.configure({ onKeyDown: event => slashKey.current(event) })] : []),
    ]
    return { commands, extensions, change }
  }, [access, t, say])

  return {
    ...made,
    open,
    notice,
    say,
    root,
    bar,
    findField,
    slashKey,
    endFinding({ view }) {
      made.change({ finding: null })
      stopFinding(view)
      focusText(view)
    },
  }
}

/** Keys that count wherever the focus is in the editor: those for reading, and Escape from a bar back to the text. */
export function useReadingKeys({ root, bar, commands }: Tools, editor: Editor | null): void {
  useEffect(() => {
    const element = root.current
    if (element === null || editor === null) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const inBar = event.target instanceof Node && bar.current?.contains(event.target)
      if (event.key === 'Escape' && inBar) focusText(editor.view)
      else if (runReadingKey(commands, editor, event)) event.preventDefault()
    }
    element.addEventListener('keydown', onKeyDown)
    return () => element.removeEventListener('keydown', onKeyDown)
  }, [root, bar, commands, editor])
}
