import type { Editor } from '@tiptap/core'
import { FindBar } from './find-bar.tsx'
import { HelpSheet } from './help-sheet.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { OutlineTool } from './outline-tool.tsx'
import { SlashMenu } from './slash-menu.tsx'
import { ToolBar } from './toolbar.tsx'
import type { Tools } from './use-tools.ts'

interface Props {
  editor: Editor
  tools: Tools
  mayWrite: boolean
}

/** The tools, and what stands in the bar while somebody looks for something. */
export function EditorBar({ editor, tools, mayWrite }: Props) {
  const { commands, open, change, bar, findField } = tools
  const outline = (
    <OutlineTool editor={editor} open={open.outline} onOpenChange={outline => change({ outline })} />
  )
  return (
    <>
      <ToolBar editor={editor} commands={commands} mayWrite={mayWrite} bar={bar} outline={outline} />
      {open.finding !== null && (
        <FindBar
          editor={editor}
          field={findField}
          mayWrite={mayWrite}
          first={open.finding}
          onClose={() => tools.endFinding(editor)}
          say={tools.say}
        />
      )}
    </>
  )
}

/** What stands over the text: the blocks that a slash asks for, and what commands open. */
export function EditorDialogs({ editor, tools, mayWrite }: Props) {
  const { commands, open, change, slashKey } = tools
  const close = () => change({ dialog: null })
  return (
    <>
      {mayWrite && <SlashMenu editor={editor} commands={commands} onKey={slashKey} />}
      {open.dialog === 'link' && <LinkDialog editor={editor} onClose={close} />}
      {open.dialog === 'help' && <HelpSheet commands={commands} mayWrite={mayWrite} onClose={close} />}
    </>
  )
}
