import type { Procedure, Stage } from '../stage.ts'
import { rejected, withdrawn } from './shared.ts'

const stages: readonly Stage[] = [
  {
    key: 'proposal',
    name: { ro: 'Propunerea Comisiei', en: 'Commission proposal' },
    next: ['subsidiarity', 'ep_committee', 'withdrawn'],
    starts: [
      {
        key: 'subsidiarity',
        name: {
          ro: 'Aviz motivat al parlamentelor naționale',
          en: 'Reasoned opinion of national parliaments',
        },
        to: 'subsidiarity',
        days: 56,
        unit: 'calendar',
        counting: 'first_day_not_counted',
        onClosedDay: 'stays',
        bound: 'latest',
        // Eight weeks from the day the text is sent in all official languages.
        source: 'TUE și TFUE, Protocolul nr. 2, art. 6',
        confirmed: false,
      },
    ],
    source: 'TFUE, art. 294',
  },
  {
    key: 'subsidiarity',
    name: { ro: 'Controlul subsidiarității încheiat', en: 'Subsidiarity check closed' },
    next: ['ep_committee', 'withdrawn'],
    source: 'TUE și TFUE, Protocolul nr. 2',
  },
  {
    key: 'ep_committee',
    name: { ro: 'Comisie, Parlamentul European', en: 'Committee, European Parliament' },
    next: ['ep_mandate', 'council_general_approach', 'withdrawn'],
    repeats: true,
  },
  {
    key: 'ep_mandate',
    name: { ro: 'Mandatul Parlamentului', en: 'Parliament’s mandate' },
    next: ['council_general_approach', 'trilogue', 'withdrawn'],
    parallelTo: 'council_general_approach',
  },
  {
    key: 'council_general_approach',
    name: { ro: 'Abordarea generală a Consiliului', en: 'Council general approach' },
    // The Council may be ready before the committee in Parliament has reported.
    next: ['ep_mandate', 'ep_committee', 'trilogue', 'withdrawn'],
    parallelTo: 'ep_mandate',
  },
  {
    key: 'trilogue',
    name: { ro: 'Trilog', en: 'Trilogue' },
    next: ['provisional_agreement', 'withdrawn'],
    repeats: true,
  },
  {
    key: 'provisional_agreement',
    name: { ro: 'Acord provizoriu', en: 'Provisional agreement' },
    next: ['coreper', 'withdrawn'],
    returnsTo: ['trilogue'],
  },
  {
    key: 'coreper',
    name: { ro: 'Confirmat în Coreper', en: 'Confirmed in Coreper' },
    next: ['ep_committee_approval', 'withdrawn'],
    returnsTo: ['trilogue'],
  },
  {
    key: 'ep_committee_approval',
    name: { ro: 'Aprobat în comisia Parlamentului', en: 'Approved in Parliament’s committee' },
    next: ['ep_plenary', 'withdrawn'],
    returnsTo: ['trilogue'],
  },
  {
    key: 'ep_plenary',
    name: { ro: 'Vot în plenul Parlamentului', en: 'Parliament’s plenary vote' },
    next: ['council_adoption', 'rejected'],
    returnsTo: ['trilogue'],
  },
  {
    key: 'council_adoption',
    name: { ro: 'Adoptat de Consiliu', en: 'Adopted by the Council' },
    next: ['signature', 'rejected'],
  },
  { key: 'signature', name: { ro: 'Semnat', en: 'Signed' }, next: ['oj'], source: 'TFUE, art. 297' },
  {
    key: 'oj',
    name: { ro: 'Publicat în Jurnalul Oficial', en: 'Published in the Official Journal' },
    next: ['in_force'],
    starts: [
      {
        key: 'in_force',
        name: { ro: 'Intrare în vigoare', en: 'Entry into force' },
        to: 'in_force',
        days: 20,
        unit: 'calendar',
        counting: 'first_day_not_counted',
        onClosedDay: 'stays',
        bound: 'effect',
        source: 'TFUE, art. 297 alin. (1)',
        confirmed: true,
      },
    ],
    source: 'TFUE, art. 297',
  },
  {
    key: 'in_force',
    name: { ro: 'În vigoare', en: 'In force' },
    next: ['national_measures', 'transposition_deadline'],
  },
  {
    key: 'transposition_deadline',
    name: { ro: 'Termen de transpunere', en: 'Transposition deadline' },
    next: ['national_measures', 'infringement'],
    parallelTo: 'national_measures',
  },
  {
    key: 'national_measures',
    name: { ro: 'Măsuri naționale', en: 'National measures' },
    next: ['transposition_deadline', 'infringement'],
    parallelTo: 'transposition_deadline',
    repeats: true,
    source: 'TFUE, art. 288',
  },
  {
    key: 'infringement',
    name: { ro: 'Procedură de încălcare', en: 'Infringement procedure' },
    next: ['national_measures'],
    optional: true,
    repeats: true,
    source: 'TFUE, art. 258',
  },
  rejected,
  withdrawn,
]

/** Ordinary legislative procedure of a directive, and its transposition. */
export const euDirective: Procedure = {
  key: 'eu_directive',
  name: { ro: 'Directivă a Uniunii Europene', en: 'EU directive' },
  stages,
}
