import { type NodeJson, toUpdate } from '../../packages/document/content.ts'
import { documentSchemaVersion } from '../../packages/document/schema.ts'
import type { Transaction } from '../../prisma/client.ts'

/**
 * Creates a document that begins as `json`: its row, and the first row of its log. Afterwards the log is the truth,
 * so this is the only place where a document is made from JSON.
 *
 * @param author of the first row; null for the system
 * @returns the document's id
 * @throws RangeError when `json` is not a document
 */
export async function createDocument(
  tx: Transaction,
  json: NodeJson,
  author: { personId: string | null; organisationId: string | null },
  id?: string,
): Promise<string> {
  const document = await tx.document.create({
    data: {
      ...(id === undefined ? {} : { id }),
      schemaVersion: documentSchemaVersion,
      head: 1,
      updates: {
        create: {
          seq: 1,
          authorId: author.personId,
          organisationId: author.organisationId,
          bytes: toUpdate(json),
        },
      },
    },
    select: { id: true },
  })
  return document.id
}
