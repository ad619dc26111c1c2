import { Inbox, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** What a list says when it is empty: that it is, and what to do next. */
export function EmptyState({
  title,
  hint,
  action,
  icon: Icon = Inbox,
}: {
  title: string
  hint?: ReactNode
  action?: ReactNode
  icon?: LucideIcon
}) {
  return (
    <div className="rounded-lg border border-dashed border-line px-6 py-10 text-center">
      <Icon aria-hidden strokeWidth={1.5} className="mx-auto size-7 text-soft" />
      <p className="mt-3 font-medium">{title}</p>
      {hint && <p className="mx-auto mt-1 max-w-md text-sm text-soft">{hint}</p>}
      {action && <div className="mt-5 flex justify-center gap-2">{action}</div>}
    </div>
  )
}
