import type { Prisma, Transaction } from '../../prisma/client.ts'
import { found } from '../refusal.ts'

/**
 * Takes the poll's row before looking at it. Ballots hold it shared, so that they do not wait for each other; opening
 * and closing hold it alone, so that each ballot is either in the result or refused, never neither.
 */
export async function lockPoll(
  tx: Transaction,
  pollId: string,
  hold: 'shared' | 'alone',
  visible: Prisma.PollWhereInput,
) {
  if (hold === 'shared') await tx.$queryRaw`SELECT id FROM poll WHERE id = ${pollId} FOR SHARE`
  else await tx.$queryRaw`SELECT id FROM poll WHERE id = ${pollId} FOR UPDATE`
  return found(await tx.poll.findFirst({ where: { id: pollId, AND: [visible] } }))
}
