import { CircleUserRound, LogOut, Settings2, UserRound } from 'lucide-react'
import { locales } from '../i18n/index.ts'
import { useWords } from '../i18n/use-words.ts'
import { type RequestViewer, type Theme, themes } from '../request-context.ts'
import { Menu } from './menu.tsx'
import type { MenuGroup } from './menu-line.tsx'

/** The account, and how pages look and speak. */
export function PersonMenu({
  viewer,
  theme,
  here,
}: {
  viewer: RequestViewer | null
  theme: Theme
  here: string
}) {
  const { t, locale } = useWords()
  const appearance = { action: '/settings/appearance', fields: { to: here } }
  const choices: MenuGroup[] = [
    {
      id: 'lang',
      label: t('common:language.label'),
      // Another language means other words: the page is loaded anew, because a browser holds one language only.
      sends: { ...appearance, name: 'lang', reloadDocument: true },
      entries: locales.map(id => ({
        id,
        label: t(`common:language.${id}`),
        lang: id,
        current: id === locale,
      })),
    },
    {
      id: 'theme',
      label: t('common:theme.label'),
      sends: { ...appearance, name: 'theme' },
      entries: themes.map(id => ({ id, label: t(`common:theme.${id}`), current: id === theme })),
    },
  ]
  const account = { id: 'account', label: t('common:person.profile'), icon: UserRound, to: '/account' }
  const signOut = { id: 'sign-out', label: t('common:person.signOut'), icon: LogOut }
  return (
    <Menu
      label={viewer ? t('common:person.menu', { name: viewer.name }) : t('common:person.appearance')}
      buttonClass="inline-flex min-h-10 max-w-56 items-center gap-2 rounded-md px-2 select-none hover:bg-shade aria-expanded:bg-shade"
      button={
        viewer ? (
          <>
            <CircleUserRound aria-hidden strokeWidth={1.75} className="size-5 shrink-0" />
            <span className="hidden truncate sm:block">{viewer.name}</span>
          </>
        ) : (
          <Settings2 aria-hidden strokeWidth={1.75} className="size-5" />
        )
      }
      head={viewer && <Person viewer={viewer} />}
      groups={
        viewer
          ? [
              { id: 'person', entries: [account] },
              ...choices,
              { id: 'leave', sends: { action: '/sign-out', reloadDocument: true }, entries: [signOut] },
            ]
          : choices
      }
    />
  )
}

function Person({ viewer }: { viewer: RequestViewer }) {
  return (
    <div className="mb-1.5 border-b border-line px-2.5 pt-1 pb-2.5">
      <p className="font-medium">{viewer.name}</p>
      {viewer.mandates.map(({ organisationId, organisationName }) => (
        <p key={organisationId} className="text-sm text-soft">
          {organisationName}
        </p>
      ))}
    </div>
  )
}
