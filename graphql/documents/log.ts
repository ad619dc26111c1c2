/**
 * The durable log of edits on our tables, and the way between processes on NOTIFY: the ports of packages/live.
 * `document.head` is raised in the statement that appends, which locks the document's row until the commit: so when
 * a `seq` can be seen, no smaller one of that document can still appear.
 */
import type { Announcement, Bus, NewUpdate, StoredDocument, UpdateLog } from '../../packages/live/ports.ts'
import type { Database, Transaction } from '../../prisma/client.ts'

const channel = 'live'

/** One edit, which is what most commits hold: half the time of the statement for many. */
const appendOneStatement = `
  WITH raised AS (
    UPDATE document SET head = head + 1 WHERE id = $1 RETURNING id, head
  ), stored AS (
    INSERT INTO document_update (document_id, seq, author_id, organisation_id, bytes)
    SELECT id, head, $2, $3, decode($4, 'base64') FROM raised
  )
  SELECT head,
         pg_notify('${channel}', json_build_object(
           'kind', 'updates', 'origin', $5::text, 'documentId', id, 'seq', head)::text)
  FROM raised`

/** Documents are locked in the order of their ids, so that two batches never wait for each other in a circle. */
const appendStatement = `
  WITH edit AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
      WITH ORDINALITY AS edit (document_id, author_id, organisation_id, bytes, place)
  ), locked AS (
    SELECT id FROM document WHERE id = ANY ($1) ORDER BY id FOR UPDATE
  ), raised AS (
    UPDATE document SET head = head + added.count
    FROM (SELECT document_id, count(*)::int AS count FROM edit GROUP BY document_id) AS added
    WHERE document.id = added.document_id AND document.id IN (SELECT id FROM locked)
    RETURNING document.id, document.head, document.head - added.count AS base
  ), stored AS (
    INSERT INTO document_update (document_id, seq, author_id, organisation_id, bytes)
    SELECT raised.id,
           raised.base + row_number() OVER (PARTITION BY edit.document_id ORDER BY edit.place),
           edit.author_id, edit.organisation_id, decode(edit.bytes, 'base64')
    FROM edit JOIN raised ON raised.id = edit.document_id
  )
  SELECT raised.id AS "documentId", raised.base,
         pg_notify('${channel}', json_build_object(
           'kind', 'updates', 'origin', $5::text, 'documentId', raised.id, 'seq', raised.head)::text)
  FROM raised`

const loadStatement = `
  SELECT 'snapshot' AS kind, seq, bytes FROM document_snapshot WHERE document_id = $1
  UNION ALL
  SELECT 'update', seq, bytes FROM document_update
  WHERE document_id = $1
    AND seq > coalesce((SELECT seq FROM document_snapshot WHERE document_id = $1), 0)
  ORDER BY seq`

interface StoredRow {
  kind: 'snapshot' | 'update'
  seq: number
  bytes: Uint8Array
}

/** PostgreSQL's driver answers Buffers; the port speaks of plain bytes. */
const plain = ({ seq, bytes }: Pick<StoredRow, 'seq' | 'bytes'>) => ({
  seq,
  bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
})

const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')

export function openUpdateLog({ sql }: Pick<Database, 'sql'>): UpdateLog {
  async function appendOne(update: NewUpdate, origin: string): Promise<number> {
    const { documentId, authorId, organisationId, bytes } = update
    const [row] = await sql.query<{ head: number }>(
      appendOneStatement,
      [documentId, authorId, organisationId, base64(bytes), origin],
      'append_one_edit',
    )
    if (row === undefined) throw new Error('an edit of a document that does not exist')
    return row.head
  }

  return {
    async append(batch: readonly NewUpdate[], origin) {
      const [first] = batch
      if (first !== undefined && batch.length === 1) return [await appendOne(first, origin)]
      const rows = await sql.query<{ documentId: string; base: number }>(
        appendStatement,
        [
          batch.map(update => update.documentId),
          batch.map(update => update.authorId),
          batch.map(update => update.organisationId),
          batch.map(update => base64(update.bytes)),
          origin,
        ],
        'append_edits',
      )
      const next = new Map(rows.map(row => [row.documentId, row.base]))
      return batch.map(({ documentId }) => {
        const base = next.get(documentId)
        if (base === undefined) throw new Error('an edit of a document that does not exist')
        next.set(documentId, base + 1)
        return base + 1
      })
    },
    async load(documentId): Promise<StoredDocument | null> {
      const rows = await sql.query<StoredRow>(loadStatement, [documentId])
      if (rows.length === 0) return null
      const snapshot = rows.find(row => row.kind === 'snapshot')
      return {
        snapshot: snapshot === undefined ? null : plain(snapshot),
        updates: rows.filter(row => row.kind === 'update').map(plain),
      }
    },
    async read(documentId, after) {
      const rows = await sql.query<StoredRow>(
        'SELECT seq, bytes FROM document_update WHERE document_id = $1 AND seq > $2 ORDER BY seq',
        [documentId, after],
      )
      return rows.map(plain)
    },
    async heads(documentIds) {
      const rows = await sql.query<{ id: string; head: number }>(
        'SELECT id, head FROM document WHERE id = ANY ($1) AND head > 0',
        [[...documentIds]],
      )
      return new Map(rows.map(({ id, head }) => [id, head]))
    },
    async saveSnapshot(documentId, { seq, bytes }) {
      await sql.query(
        `INSERT INTO document_snapshot (document_id, seq, bytes) VALUES ($1, $2, decode($3, 'base64'))
         ON CONFLICT (document_id) DO UPDATE SET seq = EXCLUDED.seq, bytes = EXCLUDED.bytes, created_at = now()
         WHERE document_snapshot.seq < EXCLUDED.seq`,
        [documentId, seq, Buffer.from(bytes).toString('base64')],
      )
    },
  }
}

/**
 * Appends an edit that a command makes, as part of what it does: it is in the log, and heard of by every process, when
 * and only when `tx` commits. Until then whoever writes into the document waits.
 *
 * @returns its `seq`
 */
export async function appendEdit(tx: Transaction, edit: NewUpdate): Promise<number> {
  const { documentId, authorId, organisationId, bytes } = edit
  const [row] = await tx.$queryRaw<
    { head: number }[]
  >`UPDATE document SET head = head + 1 WHERE id = ${documentId} RETURNING head`
  if (row === undefined) throw new Error('an edit of a document that does not exist')
  const seq = row.head
  await tx.documentUpdate.create({
    data: { documentId, seq, authorId, organisationId, bytes: new Uint8Array(bytes) },
    select: { seq: true },
  })
  const announcement: Announcement = { kind: 'updates', origin: 'command', documentId, seq }
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${JSON.stringify(announcement)})`
  return seq
}

function readAnnouncement(payload: string): Announcement | undefined {
  try {
    // Only our own processes and commands can notify on the channel.
    return JSON.parse(payload) as Announcement
  } catch {
    return undefined
  }
}

/** Opens the way between processes; `close` leaves it. */
export async function openBus(database: Database): Promise<Bus & { close(): Promise<void> }> {
  const listeners = new Set<{ tell: (announcement: Announcement) => void; onGap: (() => void) | undefined }>()
  const stop = await database.listen(
    channel,
    payload => {
      const announcement = readAnnouncement(payload)
      if (announcement !== undefined) for (const { tell } of listeners) tell(announcement)
    },
    () => {
      for (const { onGap } of listeners) onGap?.()
    },
  )
  return {
    subscribe(tell, onGap) {
      const listener = { tell, onGap }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async publish(announcement) {
      await database.sql.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify(announcement)])
    },
    close: stop,
  }
}

/**
 * Says, when `tx` commits, that access may have changed: every process closes the matching sockets, and each page
 * asks again. All keys that are given must match; an empty scope is refused, since it would close everyone's.
 */
export async function announceAccess(
  tx: Transaction,
  scope: { personId?: string; organisationId?: string; documentId?: string },
): Promise<void> {
  if (Object.values(scope).every(value => value === undefined))
    throw new RangeError('an access change touches somebody')
  const announcement: Announcement = { kind: 'access', origin: 'command', scope, reason: 'access-changed' }
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${JSON.stringify(announcement)})`
}
