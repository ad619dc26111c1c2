import pino from 'pino'

export type Logger = pino.Logger

/**
 * Structured logs, one JSON line each, with the request's id. What could name a person (addresses, cookies, e-mail,
 * bodies, query strings) is never handed to it; errors of the database carry values, so only their code is kept.
 */
export function openLogger(level: string, destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeFailure, path: loggedPath },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/** An address for the log: without its query string, and without the secrets of one-time links. */
export function loggedPath(address: unknown): string {
  const path = String(address).split(/[?#]/, 1)[0] ?? ''
  return path.replace(/[\w-]{40,}/g, '…').slice(0, 200)
}

export interface FailureDescription {
  name: string
  code?: string
  message?: string
  stack?: string
  cause?: FailureDescription
}

/** Failures whose message repeats what was asked for: the values of a statement, a variable, a body. */
const repeating = /^(Prisma|DriverAdapterError|GraphQLError|QueryFailure|SyntaxError|ZodError)/

/** A failure without the values that a database or a parser puts into its message. */
export function describeFailure(failure: unknown): FailureDescription {
  if (!(failure instanceof Error)) return { name: typeof failure }
  // GraphQL wraps what a resolver threw, and repeats its message.
  if ('originalError' in failure && failure.originalError instanceof Error)
    return describeFailure(failure.originalError)
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined
  const repeats = repeating.test(failure.name) || (code !== undefined && /^[0-9A-Z]{5}$/.test(code))
  const cause = failure.cause instanceof Error ? describeFailure(failure.cause) : undefined
  const stack = (failure.stack ?? '').replace(failure.message, '')
  return {
    name: failure.name,
    ...(code === undefined ? {} : { code }),
    ...(repeats ? {} : { message: failure.message }),
    stack: stack
      .split('\n')
      .filter(row => row.trimStart().startsWith('at '))
      .slice(0, 12)
      .join('\n'),
    ...(cause === undefined ? {} : { cause }),
  }
}
