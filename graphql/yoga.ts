/** The API over HTTP at `/graphql`. Yoga is open by default; what is closed here is closed on purpose, line by line. */
import { NoSchemaIntrospectionCustomRule, parse } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import type { Context } from './context.ts'
import { schema } from './schema.ts'

/** A document of the pages has at most a few hundred tokens; a longer one is refused before it is parsed to the end. */
const mostTokens = 2_000

export interface HttpContext {
  context: Context
}

const limits: Plugin<HttpContext> = {
  onParse({ setParseFn }) {
    setParseFn((source, options) => parse(source, { ...options, maxTokens: mostTokens }))
  },
  onValidate({ context, addValidationRule }) {
    if (context.context.viewer.person === null) addValidationRule(NoSchemaIntrospectionCustomRule)
  },
}

export interface YogaLogger {
  error(details: { err: unknown; requestId?: string }, message: string): void
}

export function openYoga(logger: YogaLogger) {
  return createYoga<HttpContext>({
    schema,
    graphqlEndpoint: '/graphql',
    context: ({ context }) => context,
    plugins: [limits],
    cors: false,
    multipart: false,
    batching: false,
    landingPage: false,
    // GraphiQL is served by server/graphiql.ts, which gives its scripts the nonce that the CSP asks for.
    graphiql: false,
    maskedErrors: true,
    logging: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: (...words: unknown[]) => logger.error({ err: words[0] }, 'graphql'),
    },
  })
}
