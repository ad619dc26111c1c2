/** What may come in: the pieces every command's input is made of, and `read`, which turns a misfit into a `Refusal`. */
import { z } from 'zod'
import { type FieldProblem, Refusal } from './refusal.ts'

/** What a text may not carry: control characters, and the marks that turn the direction of reading around what follows. */
const unseen = /[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu

const tidyLine = (value: string) => value.replace(unseen, ' ').replace(/\s+/gu, ' ').trim().normalize('NFC')

const tidyParagraph = (value: string) =>
  value
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(row => row.replaceAll('\t', ' ').replace(unseen, '').trimEnd())
    .join('\n')
    .trim()
    .normalize('NFC')

/** One line of text, trimmed, without control characters. */
export const line = (longest = 200) =>
  z.string().transform(tidyLine).pipe(z.string().min(1, 'required').max(longest, 'too_long'))

/** One line that may be left empty. */
export const optionalLine = (longest = 200) =>
  z
    .string()
    .nullish()
    .transform(value => tidyLine(value ?? ''))
    .pipe(z.string().max(longest, 'too_long'))

/** Several lines, trimmed at the ends. */
export const paragraph = (longest = 5_000) =>
  z.string().transform(tidyParagraph).pipe(z.string().min(1, 'required').max(longest, 'too_long'))

export const optionalParagraph = (longest = 5_000) =>
  z
    .string()
    .nullish()
    .transform(value => tidyParagraph(value ?? ''))
    .pipe(z.string().max(longest, 'too_long'))

export const email = () =>
  z
    .string()
    .transform(value => value.trim().toLowerCase())
    .pipe(z.string().min(1, 'required').max(254, 'too_long').pipe(z.email('email')))

/** An `http(s)` address, or nothing. */
export const optionalUrl = () =>
  z
    .string()
    .nullish()
    .transform(value => (value ?? '').trim())
    .pipe(
      z.union([
        z.literal(''),
        z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'url' }).max(2_000, 'too_long'),
      ]),
    )

/** An id of one kind: `id('dos')` takes `dos_…` only. An empty one is "required", another kind "not found". */
export const id = (prefix: string) =>
  z
    .string()
    .min(1, 'required')
    .regex(new RegExp(`^${prefix}_[a-z0-9_]{1,60}$`), 'not_found')

export const optionalId = (prefix: string) =>
  z
    .string()
    .nullish()
    .transform(value => (value === undefined || value === '' ? null : value))
    .pipe(z.union([z.null(), id(prefix)]))

/** A legal date, already a `Date` at UTC midnight by the `Date` scalar; years 1990 to 2100. */
export const legalDate = () =>
  z.date('required').min(new Date('1990-01-01'), 'date').max(new Date('2100-12-31'), 'date')

/** An instant, by the `DateTime` scalar. */
export const instant = () =>
  z.date('required').min(new Date('1990-01-01'), 'date').max(new Date('2100-12-31'), 'date')

/** A password: 12 to 200 characters, no other rule (NIST SP 800-63B). */
export const password = () => z.string().min(12, 'password_too_short').max(200, 'too_long')

export const revision = () => z.number().int().min(0)

/** Reads `input` by `schema`, or refuses with one problem a field. */
export function read<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const problems = new Map<string, FieldProblem>()
  for (const issue of result.error.issues) {
    const field = issue.path.join('.')
    const code = /^[a-z_]+$/.test(issue.message) ? issue.message : 'required'
    if (!problems.has(field)) problems.set(field, { field, code })
  }
  throw new Refusal('invalid', { fields: [...problems.values()] })
}
