import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { flashCookie } from '../flash.server.ts'
import { isLocale, locales } from '../i18n/index.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { localPath } from '../local-path.ts'
import { isTheme, themes } from '../request-context.ts'

export const meta = titled('common:appearance.title')

export function loader({ context }: LoaderFunctionArgs) {
  return { lang: context.locale, theme: context.theme }
}

/** Keeps `lang` and `theme` on this device; a value that is neither a language nor a theme of ours changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const headers = new Headers()
  const lang = form.get('lang')
  const theme = form.get('theme')
  if (isLocale(lang)) headers.append('Set-Cookie', keep('lang', lang))
  if (isTheme(theme)) headers.append('Set-Cookie', keep('theme', theme))
  const to = form.get('to')
  if (to === null) headers.append('Set-Cookie', await flashCookie({ key: 'common:appearance.saved' }))
  return redirect(localPath(to) ?? '/settings/appearance', { headers })
}

/** A year on this device; read by the server only. */
function keep(name: 'lang' | 'theme', value: string): string {
  return `${name}=${value}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`
}

export default function Appearance() {
  const { t } = useWords()
  const values = useLoaderData<typeof loader>()
  return (
    <Page title={t('common:appearance.title')} lede={t('common:appearance.lede')} width="text">
      <Form values={values} reloadDocument>
        <Field
          kind="radio"
          name="lang"
          required
          label={t('common:language.label')}
          hint={t('common:appearance.languageHint')}
          options={locales.map(value => ({ value, label: t(`common:language.${value}`) }))}
        />
        <Field
          kind="radio"
          name="theme"
          required
          label={t('common:theme.label')}
          hint={t('common:appearance.themeHint')}
          options={themes.map(value => ({ value, label: t(`common:theme.${value}`) }))}
        />
        <Button>{t('common:appearance.save')}</Button>
      </Form>
    </Page>
  )
}
