import type { Procedure, Stage } from '../stage.ts'
import { withdrawn } from './shared.ts'

const stages: readonly Stage[] = [
  {
    key: 'evaluation_previous',
    name: { ro: 'Evaluarea strategiei anterioare', en: 'Evaluation of the previous strategy' },
    next: ['working_groups', 'draft', 'withdrawn'],
  },
  {
    key: 'working_groups',
    name: { ro: 'Grupuri de lucru', en: 'Working groups' },
    next: ['draft', 'withdrawn'],
    repeats: true,
  },
  {
    key: 'draft',
    name: { ro: 'Proiect', en: 'Draft' },
    next: ['public_consultation', 'withdrawn'],
    repeats: true,
  },
  {
    key: 'public_consultation',
    name: { ro: 'Consultare publică', en: 'Public consultation' },
    next: ['endorsement', 'withdrawn'],
    returnsTo: ['draft'],
    source: 'Legea 52/2003',
  },
  {
    key: 'endorsement',
    name: { ro: 'Avizare', en: 'Endorsement' },
    next: ['gov_decision', 'withdrawn'],
    returnsTo: ['draft'],
    repeats: true,
  },
  {
    key: 'gov_decision',
    name: { ro: 'Adoptată prin hotărâre a Guvernului', en: 'Adopted by Government decision' },
    next: ['published'],
  },
  {
    key: 'published',
    name: { ro: 'Publicată în Monitorul Oficial', en: 'Published in the Official Gazette' },
    next: ['implementation'],
  },
  {
    key: 'implementation',
    name: { ro: 'Implementare', en: 'Implementation' },
    next: ['monitoring', 'annual_report', 'final_evaluation'],
  },
  {
    key: 'monitoring',
    name: { ro: 'Monitorizare', en: 'Monitoring' },
    next: ['annual_report', 'final_evaluation'],
    repeats: true,
  },
  {
    key: 'annual_report',
    name: { ro: 'Raport anual', en: 'Annual report' },
    next: ['final_evaluation'],
    returnsTo: ['monitoring'],
    repeats: true,
  },
  {
    key: 'final_evaluation',
    name: { ro: 'Evaluare finală', en: 'Final evaluation' },
    next: [],
  },
  withdrawn,
]

/** Procedure of a national strategy with its action plan. */
export const strategy: Procedure = {
  key: 'strategy',
  name: { ro: 'Strategie și plan de acțiune', en: 'Strategy and action plan' },
  stages,
}
