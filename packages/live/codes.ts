/**
 * Why the server closed a socket, by a name that stays: the page translates it (`documents:closed.<name>`).
 * `next` is what the page does next:
 * - `retry`: connects again by itself, unsent text is sent then;
 * - `reload`: loads itself again, because its editor is too old for the document;
 * - `stop`: stays closed, says why, and offers unsent text for copying.
 *
 * Codes from 4000 are free for applications (RFC 6455, 7.4.2); where HTTP has a status for it, the code is 4000
 * plus that status.
 */
export const closes = {
  malformed: { code: 4400, next: 'stop' },
  'not-signed-in': { code: 4401, next: 'stop' },
  'not-allowed': { code: 4403, next: 'stop' },
  'not-found': { code: 4404, next: 'stop' },
  /** A guest's text was closed to them; the reason tells since when (`closedSince`). */
  'access-ended': { code: 4410, next: 'stop' },
  'access-changed': { code: 4409, next: 'retry' },
  'document-too-large': { code: 4413, next: 'stop' },
  'editor-too-old': { code: 4426, next: 'reload' },
  'too-much-at-once': { code: 4429, next: 'retry' },
  'load-failed': { code: 4500, next: 'retry' },
  'shutting-down': { code: 4503, next: 'retry' },
  'server-too-old': { code: 4505, next: 'retry' },
  'store-failed': { code: 4507, next: 'retry' },
  /** Hocuspocus' own: it met a message that it could not handle. */
  reset: { code: 4205, next: 'retry' },
  /** Hocuspocus' own: nothing was heard for a minute. */
  silent: { code: 4408, next: 'retry' },
  /** The WebSocket library's own answer to a message over its size limit (RFC 6455, 7.4.1). */
  'message-too-large': { code: 1009, next: 'stop' },
} as const satisfies Record<string, { code: number; next: 'retry' | 'reload' | 'stop' }>

export type CloseName = keyof typeof closes

const names = Object.keys(closes) as CloseName[]

/** The name of a close code; `null` for a code that is not ours (a lost network, a proxy), which means retry. */
export function closeName(code: number): CloseName | null {
  return names.find(name => closes[name].code === code) ?? null
}

/**
 * The text of a close frame: the name, and for access that ended since when, an instant (ISO 8601) or a last day
 * (`YYYY-MM-DD`). At most 123 bytes (RFC 6455, 5.5).
 */
export function closeReason(name: CloseName, since?: string): string {
  return since === undefined ? name : `${name} ${since}`
}

/** What `closeReason` told beside the name; `null` where it told nothing. */
export function closedSince(reason: string): string | null {
  return /^access-ended (\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)$/.exec(reason)?.[1] ?? null
}

/** The path of the WebSocket. */
export const livePath = '/live'

/** The stateless message that says: received, not stored yet. Sent only when storing takes long. */
export const receivedMessage = 'received'

/** What a page sends as Hocuspocus token. Who it is comes from its cookie. */
export interface Handshake {
  /** `documentSchemaVersion` of the page's editor. */
  schemaVersion: number
}

/** The handshake as the token string of the provider. */
export function handshakeToken(handshake: Handshake): string {
  return JSON.stringify(handshake)
}

/** Reads a token; `null` when it is not a handshake. */
export function readHandshake(token: string): Handshake | null {
  if (token.length > 1000) return null
  try {
    const value: unknown = JSON.parse(token)
    if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return null
    const { schemaVersion } = value
    return Number.isInteger(schemaVersion) ? { schemaVersion: Number(schemaVersion) } : null
  } catch {
    return null
  }
}
