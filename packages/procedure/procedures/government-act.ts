import type { Procedure, Stage } from '../stage.ts'
import { enterIntoForceAfterThreeDays, rejected, withdrawn } from './shared.ts'

const stages: readonly Stage[] = [
  {
    key: 'drafting',
    name: { ro: 'În lucru', en: 'Drafting' },
    next: ['notice', 'endorsement', 'withdrawn'],
  },
  {
    key: 'notice',
    name: { ro: 'Anunț de transparență', en: 'Public notice' },
    next: ['proposals_open', 'withdrawn'],
    starts: [
      {
        key: 'endorsement_earliest',
        name: { ro: 'Cel mai devreme la avizare', en: 'Earliest endorsement' },
        to: 'endorsement',
        days: 30,
        unit: 'working',
        counting: 'first_day_not_counted',
        onClosedDay: 'stays',
        bound: 'earliest',
        source: 'Legea 52/2003, art. 7 alin. (1)',
        confirmed: true,
      },
    ],
    source: 'Legea 52/2003, art. 7',
  },
  {
    key: 'proposals_open',
    name: { ro: 'Se primesc propuneri', en: 'Proposals open' },
    next: ['public_debate', 'response', 'withdrawn'],
    starts: [
      {
        key: 'proposals',
        name: { ro: 'Cel mai devreme se închide primirea propunerilor', en: 'Earliest close of proposals' },
        to: 'response',
        days: 10,
        unit: 'calendar',
        counting: 'first_day_not_counted',
        onClosedDay: 'stays',
        bound: 'earliest',
        source: 'Legea 52/2003, art. 7 alin. (4)',
        confirmed: true,
      },
    ],
    source: 'Legea 52/2003, art. 7 alin. (4)',
  },
  {
    key: 'public_debate',
    name: { ro: 'Dezbatere publică', en: 'Public debate' },
    // Mandatory once an association asks for it in writing.
    next: ['response', 'withdrawn'],
    optional: true,
    repeats: true,
    source: 'Legea 52/2003, art. 7',
  },
  {
    key: 'response',
    name: { ro: 'Răspunsul autorității la propuneri', en: 'The authority’s reply to proposals' },
    next: ['endorsement', 'withdrawn'],
    source: 'Legea 52/2003, art. 7',
  },
  {
    key: 'endorsement',
    name: { ro: 'Avizare', en: 'Endorsement' },
    next: ['prep_meeting', 'withdrawn'],
    repeats: true,
  },
  {
    key: 'prep_meeting',
    name: { ro: 'Reuniune pregătitoare', en: 'Preparatory meeting' },
    next: ['gov_sitting', 'withdrawn'],
    returnsTo: ['endorsement'],
    repeats: true,
  },
  {
    key: 'gov_sitting',
    name: { ro: 'Ședința Guvernului', en: 'Government sitting' },
    next: ['published', 'rejected', 'withdrawn'],
    returnsTo: ['prep_meeting'],
    // A postponed act comes back in another sitting.
    repeats: true,
  },
  {
    key: 'published',
    name: { ro: 'Publicat în Monitorul Oficial', en: 'Published in the Official Gazette' },
    next: ['in_force'],
    starts: [
      { ...enterIntoForceAfterThreeDays, key: 'in_force_ordinance', when: ['ordinance'] },
      {
        key: 'in_force_on_publication',
        name: { ro: 'Intrare în vigoare', en: 'Entry into force' },
        to: 'in_force',
        days: 0,
        unit: 'calendar',
        counting: 'first_day_not_counted',
        onClosedDay: 'stays',
        bound: 'effect',
        unless: ['ordinance'],
        // An emergency ordinance also has to be deposited with Parliament before (Constitution, art. 115).
        source: 'Legea 24/2000, art. 12 alin. (2) și (3)',
        confirmed: true,
      },
    ],
  },
  { key: 'in_force', name: { ro: 'În vigoare', en: 'In force' }, next: ['approval_law'] },
  {
    key: 'approval_law',
    name: { ro: 'Lege de aprobare (OG, OUG)', en: 'Approval law (ordinances)' },
    next: [],
    optional: true,
    when: ['ordinance', 'emergency_ordinance'],
    continuesAs: 'law',
    source: 'Constituția, art. 115',
  },
  rejected,
  withdrawn,
]

/** Procedure of a Government decision, an ordinance or an emergency ordinance (HG, OG, OUG). */
export const governmentAct: Procedure = {
  key: 'government_act',
  name: { ro: 'Hotărâre sau ordonanță a Guvernului', en: 'Government decision or ordinance' },
  stages,
}
