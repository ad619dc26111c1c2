import { Circle, CircleCheck, CircleDashed, CircleDot, CircleMinus, type LucideIcon } from 'lucide-react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Known } from './known-date.tsx'

export const StageLineMark = graphql(`
  fragment StageLineMark on StageMark {
    stage {
      key
      name
    }
    state
    reached {
      date
      precision
    }
    expected {
      name
      date
      bound
      confirmed
    }
  }
`)

type Mark = ResultOf<typeof StageLineMark>

const looks: Record<Mark['state'], { icon: LucideIcon; icons: string; words: string }> = {
  done: { icon: CircleCheck, icons: 'text-accent', words: '' },
  current: { icon: CircleDot, icons: 'text-accent', words: 'font-semibold' },
  possible: { icon: CircleDashed, icons: 'text-accent', words: '' },
  later: { icon: Circle, icons: 'text-edge', words: 'text-soft' },
  skipped: { icon: CircleMinus, icons: 'text-edge', words: 'text-soft' },
}

/**
 * Where a dossier comes from, where it is and what may come next: one mark a stage, down the page on a phone, across
 * it and on to the next line like a text where there is room. A solid line has been walked, a dashed one has not.
 * Each mark has its own sign and says its state in words. The recorded steps stand in a table under it.
 */
export function StageLine({ marks, label }: { marks: readonly Mark[]; label: string }) {
  return (
    <ol
      aria-label={label}
      className="grid grid-cols-1 sm:grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] sm:gap-y-6"
    >
      {marks.map((mark, index) => (
        <Station key={mark.stage.key} mark={mark} next={marks[index + 1]} />
      ))}
    </ol>
  )
}

const reachedStates: readonly (Mark['state'] | undefined)[] = ['done', 'current']

function Station({ mark, next }: { mark: Mark; next: Mark | undefined }) {
  const { t } = useWords()
  const { stage, state, reached, expected } = mark
  const { icon: Icon, icons, words } = looks[state]
  const walked = reachedStates.includes(state) && reachedStates.includes(next?.state)
  const rail = next
    ? `before:absolute before:left-[0.6875rem] before:top-7 before:bottom-1 before:border-l-2 sm:before:left-8 sm:before:right-2 sm:before:top-[0.6875rem] sm:before:bottom-auto sm:before:border-l-0 sm:before:border-t-2 ${walked ? 'before:border-accent' : 'before:border-dashed before:border-line'}`
    : ''
  return (
    <li
      aria-current={state === 'current' ? 'step' : undefined}
      className={`relative grid grid-cols-[2.25rem_minmax(0,1fr)] pb-5 sm:block sm:pr-4 sm:pb-0 ${rail}`}
    >
      <Icon aria-hidden strokeWidth={state === 'current' ? 2.5 : 2} className={`size-6 ${icons}`} />
      <div className="min-w-0 sm:mt-2">
        <p className={`leading-snug hyphens-auto ${words}`}>{stage.name}</p>
        {reached.map(({ date, precision }) => (
          <p key={`${date} ${precision}`} className="mt-0.5 text-sm text-soft tabular-nums">
            <Known date={date} precision={precision} length="short" />
          </p>
        ))}
        {state === 'done' || state === 'later' ? (
          <span className="sr-only">{t(`procedure:state.${state}`)}</span>
        ) : (
          <p className={`mt-0.5 text-sm ${state === 'skipped' ? 'text-soft' : 'font-medium text-accent'}`}>
            {t(`procedure:state.${state}`)}
          </p>
        )}
        {expected.map(({ name, date, bound, confirmed }) => (
          <Expected key={`${name} ${date}`} date={date} bound={bound} confirmed={confirmed} />
        ))}
      </div>
    </li>
  )
}

/** A date that the law gives for reaching the stage. */
function Expected({
  date,
  bound,
  confirmed,
}: Pick<Mark['expected'][number], 'date' | 'bound' | 'confirmed'>) {
  const { t, format } = useWords()
  return (
    <p className="mt-0.5 text-sm text-soft">
      {t(`procedure:bound.${bound}`, { date: format.legalDate(date, 'short') })}
      {!confirmed && ' (?)'}
      {!confirmed && <span className="sr-only"> {t('procedure:unconfirmed')}</span>}
    </p>
  )
}
