import pino from 'pino'

export type Logger = pino.Logger

/**
 * Structured logs, one JSON line each, with the request's id. What could name a person (addresses, cookies, e-mail,
 * bodies, query strings) is never handed to it; errors of the database carry values, so only their code is kept.
 */
export function openLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeFailure },
  })
}

/** A failure without the values that a database puts into its messages. */
export function describeFailure(failure: unknown): {
  name: string
  code?: string
  message?: string
  stack?: string
} {
  if (!(failure instanceof Error)) return { name: typeof failure }
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined
  const fromDatabase = failure.name.startsWith('Prisma') || (code !== undefined && /^[0-9A-Z]{5}$/.test(code))
  const cause = failure.cause instanceof Error ? describeFailure(failure.cause) : undefined
  return {
    name: failure.name,
    ...(code === undefined ? {} : { code }),
    ...(fromDatabase ? {} : { message: failure.message }),
    stack: (failure.stack ?? '')
      .split('\n')
      .filter(row => row.trimStart().startsWith('at '))
      .slice(0, 12)
      .join('\n'),
    ...(cause === undefined ? {} : { cause }),
  }
}
