import { fromUpdates, type NodeJson } from '../../packages/document/content.ts'
import type { Transaction } from '../../prisma/client.ts'

type Reads = Pick<Transaction, '$queryRaw'>

/**
 * The text of a document now. Every acknowledged edit is in the log, so this is what the people who write see, also
 * while they write.
 */
export async function currentText(database: Reads, documentId: string): Promise<NodeJson> {
  return fromUpdates(await currentUpdates(database, documentId))
}

/** The same as updates to apply in order. One statement, hence one moment: the snapshot and exactly the rows after it. */
export async function currentUpdates(database: Reads, documentId: string): Promise<Uint8Array[]> {
  const rows = await database.$queryRaw<{ bytes: Uint8Array }[]>`
    WITH kept AS (SELECT seq, bytes FROM document_snapshot WHERE document_id = ${documentId})
    SELECT bytes FROM (
      SELECT seq, bytes FROM kept
      UNION ALL
      SELECT seq, bytes FROM document_update
      WHERE document_id = ${documentId} AND seq > coalesce((SELECT seq FROM kept), 0)
    ) AS log ORDER BY seq`
  return rows.map(row => row.bytes)
}
