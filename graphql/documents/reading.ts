/**
 * Reads the log of a text into the rows that its history is shown from: sessions of writing, and the text every
 * `checkpointEvery` edits. Each reading goes on where the last one ended, so a long log is read once. Several processes
 * may read at once: they come to the same rows, and the one that is later gives way.
 */
import { fromUpdates, type NodeJson } from '../../packages/document/content.ts'
import { HistoryReader, type LoggedEdit, type Writing } from '../../packages/live/history.ts'
import type { Database } from '../../prisma/client.ts'

/** Edits between two checkpoints: as many are replayed at most for any point in the log. */
export const checkpointEvery = 5_000

/** Edits after which whatever else the process has to do gets its turn: about ten milliseconds. */
const turnEvery = 500

type Reads = Pick<Database, 'sql'>

const underWay = new WeakMap<Database['sql'], Map<string, Promise<void>>>()

/** Reads what the log holds beyond the last reading. Whoever asks meanwhile, in this process, waits for the same one. */
export function readLog({ sql }: Reads, documentId: string): Promise<void> {
  const readings = underWay.get(sql) ?? new Map<string, Promise<void>>()
  underWay.set(sql, readings)
  const running = readings.get(documentId)
  // An edit may have come after the running one looked; who asks now wants to see it.
  const reading = (running ?? Promise.resolve())
    .then(() => goOn(sql, documentId))
    .finally(() => {
      if (readings.get(documentId) === reading) readings.delete(documentId)
    })
  readings.set(documentId, reading)
  return reading
}

async function goOn(sql: Database['sql'], documentId: string): Promise<void> {
  for (;;) {
    const [state] = await sql.query<{ head: number; read: number }>(
      `SELECT head, coalesce((SELECT seq FROM document_reading WHERE document_id = $1), 0) AS read
       FROM document WHERE id = $1`,
      [documentId],
    )
    if (state === undefined || state.read >= state.head) return
    const reader = await readerAt(sql, documentId, state.read)
    try {
      if (await readTo(sql, documentId, reader, state.read, state.head)) return
    } finally {
      reader.close()
    }
  }
}

/** A reader as an earlier reading left it after the edit `read`. */
async function readerAt(sql: Database['sql'], documentId: string, read: number): Promise<HistoryReader> {
  if (read === 0) return new HistoryReader()
  const open = await sql.query<Writing>(
    `SELECT first_seq AS "firstSeq", last_seq AS "lastSeq", author_id AS "authorId",
            organisation_id AS "organisationId", began_at AS "beganAt", ended_at AS "endedAt", edits,
            words_added AS "wordsAdded", words_struck AS "wordsStruck", items, struck
     FROM document_writing WHERE document_id = $1 AND open ORDER BY first_seq`,
    [documentId],
  )
  return HistoryReader.from(await updatesUpTo(sql, documentId, read), open)
}

/** @returns `false` when another process got further meanwhile */
async function readTo(
  sql: Database['sql'],
  documentId: string,
  reader: HistoryReader,
  from: number,
  head: number,
): Promise<boolean> {
  for (let read = from; read < head; ) {
    const upTo = Math.min(head, (Math.floor(read / checkpointEvery) + 1) * checkpointEvery)
    const edits = await sql.query<LoggedEdit>(
      `SELECT seq, author_id AS "authorId", organisation_id AS "organisationId", created_at AS at, bytes
       FROM document_update WHERE document_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`,
      [documentId, read, upTo],
    )
    for (const [index, edit] of edits.entries()) {
      reader.read(edit)
      if (index % turnEvery === turnEvery - 1) await new Promise(resolve => setImmediate(resolve))
    }
    if (!(await save(sql, documentId, reader, read, upTo))) return false
    read = upTo
  }
  return true
}

const saveStatement = `
  WITH reading AS (
    INSERT INTO document_reading (document_id, seq) VALUES ($1, $3)
    ON CONFLICT (document_id) DO UPDATE SET seq = EXCLUDED.seq WHERE document_reading.seq = $2
    RETURNING document_id
  ), checkpoint AS (
    INSERT INTO document_checkpoint (document_id, seq, bytes)
    SELECT document_id, $3, decode($5, 'base64') FROM reading WHERE $5 <> ''
    ON CONFLICT DO NOTHING
  ), writing AS (
    INSERT INTO document_writing (document_id, first_seq, last_seq, author_id, organisation_id, began_at, ended_at,
                                  edits, words_added, words_struck, items, struck, open)
    SELECT document_id, "firstSeq", "lastSeq", "authorId", "organisationId", "beganAt", "endedAt", edits,
           "wordsAdded", "wordsStruck", items, struck, open
    FROM reading, jsonb_to_recordset($4::jsonb) AS writing (
      "firstSeq" int, "lastSeq" int, "authorId" text, "organisationId" text, "beganAt" timestamptz,
      "endedAt" timestamptz, edits int, "wordsAdded" int, "wordsStruck" int, items jsonb, struck jsonb, open boolean)
    ON CONFLICT (document_id, first_seq) DO UPDATE SET
      last_seq = EXCLUDED.last_seq, ended_at = EXCLUDED.ended_at, edits = EXCLUDED.edits,
      words_added = EXCLUDED.words_added, words_struck = EXCLUDED.words_struck, items = EXCLUDED.items,
      struck = EXCLUDED.struck, open = EXCLUDED.open
  )
  SELECT document_id FROM reading`

async function save(
  sql: Database['sql'],
  documentId: string,
  reader: HistoryReader,
  from: number,
  upTo: number,
): Promise<boolean> {
  const { over, open } = reader.take()
  const writings = [
    ...over.map(writing => ({ ...writing, open: false })),
    ...open.map(writing => ({ ...writing, open: true })),
  ]
  const state = upTo % checkpointEvery === 0 ? Buffer.from(reader.state()).toString('base64') : ''
  const saved = await sql.query(saveStatement, [documentId, from, upTo, JSON.stringify(writings), state])
  return saved.length > 0
}

/**
 * The document after the edit `seq` as updates to apply in order: the nearest checkpoint or snapshot before it, then
 * the edits of the log up to it. One statement, hence one moment.
 */
async function updatesUpTo(sql: Database['sql'], documentId: string, seq: number): Promise<Uint8Array[]> {
  const rows = await sql.query<{ bytes: Uint8Array }>(
    `WITH kept AS (
       SELECT seq, bytes FROM (
         (SELECT seq, bytes FROM document_checkpoint
          WHERE document_id = $1 AND seq <= $2 ORDER BY seq DESC LIMIT 1)
         UNION ALL
         SELECT seq, bytes FROM document_snapshot WHERE document_id = $1 AND seq <= $2
       ) AS either ORDER BY seq DESC LIMIT 1
     )
     SELECT bytes FROM (
       SELECT seq, bytes FROM kept
       UNION ALL
       SELECT seq, bytes FROM document_update
       WHERE document_id = $1 AND seq <= $2 AND seq > coalesce((SELECT seq FROM kept), 0)
     ) AS log ORDER BY seq`,
    [documentId, seq],
  )
  return rows.map(({ bytes }) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/** The text as it was after the edit `seq`; 0 is before the first one. */
export async function textAt({ sql }: Reads, documentId: string, seq: number): Promise<NodeJson> {
  return fromUpdates(await updatesUpTo(sql, documentId, seq))
}

/** Texts of which more edits than this were not read yet are read without being asked for. */
const behind = 500

/** Reads what was written lately, so that nobody waits for it: the clock asks every minute. */
export async function readBusyLogs(database: Reads): Promise<void> {
  const busy = await database.sql.query<{ id: string }>(
    `SELECT document.id FROM document LEFT JOIN document_reading ON document_reading.document_id = document.id
     WHERE document.head - coalesce(document_reading.seq, 0) > $1 ORDER BY document.id LIMIT 20`,
    [behind],
  )
  for (const { id } of busy) await readLog(database, id)
}
