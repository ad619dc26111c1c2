/** How much one document may ask for; what asks for more is refused before anything of it runs. */
import { createComplexityRule } from '@pothos/plugin-complexity'
import { GraphQLError, NoSchemaIntrospectionCustomRule, parse, type ValidationRule } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context } from './context.ts'
import { refuseUnstorable } from './unstorable.ts'

/** Counted as in @pothos/plugin-complexity: a field is 1, a list counts its fields ten times. */
export const mostOfDocument = { complexity: 20_000, depth: 12, breadth: 400 } as const

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
