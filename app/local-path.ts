/**
 * `to` when it is a path of this site, else null: for redirects whose target a stranger may have written.
 * Refuses other origins in every disguise that a browser accepts (`//host`, `/\host`, `https:host`, control
 * characters, which browsers drop).
 */
export function localPath(to: unknown): string | null {
  if (typeof to !== 'string' || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(to)) return null
  const here = 'https://here.invalid'
  const target = URL.canParse(to, here) ? new URL(to, here) : null
  return target?.origin === here ? `${target.pathname}${target.search}${target.hash}` : null
}
