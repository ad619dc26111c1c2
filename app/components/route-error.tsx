import { isRouteErrorResponse, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useWords } from '../i18n/use-words.ts'
import type { loader } from '../root.tsx'
import { ButtonLink } from './button.tsx'
import { errorKind } from './error-kind.ts'
import { Page } from './page.tsx'

/**
 * What a person sees where a page could not be shown: what happened, and ways on. Every route can export it:
 * `export { RouteError as ErrorBoundary } from '../components/route-error.tsx'`.
 * What is not a 401, 403, 404 or 429 is a failure of ours, with the request's id to quote.
 */
export function RouteError() {
  const { t } = useWords()
  const error = useRouteError()
  const root = useRouteLoaderData<typeof loader>('root')
  const { pathname, search } = useLocation()
  const kind = errorKind(error)
  const here = `${pathname}${search}`
  const status = isRouteErrorResponse(error) ? error.status : 500
  return (
    <Page
      width="text"
      kicker={status}
      title={t(`common:error.${kind}.title`)}
      lede={t(`common:error.${kind}.text`)}
    >
      {kind === 'failed' && root?.requestId && (
        <p>
          <code className="rounded-sm bg-shade px-2 py-1 text-sm select-all">{root.requestId}</code>
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {kind === 'signedOut' ? (
          <ButtonLink to={`/sign-in?next=${encodeURIComponent(here)}`}>{t('common:error.signIn')}</ButtonLink>
        ) : (
          <ButtonLink to="/">{t('common:error.home')}</ButtonLink>
        )}
        {(kind === 'failed' || kind === 'busy') && (
          <ButtonLink to={here} look="quiet" reloadDocument>
            {t('common:error.retry')}
          </ButtonLink>
        )}
        {kind === 'notFound' && root?.viewer?.guest === false && (
          <ButtonLink to="/dossiers" look="quiet">
            {t('common:error.dossiers')}
          </ButtonLink>
        )}
      </div>
    </Page>
  )
}
