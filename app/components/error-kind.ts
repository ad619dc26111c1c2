import { isRouteErrorResponse } from '@remix-run/react'

export type ErrorKind = 'notFound' | 'forbidden' | 'signedOut' | 'busy' | 'failed'

/** What happened, in the person's terms: the words under `common:error.<kind>`. */
export function errorKind(error: unknown): ErrorKind {
  if (!isRouteErrorResponse(error)) return 'failed'
  if (error.status === 404) return 'notFound'
  if (error.status === 403) return 'forbidden'
  if (error.status === 401) return 'signedOut'
  if (error.status === 429) return 'busy'
  return 'failed'
}
