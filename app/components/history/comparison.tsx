import { Link } from '@remix-run/react'
import { ArrowLeft, ArrowLeftRight, EqualIcon, FileQuestion } from 'lucide-react'
import { useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { DataList } from '../data-list.tsx'
import { EmptyState } from '../empty-state.tsx'
import { ChangeSteps } from './change-steps.tsx'
import type { History } from './part.ts'
import { pointWords } from './words.ts'
import '../editor/editor.css'
import './compared.css'

type Comparison = NonNullable<History['comparison']>

/** What became of a text between two moments, in one text or in two beside each other. */
export function ComparisonView({
  comparison,
  sideBySide,
}: {
  comparison: Comparison | null
  sideBySide: boolean
}) {
  const { t, format } = useWords()
  const shown = useRef<HTMLDivElement>(null)
  if (comparison === null)
    return (
      <EmptyState
        icon={FileQuestion}
        title={t('history:comparison.missing')}
        hint={t('history:comparison.missingHint')}
        action={<BackToHistory />}
      />
    )
  const { from, to, html } = comparison
  const address = `from=${from.name}&to=${to.name}`
  const counts = countsOf(comparison, t)
  return (
    <div className="space-y-6">
      <DataList
        items={[
          { term: t('history:comparison.from'), value: pointWords(from, t, format) },
          { term: t('history:comparison.to'), value: pointWords(to, t, format) },
        ]}
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <nav aria-label={t('history:comparison.look')} className="flex gap-1">
          <LookLink to={`?${address}`} current={!sideBySide}>
            {t('history:comparison.together')}
          </LookLink>
          <LookLink to={`?${address}&view=side`} current={sideBySide}>
            {t('history:comparison.sideBySide')}
          </LookLink>
        </nav>
        <Link
          to={`?from=${to.name}&to=${from.name}${sideBySide ? '&view=side' : ''}`}
          preventScrollReset
          className="link inline-flex items-center gap-1.5"
        >
          <ArrowLeftRight aria-hidden className="size-4" />
          {t('history:comparison.swap')}
        </Link>
        <BackToHistory />
      </div>
      {html === null ? (
        <EmptyState
          icon={FileQuestion}
          title={t('history:comparison.unreadable')}
          hint={t('history:comparison.unreadableHint')}
        />
      ) : counts === '' && !html.includes('data-stop') ? (
        <EmptyState
          icon={EqualIcon}
          title={t('history:comparison.same')}
          hint={t('history:comparison.sameHint')}
        />
      ) : (
        <>
          <div className="sticky top-14 z-10 -mx-1 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line bg-ground px-1 py-3">
            <p className="font-medium">{counts}</p>
            <ChangeSteps key={html} within={shown} />
          </div>
          <p aria-hidden className="flex flex-wrap gap-x-4 text-sm">
            <ins className="compared-legend">{t('history:comparison.legend.inserted')}</ins>
            <del className="compared-legend">{t('history:comparison.legend.struck')}</del>
            <span className="compared-legend" data-change="moved">
              {t('history:comparison.legend.moved')}
            </span>
          </p>
          <section
            ref={shown}
            aria-label={t('history:comparison.text')}
            className={`prose document compared${sideBySide ? ' compared-sides' : ''}`}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made by compareHtml, which escapes every text and attribute
            dangerouslySetInnerHTML={{ __html: html }}
          />
        </>
      )}
    </div>
  )
}

function BackToHistory() {
  const { t } = useWords()
  return (
    <Link to="?" className="link inline-flex items-center gap-1.5">
      <ArrowLeft aria-hidden className="size-4" />
      {t('history:comparison.back')}
    </Link>
  )
}

function LookLink({ to, current, children }: { to: string; current: boolean; children: string }) {
  return (
    <Link
      to={to}
      preventScrollReset
      aria-current={current ? 'true' : undefined}
      className={`inline-flex min-h-10 items-center rounded-md px-3 font-medium ${current ? 'bg-accent-soft text-accent' : 'text-soft hover:bg-shade hover:text-ink'}`}
    >
      {children}
    </Link>
  )
}

const kinds = ['inserted', 'changed', 'moved', 'struck'] as const

/** „3 paragrafe noi, 2 schimbate, unul mutat”; empty when no paragraph differs. */
function countsOf(comparison: Comparison, t: ReturnType<typeof useWords>['t']): string {
  return kinds
    .filter(kind => comparison[kind] > 0)
    .map((kind, index) =>
      t(`history:comparison.${index === 0 ? 'first' : 'further'}.${kind}`, { count: comparison[kind] }),
    )
    .join(', ')
}
