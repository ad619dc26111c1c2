import { Link } from '@remix-run/react'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'

export interface Crumb {
  to: string
  label: string
}

/**
 * A page's head and body: the way here, a kicker over the title (what kind of thing this is), the title, a line
 * under it, and what can be done. `width`: `text` for reading and forms, `work` for lists and tables.
 */
export function Page({
  title,
  kicker,
  lede,
  status,
  actions,
  breadcrumb,
  width = 'work',
  children,
}: {
  title: ReactNode
  kicker?: ReactNode
  lede?: ReactNode
  status?: ReactNode
  actions?: ReactNode
  breadcrumb?: Crumb[]
  width?: 'text' | 'work'
  children?: ReactNode
}) {
  return (
    <article className={width === 'text' ? 'max-w-2xl' : 'max-w-6xl'}>
      {breadcrumb && breadcrumb.length > 0 && <Breadcrumb crumbs={breadcrumb} />}
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 max-w-3xl grow basis-80">
          {kicker && <p className="mb-1 text-sm font-medium text-soft">{kicker}</p>}
          <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">{title}</h1>
          {status && <div className="mt-3 flex flex-wrap items-center gap-2">{status}</div>}
          {lede && <p className="mt-3 max-w-[65ch] text-soft">{lede}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      <div className="mt-8 space-y-10">{children}</div>
    </article>
  )
}

function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useWords()
  return (
    <nav aria-label={t('common:nav.breadcrumb')} className="mb-3 text-sm">
      <ol className="flex flex-wrap items-center gap-1 text-soft">
        {crumbs.map(crumb => (
          <li key={crumb.to} className="flex items-center gap-1">
            <Link
              to={crumb.to}
              prefetch="intent"
              className="rounded-sm py-1 hover:text-accent hover:underline"
            >
              {crumb.label}
            </Link>
            <ChevronRight aria-hidden className="size-3.5" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
