import { useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'

/** How much of something is done: a bar with its words, "12 of 23" or a percentage. */
export function Progress({
  label,
  value,
  max,
  words,
  tone = 'accent',
}: {
  label: string
  value: number
  max: number
  words?: string
  tone?: 'accent' | 'due' | 'late' | 'kept'
}) {
  const { format } = useWords()
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  const fill = { accent: 'fill-accent', due: 'fill-due', late: 'fill-late', kept: 'fill-kept' }[tone]
  return (
    <div>
      <p className="flex justify-between gap-4 text-sm">
        <span>{label}</span>
        <span className="text-soft tabular-nums">{words ?? format.percent(share)}</span>
      </p>
      <svg
        role="img"
        aria-label={`${label}: ${words ?? format.percent(share)}`}
        viewBox="0 0 100 2"
        preserveAspectRatio="none"
        className="mt-1.5 h-2 w-full rounded-full bg-shade"
      >
        <rect width={Math.round(share * 1000) / 10} height="2" className={fill} />
      </svg>
    </div>
  )
}

/** A line at the top of the window while the next page is on its way, and a word for those who listen. */
export function NavigationProgress() {
  const { t } = useWords()
  const moving = useNavigation().state !== 'idle'
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!moving) return setSlow(false)
    // Most pages are there sooner; a flicker would only unsettle.
    const timer = setTimeout(() => setSlow(true), 150)
    return () => clearTimeout(timer)
  }, [moving])
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden">
      {moving && slow && (
        <>
          <span className="sr-only">{t('common:loading')}</span>
          <span className="block h-full w-1/3 animate-[travel_1.1s_ease-in-out_infinite] bg-accent motion-reduce:w-full" />
        </>
      )}
    </div>
  )
}
