import { toText } from '../../packages/document/content.ts'
import { contentHash } from '../../packages/document/version.ts'
import type { Transaction } from '../../prisma/client.ts'
import { record } from '../audit/record.ts'
import { announce } from '../changes.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { currentText } from './current.ts'

/**
 * Freezes the text of a document as it is now: a numbered version with its content hash, which nobody changes
 * afterwards, while the draft goes on. The document's row is locked first, so that two people who freeze at once get
 * the numbers n and n + 1, and no edit lands between the text that is read and the version that is written.
 * Refuses (`wrong_state`) a text without words, and one that is letter for letter the latest version.
 *
 * @param name of the version, may be empty
 * @returns the version's id and number
 */
export async function freeze(
  tx: Transaction,
  context: Pick<Context, 'viewer'>,
  documentId: string,
  name: string,
): Promise<{ id: string; number: number }> {
  await tx.$queryRaw`SELECT id FROM document WHERE id = ${documentId} FOR UPDATE`
  const content = await currentText(tx, documentId)
  if (toText(content).trim() === '') throw new Refusal('wrong_state', { detail: 'text_is_empty' })
  const hash = await contentHash(content)
  const latest = await tx.documentVersion.findFirst({
    where: { documentId },
    orderBy: { number: 'desc' },
    select: { number: true, hash: true },
  })
  if (latest?.hash === hash)
    throw new Refusal('wrong_state', { detail: 'version_unchanged', values: { number: latest.number } })

  const version = await tx.documentVersion.create({
    data: {
      documentId,
      number: (latest?.number ?? 0) + 1,
      name,
      hash,
      content: JSON.parse(JSON.stringify(content)),
      frozenById: context.viewer.person?.id ?? null,
    },
    select: { id: true, number: true },
  })
  await record(tx, context, 'document.version_frozen', documentId, {
    details: { versionId: version.id, number: version.number, hash },
  })
  await announce(tx, documentId)
  return version
}
