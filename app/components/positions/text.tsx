import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LiveEditor, StoredText } from '../editor/live-editor.tsx'

export const PositionTextPart = graphql(`
  fragment PositionTextPart on Position {
    status
    adopted {
      number
      html
    }
    document {
      id
      mayWrite
      currentHtml
    }
  }
`)

/** The adopted text as it was voted on; otherwise the live one, which the server has already rendered. */
export function PositionText({
  position,
  person,
}: {
  position: ResultOf<typeof PositionTextPart>
  person: { id: string }
}) {
  const { t } = useWords()
  const { adopted, document, status } = position
  const note =
    adopted !== null
      ? t('positions:page.finalNote', { number: adopted.number })
      : status === 'drafting' && t('positions:page.draftNote')
  return (
    <section aria-label={t('positions:page.text')} className="min-w-0">
      {note && <p className="mb-4 text-sm text-soft">{note}</p>}
      {adopted !== null ? (
        <StoredText html={adopted.html} />
      ) : (
        <LiveEditor
          key={document.id}
          documentId={document.id}
          access={document.mayWrite ? 'write' : 'read'}
          initialHtml={document.currentHtml}
          person={person}
        />
      )}
    </section>
  )
}
