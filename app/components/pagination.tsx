import { Link, useSearchParams } from '@remix-run/react'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useWords } from '../i18n/use-words.ts'

/** Where one page of a connection stands among the others (Relay's `PageInfo`). */
export interface PageInfo {
  hasNextPage: boolean
  hasPreviousPage: boolean
  startCursor?: string | null
  endCursor?: string | null
}

/** Links to the pages before and after: `?before=…` and `?after=…`, keeping the filters. Nothing when there is one page. */
export function Pagination({ pageInfo }: { pageInfo: PageInfo }) {
  const { t } = useWords()
  const [params] = useSearchParams()
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo
  if (!hasNextPage && !hasPreviousPage) return null
  const at = (name: 'after' | 'before', cursor: string) => {
    const next = new URLSearchParams(params)
    next.delete('after')
    next.delete('before')
    next.set(name, cursor)
    return `?${next}`
  }
  const look =
    'inline-flex min-h-10 items-center gap-2 rounded-md px-3 font-medium text-accent hover:bg-accent-soft'
  return (
    <nav aria-label={t('common:page.label')} className="-mx-3 flex justify-between gap-4 pt-2">
      {hasPreviousPage && startCursor ? (
        <Link to={at('before', startCursor)} rel="prev" className={look}>
          <ArrowLeft aria-hidden className="size-4" />
          {t('common:page.previous')}
        </Link>
      ) : (
        <span />
      )}
      {hasNextPage && endCursor && (
        <Link to={at('after', endCursor)} rel="next" className={look}>
          {t('common:page.next')}
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      )}
    </nav>
  )
}
