import { LoaderCircle } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import './editor.css'

export interface LiveEditorProps {
  documentId: string
  /** What the viewer may do here; the server asks again at the socket. */
  access: 'write' | 'read'
  /** The stored text, by `toHtml` of `packages/document/html.ts`, which escapes it. */
  initialHtml: string
  /** Whose copy on this device it is. */
  person: { id: string }
  /** Called when the server gives this page another right than `access`: the page is to be loaded again. */
  onAccess?: () => void
}

const Editing = lazy(() => import('./editing.tsx'))

/**
 * A document, live. The server renders its stored text; the editor is loaded on this page only, and takes its place
 * once it has the text itself. So neither a slow network nor a failed socket looks like an empty document.
 */
export function LiveEditor(props: LiveEditorProps) {
  const { t } = useWords()
  const [inBrowser, setInBrowser] = useState(false)
  useEffect(() => setInBrowser(true), [])
  const stored = <StoredText html={props.initialHtml} />
  const waiting = (
    <div className="editor">
      <div className="editor-bar">
        <div className="editor-toolbar" aria-hidden />
        <div className="editor-standing">
          {inBrowser && (
            <p className="editor-whereabouts" data-state="connecting">
              <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin" />
              <span>{t('documents:state.connecting')}</span>
            </p>
          )}
        </div>
      </div>
      {stored}
    </div>
  )
  if (!inBrowser) return waiting
  return (
    <Suspense fallback={waiting}>
      <Editing {...props} stored={stored} />
    </Suspense>
  )
}

/** The text of a document as it is stored: for reading, and under an editor that is not there yet. */
export function StoredText({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by toHtml, which escapes every text and attribute
  return <div className="prose document" dangerouslySetInnerHTML={{ __html: html }} />
}
