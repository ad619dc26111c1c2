/** The API over HTTP at `/graphql`. Yoga is open by default; what is closed here is closed on purpose, line by line. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createYoga } from 'graphql-yoga'
import type { Context } from './context.ts'
import { documentLimits } from './limits.ts'
import { schema } from './schema.ts'

export interface YogaLogger {
  error(details: { err: unknown; requestId?: string }, message: string): void
}

export interface Yoga {
  /** Answers one request in `context`; an event stream goes on until the client leaves. */
  answer(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void>
}

export function openYoga(logger: YogaLogger): Yoga {
  const requestIds = new AsyncLocalStorage<string>()
  const yoga = createYoga<{ context: Context }>({
    schema,
    graphqlEndpoint: '/graphql',
    context: ({ context }) => context,
    plugins: [documentLimits],
    // What was valid for one viewer and one set of variables need not be for the next.
    parserAndValidationCache: { validationCache: false },
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
      error: (...words: unknown[]) =>
        logger.error({ err: words[0], requestId: requestIds.getStore() }, 'graphql'),
    },
  })
  return {
    answer: (request, response, context) =>
      requestIds.run(context.requestId, async () => void (await yoga.handle(request, response, { context }))),
  }
}
