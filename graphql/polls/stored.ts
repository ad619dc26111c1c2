/** What a poll keeps as JSON, read back with its shape checked: the rule from its opening, the result from its closing. */
import { z } from 'zod'
import type { TrailStatement } from '../../packages/voting/index.ts'
import {
  majorityBases,
  ownVotes,
  quorumKinds,
  type Result,
  recusals,
  silences,
  ties,
  unsaid,
} from '../../packages/voting/index.ts'
import type { Prisma } from '../../prisma/client.ts'
import type { HeldRule } from '../../prisma/held-rule.ts'

const fraction = { numerator: z.number(), denominator: z.number(), strict: z.boolean() }

/** A rule that was kept when the statute's form had fewer fields said nothing of what they say now. */
const ruleShape: z.ZodType<HeldRule> = z.object({
  id: z.string(),
  nameRo: z.string(),
  nameEn: z.string(),
  article: z.string(),
  quorum: z.object({ ...fraction, kind: z.enum(quorumKinds), article: z.string().default('') }),
  majority: z.object({ ...fraction, base: z.enum(majorityBases) }),
  proxies: z
    .object({ limit: z.number(), ownVote: z.enum(ownVotes), article: z.string() })
    .default(unsaid.proxies),
  recusal: z.object({ base: z.enum(recusals), article: z.string() }).default(unsaid.recusal),
  tie: z.enum(ties).default(unsaid.tie),
  silence: z.enum(silences).default(unsaid.silence),
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
    represented: z.number().default(0),
    byProxy: z.number().default(0),
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
            options: z.array(z.string()).optional(),
          })
          .safeParse(statement).success,
    ),
  ),
})

export const readResult = (stored: unknown): StoredResult => resultShape.parse(stored)

/** A rule or a result as a JSON column takes it: plain objects, nothing undefined. */
export const asStored = (value: HeldRule | StoredResult): Prisma.InputJsonObject =>
  JSON.parse(JSON.stringify(value))
