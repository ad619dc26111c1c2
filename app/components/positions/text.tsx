import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LiveEditor, StoredText } from '../editor/live-editor.tsx'
import { OutlineAbove, OutlineBeside, OutlinePart, OutlineSlot } from '../editor/outline.tsx'

export const PositionTextPart = graphql(
  `
    fragment PositionTextPart on Position {
      status
      adopted {
        number
        html
        outline {
          ...OutlinePart
        }
      }
      document {
        id
        mayWrite
        currentHtml
      }
    }
  `,
  [OutlinePart],
)

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
        <>
          <OutlineAbove entries={adopted.outline} />
          <StoredText html={adopted.html} />
        </>
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

/** The outline of the text, at the end of the column beside it: there it stays in sight while the text is read. */
export function PositionOutline({ position: { adopted } }: { position: ResultOf<typeof PositionTextPart> }) {
  return <OutlineSlot>{adopted && <OutlineBeside entries={adopted.outline} />}</OutlineSlot>
}
