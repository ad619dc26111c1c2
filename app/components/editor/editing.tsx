import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Placeholder } from '@tiptap/extension-placeholder'
import type { Node } from '@tiptap/pm/model'
import { EditorContent, useEditor } from '@tiptap/react'
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { I18nProvider } from 'react-aria-components'
import { encodeStateAsUpdate } from 'yjs'
import { KeepingCollaboration } from '../../../packages/document/binding.ts'
import { pasteBytes } from '../../../packages/document/paste.ts'
import { documentExtensions, fragmentName } from '../../../packages/document/schema.ts'
import { defaultLimits } from '../../../packages/live/ports.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { followAddress } from './block-link.ts'
import { drawCaret, drawSelection } from './carets.ts'
import { Count } from './count.tsx'
import { EditorBar, EditorDialogs } from './editor-bar.tsx'
import type { LiveEditorProps } from './live-editor.tsx'
import { type PasteRefusal, Pasting } from './pasting.ts'
import { PictureDesk } from './picture-desk.tsx'
import { Pictures } from './pictures.ts'
import { letReactAriaStyle } from './react-aria-nonce.ts'
import { Refused } from './refused.tsx'
import { EditingSession, type SessionState } from './session.ts'
import { Standing } from './standing.tsx'
import { Typography } from './typography.ts'
import { unsentText } from './unsent.ts'
import { usePictures } from './use-pictures.ts'
import { useReadingKeys, useTools } from './use-tools.ts'
import { learnEditorWords } from './words.ts'

learnEditorWords()
letReactAriaStyle()

/** The part of `LiveEditor` that only a browser has: opens the document, and shows `stored` until its text is here. */
export default function Editing({
  documentId,
  access,
  person,
  onAccess,
  stored,
}: LiveEditorProps & { stored: ReactNode }) {
  const [session, setSession] = useState<EditingSession | null>(null)
  useEffect(() => {
    const opened = new EditingSession({ documentId, person: person.id, keepCopy: access === 'write' })
    setSession(opened)
    return () => {
      setSession(null)
      opened.leave()
    }
  }, [documentId, person.id, access])
  if (!session) return stored
  const opened = { documentId, session, access, onAccess, stored }
  return <Opened key={documentId} {...opened} />
}

function Opened({
  documentId,
  session,
  access,
  onAccess,
  stored,
}: {
  documentId: string
  session: EditingSession
  access: 'write' | 'read'
  onAccess?: () => void
  stored: ReactNode
}) {
  const state = useSyncExternalStore(session.subscribe, session.getState)
  const changed = state.online && state.writable !== (access === 'write')
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once a change, whoever is told
  useEffect(() => {
    if (changed) onAccess?.()
  }, [changed])
  if (state.ready)
    return <Sheet documentId={documentId} session={session} state={state} access={access} stored={stored} />
  return (
    <div className="editor">
      <div className="editor-bar">
        <div className="editor-toolbar" aria-hidden />
        <Standing state={state} readOnly={access === 'read'} />
      </div>
      {state.closed && (
        <Refused reason={state.closed} since={state.since} unsent="" onDiscard={() => session.discard()} />
      )}
      {stored}
    </div>
  )
}

function Sheet({
  documentId,
  session,
  state,
  access,
  stored,
}: {
  documentId: string
  session: EditingSession
  state: SessionState
  access: 'write' | 'read'
  stored: ReactNode
}) {
  const { t, locale } = useWords()
  const lastStored = useRef<Node | null>(null)
  const tools = useTools(access)
  const word = (key: string) => t(`documents:block.${key}`)
  const megabytes = (bytes: number) => `${formatNumber(locale, Math.ceil(bytes / 100_000) / 10, 1)} MB`
  const refusePaste = (refusal: PasteRefusal) => {
    const size = megabytes(refusal.reason === 'tooLarge' ? refusal.bytes : 0)
    tools.say(t(`editor:paste.${refusal.reason}`, { size, most: megabytes(pasteBytes) }), 'long')
  }
  const pictures = usePictures(tools.say)
  const editor = useEditor({
    immediatelyRender: false,
    // Styles come from editor.css: the page's policy allows no style element from a script.
    injectCSS: false,
    editable: false,
    extensions: [
      ...documentExtensions({
        paragraph: word('paragraph'),
        situation: word('situation'),
        recommendation: word('recommendation'),
        amendmentTable: word('amendmentTable'),
        present: word('present'),
        proposed: word('proposed'),
        reasons: word('reasons'),
        unknown: word('unknown'),
      }),
      Typography.configure({ language: locale }),
      Pasting.configure({
        room: () => defaultLimits.documentBytes - encodeStateAsUpdate(session.document).length,
        onRefused: refusePaste,
        onPictures: pictures.found,
      }),
      Pictures.configure({ documentId, onAsked: pictures.ask }),
      Placeholder.configure({ placeholder: t('documents:editor.placeholder') }),
      ...tools.extensions,
      KeepingCollaboration.configure({ document: session.document, field: fragmentName }),
      CollaborationCaret.configure({
        provider: session.provider,
        // The server puts in who it is.
        user: {},
        render: user => drawCaret(user, t('editor:guest')),
        selectionRender: drawSelection,
      }),
    ],
    editorProps: {
      // Above stand the page's header and the bar, below a phone's navigation.
      scrollThreshold: { top: 160, bottom: 90, left: 0, right: 0 },
      scrollMargin: { top: 170, bottom: 100, left: 0, right: 0 },
      attributes: {
        class: 'prose document',
        lang: locale,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('documents:editor.label'),
        ...(access === 'write'
          ? { 'aria-description': t('editor:toolbar.hint') }
          : // Readers too come here by keyboard: to move within the text, and to find.
            { 'aria-readonly': 'true', tabindex: '0' }),
      },
    },
  })
  useEffect(() => (editor ? followAddress(editor.view) : undefined), [editor])
  useReadingKeys(tools, editor)
  // Readers are told by the server too; a page that lost its connection may go on writing.
  const editable = access === 'write' && state.closed === null && (state.writable || !state.online)
  useEffect(() => {
    if (editor && editor.isEditable !== editable) editor.setEditable(editable, false)
  }, [editor, editable])
  useEffect(() => {
    if (!editor) return
    const remember = () => {
      lastStored.current = editor.state.doc
    }
    if (session.getState().words === 'stored') remember()
    session.onStored = remember
    return () => {
      session.onStored = () => {}
    }
  }, [editor, session])

  const unsent = state.closed && editor ? unsentText(lastStored.current, editor.state.doc) : ''
  return (
    <I18nProvider locale={locale}>
      <div ref={tools.root} className="editor" data-editable={editable}>
        <div className="editor-bar">
          {editor ? (
            <EditorBar editor={editor} tools={tools} mayWrite={editable} />
          ) : (
            <div className="editor-toolbar" aria-hidden />
          )}
          <div className="editor-line">
            <Standing state={state} readOnly={access === 'read'} />
            {editor && <Count editor={editor} />}
          </div>
        </div>
        {state.closed && (
          <Refused
            reason={state.closed}
            since={state.since}
            unsent={access === 'write' && state.words !== 'stored' ? unsent : ''}
            onDiscard={() => void session.discard()}
          />
        )}
        {editor ? <EditorContent editor={editor} /> : stored}
        <p role="status" className="editor-notice">
          {tools.notice}
        </p>
        {editor && editable && <PictureDesk editor={editor} documentId={documentId} pictures={pictures} />}
        {editor && <EditorDialogs editor={editor} tools={tools} mayWrite={editable} />}
      </div>
    </I18nProvider>
  )
}
