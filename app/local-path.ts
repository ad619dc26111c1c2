/**
 * `to` when it is a path of this site, else null: for redirects whose target a stranger may have written.
 * Refuses other origins in every disguise that a browser accepts (`//host`, `/\host`, `https:host`, control
 * characters, which browsers drop).
 */
export function localPath(to: unknown): string | null {
  if (typeof to !== 'string' || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(to)) return null
  const here = 'https://here.invalid'
  const target = URL.canParse(to, here) ? new URL(to, here) : null
  if (target?.origin !== here || target.pathname.startsWith('//')) return null
  return `${target.pathname}${target.search}${target.hash}`
}
