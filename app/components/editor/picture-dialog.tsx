import type { Editor } from '@tiptap/core'
import { CircleAlert } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { longestImageText } from '../../../packages/document/image.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { EditorDialog } from './editor-dialog.tsx'
import { chosenKinds, isPicture, keepPicture, type PictureFile, readPicture, redraw } from './picture-file.ts'
import type { AskedPicture } from './pictures.ts'

/** What is wrong, and beside which field it is said. */
type Problem = { at: 'file' | 'alt' | 'sending'; sentence: string }

/**
 * Shows a picture and asks what it shows: it is not put into the text without words for those who do not see it, or
 * without saying on purpose that it only decorates.
 */
export function PictureDialog({
  editor,
  documentId,
  asked,
  onClose,
}: {
  editor: Editor
  documentId: string
  asked: AskedPicture
  onClose: () => void
}) {
  const { t } = useWords()
  const id = useId()
  const { change } = asked
  const [picture, setPicture] = useState<PictureFile | null>(null)
  const [reading, setReading] = useState(asked.file !== undefined || asked.src !== undefined)
  const [sending, setSending] = useState(false)
  const [decorates, setDecorates] = useState(change?.alt === '')
  const [problem, setProblem] = useState<Problem | null>(null)

  useEffect(() => {
    let left = false
    const { file, src } = asked
    if (!file && src === undefined) return
    void (async () => {
      const bytes = file ?? (await readPicture(src ?? ''))
      const read = bytes && (await redraw(bytes))
      if (left) return
      setReading(false)
      setPicture(read)
      if (!read) setProblem({ at: 'file', sentence: t('editor:picture.unreadable') })
    })()
    return () => {
      left = true
    }
  }, [asked, t])

  async function choose(file: File | undefined) {
    if (!file) return
    setProblem(null)
    setReading(true)
    const read = isPicture(file) ? await redraw(file) : null
    setReading(false)
    setPicture(read)
    if (!read) setProblem({ at: 'file', sentence: t('editor:picture.unreadable') })
  }

  async function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const alt = decorates ? '' : wordsOf(form.get('alt'))
    const caption = wordsOf(form.get('caption')) || null
    if (!change && !picture) return setProblem({ at: 'file', sentence: t('editor:picture.missing') })
    if (alt === '' && !decorates) {
      setProblem({ at: 'alt', sentence: t('editor:picture.altMissing') })
      event.currentTarget.querySelector('textarea')?.focus()
      return
    }
    if (change) {
      onClose()
      return changeWords(editor, change, { alt, caption })
    }
    if (!picture || sending) return
    setProblem(null)
    setSending(true)
    const kept = await keepPicture(documentId, picture)
    setSending(false)
    if ('reason' in kept) {
      const sentence = kept.reason === 'refused' ? kept.message : t('editor:picture.offline')
      return setProblem({ at: 'sending', sentence })
    }
    // Under a modal dialog the text cannot hold the caret, so it closes first.
    onClose()
    editor.commands.insertPicture({ ...kept, alt, caption })
  }

  const preview = picture?.preview ?? change?.src
  return (
    <EditorDialog title={t(change ? 'editor:picture.changeTitle' : 'editor:picture.title')} onClose={onClose}>
      <form onSubmit={event => void apply(event)} noValidate>
        <div className="space-y-4">
          {!change && !asked.file && asked.src === undefined && (
            <Asked
              id={`${id}-file`}
              label={t('editor:picture.file')}
              hint={t('editor:picture.fileHint')}
              problem={problem?.at === 'file' ? problem.sentence : undefined}
            >
              {described => (
                <input
                  id={`${id}-file`}
                  type="file"
                  accept={chosenKinds}
                  className="editor-input"
                  {...described}
                  onChange={event => void choose(event.currentTarget.files?.[0])}
                />
              )}
            </Asked>
          )}
          {(asked.file || asked.src !== undefined) && problem?.at === 'file' && (
            <Sentence>{problem.sentence}</Sentence>
          )}
          {reading && <p className="text-sm text-soft">{t('editor:picture.reading')}</p>}
          {preview && <img src={preview} alt="" className="editor-preview" />}
          <Asked
            id={`${id}-alt`}
            label={t('editor:picture.alt')}
            hint={t('editor:picture.altHint')}
            problem={problem?.at === 'alt' ? problem.sentence : undefined}
          >
            {described => (
              <textarea
                id={`${id}-alt`}
                name="alt"
                rows={2}
                maxLength={longestImageText}
                disabled={decorates}
                defaultValue={change?.alt ?? asked.alt ?? ''}
                required={!decorates}
                className="editor-input"
                {...described}
              />
            )}
          </Asked>
          <label className="flex items-start gap-2">
            <input
              type="checkbox"
              className="mt-1.5"
              checked={decorates}
              onChange={event => setDecorates(event.currentTarget.checked)}
            />
            <span>{t('editor:picture.decorates')}</span>
          </label>
          <Asked
            id={`${id}-caption`}
            label={t('editor:picture.caption')}
            hint={t('editor:picture.captionHint')}
          >
            {described => (
              <input
                id={`${id}-caption`}
                name="caption"
                maxLength={longestImageText}
                autoComplete="off"
                defaultValue={change?.caption ?? asked.caption ?? ''}
                className="editor-input"
                {...described}
              />
            )}
          </Asked>
          <div role="status">{problem?.at === 'sending' && <Sentence>{problem.sentence}</Sentence>}</div>
        </div>
        <div className="mt-6 flex flex-wrap gap-2">
          <Button type="submit" aria-disabled={sending || reading || undefined}>
            {t(sending ? 'editor:picture.sending' : change ? 'editor:picture.save' : 'editor:picture.apply')}
          </Button>
          <Button type="button" look="plain" onClick={onClose}>
            {t('editor:picture.cancel')}
          </Button>
        </div>
      </form>
    </EditorDialog>
  )
}

const wordsOf = (value: FormDataEntryValue | null) =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/** Gives a picture of the text other words, wherever it stands by now. */
function changeWords(
  editor: Editor,
  { blockId, src }: NonNullable<AskedPicture['change']>,
  words: { alt: string; caption: string | null },
): void {
  const { doc, tr } = editor.state
  doc.descendants((node, position) => {
    const isIt = node.type.name === 'image' && node.attrs.src === src && node.attrs.blockId === blockId
    if (isIt) tr.setNodeMarkup(position, undefined, { ...node.attrs, ...words })
  })
  if (tr.docChanged) editor.view.dispatch(tr)
}

function Sentence({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-late">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  )
}

/** A label, a hint and what is wrong, around a field that names them. */
function Asked({
  id,
  label,
  hint,
  problem,
  children,
}: {
  id: string
  label: string
  hint: string
  problem?: string
  children: (described: { 'aria-describedby': string; 'aria-invalid'?: true }) => ReactNode
}) {
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-sm text-soft">
        {hint}
      </p>
      {problem !== undefined && <Sentence id={`${id}-problem`}>{problem}</Sentence>}
      {children({
        'aria-describedby': `${id}-hint${problem === undefined ? '' : ` ${id}-problem`}`,
        ...(problem === undefined ? {} : { 'aria-invalid': true }),
      })}
    </div>
  )
}
