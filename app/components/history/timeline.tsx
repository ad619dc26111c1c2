import { Form, Link } from '@remix-run/react'
import { GitCompareArrows, RotateCcw, Snowflake } from 'lucide-react'
import type { ReactNode } from 'react'
import { inBucharest } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Section } from '../section.tsx'
import { type Author, type History, sessionsOnPage } from './part.ts'
import { pointWords } from './words.ts'

interface Moment {
  /** When it happened, for its place in the list. */
  at: string
  /** The point of the text after it, as an address names it. */
  point: string
  row: ReactNode
  /** What can be done with it beside comparing. */
  links?: ReactNode
}

/**
 * The moments of a text by day, the newest first: sessions of writing with their author, frozen versions, restorations.
 * Any two are compared by a plain form, so that it works before any script and has an address to share.
 */
export function Timeline({ document, before }: { document: History; before: number | null }) {
  const { t, format } = useWords()
  const moments = useMoments(document, before)
  if (moments.length === 0)
    return <EmptyState icon={Snowflake} title={t('history:empty')} hint={t('history:emptyHint')} />
  const days = byDay(moments)
  const oldest = document.sessions?.at(-1)
  const older = oldest !== undefined && (document.sessions?.length ?? 0) === sessionsOnPage
  const latest = moments.find(({ point }) => point !== 'now')
  const chosen = { from: latest?.point, to: 'now' }
  return (
    <Form method="get" aria-label={t('history:points')} className="max-w-3xl">
      <div className="sticky top-14 z-10 -mx-1 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line bg-ground px-1 py-3">
        <p className="text-sm text-soft">{t('history:pick.hint')}</p>
        <Button icon={GitCompareArrows}>{t('history:pick.compare')}</Button>
      </div>
      <div className="mt-6 space-y-8">
        {before === null && (
          <ul>
            <MomentRow
              moment={{ at: format.now, point: 'now', row: <strong>{t('history:now')}</strong> }}
              name={t('history:now')}
              chosen={chosen}
            />
          </ul>
        )}
        {days.map(({ day, moments }) => (
          <Section key={day} title={format.legalDate(day, 'weekday')} compact>
            <ul className="divide-y divide-line border-y border-line">
              {moments.map(moment => (
                <MomentRow
                  key={`${moment.point} ${moment.at}`}
                  moment={moment}
                  name={
                    moment.point.startsWith('v')
                      ? t('history:version', { number: moment.point.slice(1) })
                      : format.dateTime(moment.at)
                  }
                  chosen={chosen}
                />
              ))}
            </ul>
          </Section>
        ))}
      </div>
      {(older || before !== null) && (
        <nav aria-label={t('history:nav')} className="mt-6 flex gap-6">
          {before !== null && (
            <Link to="?" className="link">
              {t('history:newest')}
            </Link>
          )}
          {older && (
            <Link to={`?before=${oldest.firstEdit}`} className="link">
              {t('history:older')}
            </Link>
          )}
        </nav>
      )}
    </Form>
  )
}

function useMoments(document: History, before: number | null): Moment[] {
  const { t, format } = useWords()
  const sessions = document.sessions ?? []
  const restorations = document.restorations ?? []
  const oldest = sessions.length === sessionsOnPage ? (sessions.at(-1)?.beganAt ?? '') : ''
  const newest = before === null ? '9' : (sessions[0]?.endedAt ?? '')
  // What else happened in the time that this page of the list is about.
  const isHere = (at: string) => at >= oldest && at <= newest
  const restore = (point: string, name: string) =>
    document.mayWrite && (
      <Link
        to={`?from=now&to=${point}`}
        className="link"
        aria-label={t('history:restore.linkOf', { point: name })}
      >
        {t('history:restore.link')}
      </Link>
    )
  return [
    ...sessions.map(session => ({
      at: session.endedAt,
      point: `e${session.lastEdit}`,
      row: (
        <>
          <span className="tabular-nums text-soft">{timesOf(session, format.time)}</span>{' '}
          <AuthorName author={session.author} />
          <span className="block text-sm text-soft">{wordsOf(session, t)}</span>
        </>
      ),
      links: (
        <>
          <Link
            to={`?from=e${session.firstEdit - 1}&to=e${session.lastEdit}`}
            className="link"
            aria-label={`${t('history:changes')}: ${format.dateTime(session.endedAt)}`}
          >
            {t('history:changes')}
          </Link>
          {restore(`e${session.lastEdit}`, format.dateTime(session.endedAt))}
        </>
      ),
    })),
    ...document.versions
      .filter(({ frozenAt }) => isHere(frozenAt))
      .map(({ number, name, hash, frozenAt, frozenBy }) => {
        const words = pointWords({ name: '', at: frozenAt, version: number, versionName: name }, t, format)
        return {
          at: frozenAt,
          point: `v${number}`,
          row: (
            <>
              <span className="tabular-nums text-soft">{format.time(frozenAt)}</span>{' '}
              <span className="inline-flex items-baseline gap-1.5 font-medium">
                <Snowflake aria-hidden className="size-4 shrink-0 self-center text-accent" />
                {words}
              </span>
              <span className="block text-sm text-soft">
                {frozenBy && <>{t('history:frozenBy', { name: frozenBy.name })} · </>}
                <span className="whitespace-nowrap" title={hash}>
                  {t('history:hash', { hash: hash.slice(0, 12) })}
                </span>
              </span>
            </>
          ),
          links: restore(`v${number}`, words),
        }
      }),
    ...restorations
      .filter(({ at }) => isHere(at))
      .map(({ edit, point, at, author }) => ({
        at,
        point: `e${edit}`,
        row: (
          <>
            <span className="tabular-nums text-soft">{format.time(at)}</span> <AuthorName author={author} />{' '}
            <span className="inline-flex items-baseline gap-1.5">
              <RotateCcw aria-hidden className="size-4 shrink-0 self-center text-accent" />
              {restoredWords(point, t)}
            </span>
          </>
        ),
      })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

function restoredWords(point: string, t: ReturnType<typeof useWords>['t']): string {
  return point.startsWith('v')
    ? t('history:restoredVersion', { number: point.slice(1) })
    : t('history:restoredOlder')
}

function timesOf(
  { beganAt, endedAt }: { beganAt: string; endedAt: string },
  time: (at: string) => string,
): string {
  const [from, to] = [time(beganAt), time(endedAt)]
  return from === to ? from : `${from}–${to}`
}

function wordsOf(
  { wordsAdded, wordsStruck }: { wordsAdded: number; wordsStruck: number },
  t: ReturnType<typeof useWords>['t'],
): string {
  const told = [
    ...(wordsAdded > 0 ? [t('history:added', { count: wordsAdded })] : []),
    ...(wordsStruck > 0 ? [t('history:struck', { count: wordsStruck })] : []),
  ]
  return told.length > 0 ? told.join(', ') : t('history:noWords')
}

/** Who wrote: a person with the organisation, a closed account as such, or the platform. */
export function AuthorName({ author: { personId, name, organisation, gone } }: { author: Author }) {
  const { t } = useWords()
  const who = name ?? (personId === null ? t('history:platform') : t('history:somebody'))
  return (
    <span className="font-medium">
      {who}
      {organisation && <span className="font-normal text-soft"> · {organisation}</span>}
      {gone && name !== null && <span className="font-normal text-soft"> ({t('history:gone')})</span>}
    </span>
  )
}

function byDay(moments: readonly Moment[]): { day: string; moments: Moment[] }[] {
  const days = new Map<string, Moment[]>()
  for (const moment of moments) {
    const day = inBucharest(moment.at).date
    days.set(day, [...(days.get(day) ?? []), moment])
  }
  return [...days].map(([day, of]) => ({ day, moments: of }))
}

function MomentRow({
  moment: { point, row, links },
  name,
  chosen,
}: {
  moment: Moment
  name: string
  chosen: { from: string | undefined; to: string }
}) {
  const { t } = useWords()
  return (
    <li className="grid grid-cols-[auto_auto_minmax(0,1fr)] items-start gap-x-3 py-2.5 sm:grid-cols-[auto_auto_minmax(0,1fr)_auto]">
      <Choice
        name="from"
        point={point}
        label={t('history:pick.from')}
        spoken={t('history:pick.fromPoint', { point: name })}
        checked={chosen.from === point}
      />
      <Choice
        name="to"
        point={point}
        label={t('history:pick.to')}
        spoken={t('history:pick.toPoint', { point: name })}
        checked={chosen.to === point}
      />
      <div className="min-w-0">{row}</div>
      {links && <div className="col-start-3 flex gap-4 text-sm sm:col-start-4">{links}</div>}
    </li>
  )
}

/** One of two ticks of a moment. The word stands beside it: a column's head would be far away. */
function Choice({
  name,
  point,
  label,
  spoken,
  checked,
}: {
  name: 'from' | 'to'
  point: string
  label: string
  spoken: string
  checked: boolean
}) {
  return (
    <label className="flex min-h-7 cursor-pointer items-center gap-1 text-xs text-soft">
      <input
        type="radio"
        name={name}
        value={point}
        defaultChecked={checked}
        aria-label={spoken}
        className="size-4 accent-accent"
      />
      <span aria-hidden>{label}</span>
    </label>
  )
}
