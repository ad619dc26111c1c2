/** What a poll keeps as JSON, read back with its shape checked: the rule from its opening, the result from its closing. */
import { z } from 'zod'
import type { TrailStatement } from '../../packages/voting/index.ts'
import { majorityBases, quorumKinds, type Result } from '../../packages/voting/index.ts'
import type { Prisma } from '../../prisma/client.ts'
import type { HeldRule } from '../../prisma/held-rule.ts'

const fraction = { numerator: z.number(), denominator: z.number(), strict: z.boolean() }

const ruleShape: z.ZodType<HeldRule> = z.object({
  id: z.string(),
  nameRo: z.string(),
  nameEn: z.string(),
  article: z.string(),
  quorum: z.object({ ...fraction, kind: z.enum(quorumKinds) }),
  majority: z.object({ ...fraction, base: z.enum(majorityBases) }),
})

export const readRule = (stored: unknown): HeldRule => ruleShape.parse(stored)

/** The tally and the count trail; the outcome stands beside it in its own column. */
export type StoredResult = Pick<Result, 'tally' | 'trail'>

const resultShape = z.object({
  tally: z.object({
    yes: z.number(),
    no: z.number(),
    abstain: z.number(),
    cast: z.number(),
    entitled: z.number(),
    absent: z.number(),
    present: z.number().nullable(),
    recused: z.number(),
    setAside: z.number(),
  }),
  trail: z.array(
    // The closed list of keys and their values is the package's promise; the shape is what is checked here.
    z.custom<TrailStatement>(
      statement =>
        z
          .object({
            key: z.string(),
            values: z.record(z.string(), z.number()),
            article: z.string().optional(),
          })
          .safeParse(statement).success,
    ),
  ),
})

export const readResult = (stored: unknown): StoredResult => resultShape.parse(stored)

/** A rule or a result as a JSON column takes it: plain objects, nothing undefined. */
export const asStored = (value: HeldRule | StoredResult): Prisma.InputJsonObject =>
  JSON.parse(JSON.stringify(value))
