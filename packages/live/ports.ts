import type { CloseName } from './codes.ts'

/** Who stands behind a connection, as the others see them. The server's word; a client cannot change it. */
export interface Participant {
  personId: string
  /** The name that the person goes by. */
  name: string
  /** `null` for somebody who acts for no organisation. */
  organisationId: string | null
  organisation: string
  /** Somebody from outside, to whom this document alone is open: shown in place of an organisation. */
  guest?: boolean
  /** Of the caret: `#rrggbb`. */
  colour: string
}

export type Access = Participant & {
  access: 'write' | 'read'
  /** Every organisation whose change may change this answer; left out: only `organisationId`. */
  organisationIds?: readonly string[]
  /** When the access ends by itself (a guest's last day); the socket closes then. */
  until?: Date
}

export type Refusal =
  | { refused: 'not-signed-in' | 'not-allowed' | 'not-found' }
  /** It was open to this person before. `since`: the instant (ISO 8601) or the last day (`YYYY-MM-DD`), as the page says it. */
  | { refused: 'access-ended'; since: string }

/** Who may open a document. Answers with the same rules as the pages (`access.ts`). */
export interface Gate {
  /**
   * @param ask.headers of the upgrade request, with the session's cookie
   * @param ask.documentId as the page asked for it: any string, check its form
   * @param ask.schemaVersion of the page's editor, not older than the server's
   */
  authorise(ask: { headers: Headers; documentId: string; schemaVersion: number }): Promise<Access | Refusal>
}

/** One edit on its way into the log. */
export interface NewUpdate {
  documentId: string
  /** Who made it; `null` for the system itself. */
  authorId: string | null
  organisationId: string | null
  /** A Yjs update (v1). */
  bytes: Uint8Array
}

/** One edit of the log. */
export interface StoredUpdate {
  /** 1, 2, 3, … in each document, without gaps. */
  seq: number
  bytes: Uint8Array
}

/** What a document is built from: the snapshot, then every update after it. */
export interface StoredDocument {
  snapshot: { seq: number; bytes: Uint8Array } | null
  /** In order, `seq` above the snapshot's. */
  updates: StoredUpdate[]
}

/**
 * The durable, append-only log of edits. `tests/support/updateLog.ts` holds the suite that each implementation
 * must pass.
 *
 * The one invariant that all depends on: **when `load`, `read` or `heads` shows `seq` n, no update of that document
 * with a smaller `seq` can still appear**. A number drawn inside a transaction can become visible after a later one,
 * so appends to one document must be serialised until they commit (for example by drawing the numbers with an
 * `UPDATE … RETURNING` of the document's row).
 */
export interface UpdateLog {
  /**
   * Stores all of `batch` or nothing, and announces it to the other processes (`updates`) in the same statement.
   *
   * @param origin of the announcement, so that a process knows its own
   * @returns the `seq` of each update, in the order of `batch`, once all are COMMITTED
   * @throws when nothing was stored, or when that is not known; the same bytes may then come again, which is harmless
   */
  append(batch: readonly NewUpdate[], origin: string): Promise<number[]>
  /** @returns `null` when the log holds nothing of the document: it was never created, or is not here */
  load(documentId: string): Promise<StoredDocument | null>
  /** The updates with `seq` above `after`, in order. */
  read(documentId: string, after: number): Promise<StoredUpdate[]>
  /** The highest `seq` of each of the documents; those without one are left out. */
  heads(documentIds: readonly string[]): Promise<Map<string, number>>
  /**
   * Keeps the document as it was after `seq`, so that it loads faster. Deletes nothing. An older one than the one
   * that is kept is ignored.
   */
  saveSnapshot(documentId: string, snapshot: { seq: number; bytes: Uint8Array }): Promise<void>
}

/** Whose sockets an access change touches. All keys that are given must match; at least one must be given. */
export interface Scope {
  personId?: string
  organisationId?: string
  documentId?: string
}

/**
 * What processes tell each other. An announcement says what changed and never carries text: a lost one costs time,
 * not truth.
 */
export type Announcement =
  | { kind: 'updates'; origin: string; documentId: string; seq: number }
  | { kind: 'access'; origin: string; scope: Scope; reason: CloseName }
  /** Carets, as a base64 awareness update of at most 4,000 characters; may be lost. */
  | { kind: 'presence'; origin: string; documentId: string; update: string }

/** The way between processes: PostgreSQL's NOTIFY, at most 8,000 bytes an announcement. */
export interface Bus {
  /**
   * @param onGap is told that announcements may have been lost: the connection that hears them was opened again
   * @returns a function that ends the subscription
   */
  subscribe(listener: (announcement: Announcement) => void, onGap?: () => void): () => void
  publish(announcement: Announcement): Promise<void>
}

/** As much of pino as is used here. */
export interface Logger {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Bounds, all in bytes or milliseconds. */
export interface Limits {
  /** Of one message; a larger one closes the socket. */
  messageBytes: number
  /** Of a document's state; a longer text is refused, deleting stays possible. */
  documentBytes: number
  /** Of what may wait before the gate has answered. */
  unauthenticatedBytes: number
  /** Of one page's edits that wait for their commit; beyond, the page's next edit is taken when they are stored. */
  unacknowledgedEdits: number
  /** The least time from one commit to the next: what arrives in between shares the next one. */
  commitEveryMs: number
  /** After this long without an answer an append counts as failed. */
  appendMs: number
  /** An append that takes longer than this tells the page that its text was received. */
  slowAppendMs: number
  /** How often open documents are compared with the log, in case an announcement was lost. */
  healEveryMs: number
  /**
   * How often the gate is asked again about every open socket: for rights that end on a date, and in case an
   * announcement was lost without anybody noticing.
   */
  recheckEveryMs: number
  /** Updates after which a snapshot is made. */
  snapshotEvery: number
}

export const defaultLimits: Limits = {
  messageBytes: 2 * 1024 * 1024,
  documentBytes: 8 * 1024 * 1024,
  unauthenticatedBytes: 1024 * 1024,
  unacknowledgedEdits: 100,
  commitEveryMs: 20,
  appendMs: 15_000,
  slowAppendMs: 250,
  healEveryMs: 5_000,
  recheckEveryMs: 60_000,
  snapshotEvery: 500,
}
