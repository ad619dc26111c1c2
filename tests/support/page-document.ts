import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const app = resolve(import.meta.dirname, '../../app')

/**
 * The GraphQL document `operation` as the page asks it, with the fragments that it spreads: what a test counts and
 * checks is then what people load. `files` are paths inside app/; the first holds the operation.
 */
export function pageDocument(operation: string, ...files: string[]): string {
  const texts = files.flatMap(file => [
    ...readFileSync(resolve(app, file), 'utf8').matchAll(/graphql\(\s*`([^`]+)`/g),
  ])
  const named = new Map(
    texts.map(([, text = '']) => [/^\s*(?:query|mutation|fragment) (\w+)/.exec(text)?.[1] ?? '', text]),
  )
  const wanted = new Set([operation])
  for (const name of wanted) {
    const text = named.get(name)
    if (text === undefined) throw new Error(`${name} is in none of ${files.join(', ')}`)
    for (const [, spread = ''] of text.matchAll(/\.\.\.(?!\s*on\b)\s*(\w+)/g)) wanted.add(spread)
  }
  return [...wanted].map(name => named.get(name)).join('\n')
}
