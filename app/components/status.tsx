import { Check, Circle, CircleAlert, CircleDot, Clock, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** `accent`: open, can be acted on. `due`: waits for somebody. `late`: overdue or lost. `kept`: adopted or kept. */
export type Tone = 'neutral' | 'accent' | 'due' | 'late' | 'kept'

const looks: Record<Tone, { icon: LucideIcon; colours: string }> = {
  neutral: { icon: Circle, colours: 'bg-shade text-ink' },
  accent: { icon: CircleDot, colours: 'bg-accent-soft text-accent' },
  due: { icon: Clock, colours: 'bg-due-soft text-due' },
  late: { icon: CircleAlert, colours: 'bg-late-soft text-late' },
  kept: { icon: Check, colours: 'bg-kept-soft text-kept' },
}

/** How something stands: a word, with an icon of its tone, so that colour is never alone. */
export function Status({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone
  icon?: LucideIcon
  children: ReactNode
}) {
  const Icon = icon ?? looks[tone].icon
  return (
    <span
      className={`inline-flex max-w-full items-center sm:whitespace-nowrap gap-1.5 rounded-sm px-2 py-0.5 text-sm font-medium ${looks[tone].colours}`}
    >
      <Icon aria-hidden strokeWidth={2.25} className="size-3.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </span>
  )
}

/** A short plain mark: a kind, a number, a label. */
export function Badge({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded-sm border border-line px-1.5 whitespace-nowrap text-sm text-soft tabular-nums">
      {children}
    </span>
  )
}
