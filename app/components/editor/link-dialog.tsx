import type { Editor } from '@tiptap/core'
import { CircleAlert } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { toHref } from '../../../packages/document/links.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { EditorDialog } from './editor-dialog.tsx'

/** Asks for the address of a link, and for its text where nothing is selected. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useWords()
  const id = useId()
  const address = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState(false)
  const before: unknown = editor.getAttributes('link').href
  const linked = typeof before === 'string'
  const needsText = editor.state.selection.empty && !linked

  useEffect(() => address.current?.focus(), [])

  function leave() {
    onClose()
    editor.commands.focus()
  }

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const href = toHref(String(form.get('address') ?? ''))
    if (href === null) {
      setRefused(true)
      return
    }
    const text = String(form.get('text') ?? '').trim()
    const chain = editor.chain().focus()
    if (needsText) {
      const link = { type: 'text', text: text || href, marks: [{ type: 'link', attrs: { href } }] }
      // The space ends the link, so that writing goes on outside it.
      chain.insertContent([link, { type: 'text', text: ' ' }]).run()
    } else chain.extendMarkRange('link').setLink({ href }).run()
    leave()
  }

  const refusedId = `${id}-refused`
  return (
    <EditorDialog title={t('editor:link.title')} onClose={leave}>
      <form onSubmit={apply} noValidate>
        <div className="space-y-4">
          <div className="space-y-1.5">
            <label htmlFor={`${id}-address`} className="block font-medium">
              {t('editor:link.address')}
            </label>
            <p id={`${id}-hint`} className="text-sm text-soft">
              {t('editor:link.hint')}
            </p>
            {refused && (
              <p id={refusedId} className="flex items-start gap-1.5 text-sm font-medium text-late">
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                <span>{t('editor:link.refused')}</span>
              </p>
            )}
            <input
              ref={address}
              id={`${id}-address`}
              name="address"
              inputMode="url"
              autoComplete="off"
              defaultValue={linked ? before : ''}
              aria-invalid={refused || undefined}
              aria-describedby={`${id}-hint${refused ? ` ${refusedId}` : ''}`}
              className="editor-input"
            />
          </div>
          {needsText && (
            <div className="space-y-1.5">
              <label htmlFor={`${id}-text`} className="block font-medium">
                {t('editor:link.text')}
              </label>
              <input id={`${id}-text`} name="text" autoComplete="off" className="editor-input" />
            </div>
          )}
        </div>
        <div className="mt-6 flex flex-wrap gap-2">
          <Button type="submit">{t('editor:link.apply')}</Button>
          {linked && (
            <Button
              type="button"
              look="quiet"
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run()
                leave()
              }}
            >
              {t('editor:link.remove')}
            </Button>
          )}
          <Button type="button" look="plain" onClick={leave}>
            {t('editor:link.cancel')}
          </Button>
        </div>
      </form>
    </EditorDialog>
  )
}
