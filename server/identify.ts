/** Who a request comes from: read once, used by the API, the pages and the socket alike. */

import { parse as parseCookies } from 'cookie'
import type { Request, Response } from 'express'
import { defaultLocale, isLocale } from '../app/i18n/locale.ts'
import { createTranslator } from '../app/i18n/translate.ts'
import type { Context, Locale, Services } from '../graphql/context.ts'
import type { Sessions } from '../graphql/people/sessions.ts'

/** The language asked for by the cookie, else by the person's account where it is known, else Romanian. */
export function localeOf({ headers }: Request, account?: Locale): Locale {
  const { lang } = parseCookies(headers.cookie ?? '')
  return isLocale(lang) ? lang : (account ?? defaultLocale)
}

/** The GraphQL context of one HTTP request. */
export async function identify(
  request: Request,
  response: Response,
  { services, sessions, secure }: { services: Services; sessions: Sessions; secure: boolean },
): Promise<Context> {
  const sessionSecret = sessions.read(request.headers.cookie ?? '')
  const setCookie = (header: string) => void response.append('Set-Cookie', header)
  const viewer = await sessions.viewer(sessionSecret, setCookie)
  const locale = localeOf(request, viewer.person?.language)
  return {
    ...services,
    viewer,
    locale,
    t: createTranslator(locale),
    exchange: { address: request.ip ?? '', sessionSecret, setCookie, secure },
    requestId: response.locals.requestId,
  }
}
