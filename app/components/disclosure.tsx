import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** Something that most readers do not need now, such as a form under a list: `<details>`, so it opens without JavaScript. */
export function Disclosure({
  summary,
  name,
  open = false,
  children,
}: {
  summary: string
  /** How it is read out, where several on the page have the same summary. */
  name?: string
  /** Open from the start: because its form was refused. */
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open} className="group print:not-open:hidden">
      <summary
        aria-label={name}
        className="inline-flex min-h-10 cursor-pointer list-none items-center gap-2 rounded-md px-3 -ml-3 font-medium text-accent hover:bg-accent-soft [&::-webkit-details-marker]:hidden"
      >
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="mt-3 max-w-2xl rounded-lg border border-line bg-paper p-4 sm:p-6">{children}</div>
    </details>
  )
}
