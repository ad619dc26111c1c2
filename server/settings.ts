/** All configuration, read once at start. A wrong value stops the start with a sentence that says which and why. */
import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z.enum(['true', 'false'], 'has to be true or false').transform(value => value === 'true')

const shape = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, 'has to be a number from 1 to 65535')
    .transform(Number)
    .pipe(
      z
        .number()
        .min(1, 'has to be a number from 1 to 65535')
        .max(65_535, 'has to be a number from 1 to 65535'),
    )
    .default(3000),
  HOST: z.string().min(1, 'has to name an address to listen on').default('localhost'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'has to begin with postgresql://')
    .refine(value => URL.canParse(value), 'has to be an address like postgresql://user@host:5432/name')
    .optional(),
  DATABASE_POOL: z
    .string()
    .regex(/^\d{1,3}$/, 'has to be a number from 2 to 999')
    .transform(Number)
    .pipe(z.number().min(2, 'has to be a number from 2 to 999'))
    .default(10),
  DATA_DIR: z.string().min(1, 'has to name a folder').default('./data'),
  DEMO: flag.optional(),
  ORIGIN: z
    .string()
    .refine(
      value => URL.canParse(value) && /^https?:\/\/[^/]+\/?$/.test(value),
      'has to be the public address, like https://platform.example',
    )
    .transform(value => value.replace(/\/$/, ''))
    .optional(),
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'has to be debug, info, warn, error or silent')
    .default('warn'),
})

export interface Settings {
  port: number
  /** The address to listen on; `0.0.0.0` for all. */
  host: string
  /** A PostgreSQL server; without it the embedded database in `dataFolder`. */
  databaseUrl: string | undefined
  /** How many connections this process may hold to PostgreSQL. */
  databasePool: number
  dataFolder: string
  /** Seed the demonstration into an empty database and offer its accounts. */
  demo: boolean
  /** The public address, without a slash at the end: what links in messages begin with. */
  origin: string
  /** Believe `X-Forwarded-*` of a proxy in front. */
  trustProxy: boolean
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Thrown for what the person who starts the platform can mend; `message` is the one sentence to print. */
export class StartFailure extends Error {}

/** Reads the settings from `environment`; refuses the first wrong one with a sentence. An empty value counts as not set. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = shape.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new StartFailure(
      `The setting ${issue?.path.join('.')} ${issue?.message}. See the table in README.md.`,
    )
  }
  const values = result.data
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    dataFolder: resolve(values.DATA_DIR),
    demo: values.DEMO ?? values.DATABASE_URL === undefined,
    origin: values.ORIGIN ?? `http://localhost:${values.PORT}`,
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
  }
}
