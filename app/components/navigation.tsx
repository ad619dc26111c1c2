import { Link, useLocation } from '@remix-run/react'
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
import { Menu } from './menu.tsx'

interface Place {
  to: string
  word: string
  icon: LucideIcon
  /** Other paths whose pages belong here. */
  also?: readonly string[]
}

const places: Place[] = [
  { to: '/', word: 'common:nav.home', icon: House },
  { to: '/dossiers', word: 'common:nav.dossiers', icon: FolderOpen, also: ['/institutions'] },
  { to: '/positions', word: 'common:nav.positions', icon: FileText },
  { to: '/polls', word: 'common:nav.polls', icon: Vote },
  { to: '/meetings', word: 'common:nav.meetings', icon: CalendarDays },
  {
    to: '/organisations',
    word: 'common:nav.organisations',
    icon: Building2,
    also: ['/people', '/mandates'],
  },
]
const audit: Place = { to: '/audit', word: 'common:nav.audit', icon: ScrollText }

export function placesOf(viewer: RequestViewer): Place[] {
  return viewer.readsAudit ? [...places, audit] : places
}

/** Whether the page of this path is the place itself or one under it. */
function holds({ to, also = [] }: Place, pathname: string): boolean {
  const under = (path: string) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))
  return [to, ...also].some(under)
}

/** The concepts, down the left side of a wide screen. */
export function SideNavigation({ viewer }: { viewer: RequestViewer }) {
  const { t } = useWords()
  const { pathname } = useLocation()
  return (
    <nav aria-label={t('common:nav.label')} className="sticky top-20">
      <ul className="space-y-0.5">
        {placesOf(viewer).map(place => (
          <li key={place.to}>
            <Link
              to={place.to}
              aria-current={holds(place, pathname) ? 'page' : undefined}
              prefetch="intent"
              className="flex min-h-10 items-center gap-3 rounded-md px-3 text-soft hover:bg-shade hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
            >
              <place.icon aria-hidden strokeWidth={1.75} className="size-4.5 shrink-0" />
              {t(place.word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The concepts along the bottom of a phone: four within reach of a thumb, the others one step further. */
export function BottomNavigation({ viewer }: { viewer: RequestViewer }) {
  const { t } = useWords()
  const { pathname } = useLocation()
  const all = placesOf(viewer)
  const [near, further] = [all.slice(0, 4), all.slice(4)]
  const look = (current: boolean) =>
    `flex min-h-14 w-full flex-col items-center justify-center gap-0.5 px-1 text-xs select-none ${current ? 'font-medium text-accent' : 'text-soft'}`
  return (
    <nav
      aria-label={t('common:nav.label')}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="mx-auto grid max-w-xl grid-cols-5">
        {near.map(place => {
          const current = holds(place, pathname)
          return (
            <li key={place.to} className="min-w-0">
              <Link to={place.to} aria-current={current ? 'page' : undefined} className={look(current)}>
                <place.icon aria-hidden strokeWidth={1.75} className="size-5" />
                {t(place.word)}
              </Link>
            </li>
          )
        })}
        <li className="min-w-0">
          <Menu
            up
            label={t('common:nav.more')}
            buttonClass={look(further.some(place => holds(place, pathname)))}
            button={
              <>
                <MenuIcon aria-hidden strokeWidth={1.75} className="size-5" />
                {t('common:nav.more')}
              </>
            }
            groups={[
              {
                id: 'places',
                entries: further.map(place => ({
                  id: place.to,
                  label: t(place.word),
                  icon: place.icon,
                  to: place.to,
                  current: holds(place, pathname),
                })),
              },
            ]}
          />
        </li>
      </ul>
    </nav>
  )
}
