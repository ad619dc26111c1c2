/** The arguments of a connection for one page of it. */
export interface PageAsked {
  first: number | null
  last: number | null
  after: string | null
  before: string | null
}

/**
 * Which page of a list the address asks for (`?after=…` or `?before=…`, as `Pagination` writes them), `size` rows
 * long. A cursor that this site did not write is left out: the list then begins at its beginning.
 */
export function pageAsked(request: Request, size: number): PageAsked {
  const params = new URL(request.url).searchParams
  const before = cursor(params.get('before'))
  if (before !== null) return { first: null, last: size, after: null, before }
  return { first: size, last: null, after: cursor(params.get('after')), before: null }
}

/** Cursors are Pothos' own: base64 of `GPC:S:` and the id of the row, or of `GPC:I:` and its number. */
function cursor(text: string | null): string | null {
  if (text === null || !/^[A-Za-z0-9+/=]{4,200}$/.test(text)) return null
  try {
    return /^GPC:(S:[a-z]{3}_\w+|I:\d{1,18})$/.test(atob(text)) ? text : null
  } catch {
    return null
  }
}
