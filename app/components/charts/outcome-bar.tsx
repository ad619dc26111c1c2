import { useId } from 'react'
import { useWords } from '../../i18n/use-words.ts'

/** What became of a recommendation; null: not yet known. */
export type Outcome = 'taken_over' | 'in_part' | 'rejected' | 'no_answer' | null

export interface OutcomeCount {
  outcome: Outcome
  count: number
}

/**
 * What became of the recommendations: one bar, cut by outcome, and its table beside it. Each outcome has a pattern of
 * its own as well as a colour, and its number over its part of the bar. `compact` is for a narrow column: one under
 * the other, without shares.
 */
export function OutcomeBar({
  counts,
  compact = false,
}: {
  counts: readonly OutcomeCount[]
  compact?: boolean
}) {
  const { t, format } = useWords()
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const parts = cut(counts, total)
  const said = parts.map(({ outcome, count }) => `${t(wordOf(outcome))}: ${count}`).join(', ')
  return (
    <figure className={`grid items-start gap-x-12 gap-y-6 ${compact ? '' : 'lg:grid-cols-2'}`}>
      <div>
        <svg
          role="img"
          aria-label={`${t('positions:followUp.bar')}. ${said}`}
          className="block h-16 w-full overflow-visible"
        >
          {parts.map(({ outcome, count, from, size }) => (
            <g key={outcome ?? 'unknown'}>
              <text
                x={`${from + size / 2}%`}
                y="14"
                textAnchor="middle"
                className="fill-ink text-sm font-medium tabular-nums"
              >
                {count}
              </text>
              <svg x={`${from}%`} y="24" width={`${size}%`} height="40" aria-hidden>
                <Pattern outcome={outcome} />
                <rect width="2" height="100%" x="0" className={from === 0 ? 'fill-none' : 'fill-ground'} />
              </svg>
            </g>
          ))}
        </svg>
        <p className="mt-2 text-sm text-soft">{t('positions:followUp.total', { count: total })}</p>
      </div>
      <table className="w-full text-left">
        <caption className="sr-only">{t('positions:followUp.barTable')}</caption>
        <thead>
          <tr className="border-b border-edge text-sm text-soft">
            <th scope="col" className="py-2 font-medium">
              {t('positions:followUp.outcome')}
            </th>
            <th scope="col" className="py-2 pl-4 text-right font-medium">
              {t('positions:followUp.count')}
            </th>
            {!compact && (
              <th scope="col" className="py-2 pl-4 text-right font-medium">
                {t('positions:followUp.share')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {counts.map(({ outcome, count }) => (
            <tr key={outcome ?? 'unknown'} className="border-b border-line">
              <th scope="row" className="py-2.5 font-normal">
                <span className="flex items-center gap-2.5">
                  <svg aria-hidden className="h-4 w-6 shrink-0">
                    <Pattern outcome={outcome} />
                  </svg>
                  {t(wordOf(outcome))}
                </span>
              </th>
              <td className="pl-4 text-right">{format.number(count)}</td>
              {!compact && (
                <td className="pl-4 text-right">{total === 0 ? '–' : format.percent(count / total)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

export const wordOf = (outcome: Outcome) => `positions:outcome.${outcome ?? 'unknown'}`

/** Where each part that there is begins and how wide it is, in percent. */
function cut(counts: readonly OutcomeCount[], total: number) {
  let from = 0
  return counts
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => {
      const part = { outcome, count, from, size: (count / total) * 100 }
      from += part.size
      return part
    })
}

/** Fills its `<svg>`: solid, hatched, crossed, dotted, or only outlined. */
function Pattern({ outcome }: { outcome: Outcome }) {
  const id = useId().replaceAll(':', '')
  switch (outcome) {
    case 'taken_over':
      return <rect width="100%" height="100%" className="fill-kept" />
    case 'in_part':
      return (
        <>
          <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="8" height="8" className="fill-kept-soft" />
            <rect width="3.5" height="8" className="fill-kept" />
          </pattern>
          <rect width="100%" height="100%" fill={`url(#${id})`} />
        </>
      )
    case 'rejected':
      return (
        <>
          <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="8" height="8" className="fill-late" />
            <path d="M0 4h8M4 0v8" className="stroke-late-soft" strokeWidth="0.75" />
          </pattern>
          <rect width="100%" height="100%" fill={`url(#${id})`} />
        </>
      )
    case 'no_answer':
      return (
        <>
          <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse">
            <rect width="7" height="7" className="fill-due-soft" />
            <circle cx="3.5" cy="3.5" r="1.6" className="fill-due" />
          </pattern>
          <rect width="100%" height="100%" fill={`url(#${id})`} />
        </>
      )
    case null:
      return (
        <rect
          x="1"
          y="1"
          className="h-[calc(100%-2px)] w-[calc(100%-2px)] fill-paper stroke-edge"
          strokeDasharray="4 3"
        />
      )
  }
}
