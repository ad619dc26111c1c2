import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { ListTree } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { createPortal } from 'react-dom'
import { outline } from '../../../packages/document/outline.ts'
import { useWords } from '../../i18n/use-words.ts'
import { aimAt, blockAt } from './numbers.ts'
import { Outline, OutlineBeside, outlineSlot } from './outline.tsx'

/** The outline of the text as it is written: beside it where the page has room, and behind a button in the bar. */
export function OutlineTool({
  editor,
  open,
  onOpenChange,
}: {
  editor: Editor
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const { t } = useWords()
  const entries = useEditorState({ editor, selector: ({ editor }) => outline(editor.state.doc) })
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  useEffect(() => setSlot(outlineSlot()), [])
  const name = t('documents:outline.title')
  return (
    <DialogTrigger isOpen={open} onOpenChange={onOpenChange}>
      <Button
        className="editor-tool"
        aria-label={name}
        preventFocusOnPress
        render={props => <button {...props} data-tool="outline" title={name} />}
      >
        <ListTree aria-hidden className="size-4.5" />
      </Button>
      <Popover className="editor-popover editor-outline" placement="bottom end">
        <Dialog>
          <Heading slot="title" className="mb-2 px-2 font-semibold">
            {name}
          </Heading>
          <Outline
            entries={entries}
            onGo={blockId => {
              onOpenChange(false)
              // The popover gives the focus back first.
              requestAnimationFrame(() => goTo(editor, blockId))
            }}
          />
        </Dialog>
      </Popover>
      {slot &&
        createPortal(<OutlineBeside entries={entries} onGo={blockId => goTo(editor, blockId)} />, slot)}
    </DialogTrigger>
  )
}

/** Goes to a block, to read or to write on: the caret stands before its first word. */
function goTo(editor: Editor, blockId: string): void {
  const { view } = editor
  const block = blockAt(view.state, blockId)
  if (block === null) return
  view.dom.focus({ preventScroll: true })
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(block.from + 1))))
  view.focus()
  aimAt(view, blockId, 'start')
}
