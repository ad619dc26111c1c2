import { PassThrough } from 'node:stream'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { NonceContext } from './components/nonce.ts'
import { speak } from './i18n/index.ts'
import { words } from './i18n/translate.ts'
import { signedOutPage } from './signed-out.server.ts'
import { serifFirst } from './styles/serif.ts'

/** How long deferred data may keep a stream open, in milliseconds. */
export const streamTimeout = 8_000

/** Renders a page into a stream: people get it as it comes, robots get it whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const matches = remix.staticHandlerContext.matches
  const fonts = serifFirst(matches.map(({ route }) => remix.routeModules[route.id]?.handle))
  if (fonts) headers.append('Link', fonts)
  const plain = status === 401 ? signedOutPage(request, remix, context) : null
  if (plain !== null) {
    headers.set('Content-Type', 'text/html; charset=utf-8')
    return Promise.resolve(new Response(plain, { headers, status }))
  }
  const whole = remix.isSpaMode || isbot(request.headers.get('user-agent'))
  return new Promise((resolve, reject) => {
    let sent = false
    let failed = false
    const page = renderToPipeableStream(
      <I18nextProvider i18n={speak(context.locale, words[context.locale])}>
        <NonceContext.Provider value={context.nonce}>
          <RemixServer context={remix} url={request.url} nonce={context.nonce} abortDelay={streamTimeout} />
        </NonceContext.Provider>
      </I18nextProvider>,
      {
        nonce: context.nonce,
        [whole ? 'onAllReady' : 'onShellReady']() {
          sent = true
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(
            new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }),
          )
          page.pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          failed = true
          // A failure before the shell is rejected above, and Remix hands it to `handleError`.
          if (sent) report(error, request, context)
        },
      },
    )
    setTimeout(() => page.abort(), streamTimeout + 1_000).unref()
  })
}

/** Writes what no route expected, once, with the request's id. A navigation that people left is no failure. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (!request.signal.aborted) report(error, request, context)
}

function report(error: unknown, request: Request, context: AppLoadContext) {
  // The path only: a query string can hold what somebody searched for.
  const details = {
    err: error,
    requestId: context.requestId,
    method: request.method,
    path: new URL(request.url).pathname,
  }
  const sentence = 'A page failed'
  if (context.logger) context.logger.error(details, sentence)
  else console.error(sentence, details)
}
