import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Section } from '../section.tsx'

/** One question of the page: its rows, or that there are none; and where all of them are. */
export function Part({
  title,
  description,
  all,
  empty,
  children,
}: {
  title: string
  description?: string
  all: string
  empty: string
  children: ReactNode[]
}) {
  const { t } = useWords()
  return (
    <Section
      title={title}
      description={description}
      actions={
        <Link
          to={all}
          prefetch="intent"
          className="link text-sm"
          aria-label={`${t('common:action.showAll')}: ${title}`}
        >
          {t('common:action.showAll')}
        </Link>
      }
    >
      {children.length === 0 ? (
        <p className="border-y border-dashed border-line py-4 text-soft">{empty}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">{children}</ul>
      )}
    </Section>
  )
}

/** A thing that waits: its name, what stands about it, and how urgent it is. */
export function Row({
  to,
  name,
  about,
  when,
}: {
  to: string
  name: string
  about?: ReactNode
  when?: ReactNode
}) {
  return (
    <li className="flex flex-col gap-x-6 gap-y-1.5 py-3 sm:flex-row sm:items-baseline sm:justify-between">
      <div className="min-w-0">
        <Link to={to} prefetch="intent" className="link font-medium">
          {name}
        </Link>
        {about && <p className="mt-0.5 text-sm text-soft">{about}</p>}
      </div>
      {when && <div className="text-sm sm:shrink-0">{when}</div>}
    </li>
  )
}
