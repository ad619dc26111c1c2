import type { Participant } from './ports.ts'

/** What others see beside a caret. */
export interface PresentPerson {
  name: string
  organisation: string
  colour: string
}

/** What everyone in a document may know of a participant; ids stay on the server. */
export function presentPerson(participant: Participant): PresentPerson {
  const { name, organisation, colour } = participant
  return { name, organisation, colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#475569' }
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
    const { cursor } = state
    for (const key of Object.keys(state)) delete state[key]
    state.user = user
    if (cursor !== undefined) state.cursor = cursor
  }
}
