import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const app = resolve(import.meta.dirname, '../../app')

/** The GraphQL documents written in a file of app/ and in those that it imports, by name. */
function documentsOf(file: string, seen = new Set<string>()): Map<string, string> {
  if (seen.has(file)) return new Map()
  seen.add(file)
  const code = readFileSync(file, 'utf8')
  const own = [...code.matchAll(/graphql\(\s*`([^`]+)`/g)].map(
    ([, text = '']) => [/^\s*(?:query|mutation|fragment) (\w+)/.exec(text)?.[1] ?? '', text] as const,
  )
  const imported = [...code.matchAll(/from '(\.[^']+\.tsx?)'/g)].flatMap(([, path = '']) => [
    ...documentsOf(resolve(dirname(file), path), seen),
  ])
  return new Map([...own, ...imported])
}

/**
 * The GraphQL document `operation` of `file` (a path inside app/) as the page asks it, with the fragments that it
 * spreads: what a test counts and checks is then what people load.
 */
export function pageDocument(operation: string, file: string): string {
  const named = documentsOf(resolve(app, file))
  const wanted = new Set([operation])
  for (const name of wanted) {
    const text = named.get(name)
    if (text === undefined) throw new Error(`${name} is neither in ${file} nor in what it imports`)
    for (const [, spread = ''] of text.matchAll(/\.\.\.(?!\s*on\b)\s*(\w+)/g)) wanted.add(spread)
  }
  return [...wanted].map(name => named.get(name)).join('\n')
}
