import { ArrowDown, ArrowUp } from 'lucide-react'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Button, ButtonRow } from '../button.tsx'

const changesIn = (element: HTMLElement | null) => [
  ...(element?.querySelectorAll<HTMLElement>('[data-stop]') ?? []),
]

/** Goes from one change to the next in what `within` shows: by two buttons, or by Alt and an arrow. */
export function ChangeSteps({ within }: { within: RefObject<HTMLElement | null> }) {
  const { t } = useWords()
  const [total, setTotal] = useState(0)
  const [number, setNumber] = useState(0)
  const last = useRef(-1)
  useEffect(() => setTotal(changesIn(within.current).length), [within])

  const go = useCallback(
    (by: 1 | -1) => {
      const changes = changesIn(within.current)
      // From where the reader is, where that is at a change.
      const focused = changes.findIndex(change => change.contains(document.activeElement))
      const from = focused === -1 ? last.current : focused
      const next = Math.min(changes.length - 1, Math.max(0, from + by))
      last.current = next
      changes[next]?.focus({ preventScroll: true })
      changes[next]?.scrollIntoView({ block: 'center' })
      setNumber(next + 1)
    },
    [within],
  )

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      go(event.key === 'ArrowDown' ? 1 : -1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [go])

  if (total === 0) return null
  return (
    <ButtonRow>
      <Button
        type="button"
        look="quiet"
        icon={ArrowDown}
        aria-keyshortcuts="Alt+ArrowDown"
        title={t('history:comparison.keys')}
        onClick={() => go(1)}
      >
        <span className="max-sm:sr-only">{t('history:comparison.next')}</span>
      </Button>
      <Button
        type="button"
        look="quiet"
        icon={ArrowUp}
        aria-keyshortcuts="Alt+ArrowUp"
        title={t('history:comparison.keys')}
        onClick={() => go(-1)}
      >
        <span className="max-sm:sr-only">{t('history:comparison.previous')}</span>
      </Button>
      <p role="status" className="text-sm text-soft tabular-nums">
        {number > 0 && t('history:comparison.step', { number, total })}
      </p>
    </ButtonRow>
  )
}
