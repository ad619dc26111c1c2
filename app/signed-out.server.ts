import type { EntryContext } from '@remix-run/node'
import type { Answer } from './components/form.tsx'
import type { Locale } from './i18n/index.ts'
import { createTranslator } from './i18n/translate.ts'
import { plainPage } from './plain-page.ts'

/** What a form carries besides what somebody wrote into it: its marks, and ids of what was chosen. */
const marks = ['intent', 'revision']
const isId = (value: string) => /^[a-z]{3}_\w+$/.test(value)

/** What a form brought whose sender was signed in no more: Remix keeps what its action answered. */
function typedBySignedOut(remix: EntryContext): string[] {
  const answers: Answer[] = Object.values(remix.staticHandlerContext.actionData ?? {})
  return answers
    .filter(answer => answer?.refusal?.code === 'sign_in_needed')
    .flatMap(({ values = {} }) =>
      Object.entries(values).flatMap(([name, value]) => (marks.includes(name) ? [] : (value ?? []))),
    )
    .filter(value => typeof value === 'string')
    .filter(value => value.trim() !== '' && !isId(value))
}

/**
 * The page that gives people back what they sent without scripts after their session had ended: the page with their
 * form asks for the session too, so the way back would lead to nothing. Null when nobody wrote anything.
 */
export function signedOutPage(
  request: Request,
  remix: EntryContext,
  { locale, nonce }: { locale: Locale; nonce: string },
): string | null {
  const typed = typedBySignedOut(remix)
  if (typed.length === 0) return null
  const t = createTranslator(locale)
  const { pathname, search } = new URL(request.url)
  return plainPage({
    locale,
    nonce,
    title: t('plain:signedOut.title'),
    text: t('plain:signedOut.text'),
    typed: typed.map((words, index) => ({
      label: t('plain:signedOut.typed', { number: index + 1 }),
      words,
    })),
    link: {
      to: `/sign-in?next=${encodeURIComponent(`${pathname}${search}`)}`,
      label: t('plain:signedOut.signIn'),
    },
  })
}
