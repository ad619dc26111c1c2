/** Schemes that a link in a document may use; anything else (javascript:, data:, file:) is refused. */
const allowed = new Set(['http:', 'https:', 'mailto:'])

/**
 * Whether `href` may stand in a document: an absolute http, https or mailto address of at most 2,048
 * characters. Relative addresses are refused, because a document is also read outside the platform.
 */
export function isAllowedHref(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > 2048) return false
  try {
    return allowed.has(new URL(href).protocol)
  } catch {
    return false
  }
}

/**
 * What a person typed into the link field, as an address that may stand in a document: a bare domain gets
 * `https://`, a bare e-mail address gets `mailto:`. `null` when nothing allowed can be made of it.
 */
export function toHref(typed: string): string | null {
  const text = typed.trim()
  if (isAllowedHref(text)) return text
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`
  if (/^[^\s@:/]+\.[^\s@:/]{2,}(:\d+)?(\/\S*)?$/.test(text) && isAllowedHref(`https://${text}`))
    return `https://${text}`
  return null
}
