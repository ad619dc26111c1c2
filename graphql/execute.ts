/** The API without HTTP: pages ask the same schema in the same process, with the viewer of their request. */
import { PothosValidationError } from '@pothos/core'
import { type DocumentNode, execute, type GraphQLError, validate } from 'graphql'
import type { Context } from './context.ts'
import { schema } from './schema.ts'
import { refuseUnstorable } from './unstorable.ts'

const valid = new WeakSet<DocumentNode>()

/** Thrown when a document did not give what was asked. `code`: UNAUTHENTICATED, NOT_FOUND, BAD_USER_INPUT or INTERNAL. */
export class QueryFailure extends Error {
  readonly code: string
  constructor(errors: readonly GraphQLError[], fallback = 'INTERNAL') {
    const first = errors[0]
    super(first?.message ?? 'no data', { cause: first?.originalError ?? first })
    this.name = 'QueryFailure'
    const code = first?.extensions.code
    // Pothos' own refusals: a cursor or a number of rows that cannot be.
    const misasked =
      first instanceof PothosValidationError || first?.originalError instanceof PothosValidationError
    this.code = typeof code === 'string' ? code : misasked ? 'BAD_USER_INPUT' : fallback
  }
}

/** Executes one document for `context.viewer` and answers its data; any error rejects with `QueryFailure`. */
export async function executeDocument(
  document: DocumentNode,
  variables: Record<string, unknown>,
  context: Context,
): Promise<Record<string, unknown>> {
  if (!valid.has(document)) {
    const errors = validate(schema, document)
    if (errors.length > 0) throw new QueryFailure(errors)
    valid.add(document)
  }
  const unstorable = refuseUnstorable(variables)
  if (unstorable !== undefined) throw new QueryFailure([unstorable])
  const result = await execute({ schema, document, variableValues: variables, contextValue: context })
  if (result.errors !== undefined) {
    // Without `data` nothing ran: a variable, often a word of the address, has not the type that was asked for.
    throw new QueryFailure(result.errors, 'data' in result ? 'INTERNAL' : 'BAD_USER_INPUT')
  }
  return result.data ?? {}
}
