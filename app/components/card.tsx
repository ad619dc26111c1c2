import type { ReactNode } from 'react'

/** A sheet of paper on the ground. For what asks for an answer now, or is a thing of its own; space groups the rest. */
export function Card({
  tone = 'neutral',
  children,
}: {
  tone?: 'neutral' | 'accent' | 'due' | 'late' | 'kept'
  children: ReactNode
}) {
  const edge = {
    neutral: 'border-line',
    accent: 'border-line border-l-4 border-l-accent',
    due: 'border-line border-l-4 border-l-due',
    late: 'border-line border-l-4 border-l-late',
    kept: 'border-line border-l-4 border-l-kept',
  }[tone]
  return <div className={`rounded-lg border bg-paper p-4 sm:p-6 ${edge}`}>{children}</div>
}
