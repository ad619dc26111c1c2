import { RotateCcw } from 'lucide-react'
import type { HistoryAsked } from '../../history-asked.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { type Answer, Form } from '../form.tsx'
import { ComparisonView } from './comparison.tsx'
import type { History as HistoryOf } from './part.ts'
import { Timeline } from './timeline.tsx'
import { type PointShown, pointWords } from './words.ts'

/** The history of a text: the list of its moments, or two of them compared; a comparison with an older one can restore it. */
export function History({
  document,
  asked,
  answer,
}: {
  document: HistoryOf
  asked: HistoryAsked
  answer?: Answer | null
}) {
  if (!asked.compares) return <Timeline document={document} before={asked.before} />
  const comparison = document.comparison ?? null
  const restorable =
    comparison && document.mayWrite && comparison.from.name === 'now' && comparison.to.name !== 'now'
  return (
    <div className="space-y-8">
      {restorable && <Restore point={comparison.to} answer={answer} />}
      <ComparisonView comparison={comparison} sideBySide={asked.sideBySide} />
    </div>
  )
}

/** Asked over what would change: the comparison stands below. */
function Restore({ point, answer }: { point: PointShown; answer?: Answer | null }) {
  const { t, format } = useWords()
  return (
    <section className="max-w-3xl rounded-lg border border-line bg-paper p-4 sm:p-6">
      <h2 className="text-lg font-semibold">
        {t('history:restore.title', { point: pointWords(point, t, format) })}
      </h2>
      <p className="mt-1 text-soft">{t('history:restore.lede')}</p>
      <div className="mt-4">
        <Form intent="restore" answer={answer}>
          <input type="hidden" name="point" value={point.name} />
          <Button icon={RotateCcw}>{t('history:restore.action')}</Button>
        </Form>
      </div>
    </section>
  )
}
