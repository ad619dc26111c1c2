import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { PictureDialog } from './picture-dialog.tsx'
import type { WaitingPictures } from './use-pictures.ts'

/** Asks for the words of the pictures that wait, and gives the focus back to the text after each. */
export function PictureDesk({
  editor,
  documentId,
  pictures: { asked, answered, next },
}: {
  editor: Editor
  documentId: string
  pictures: WaitingPictures
}) {
  // The dialog keeps the rest of the page inert until its own effects are undone, which is before this one.
  useEffect(() => {
    if (answered > 0) editor.commands.focus()
  }, [editor, answered])
  if (!asked) return null
  // Each picture begins with an empty form.
  return <PictureDialog key={answered} editor={editor} documentId={documentId} asked={asked} onClose={next} />
}
