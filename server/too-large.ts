/** Bodies that are too large: refused before anybody reads them, each sender in the form and language they understand. */
import type { NextFunction, Request, Response } from 'express'
import { encode } from 'turbo-stream'
import { createTranslator } from '../app/i18n/translate.ts'
import { plainPage } from '../app/plain-page.ts'
import type { Refusal } from '../app/refused.ts'
import { localeOf } from './identify.ts'

/** A form of the platform is a few kilobytes; a document travels over the socket, not here. */
const largestBody = 1_000_000
/** A picture for a text; one above 2 MB is refused with its own words (`packages/document/imageFile.ts`). */
const largestPicture = 4_000_000
const pictures = /^\/documents\/[^/]+\/images$/

/** Refuses what says that it is larger than any form, and what does not say how large it is. */
export async function refuseLargeBody(request: Request, response: Response, next: NextFunction) {
  if (request.headers['transfer-encoding'] !== undefined && request.method !== 'GET')
    return void response.status(411).type('text/plain').send('Say the length of what you send.\n')
  const most = pictures.test(request.path) ? largestPicture : largestBody
  if (Number(request.headers['content-length'] ?? 0) <= most) return next()
  if (request.path === '/graphql') sayTooLarge(request, response)
  else if (request.path.endsWith('.data')) await answerForm(request, response)
  else {
    const locale = localeOf(request)
    const t = createTranslator(locale)
    const { nonce } = response.locals
    const [title, text] = [t('plain:tooLarge.title'), t('plain:tooLarge.page')]
    response.status(413).type('html').send(plainPage({ locale, nonce, title, text }))
  }
}

/** As the API says what it could not do. */
export function sayTooLarge(request: Request, response: Response) {
  const message = createTranslator(localeOf(request))('plain:tooLarge.request')
  response.status(413).json({ errors: [{ message, extensions: { code: 'TOO_LARGE' } }] })
}

/** As an action of the page would: the form keeps what was typed, and says why it was refused. */
async function answerForm(request: Request, response: Response) {
  const message = createTranslator(localeOf(request))('plain:tooLarge.form')
  const refusal: Refusal = { code: 'too_large', message, fields: [] }
  const answer = await new globalThis.Response(encode({ data: { refusal, values: {} } })).text()
  response.status(413).set('X-Remix-Response', 'yes').type('text/x-script').send(answer)
}
