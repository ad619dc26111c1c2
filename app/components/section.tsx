import type { ReactNode } from 'react'
import { useId } from 'react'
import { FlashMessage } from './flash.tsx'

/** A part of a page with its own heading; `id` makes it a place that links, and what was done there, can name. */
export function Section({
  title,
  id,
  description,
  actions,
  level = 2,
  compact = false,
  children,
}: {
  title: ReactNode
  id?: string
  description?: ReactNode
  actions?: ReactNode
  level?: 2 | 3
  /** Beside the main text: a smaller heading of the same level. */
  compact?: boolean
  children?: ReactNode
}) {
  const headingId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section id={id} aria-labelledby={headingId}>
      <div className="mb-4 space-y-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <Heading
            id={headingId}
            className={`min-w-0 ${level === 2 && !compact ? 'text-xl font-semibold tracking-tight' : 'text-lg font-semibold'}`}
          >
            {title}
          </Heading>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
        {description && <p className="max-w-[65ch] text-sm text-soft">{description}</p>}
        {id && <FlashMessage at={id} />}
      </div>
      {children}
    </section>
  )
}
