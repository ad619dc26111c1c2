/** Reads what was derived from the log of a text (`reading.ts`), with the names of who wrote. */
import type { ItemRange } from '../../packages/live/history.ts'
import type { Database } from '../../prisma/client.ts'

/** Who wrote. `personId` is null for the platform itself, `name` also for a person whose row is gone. */
export interface Author {
  personId: string | null
  name: string | null
  organisation: string | null
  gone: boolean
}

export interface Session extends Author {
  firstSeq: number
  lastSeq: number
  beganAt: Date
  endedAt: Date
  edits: number
  wordsAdded: number
  wordsStruck: number
}

/** An older text that somebody made the text again, as the edit `seq`. */
export interface Restoration extends Author {
  seq: number
  point: string
  at: Date
}

type Reads = Pick<Database, 'sql'>

const author = `
  person.name, organisation.short_name AS organisation,
  (person.disabled_at IS NOT NULL OR (written.person_id IS NOT NULL AND person.id IS NULL)) AS gone`

const joined = `
  LEFT JOIN person ON person.id = written.person_id
  LEFT JOIN organisation ON organisation.id = written.organisation_id`

/** Sessions of writing, the latest first. `before`: only those that began before this edit. */
export function sessionsOf(
  { sql }: Reads,
  documentId: string,
  { first, before }: { first: number; before: number | null },
): Promise<Session[]> {
  return sql.query<Session>(
    `SELECT first_seq AS "firstSeq", last_seq AS "lastSeq", began_at AS "beganAt", ended_at AS "endedAt", edits,
            words_added AS "wordsAdded", words_struck AS "wordsStruck", person_id AS "personId", ${author}
     FROM (SELECT *, author_id AS person_id FROM document_writing
           WHERE document_id = $1 AND ($2::int IS NULL OR first_seq < $2)
           ORDER BY first_seq DESC LIMIT $3) AS written ${joined}
     ORDER BY first_seq DESC`,
    [documentId, before, first],
  )
}

/** What was restored, the latest first; the audit trail keeps it. */
export function restorationsOf({ sql }: Reads, documentId: string): Promise<Restoration[]> {
  return sql.query<Restoration>(
    `SELECT (details->>'seq')::int AS seq, details->>'point' AS point, at, person_id AS "personId", ${author}
     FROM audit_entry AS written ${joined}
     WHERE subject_id = $1 AND action = 'document.restored'
     ORDER BY written.seq DESC LIMIT 200`,
    [documentId],
  )
}

/** Who wrote the items of one range, and when; ranges are cut where one author's end and another's begin. */
export interface Authorship extends Author, ItemRange {
  at: Date
}

/** Who brought these items into the document. Items that are not in the log yet are left out. */
export function authorsOf(
  { sql }: Reads,
  documentId: string,
  asked: readonly ItemRange[],
): Promise<Authorship[]> {
  return sql.query<Authorship>(
    `SELECT asked.client::float8 AS client, greatest(asked.from, range.from)::float8 AS from,
            least(asked.to, range.to)::float8 AS to, written.began_at AS at, written.person_id AS "personId", ${author}
     FROM (SELECT *, author_id AS person_id FROM document_writing WHERE document_id = $1) AS written
     CROSS JOIN LATERAL jsonb_to_recordset(written.items) AS range (client bigint, "from" bigint, "to" bigint)
     JOIN jsonb_to_recordset($2::jsonb) AS asked (client bigint, "from" bigint, "to" bigint)
       ON asked.client = range.client AND asked.from < range.to AND range.from < asked.to
     ${joined}
     ORDER BY asked.client, 2`,
    [documentId, JSON.stringify(asked)],
  )
}
