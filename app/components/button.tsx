import { Link, type LinkProps } from '@remix-run/react'
import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { useFormState } from './form-state.ts'

export type Look = 'primary' | 'quiet' | 'danger' | 'plain'

const looks: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  quiet: 'border border-edge bg-paper text-ink hover:border-accent hover:text-accent',
  danger: 'border border-late bg-paper text-late hover:bg-late hover:text-on-late',
  plain: 'text-accent hover:bg-accent-soft',
}

function dress(look: Look) {
  return `inline-flex min-h-10 items-center justify-center gap-2 rounded-md px-4 py-1.5 text-center font-medium transition-colors duration-100 print:hidden ${looks[look]}`
}

/**
 * A button. Inside a `Form` it submits unless `type` says otherwise, and shows that its form is being sent: when it
 * carries a `name` and `value`, only while exactly that value is being sent.
 */
export function Button({
  look = 'primary',
  icon: Icon,
  pending,
  children,
  ...rest
}: {
  look?: Look
  icon?: LucideIcon
  pending?: boolean
  children: ReactNode
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'>) {
  const form = useFormState()
  const type = rest.type ?? 'submit'
  const mine =
    type === 'submit' &&
    form?.sending &&
    (!rest.name || form.sending.get(rest.name) === String(rest.value ?? ''))
  const busy = pending ?? Boolean(mine)
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      className={`${dress(look)} disabled:opacity-50`}
    >
      {busy ? (
        <LoaderCircle aria-hidden className="size-4 animate-spin" />
      ) : (
        Icon && <Icon aria-hidden className="size-4" />
      )}
      <span>{children}</span>
    </button>
  )
}

/** A link that looks like a button: for going somewhere to do something. */
export function ButtonLink({
  look = 'primary',
  icon: Icon,
  children,
  ...rest
}: { look?: Look; icon?: LucideIcon; children: ReactNode } & Omit<LinkProps, 'className' | 'children'>) {
  return (
    <Link prefetch="intent" {...rest} className={dress(look)}>
      {Icon && <Icon aria-hidden className="size-4" />}
      <span>{children}</span>
    </Link>
  )
}

/** Buttons side by side, wrapping on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>
}
