import { quorumNeeded } from '../../packages/voting/index.ts'
import type { Prisma } from '../../prisma/client.ts'
import { readRule } from './stored.ts'

/** Every organisation has exactly one ballot with the number 1, however often it changed its vote. */
export const turnoutSelection = {
  rule: true,
  _count: { select: { electors: true, ballots: { where: { number: 1 } } } },
} satisfies Prisma.PollSelect

/** How far a poll's participation has come. A draft has no electorate yet: all zero. */
export function turnoutOf({
  rule,
  _count: { electors: entitled, ballots: cast },
}: {
  rule: unknown
  _count: { electors: number; ballots: number }
}) {
  const needed = rule === null ? 0 : quorumNeeded(readRule(rule).quorum, entitled)
  return { entitled, cast, quorumNeeded: needed, quorumMet: rule !== null && cast >= needed }
}
