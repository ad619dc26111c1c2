import interExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import { type ReactNode, useContext, useEffect } from 'react'
import { FlashMessage, FlashProvider } from './components/flash.tsx'
import { Frame } from './components/frame.tsx'
import { NonceContext } from './components/nonce.ts'
import { RouteError } from './components/route-error.tsx'
import { takeFlash } from './flash.server.ts'
import { graphql } from './graphql.ts'
import { createTranslator } from './i18n/translate.ts'
import { useWords } from './i18n/use-words.ts'
import styles from './styles/app.css?url'
import { UnreadContext, useUnread } from './unread.ts'

export const links: LinksFunction = () => [
  // A page needs both files for its first line: ș, ț and ă are in latin-ext.
  ...[inter, interExt].map(href => ({
    rel: 'preload' as const,
    as: 'font' as const,
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
    href,
  })),
  { rel: 'stylesheet', href: styles },
]

export const meta: MetaFunction = () => [{ title: 'ProTECT' }]

const FrameQuery = graphql(`
  query Frame($signedIn: Boolean!) {
    federationName
    unreadNotifications @include(if: $signedIn)
  }
`)

/** What the frame shows on every page, and the server's clock for words such as "in 3 days". */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, locale, theme, demo, requestId } = context
  const waiting = await takeFlash(request)
  const { federationName, unreadNotifications } = await context.query(FrameQuery, {
    // A guest is told of nothing.
    signedIn: viewer !== null && !viewer.guest,
  })
  return data(
    {
      viewer,
      locale,
      theme,
      demo,
      requestId,
      now: new Date().toISOString(),
      federationName,
      unread: unreadNotifications ?? null,
      // In words already: the browser has those of the page, and the sentence may be another's.
      flash: waiting && {
        said: createTranslator(locale)(waiting.flash.key, waiting.flash.values),
        at: waiting.flash.at ?? null,
      },
    },
    waiting ? { headers: { 'Set-Cookie': waiting.forget } } : undefined,
  )
}

/** The document around pages and errors alike. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext)
  const { locale } = useWords()
  const theme = useRouteLoaderData<typeof loader>('root')?.theme ?? 'system'
  // Says that the page's scripts run now; whoever drives a browser waits for it.
  useEffect(() => {
    document.documentElement.dataset.alive = 'true'
  }, [])
  return (
    <html lang={locale} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        {/* React Aria writes a rule or two of its own, and the policy asks for whose they are. */}
        <meta property="csp-nonce" nonce={nonce} />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return (
    <Framed>
      <Outlet />
    </Framed>
  )
}

/** Reached when a page has no boundary of its own, or when the frame's own data failed: then there is no viewer. */
export function ErrorBoundary() {
  return (
    <Framed>
      <RouteError />
    </Framed>
  )
}

function Framed({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const root = useRouteLoaderData<typeof loader>('root')
  const unread = useUnread(root?.unread ?? null)
  return (
    <Frame
      viewer={root?.viewer ?? null}
      theme={root?.theme ?? 'system'}
      federation={root?.federationName ?? t('common:federation.name')}
      unread={unread}
      demo={root?.demo}
    >
      <FlashProvider flash={root?.flash ?? null}>
        <FlashMessage />
        <UnreadContext.Provider value={unread}>{children}</UnreadContext.Provider>
      </FlashProvider>
    </Frame>
  )
}
