import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyState } from '../components/empty-state.tsx'
import { Page } from '../components/page.tsx'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('texts:list.title')

const OpenTexts = graphql(`
  query OpenTexts {
    openTexts {
      documentId
      right
      until
      document {
        title
        kind
      }
    }
  }
`)

/** The texts that are open now; a text whose time is over has no title here any more. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { openTexts } = await context.query(OpenTexts)
  return openTexts.flatMap(({ document, ...open }) => (document === null ? [] : [{ ...open, ...document }]))
}

/** A guest's home. */
export default function Texts() {
  const { t, format } = useWords()
  const texts = useLoaderData<typeof loader>()
  return (
    <Page title={t('texts:list.title')} lede={texts.length > 0 && t('texts:list.lede')} width="text">
      {texts.length === 0 ? (
        <EmptyState title={t('texts:list.none')} hint={t('texts:list.noneHint')} />
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {texts.map(({ documentId, title, kind, right, until }) => (
            <li key={documentId} className="py-4">
              <p className="text-sm text-soft">{t(`texts:one.${kind}`)}</p>
              <Link to={`/texts/${documentId}`} prefetch="intent" className="link text-lg font-medium">
                {title}
              </Link>
              <p className="mt-1 text-sm">
                {t(right === 'write' ? 'texts:list.mayWrite' : 'texts:list.mayRead', {
                  date: format.legalDate(until),
                })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
