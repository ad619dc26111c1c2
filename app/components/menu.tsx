import { useLocation } from '@remix-run/react'
import { ChevronDown, Ellipsis, type LucideIcon } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../i18n/use-words.ts'

/**
 * A disclosure of links and buttons: `<details>`, so that it opens before JavaScript arrives. With it, Escape and a
 * click elsewhere close it, the arrow keys walk through it, and going to another page closes it.
 * Without `label` it is the "more actions" button of a row or a page.
 */
export function Menu({
  label,
  icon: Icon,
  up = false,
  summary,
  summaryClass,
  children,
}: {
  label?: string
  icon?: LucideIcon
  /** Opens upwards, for a bar at the bottom of a phone. */
  up?: boolean
  /** Replaces what is shown on the button; `label` is then read out. */
  summary?: ReactNode
  summaryClass?: string
  children: ReactNode
}) {
  const { t } = useWords()
  const details = useRef<HTMLDetailsElement>(null)
  const { key } = useLocation()
  const name = label ?? t('common:action.more')

  // biome-ignore lint/correctness/useExhaustiveDependencies: each navigation closes the menu
  useEffect(() => details.current?.removeAttribute('open'), [key])
  useEffect(() => {
    const element = details.current
    if (!element) return
    const outside = (event: Event) => {
      if (element.open && event.target instanceof Node && !element.contains(event.target))
        element.open = false
    }
    const onKey = (event: KeyboardEvent) => {
      if (!element.open) return
      const button = element.querySelector('summary')
      if (event.key === 'Escape') {
        element.open = false
        button?.focus()
      }
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      const items: Element[] = [...element.querySelectorAll('a[href], button:not(:disabled)')]
      const from = document.activeElement ? items.indexOf(document.activeElement) : -1
      const next = event.key === 'ArrowDown' ? from + 1 : from < 0 ? items.length - 1 : from - 1
      const item = items[(next + items.length) % items.length]
      if (item instanceof HTMLElement) item.focus()
      event.preventDefault()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    element.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      element.removeEventListener('keydown', onKey)
    }
  }, [])

  return (
    <details ref={details} className="group relative">
      <summary
        aria-label={summary || !label ? name : undefined}
        className={
          summaryClass ??
          'inline-flex min-h-10 items-center gap-2 rounded-md px-3 font-medium text-ink select-none hover:bg-shade group-open:bg-shade'
        }
      >
        {summary ??
          (label ? (
            <>
              {Icon && <Icon aria-hidden className="size-4" />}
              {label}
              <ChevronDown aria-hidden className="size-4 text-soft" />
            </>
          ) : (
            <Ellipsis aria-hidden className="size-5" />
          ))}
      </summary>
      <div
        className={`absolute right-0 z-30 max-h-[70dvh] w-64 overflow-y-auto rounded-lg border border-line bg-paper p-1.5 shadow-lg ${up ? 'bottom-full mb-2' : 'top-full mt-1'}`}
      >
        {children}
      </div>
    </details>
  )
}

/** The look of one line of a menu, for a `Link` or a `button`. */
export const menuItem =
  'flex w-full min-h-10 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-left hover:bg-shade aria-[current=page]:font-medium aria-[current=page]:text-accent'
