/** What a page's loaders and actions get: the API in this process, and what the frame needs to know of the viewer. */
import { type AppLoadContext, redirect } from '@remix-run/node'
import { parse as parseCookies } from 'cookie'
import type { Request, Response } from 'express'
import type { DocumentNode } from 'graphql'
import type { Theme } from '../app/request-context.ts'
import { readsAudit } from '../graphql/audit/access.ts'
import type { Context } from '../graphql/context.ts'
import { executeDocument, QueryFailure } from '../graphql/execute.ts'
import { isMember } from '../graphql/people/viewer.ts'
import type { Logger } from './logger.ts'

const themes: readonly string[] = ['light', 'dark', 'system']
const themeOf = (cookie: string | undefined): Theme =>
  cookie !== undefined && themes.includes(cookie) ? (cookie as Theme) : 'system'

/** What a failed document means for a page: sign in first, not found, or a mistake of ours (500). */
function asResponse(failure: unknown, request: Request): unknown {
  if (!(failure instanceof QueryFailure)) return failure
  if (failure.code === 'UNAUTHENTICATED') {
    // Sent away, a person whose session ended while they wrote could not go back to what they wrote.
    if (request.method === 'POST') return new globalThis.Response('Sign in first', { status: 401 })
    const next = request.originalUrl.replace(/\.data(?=\?|$)/, '')
    return redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  }
  if (failure.code === 'NOT_FOUND' || failure.code === 'BAD_USER_INPUT')
    return new globalThis.Response('Not found', { status: 404 })
  return failure
}

/** A pasted text may carry a NUL, which nobody sees and no database keeps: it is left out, and the rest is saved. */
function withoutNul(variables: object): object {
  return JSON.parse(
    JSON.stringify(variables, (_name, value) =>
      typeof value === 'string' ? value.replaceAll('\0', '') : value,
    ),
  )
}

export function loadContext(
  request: Request,
  response: Response,
  context: Context,
  logger: Logger,
): AppLoadContext {
  const run = async (document: DocumentNode, variables: object = {}) => {
    try {
      return await executeDocument(document, { ...variables }, context)
    } catch (failure) {
      throw asResponse(failure, request)
    }
  }
  const { person, mandates } = context.viewer
  return {
    // The typed documents are checked against the committed schema; their result type is the schema's promise.
    query: run as AppLoadContext['query'],
    mutate: ((document: DocumentNode, variables: object) =>
      run(document, withoutNul(variables))) as AppLoadContext['mutate'],
    viewer:
      person === null
        ? null
        : {
            id: person.id,
            name: person.name,
            language: person.language,
            federationRole: person.federationRole,
            mandates: mandates.map(mandate => ({ ...mandate })),
            guest: !isMember(context.viewer),
            readsAudit: readsAudit(context.viewer),
          },
    locale: context.locale,
    theme: themeOf(parseCookies(request.headers.cookie ?? '').theme),
    nonce: response.locals.nonce,
    demo: context.settings.demo,
    requestId: context.requestId,
    logger,
  }
}
