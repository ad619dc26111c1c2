/**
 * The federation's real dossiers in our own words: numbers, dates and sources as published. Where sources disagree,
 * the step says so in its note, and nothing is decided here.
 */
import { normaliseIdentifier, parseIdentifier, searchKey } from '../../packages/procedure/index.ts'
import type { Transaction } from '../client.ts'
import type { DatePrecision, ProcedureKind } from '../generated/client/enums.ts'
import { seedInstitutions } from './institutions.ts'

interface SeedStep {
  stage: string
  date: string
  precision?: DatePrecision
  source?: string
  note?: string
}

interface SeedDeadline {
  titleRo: string
  titleEn: string
  /** A legal date, or so many days from the day on which the demonstration is made. */
  date: string | number
  legalBasis?: string
  doneOn?: string
}

interface SeedDossier {
  id: string
  procedure: ProcedureKind
  titleRo: string
  titleEn: string
  summaryRo: string
  summaryEn: string
  institutionId: string
  leadId: string
  /** One of prisma/seed/working-groups.ts. */
  workingGroupId: string
  identifiers: readonly string[]
  /** In the order in which they happened. */
  steps: readonly SeedStep[]
  deadlines?: readonly SeedDeadline[]
  links?: readonly { title: string; url: string }[]
  changedOn: string
}

export const seedDossierRows: readonly SeedDossier[] = [
  {
    id: 'dos_nirm',
    procedure: 'government_act',
    titleRo: 'Mecanismul Național de Identificare și Referire (MNIR)',
    titleEn: 'National Identification and Referral Mechanism (NIRM)',
    summaryRo:
      'Hotărârea stabilește cine recunoaște o victimă a traficului de persoane, ce primește ea și cum trece de la o instituție la alta. Membrii ProTECT au lucrat la text; o parte dintre propuneri au fost preluate. Urmărim acum ghidurile de aplicare și calea prin care asociațiile pot identifica formal.',
    summaryEn:
      'The decision says who recognises a victim of trafficking, what the victim receives, and how one institution hands over to the next. ProTECT members worked on the text; some of their proposals were taken over. We now follow the guides for using it and the way by which associations may identify formally.',
    institutionId: 'ins_anitp',
    leadId: 'org_eliberare',
    workingGroupId: 'grp_assistance',
    identifiers: ['HG 88/31.01.2023'],
    steps: [
      {
        stage: 'drafting',
        date: '2022-01-01',
        precision: 'year',
        note: 'Membrii ProTECT participă la redactare. Anul este estimat: sursele spun doar că textul s-a scris înainte de 2023.',
        source: 'Documentele federației',
      },
      {
        stage: 'gov_sitting',
        date: '2023-01-31',
        note: 'Sursele nu se potrivesc: unele spun ianuarie 2023, altele februarie 2023. Hotărârea poartă data de 31 ianuarie 2023.',
        source: 'HG 88/31.01.2023',
      },
      {
        stage: 'in_force',
        date: '2023-02-01',
        precision: 'month',
        note: 'Luna este cea din sursele care spun februarie 2023; numărul Monitorului Oficial este de completat.',
        source: 'Documentele federației',
      },
    ],
    deadlines: [
      {
        titleRo: 'Propunerile membrilor pentru revizuirea ghidurilor de aplicare',
        titleEn: 'Members’ proposals for revising the guides',
        date: 12,
        legalBasis: 'Calendarul federației (demonstrație)',
      },
      {
        titleRo: 'Ghiduri pentru specialiști și pentru nespecialiști, cu ANITP și OIM',
        titleEn: 'Guides for specialists and for non-specialists, with ANITP and IOM',
        date: '2023-12-31',
        legalBasis: 'Octombrie-decembrie 2023',
        doneOn: '2023-12-31',
      },
    ],
    links: [{ title: 'Portalul legislativ', url: 'https://legislatie.just.ro' }],
    changedOn: '2024-02-12',
  },
  {
    id: 'dos_strategy',
    procedure: 'strategy',
    titleRo: 'Strategia națională împotriva traficului de persoane 2024-2028',
    titleEn: 'National strategy against trafficking in persons 2024-2028',
    summaryRo:
      'Strategia și planul de acțiune 2024-2026 stau pe trei grupuri de lucru: prevenire, asistență, combatere. Înaintea lor au fost strategia 2018-2022 (HG 861/2018) și planul 2021-2022 (HG 1064/2021); anul 2023 a rămas fără plan.',
    summaryEn:
      'The strategy and its action plan 2024-2026 rest on three working groups: prevention, assistance, prosecution. Before them came the strategy 2018-2022 (HG 861/2018) and the plan 2021-2022 (HG 1064/2021); the year 2023 had no plan.',
    institutionId: 'ins_anitp',
    leadId: 'org_eliberare',
    workingGroupId: 'grp_prevention',
    identifiers: [
      'HG 533/16.05.2024',
      'Monitorul Oficial 467/21.05.2024',
      'Monitorul Oficial 467 bis/21.05.2024',
      'HG 861/2018',
      'HG 1064/02.10.2021',
    ],
    steps: [
      {
        stage: 'evaluation_previous',
        date: '2023-01-01',
        precision: 'year',
        note: 'Strategia 2018-2022 se încheie; pentru 2023 nu există plan de acțiune.',
        source: 'HG 861/2018, schimbată prin HG 1064/2021',
      },
      {
        stage: 'working_groups',
        date: '2023-01-01',
        precision: 'year',
        note: 'Trei grupuri de lucru, după cei 3 P: prevenire, asistență (protecție), combatere. Anul este estimat.',
        source: 'Documentele federației',
      },
      {
        stage: 'gov_decision',
        date: '2024-05-16',
        note: 'Sursele numesc și perioada 2024-2028, și 2025-2029; hotărârea adoptă strategia 2024-2028 cu planul 2024-2026.',
        source: 'HG 533/16.05.2024',
      },
      {
        stage: 'published',
        date: '2024-05-21',
        source: 'Monitorul Oficial 467 și 467 bis/21.05.2024',
      },
      {
        stage: 'implementation',
        date: '2024-05-21',
        note: 'Planul de acțiune acoperă anii 2024-2026.',
        source: 'HG 533/16.05.2024',
      },
    ],
    deadlines: [
      {
        titleRo: 'Contribuția federației la raportul anual de monitorizare',
        titleEn: 'The federation’s contribution to the yearly monitoring report',
        date: 24,
        legalBasis: 'Calendarul federației (demonstrație)',
      },
      {
        titleRo: 'Se încheie planul de acțiune 2024-2026',
        titleEn: 'The action plan 2024-2026 ends',
        date: '2026-12-31',
        legalBasis: 'HG 533/16.05.2024',
      },
    ],
    links: [
      { title: 'Portalul legislativ', url: 'https://legislatie.just.ro' },
      { title: 'ANITP', url: 'https://anitp.mai.gov.ro' },
    ],
    changedOn: '2024-06-03',
  },
  {
    id: 'dos_consent',
    procedure: 'law',
    titleRo: 'Vârsta consimțământului sexual: 16 ani',
    titleEn: 'Age of sexual consent: 16 years',
    summaryRo:
      'Sub 16 ani un copil nu poate consimți; tinerii apropiați ca vârstă, la cel mult cinci ani diferență, nu sunt pedepsiți. Proiectul a pornit de la 15 ani și altă diferență de vârstă: un exemplu de variante care nu seamănă.',
    summaryEn:
      'Below 16 a child cannot consent; young people at most five years apart are not punished. The bill began with 15 years and another difference of age: an example of versions that differ.',
    institutionId: 'ins_cdep',
    leadId: 'org_iasi',
    workingGroupId: 'grp_prosecution',
    identifiers: ['Legea 217/10.07.2023', 'Monitorul Oficial 634/11.07.2023', 'Legea 424/29.12.2023'],
    steps: [
      {
        stage: 'decisional_committee',
        date: '2023-06-26',
        note: 'Amendamentele sunt adoptate: 16 ani, cu o diferență de cel mult cinci ani.',
        source: 'Documentele federației',
      },
      { stage: 'decisional_vote', date: '2023-06-28', source: 'Camera Deputaților, 28.06.2023' },
      {
        stage: 'published',
        date: '2023-07-11',
        note: 'Legea poartă data de 10 iulie 2023.',
        source: 'Monitorul Oficial 634/11.07.2023',
      },
      {
        stage: 'in_force',
        date: '2023-07-14',
        note: 'Sursele dau două date: 14.07.2023 (trei zile de la publicare) și 01.01.2024. Legea 424/29.12.2023 o modifică de la 1 ianuarie 2024.',
        source: 'Legea 217/10.07.2023; Legea 424/29.12.2023',
      },
    ],
    links: [{ title: 'Portalul legislativ', url: 'https://legislatie.just.ro' }],
    changedOn: '2024-01-08',
  },
  {
    id: 'dos_directive',
    procedure: 'eu_directive',
    titleRo: 'Revizuirea directivei europene împotriva traficului de persoane',
    titleEn: 'Revision of the EU Anti-Trafficking Directive',
    summaryRo:
      'Directiva (UE) 2024/1712 schimbă Directiva 2011/36/UE: forme noi de exploatare, cine folosește cu știință serviciile unei victime răspunde, fiecare stat are un mecanism de referire. Termenul de transpunere a fost 15 iulie 2026; urmărim măsurile României.',
    summaryEn:
      'Directive (EU) 2024/1712 changes Directive 2011/36/EU: new forms of exploitation, whoever knowingly uses a victim’s services is liable, each state has a referral mechanism. It was to be transposed by 15 July 2026; we follow Romania’s measures.',
    institutionId: 'ins_ec',
    leadId: 'org_eliberare',
    workingGroupId: 'grp_prosecution',
    identifiers: [
      'Directiva (UE) 2024/1712',
      'COM(2022) 732',
      '2022/0426(COD)',
      '32024L1712',
      '02011L0036-20240714',
      'data.europa.eu/eli/dir/2024/1712/oj',
    ],
    steps: [
      { stage: 'proposal', date: '2022-12-19', source: 'COM(2022) 732' },
      {
        stage: 'ep_committee',
        date: '2023-10-10',
        note: 'Raportul comisiilor Parlamentului European.',
        source: 'Procedura 2022/0426(COD)',
      },
      {
        stage: 'provisional_agreement',
        date: '2024-01-01',
        precision: 'month',
        source: 'Procedura 2022/0426(COD)',
      },
      { stage: 'coreper', date: '2024-02-08', source: 'Procedura 2022/0426(COD)' },
      { stage: 'signature', date: '2024-06-13', source: 'Directiva (UE) 2024/1712' },
      { stage: 'oj', date: '2024-06-24', source: 'Jurnalul Oficial al UE, 24.06.2024' },
      { stage: 'in_force', date: '2024-07-14', source: 'Directiva (UE) 2024/1712' },
    ],
    deadlines: [
      {
        titleRo: 'Termen de transpunere în dreptul național',
        titleEn: 'Transposition into national law',
        date: '2026-07-15',
        legalBasis: 'Directiva (UE) 2024/1712',
      },
      {
        titleRo: 'Scrisoare către Ministerul Justiției despre stadiul transpunerii',
        titleEn: 'Letter to the Ministry of Justice on where transposition stands',
        date: 5,
        legalBasis: 'Calendarul federației (demonstrație)',
      },
    ],
    links: [
      { title: 'Directiva (UE) 2024/1712 (EUR-Lex)', url: 'https://eur-lex.europa.eu/eli/dir/2024/1712/oj' },
      {
        title: 'Directiva 2011/36/UE, text consolidat (EUR-Lex)',
        url: 'https://eur-lex.europa.eu/legal-content/RO/TXT/?uri=CELEX:02011L0036-20240714',
      },
    ],
    changedOn: '2024-07-15',
  },
  {
    id: 'dos_osec',
    procedure: 'law',
    titleRo: 'Exploatarea și abuzul sexual al copiilor pe internet (OSEC)',
    titleEn: 'Online child sexual exploitation and abuse (OSEC)',
    summaryRo:
      'Grupul de lucru pregătește amendamente la Codul penal, împreună cu un studiu despre riscurile pe care tinerii le întâlnesc pe internet. Proiectul este încă al grupului de lucru.',
    summaryEn:
      'The task force prepares amendments to the Criminal Code, together with a study on the risks that young people meet online. The draft is still the task force’s own.',
    institutionId: 'ins_mj',
    leadId: 'org_cluj',
    workingGroupId: 'grp_osec',
    identifiers: [],
    steps: [
      {
        stage: 'initiated',
        date: '2023-03-06',
        note: 'Lansarea grupului de lucru și a studiului; de aici pornește proiectul de amendamente.',
        source: 'Documentele federației',
      },
    ],
    deadlines: [
      {
        titleRo: 'Observațiile membrilor la proiectul de amendamente',
        titleEn: 'Members’ comments on the draft amendments',
        date: 8,
        legalBasis: 'Calendarul federației (demonstrație)',
      },
    ],
    changedOn: '2024-03-04',
  },
  {
    id: 'dos_limitation',
    procedure: 'law',
    titleRo: 'Prescripția pentru infracțiunile de trafic de persoane',
    titleEn: 'Limitation periods for trafficking offences',
    summaryRo:
      'Termenele de prescripție au fost prelungite, ca mai puține dosare să se piardă prin trecerea timpului. Materialele care arată abuzul sexual asupra copiilor sunt încă încadrate la infracțiuni contra ordinii publice.',
    summaryEn:
      'Limitation periods were lengthened, so that fewer cases are lost to the passing of time. Child sexual abuse material is still classed as an offence against public order.',
    institutionId: 'ins_mj',
    leadId: 'org_timis',
    workingGroupId: 'grp_prosecution',
    identifiers: [],
    steps: [
      {
        stage: 'in_force',
        date: '2023-01-01',
        precision: 'year',
        note: 'Documentele spun că termenele au fost prelungite, fără numărul legii: anul și etapa sunt de verificat.',
        source: 'Documentele federației',
      },
    ],
    deadlines: [
      {
        titleRo: 'De găsit: actul care a prelungit termenele',
        titleEn: 'To find: the act that lengthened the periods',
        date: -3,
        legalBasis: 'Calendarul federației (demonstrație)',
      },
    ],
    changedOn: '2023-11-20',
  },
  {
    id: 'dos_committee',
    procedure: 'international',
    titleRo: 'Locul societății civile în Comitetul interinstituțional',
    titleEn: 'Civil society’s seat in the Interinstitutional Committee',
    summaryRo:
      'Comitetul de pe lângă prim-ministru coordonează lupta împotriva traficului. Asociațiile sunt invitați permanenți, fără vot; federația cere un loc cu drepturi egale. Temeiul este de confirmat: o sursă numește HG 1064 „din 02.10.2021”, iar alta dă același număr planului de acțiune 2021-2022.',
    summaryEn:
      'The committee at the Prime Minister’s level coordinates the work against trafficking. Associations are permanent guests without a vote; the federation asks for a seat with equal rights. Its legal basis is to be confirmed: one source names HG 1064 “of 02.10.2021”, another gives that number to the action plan 2021-2022.',
    institutionId: 'ins_committee',
    leadId: 'org_bacau',
    workingGroupId: 'grp_assistance',
    identifiers: [],
    steps: [
      {
        stage: 'launched',
        date: '2021-10-02',
        note: 'Neconfirmat: o singură sursă dă acest temei, iar portalul legislativ arată că HG 1064/02.10.2021 schimbă HG 861/2018.',
        source: 'HG 1064 „din 02.10.2021” (neconfirmat)',
      },
      {
        stage: 'implementation',
        date: '2023-01-01',
        precision: 'year',
        note: 'Asociațiile participă ca invitați permanenți, fără drept de vot.',
        source: 'Documentele federației',
      },
    ],
    deadlines: [
      {
        titleRo: 'Următoarea ședință a Comitetului: punctele federației',
        titleEn: 'Next sitting of the Committee: the federation’s points',
        date: 18,
        legalBasis: 'Calendarul federației (demonstrație)',
      },
    ],
    changedOn: '2023-10-09',
  },
]

const day = (date: string) => new Date(`${date}T00:00:00Z`)

/** Adds the institutions and the dossiers. `today` is the day from which near deadlines are counted. */
export async function seedDossiers(tx: Transaction, today: Date): Promise<void> {
  const from = day(today.toISOString().slice(0, 10)).getTime()
  await tx.institution.createMany({ data: [...seedInstitutions] })
  for (const { identifiers, steps, deadlines = [], links = [], changedOn, ...dossier } of seedDossierRows) {
    const changed = new Date(`${changedOn}T09:00:00Z`)
    await tx.dossier.create({
      data: {
        ...dossier,
        stage: steps.at(-1)?.stage ?? '',
        createdAt: changed,
        updatedAt: changed,
      },
      select: { id: true },
    })
    const key = dossier.id.replace('dos_', '')
    await tx.dossierIdentifier.createMany({
      data: identifiers.map((text, index) => ({
        kind: parseIdentifier(text)?.kind ?? 'other',
        value: normaliseIdentifier(text),
        searchKey: searchKey(text),
        id: `idn_${key}_${index + 1}`,
        dossierId: dossier.id,
      })),
    })
    await tx.dossierStep.createMany({
      data: steps.map((step, index) => ({
        ...step,
        id: `stp_${key}_${index + 1}`,
        date: day(step.date),
        dossierId: dossier.id,
        recordedById: 'per_secretariat',
        recordedAt: new Date(changed.getTime() + index),
      })),
    })
    await tx.deadline.createMany({
      data: deadlines.map(({ date, doneOn, ...deadline }, index) => ({
        ...deadline,
        id: `dea_${key}_${index + 1}`,
        dossierId: dossier.id,
        date: typeof date === 'string' ? day(date) : new Date(from + date * 86_400_000),
        doneAt: doneOn === undefined ? null : day(doneOn),
      })),
    })
    await tx.dossierLink.createMany({
      data: links.map((link, index) => ({
        ...link,
        id: `lnk_${key}_${index + 1}`,
        dossierId: dossier.id,
        seenOn: changed,
      })),
    })
  }
}
