import { Link, useLocation } from '@remix-run/react'
import { Bell } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import type { RequestViewer, Theme } from '../request-context.ts'
import { ButtonLink } from './button.tsx'
import { BottomNavigation, SideNavigation } from './navigation.tsx'
import { PersonMenu } from './person-menu.tsx'
import { NavigationProgress } from './progress.tsx'

/**
 * What is around every page: the federation's name, notifications, the person's menu, and the concepts. A guest
 * sees the name and their menu, a stranger the name, the language and the way in.
 */
export function Frame({
  viewer,
  theme,
  federation,
  unread = 0,
  demo = false,
  children,
}: {
  viewer: RequestViewer | null
  theme: Theme
  federation: string
  /** Notifications that the viewer has not read yet. */
  unread?: number
  demo?: boolean
  children: ReactNode
}) {
  const { t } = useWords()
  const { pathname, search } = useLocation()
  // A guest has the text at hand and a list of such texts, which is their home: nothing to go about in.
  const member = viewer?.guest ? null : viewer
  return (
    <>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        {t('common:skip')}
      </a>
      <NavigationProgress />
      <header className="sticky top-0 z-20 border-b border-line bg-ground print:static">
        <div className="mx-auto flex h-14 max-w-[90rem] items-center gap-2 px-4 sm:px-6">
          <Link
            to="/"
            className="mr-auto flex min-h-10 min-w-0 items-center gap-2.5 rounded-md font-semibold"
          >
            <Mark />
            <span className="truncate">{federation}</span>
          </Link>
          <div className="flex items-center gap-2 print:hidden">
            {member && <NotificationsLink unread={unread} />}
            <PersonMenu viewer={viewer} theme={theme} here={`${pathname}${search}`} />
          </div>
          {!viewer && pathname !== '/sign-in' && (
            <ButtonLink to="/sign-in" look="quiet">
              {t('common:person.signIn')}
            </ButtonLink>
          )}
        </div>
      </header>
      <div
        className={`mx-auto max-w-[90rem] px-4 sm:px-6 ${member ? 'lg:grid lg:grid-cols-[12.5rem_minmax(0,1fr)] lg:gap-10' : ''}`}
      >
        {member && (
          <div className="hidden pt-6 lg:block print:hidden">
            <SideNavigation viewer={member} />
          </div>
        )}
        <main id="content" tabIndex={-1} className="min-w-0 pt-6 pb-28 outline-none sm:pt-8 lg:pb-16">
          {children}
          {demo && <p className="mt-16 text-sm text-soft">{t('common:demo')}</p>}
        </main>
      </div>
      {member && <BottomNavigation viewer={member} />}
    </>
  )
}

function NotificationsLink({ unread }: { unread: number }) {
  const { t } = useWords()
  return (
    <Link
      to="/notifications"
      prefetch="intent"
      aria-label={unread > 0 ? t('common:nav.unread', { count: unread }) : t('common:nav.notifications')}
      className="relative inline-flex size-10 items-center justify-center rounded-md hover:bg-shade"
    >
      <Bell aria-hidden strokeWidth={1.75} className="size-5" />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0.5 right-0 min-w-4.5 rounded-full bg-accent px-1 text-center text-xs font-semibold text-on-accent tabular-nums"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}

/** The federation's sign: many strokes that hold one another. */
function Mark() {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden
      className="size-6 shrink-0 text-accent"
      fill="none"
      stroke="currentColor"
    >
      <path
        d="M12 2.5 20 6v6.2c0 4.4-3.2 7.6-8 9.3-4.8-1.7-8-4.9-8-9.3V6z"
        strokeWidth="1.75"
        strokeLinejoin="round"
      />
      <path d="m8 12.2 2.8 2.8L16.2 9" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
