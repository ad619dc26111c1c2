import { Link } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
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
    <nav aria-label={t('common:nav.breadcrumb')} className="mb-3 text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-2 text-soft">
        {crumbs.map((crumb, index) => (
          // On a phone only the nearest page above: the whole way would fill half the screen.
          <li
            key={crumb.to}
            className={`items-baseline gap-2 ${index === crumbs.length - 1 ? 'flex' : 'hidden sm:flex'}`}
          >
            {index > 0 && (
              <span aria-hidden className="hidden sm:inline">
                /
              </span>
            )}
            <Link
              to={crumb.to}
              prefetch="intent"
              className="inline-flex items-baseline gap-1 rounded-sm py-1 hover:text-accent hover:underline"
            >
              <ChevronLeft
                aria-hidden
                className={`-ml-0.5 size-4 shrink-0 translate-y-[0.15em] self-start ${index === 0 ? '' : 'sm:hidden'}`}
              />
              {crumb.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
