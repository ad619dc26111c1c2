import { Form, Link } from '@remix-run/react'
import { Check, CircleUserRound, LogOut, Settings2, UserRound } from 'lucide-react'
import { locales } from '../i18n/index.ts'
import { useWords } from '../i18n/use-words.ts'
import { type RequestViewer, type Theme, themes } from '../request-context.ts'
import { Menu, menuItem } from './menu.tsx'

/** The account, and how pages look and speak: forms, so that all of it works before JavaScript arrives. */
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
  return (
    <Menu
      label={viewer ? t('common:person.menu', { name: viewer.name }) : t('common:person.appearance')}
      summaryClass="inline-flex min-h-10 max-w-56 items-center gap-2 rounded-md px-2 select-none hover:bg-shade group-open:bg-shade"
      summary={
        viewer ? (
          <>
            <CircleUserRound aria-hidden strokeWidth={1.75} className="size-5 shrink-0" />
            <span className="hidden truncate sm:block">{viewer.name}</span>
          </>
        ) : (
          <Settings2 aria-hidden strokeWidth={1.75} className="size-5" />
        )
      }
    >
      {viewer && (
        <div className="border-b border-line px-2.5 pt-1 pb-2.5">
          <p className="font-medium">{viewer.name}</p>
          {viewer.mandates.map(({ organisationId, organisationName }) => (
            <p key={organisationId} className="text-sm text-soft">
              {organisationName}
            </p>
          ))}
        </div>
      )}
      {viewer && (
        <Link to="/account" className={`${menuItem} mt-1.5`}>
          <UserRound aria-hidden className="size-4 text-soft" />
          {t('common:person.profile')}
        </Link>
      )}
      <Choices
        name="lang"
        label={t('common:language.label')}
        chosen={locale}
        options={locales.map(value => ({ value, label: t(`common:language.${value}`), lang: value }))}
        here={here}
      />
      <Choices
        name="theme"
        label={t('common:theme.label')}
        chosen={theme}
        options={themes.map(value => ({ value, label: t(`common:theme.${value}`) }))}
        here={here}
      />
      {viewer && (
        <Form method="post" action="/sign-out" reloadDocument className="mt-1.5 border-t border-line pt-1.5">
          <button type="submit" className={menuItem}>
            <LogOut aria-hidden className="size-4 text-soft" />
            {t('common:person.signOut')}
          </button>
        </Form>
      )}
    </Menu>
  )
}

function Choices({
  name,
  label,
  chosen,
  options,
  here,
}: {
  name: 'lang' | 'theme'
  label: string
  chosen: string
  options: { value: string; label: string; lang?: string }[]
  here: string
}) {
  return (
    // Another language means other words: the page is loaded anew, because a browser holds one language only.
    <Form
      method="post"
      action="/settings/appearance"
      reloadDocument={name === 'lang'}
      preventScrollReset
      className="mt-1.5 border-t border-line pt-1.5"
    >
      <input type="hidden" name="to" value={here} />
      <fieldset>
        <legend className="px-2.5 pt-1 text-xs text-soft">{label}</legend>
        {options.map(({ value, label: word, lang }) => (
          <button
            key={value}
            type="submit"
            name={name}
            value={value}
            lang={lang}
            aria-pressed={value === chosen}
            className={menuItem}
          >
            <Check aria-hidden className={`size-4 text-accent ${value === chosen ? '' : 'invisible'}`} />
            {word}
          </button>
        ))}
      </fieldset>
    </Form>
  )
}
