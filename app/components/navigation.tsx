import { NavLink } from '@remix-run/react'
import {
  Building2,
  CalendarDays,
  FileText,
  FolderOpen,
  House,
  type LucideIcon,
  Menu as MenuIcon,
  ScrollText,
  Vote,
} from 'lucide-react'
import { useWords } from '../i18n/use-words.ts'
import type { RequestViewer } from '../request-context.ts'
import { Menu, menuItem } from './menu.tsx'

interface Place {
  to: string
  word: string
  icon: LucideIcon
}

const places: Place[] = [
  { to: '/', word: 'common:nav.home', icon: House },
  { to: '/dossiers', word: 'common:nav.dossiers', icon: FolderOpen },
  { to: '/positions', word: 'common:nav.positions', icon: FileText },
  { to: '/polls', word: 'common:nav.polls', icon: Vote },
  { to: '/meetings', word: 'common:nav.meetings', icon: CalendarDays },
  { to: '/organisations', word: 'common:nav.organisations', icon: Building2 },
]
const audit: Place = { to: '/audit', word: 'common:nav.audit', icon: ScrollText }

/** Who reads the audit log. Only whether the link is shown: the API decides who may. */
const auditReaders: readonly (string | null)[] = ['SECRETARIAT', 'AUDITOR']

export function placesOf(viewer: RequestViewer): Place[] {
  return auditReaders.includes(viewer.federationRole?.toUpperCase() ?? null) ? [...places, audit] : places
}

/** The concepts, down the left side of a wide screen. */
export function SideNavigation({ viewer }: { viewer: RequestViewer }) {
  const { t } = useWords()
  return (
    <nav aria-label={t('common:nav.label')} className="sticky top-20">
      <ul className="space-y-0.5">
        {placesOf(viewer).map(({ to, word, icon: Icon }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={to === '/'}
              prefetch="intent"
              className="flex min-h-10 items-center gap-3 rounded-md px-3 text-soft hover:bg-shade hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
            >
              <Icon aria-hidden strokeWidth={1.75} className="size-4.5 shrink-0" />
              {t(word)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The concepts along the bottom of a phone: four within reach of a thumb, the others one step further. */
export function BottomNavigation({ viewer }: { viewer: RequestViewer }) {
  const { t } = useWords()
  const all = placesOf(viewer)
  const look =
    'flex min-h-14 w-full flex-col items-center justify-center gap-0.5 px-1 text-xs text-soft select-none aria-[current=page]:font-medium aria-[current=page]:text-accent'
  return (
    <nav
      aria-label={t('common:nav.label')}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="mx-auto grid max-w-xl grid-cols-5">
        {all.slice(0, 4).map(({ to, word, icon: Icon }) => (
          <li key={to} className="min-w-0">
            <NavLink to={to} end={to === '/'} className={look}>
              <Icon aria-hidden strokeWidth={1.75} className="size-5" />
              {t(word)}
            </NavLink>
          </li>
        ))}
        <li className="min-w-0">
          <Menu
            up
            label={t('common:nav.more')}
            summaryClass={look}
            summary={
              <>
                <MenuIcon aria-hidden strokeWidth={1.75} className="size-5" />
                {t('common:nav.more')}
              </>
            }
          >
            <ul>
              {all.slice(4).map(({ to, word, icon: Icon }) => (
                <li key={to}>
                  <NavLink to={to} className={menuItem}>
                    <Icon aria-hidden strokeWidth={1.75} className="size-4.5 text-soft" />
                    {t(word)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </Menu>
        </li>
      </ul>
    </nav>
  )
}
