import { GraphQLError } from 'graphql'

/** Whether a text anywhere in `value` holds a NUL or half of a surrogate pair. */
function isUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || /\p{Surrogate}/u.test(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(isUnstorable)
}

/**
 * PostgreSQL keeps no NUL in a text and no half of a pair in JSON, and nobody types either: an input that has one is
 * refused before anything is asked for.
 */
export function refuseUnstorable(input: unknown): GraphQLError | undefined {
  if (!isUnstorable(input)) return undefined
  return new GraphQLError('A text must be of whole characters, without U+0000.', {
    extensions: { code: 'BAD_USER_INPUT' },
  })
}
