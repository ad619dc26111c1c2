import { normalise } from './content.ts'
import type { NodeJson } from './json.ts'

/**
 * The canonical text of a document: the JSON Canonicalization Scheme of RFC 8785 over the exported JSON. That
 * is: object members sorted by the UTF-16 code units of their names, no white space, strings and numbers as
 * `JSON.stringify` writes them, UTF-8. Members that are `null` or absent are left out.
 *
 * Anyone can recompute it from the exported file with ten lines of any language; nothing but the text, its
 * structure and its block ids goes in.
 */
export function canonicalText(json: NodeJson): string {
  return canonical(normalise(json))
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined && member !== null)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256 over the UTF-8 bytes of `canonicalText`, as 64 lower-case hexadecimal digits. */
export async function contentHash(json: NodeJson): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalText(json)))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}
