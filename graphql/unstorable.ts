import { GraphQLError } from 'graphql'

/** Whether a NUL is in a text anywhere in `value`. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(holdsNul)
}

/** PostgreSQL keeps no NUL in a text, and nobody types one: an input that has one is refused before it is asked for. */
export function refuseUnstorable(input: unknown): GraphQLError | undefined {
  if (!holdsNul(input)) return undefined
  return new GraphQLError('A text must not hold the character U+0000.', {
    extensions: { code: 'BAD_USER_INPUT' },
  })
}
