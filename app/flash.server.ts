import { createCookie, redirect } from '@remix-run/node'

/** A sentence to show once on the next page: its key among the words, what to fill in, and the part of the page it is about. */
export interface Flash {
  key: string
  values?: Record<string, string | number>
  /** The id of a `Section`; without it the sentence stands at the top. */
  at?: string
}

const cookie = createCookie('flash', { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 })

/**
 * Redirects to `to` (a path of this site) and lets that page say `key` once, with or without JavaScript: at the top, or
 * in the section that `to` names (`/positions/pos_1#versions`).
 */
export async function redirectWithFlash(
  to: string,
  key: string,
  values?: Flash['values'],
): Promise<Response> {
  const at = to.split('#')[1]
  return redirect(to, { headers: { 'Set-Cookie': await flashCookie({ key, values, at }) } })
}

/** The `Set-Cookie` header with which the next page says `flash`. */
export function flashCookie(flash: Flash): Promise<string> {
  return cookie.serialize(flash)
}

/** The sentence waiting for this request, and the header that forgets it; null where none waits. */
export async function takeFlash(request: Request): Promise<{ flash: Flash; forget: string } | null> {
  const value: unknown = await cookie.parse(request.headers.get('Cookie'))
  if (typeof value !== 'object' || value === null || !('key' in value)) return null
  const { key } = value
  // A cookie is a stranger's text: only the name of a sentence of ours passes.
  if (typeof key !== 'string' || !/^[a-z]+:[\w.]+$/i.test(key)) return null
  const flash: Flash = { key }
  if ('at' in value && typeof value.at === 'string') flash.at = value.at
  if ('values' in value && typeof value.values === 'object' && value.values !== null) {
    flash.values = Object.fromEntries(
      Object.entries(value.values).filter(([, word]) => typeof word === 'string' || typeof word === 'number'),
    )
  }
  return { flash, forget: await cookie.serialize('', { maxAge: 0 }) }
}
