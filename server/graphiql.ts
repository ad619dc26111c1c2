/** GraphiQL for signed-in people, from npm alone, its inline script and style under our nonce. */
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { Request, Response } from 'express'

/** Whether a browser opens `/graphql` as a page. */
export function asksForGraphiQL(request: Request): boolean {
  return (
    request.method === 'GET' &&
    request.query.query === undefined &&
    request.accepts(['json', 'html']) === 'html'
  )
}

export function sendGraphiQL(response: Response): void {
  const { nonce } = response.locals
  const page = renderGraphiQL({ title: 'ProTECT API' })
    .replace('<script>', `<script nonce="${nonce}">`)
    .replace('<style>', `<style nonce="${nonce}">`)
  // Monaco, its editor, sets styles and evaluates nothing; its fonts are data: addresses.
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'nonce-${nonce}' blob:; worker-src blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  response.type('html').send(page)
}
