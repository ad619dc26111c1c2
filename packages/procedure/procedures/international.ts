import type { Procedure } from '../stage.ts'
import { withdrawn } from './shared.ts'

/** International instruments and processes, and whatever fits no other procedure: its stages are free. */
export const international: Procedure = {
  key: 'international',
  name: { ro: 'Instrument sau proces internațional', en: 'International instrument or process' },
  free: true,
  stages: [
    { key: 'launched', name: { ro: 'Lansat', en: 'Launched' }, next: [] },
    { key: 'negotiation', name: { ro: 'Negociere', en: 'Negotiation' }, next: [], repeats: true },
    { key: 'adopted', name: { ro: 'Adoptat', en: 'Adopted' }, next: [] },
    { key: 'signed', name: { ro: 'Semnat', en: 'Signed' }, next: [] },
    { key: 'ratified', name: { ro: 'Ratificat', en: 'Ratified' }, next: [] },
    { key: 'in_force', name: { ro: 'În vigoare', en: 'In force' }, next: [] },
    { key: 'implementation', name: { ro: 'Implementare', en: 'Implementation' }, next: [], repeats: true },
    { key: 'reporting', name: { ro: 'Raportare', en: 'Reporting' }, next: [], repeats: true },
    { key: 'review', name: { ro: 'Evaluare', en: 'Review' }, next: [], repeats: true },
    withdrawn,
  ],
}
