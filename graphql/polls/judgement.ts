import { judge, type Result } from '../../packages/voting/index.ts'
import type { Transaction } from '../../prisma/client.ts'
import { readRule } from './stored.ts'

/**
 * Judges an opened poll from its frozen rule, its frozen electorate and its ballots, of which the last of each
 * organisation counts. Asked again at any time it answers the same for the same rows. A record that contradicts itself
 * is a mistake of ours and throws: the database refuses ballots from outside the electorate.
 */
export async function judgePoll(
  tx: Pick<Transaction, 'poll'>,
  pollId: string,
): Promise<Pick<Result, 'outcome' | 'tally' | 'trail'>> {
  const poll = await tx.poll.findUniqueOrThrow({
    where: { id: pollId },
    select: {
      rule: true,
      electors: { select: { organisationId: true }, orderBy: { organisationId: 'asc' } },
      ballots: {
        select: { organisationId: true, choice: true },
        orderBy: [{ organisationId: 'asc' }, { number: 'desc' }],
        distinct: ['organisationId'],
      },
    },
  })
  const judgement = judge({
    method: 'motion',
    rule: readRule(poll.rule),
    electorate: poll.electors.map(elector => elector.organisationId),
    ballots: poll.ballots.map(({ organisationId, choice }) => ({ organisation: organisationId, choice })),
  })
  if (!judgement.ok) throw new Error(`poll ${pollId} cannot be counted: ${judgement.problem.code}`)
  const { outcome, tally, trail } = judgement
  return { outcome, tally, trail }
}
