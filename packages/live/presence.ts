import type { Participant } from './ports.ts'

/** What others see beside a caret. `color` is spelt as the caret extension spells it. */
export interface PresentPerson {
  name: string
  organisation: string
  /** Each page says it in its own language. */
  guest: boolean
  color: string
}

/** What everyone in a document may know of a participant; ids stay on the server. */
export function presentPerson(participant: Participant): PresentPerson {
  const { name, organisation, guest = false, colour } = participant
  return { name, organisation, guest, color: /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#475569' }
}

/**
 * Rewrites what a client says about presence, in place: of its own state only the caret is kept, who it is comes
 * from the server, and states of other connections are dropped.
 *
 * @param states client id → state, as Hocuspocus decoded them
 * @param ownerOf the person to whom a client id belongs already; `undefined` while it is free
 */
export function authenticPresence(
  states: Map<number, Record<string, unknown>>,
  participant: Participant,
  ownerOf: (clientId: number) => string | undefined,
): void {
  const user = presentPerson(participant)
  for (const [clientId, state] of states) {
    const owner = ownerOf(clientId)
    if (owner !== undefined && owner !== participant.personId) {
      states.delete(clientId)
      continue
    }
    const cursor = caret(state.cursor)
    for (const key of Object.keys(state)) delete state[key]
    state.user = user
    if (cursor) state.cursor = cursor
  }
}

/** A selection as two Yjs relative positions. Any other form would throw in every editor that draws it. */
function caret(value: unknown): { anchor: object; head: object } | null {
  if (typeof value !== 'object' || value === null || !('anchor' in value) || !('head' in value)) return null
  const anchor = relativePosition(value.anchor)
  const head = relativePosition(value.head)
  return anchor && head && { anchor, head }
}

function relativePosition(value: unknown): object | null {
  if (typeof value !== 'object' || value === null) return null
  const { type, tname, item, assoc } = value as Record<string, unknown>
  const known = {
    ...(isId(type) ? { type: { client: type.client, clock: type.clock } } : {}),
    ...(typeof tname === 'string' ? { tname } : {}),
    ...(isId(item) ? { item: { client: item.client, clock: item.clock } } : {}),
    ...(typeof assoc === 'number' ? { assoc } : {}),
  }
  return 'type' in known || 'tname' in known || 'item' in known ? known : null
}

function isId(value: unknown): value is { client: number; clock: number } {
  if (typeof value !== 'object' || value === null) return false
  const { client, clock } = value as Record<string, unknown>
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock)
}
