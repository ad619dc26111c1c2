import type { Tone } from '../status.tsx'

/** Green for what is adopted, red for what is lost, amber for what waits for another vote. */
export const outcomeTone: Record<'adopted' | 'rejected' | 'no_quorum', Tone> = {
  adopted: 'kept',
  rejected: 'late',
  no_quorum: 'due',
}
