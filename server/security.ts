/** What every response carries and what no request may do, whatever the route. */
import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'

declare global {
  namespace Express {
    interface Locals {
      nonce: string
      requestId: string
    }
  }
}

/** Gives the response a nonce and the headers: an enforced CSP in which only our own scripts run. */
export function securityHeaders({ secure, dev }: { secure: boolean; dev: boolean }) {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`, "'strict-dynamic'"],
        'style-src': [
          "'self'",
          (_request, response) => (dev ? "'unsafe-inline'" : `'nonce-${nonceOf(response)}'`),
        ],
        // Positions of carets and popovers are set as style attributes by the editor and React Aria.
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'", ...(dev ? ['ws:'] : [])],
        'worker-src': ["'self'", 'blob:'],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'object-src': ["'none'"],
        ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  })
  return (request: Request, response: Response, next: NextFunction) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()')
    headers(request, response, next)
  }
}

function nonceOf(response: unknown): string {
  const { locals } = response as Response
  return locals.nonce
}

/** Whether `origin` (an `Origin` header) is this site, as the browser sees it in `host`, or its public address. */
export function isSameOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicOrigin: string,
): boolean {
  if (origin === publicOrigin) return true
  const from = origin === undefined ? null : URL.parse(origin)
  if (from === null || from.host !== host) return false
  // Where the public address is HTTPS, a page of the same name over plain HTTP may be anybody's on the way.
  return from.protocol === 'https:' || !publicOrigin.startsWith('https:')
}

/** Refuses a `Host` or a path that no address can be made of, before anything tries to. */
export function refuseMisaddressed(request: Request, response: Response, next: NextFunction) {
  const { host } = request.headers
  if (host !== undefined && URL.canParse(`http://${host}${request.originalUrl}`)) return next()
  response.status(400).type('text/plain').send('This address could not be read.\n')
}

/**
 * Refuses what another site makes a browser send, in every content type and on every route. Programs send neither
 * `Origin` nor `Sec-Fetch-Site` and carry no cookies of anybody, so they pass.
 */
export function refuseCrossOrigin(publicOrigin: string) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const { origin, host } = request.headers
    const site = request.headers['sec-fetch-site']
    const foreign =
      (origin !== undefined && !isSameOrigin(origin, host, publicOrigin)) ||
      (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none')
    if (!foreign) {
      // Remix compares `Origin` with `Host` once more. Behind a proxy that puts its own name there, only the public
      // address can have matched above.
      if (origin === publicOrigin) {
        request.headers.host = new URL(publicOrigin).host
        delete request.headers['x-forwarded-host']
      }
      return next()
    }
    response.status(403).type('text/plain').send('This request came from another site and was refused.\n')
  }
}
