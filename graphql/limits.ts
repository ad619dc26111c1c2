/** How much one document may ask for; what asks for more is refused before anything of it runs. */
import { createComplexityRule } from '@pothos/plugin-complexity'
import {
  GraphQLError,
  type GraphQLField,
  getNullableType,
  isListType,
  NoSchemaIntrospectionCustomRule,
  parse,
  type ValidationRule,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from './context.ts'
import { refuseUnstorable } from './unstorable.ts'

/** Rows of a connection: as many as are asked for, at most so many, and so many where nobody says. */
export const rowsOfConnection = { most: 500, usual: 50 } as const

/**
 * What a field costs: 1, and what is inside of it as often as it may come: of a connection once for each row that is
 * asked for, of another list ten times.
 */
export function costOfField(args: object, _context: object, field: GraphQLField<unknown, Context>) {
  if (field.args.some(({ name }) => name === 'first')) {
    const { first, last }: { first?: number | null; last?: number | null } = args
    return { field: 1, multiplier: Math.min(first ?? last ?? rowsOfConnection.usual, rowsOfConnection.most) }
  }
  // The rows themselves are counted with the connection that they are in.
  if (field.name === 'nodes' || field.name === 'edges') return { field: 1, multiplier: 1 }
  return { field: 1, multiplier: isListType(getNullableType(field.type)) ? 10 : 1 }
}

/** The fullest list of the pages, at 500 rows, costs 43,000. */
export const mostOfDocument = { complexity: 50_000, depth: 12, breadth: 400 } as const

/** A document of the pages has at most a few hundred tokens; a longer one is refused before it is parsed to the end. */
const mostTokens = 2_000

/** The same field under many names is how one request guesses many passwords. */
const mostAliases = 30

const fewAliases: ValidationRule = context => {
  let aliases = 0
  return {
    Field(node) {
      if (node.alias === undefined) return
      aliases += 1
      if (aliases === mostAliases + 1)
        context.reportError(new GraphQLError(`A document may have at most ${mostAliases} aliases.`))
    },
  }
}

const storableTexts: ValidationRule = context => ({
  StringValue({ value }) {
    const refusal = refuseUnstorable(value)
    if (refusal !== undefined) context.reportError(refusal)
  },
})

/**
 * The limits for documents that come over HTTP. They hold for the whole document, other operations in it included,
 * and for subscriptions too, whose first statement would run before the check in the resolvers.
 */
export const documentLimits: Plugin<{ context: Context }> = {
  onParse({ setParseFn }) {
    setParseFn((source, options) => parse(source, { ...options, maxTokens: mostTokens }))
  },
  onParams({ params }) {
    const refusal = refuseUnstorable(params.variables)
    if (refusal !== undefined) throw refusal
  },
  onValidate({ context, addValidationRule }) {
    if (context.context.viewer.person === null) addValidationRule(NoSchemaIntrospectionCustomRule)
    addValidationRule(fewAliases)
    addValidationRule(storableTexts)
    addValidationRule(
      createComplexityRule({
        context: context.context,
        variableValues: context.params.variables ?? {},
        maxComplexity: mostOfDocument.complexity,
        maxDepth: mostOfDocument.depth,
        maxBreadth: mostOfDocument.breadth,
      }),
    )
  },
}
