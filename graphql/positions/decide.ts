/** What a poll does to its position: it is put to the vote, and decided when the poll closes. */
import { recommendations } from '../../packages/document/content.ts'
import type { Transaction } from '../../prisma/client.ts'
import type { PollOutcome } from '../../prisma/generated/client/enums.ts'
import { record } from '../audit/record.ts'
import { announce } from '../changes.ts'
import type { Context } from '../context.ts'
import { contentOf } from '../documents/content.ts'
import { announceAccess } from '../documents/log.ts'
import { Refusal } from '../refusal.ts'
import { votable } from './states.ts'

/**
 * Marks a position as put to the vote, in the transaction that opens its poll. From here on all members see it.
 * Refuses (`wrong_state`) one that is being voted on or is adopted.
 */
export async function openVoting(tx: Transaction, positionId: string): Promise<void> {
  const { count } = await tx.position.updateMany({
    where: { id: positionId, status: { in: [...votable] } },
    data: { status: 'voting' },
  })
  if (count === 0) throw new Refusal('wrong_state', { detail: 'position_not_votable' })
  await announce(tx, positionId)
}

/**
 * Gives a position the outcome of its poll, in the transaction that closes the poll. Adopted: its recommendations
 * are taken word for word from the version that was voted on, and followed from now on. Rejected: it can be changed
 * and put to the vote again. Without quorum nothing was decided: it goes back to consultation.
 * Refuses (`wrong_state`) a position that is not being voted on.
 *
 * @throws Error when the version belongs to another document
 */
export async function decidePosition(
  tx: Transaction,
  context: Pick<Context, 'viewer'>,
  positionId: string,
  versionId: string,
  outcome: PollOutcome,
): Promise<void> {
  const position = await tx.position.findUniqueOrThrow({
    where: { id: positionId },
    select: { documentId: true },
  })
  const version = await tx.documentVersion.findUniqueOrThrow({ where: { id: versionId } })
  if (version.documentId !== position.documentId)
    throw new Error(`version ${versionId} is no version of position ${positionId}`)

  const { count } = await tx.position.updateMany({
    where: { id: positionId, status: 'voting' },
    data: { status: outcome === 'no_quorum' ? 'consultation' : outcome },
  })
  if (count === 0) throw new Refusal('wrong_state', { detail: 'position_not_in_vote' })

  if (outcome === 'adopted')
    await tx.recommendation.createMany({
      data: recommendations(contentOf(version.content)).map(({ blockId, text }, index) => ({
        positionId,
        number: index + 1,
        blockId,
        text,
      })),
    })
  await record(
    tx,
    context,
    outcome === 'no_quorum' ? 'position.changed' : `position.${outcome}`,
    positionId,
    { details: { versionId, outcome } },
  )
  await announce(tx, positionId, position.documentId)
  // An adopted text is final: whoever still has it open for writing asks again, and then reads.
  if (outcome === 'adopted') await announceAccess(tx, { documentId: position.documentId })
}
