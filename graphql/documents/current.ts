import { fromUpdates, type NodeJson } from '../../packages/document/content.ts'
import type { Transaction } from '../../prisma/client.ts'

/**
 * The text of a document now. Every acknowledged edit is in the log, so this is what the people who write see, also
 * while they write. One statement, hence one moment: the snapshot and exactly the rows after it.
 */
export async function currentText(
  database: Pick<Transaction, '$queryRaw'>,
  documentId: string,
): Promise<NodeJson> {
  const rows = await database.$queryRaw<{ bytes: Uint8Array }[]>`
    WITH kept AS (SELECT seq, bytes FROM document_snapshot WHERE document_id = ${documentId})
    SELECT bytes FROM (
      SELECT seq, bytes FROM kept
      UNION ALL
      SELECT seq, bytes FROM document_update
      WHERE document_id = ${documentId} AND seq > coalesce((SELECT seq FROM kept), 0)
    ) AS log ORDER BY seq`
  return fromUpdates(rows.map(row => row.bytes))
}
