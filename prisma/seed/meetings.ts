/**
 * The federation's real meetings of 2023 and 2024, and a few around today. What was said there is our own wording, and
 * each of the minutes says that it is an example; people from outside stand by office and institution.
 */
import type { Transaction } from '../client.ts'
import { seedDocument, writing } from './text.ts'

interface SeedMeeting {
  /** `mee_predeal` has the minutes `doc_mee_predeal`, the agenda `age_predeal_1`, … */
  name: string
  titleRo: string
  titleEn: string
  startsAt: Date
  endsAt?: Date
  place?: string
  onlineUrl?: string
  institutionId?: string
  organiserId?: string
  audience?: 'federation' | 'participants'
  organisationIds: readonly string[]
  outside?: readonly string[]
  agenda: readonly { title: string; dossierId?: string; positionId?: string }[]
  discussed?: readonly string[]
  /** `item` is the number on the agenda under which it was decided. */
  decisions?: readonly { text: string; item?: number }[]
  promises?: readonly { text: string; ownerId: string; dueOn: Date; doneAt?: Date }[]
}

const at = (instant: string) => new Date(`${instant}:00Z`)
const day = (date: string) => new Date(date)

/** What public sources tell of. Where they name only a month, the day is an example and the minutes say so. */
const held: readonly SeedMeeting[] = [
  {
    name: 'taskforce',
    titleRo: 'Lansarea grupului de lucru împotriva exploatării sexuale a copiilor în mediul online',
    titleEn: 'Launch of the task force against online sexual exploitation of children',
    startsAt: at('2023-03-06T08:00'),
    endsAt: at('2023-03-06T11:00'),
    place: 'București',
    organisationIds: ['org_eliberare', 'org_timis', 'org_bacau', 'org_iasi', 'org_cluj'],
    agenda: [
      { title: 'Studiul despre riscurile tinerilor în mediul online', dossierId: 'dos_osec' },
      {
        title: 'Ce schimbăm în Codul penal: primele propuneri',
        dossierId: 'dos_osec',
        positionId: 'pos_osec',
      },
    ],
    discussed: [
      'Studiul arată unde ajung copiii la risc și cât de puțin din asta ajunge la autorități.',
      'Propunerile de modificare a Codului penal se scriu pe capitole, fiecare cu o organizație care răspunde.',
    ],
    decisions: [
      { text: 'Grupul de lucru se întâlnește lunar și lucrează pe un singur text comun.', item: 2 },
      { text: 'Studiul se prezintă autorităților înaintea propunerilor.', item: 1 },
    ],
    promises: [
      {
        text: 'Pregătește un rezumat de două pagini al studiului, pentru parlamentari.',
        ownerId: 'org_eliberare',
        dueOn: day('2023-03-31'),
        doneAt: at('2023-03-29T12:00'),
      },
    ],
  },
  {
    name: 'csw67',
    titleRo: 'Sesiunea a 67-a a Comisiei ONU pentru Statutul Femeii (CSW67)',
    titleEn: '67th session of the UN Commission on the Status of Women (CSW67)',
    startsAt: at('2023-03-08T15:00'),
    endsAt: at('2023-03-08T17:00'),
    place: 'New York',
    institutionId: 'ins_csw',
    organisationIds: ['org_eliberare'],
    agenda: [
      { title: 'Tehnologia și traficul de persoane: ce am învățat în România', dossierId: 'dos_osec' },
    ],
    discussed: [
      'Am arătat cum se mută recrutarea în mediul online și ce cerem de la platforme și de la state.',
    ],
    decisions: [{ text: 'Folosim discuțiile de aici în propunerile despre exploatarea online.', item: 1 }],
  },
  {
    name: 'unodcexperts',
    titleRo: 'Grupul de experți al UNODC',
    titleEn: 'UNODC expert group',
    startsAt: at('2023-03-30T07:00'),
    endsAt: at('2023-03-30T14:00'),
    institutionId: 'ins_unodc',
    organisationIds: ['org_eliberare'],
    outside: ['Reprezentant, UNODC'],
    agenda: [{ title: 'Identificarea timpurie și rolul organizațiilor', dossierId: 'dos_nirm' }],
    discussed: [
      'Experiența membrilor noștri cu mecanismul de identificare și referire, la două luni de la HG 88/2023.',
      'Sursele spun doar „sfârșitul lunii martie”: ziua este aleasă pentru exemplu.',
    ],
  },
  {
    name: 'conference',
    titleRo: 'Conferința de la București, cu Ambasada Suediei și OIM',
    titleEn: 'Bucharest conference with the Embassy of Sweden and IOM',
    startsAt: at('2023-05-16T06:30'),
    endsAt: at('2023-05-16T14:00'),
    place: 'București',
    institutionId: 'ins_embassy_se',
    organisationIds: [
      'org_eliberare',
      'org_bacau',
      'org_brasov',
      'org_dolj',
      'org_bucuresti',
      'org_constanta',
    ],
    outside: [
      'Reprezentant, Ambasada Suediei în România',
      'Reprezentant, Organizația Internațională pentru Migrație',
    ],
    agenda: [
      { title: 'Revizuirea Directivei UE împotriva traficului', dossierId: 'dos_directive' },
      {
        title: 'Suspendarea pedepselor și prescripția',
        dossierId: 'dos_limitation',
        positionId: 'pos_limitation',
      },
      { title: 'Locul organizațiilor în Comitetul interinstituțional', dossierId: 'dos_committee' },
    ],
    discussed: [
      'Președinția suedeză a Consiliului a făcut din revizuirea directivei o prioritate; am adus vocea organizațiilor de teren.',
      'Conferința s-a încheiat cu un document de politici.',
      'Sursele spun doar „mai 2023”: ziua este aleasă pentru exemplu.',
    ],
    decisions: [
      { text: 'Concluziile conferinței se adună într-un document de politici, comun tuturor membrilor.' },
      { text: 'Cerem un loc cu drept de vot în Comitetul interinstituțional.', item: 3 },
    ],
    promises: [
      {
        text: 'Redactează documentul de politici și îl trimite membrilor pentru observații.',
        ownerId: 'org_eliberare',
        dueOn: day('2023-06-15'),
        doneAt: at('2023-06-12T09:00'),
      },
    ],
  },
  {
    name: 'predeal',
    titleRo: 'Atelierul de la Predeal: 48 de participanți din 37 de organizații',
    titleEn: 'Predeal workshop: 48 participants from 37 organisations',
    startsAt: at('2023-07-19T06:00'),
    endsAt: at('2023-07-20T13:00'),
    place: 'Predeal',
    organisationIds: [
      'org_eliberare',
      'org_bacau',
      'org_brasov',
      'org_cluj',
      'org_dolj',
      'org_iasi',
      'org_prahova',
      'org_sibiu',
      'org_suceava',
      'org_vrancea',
    ],
    agenda: [
      {
        title: 'Mecanismul de identificare și referire, în practică',
        dossierId: 'dos_nirm',
        positionId: 'pos_nirm',
      },
      { title: 'Ce cerem de la strategia următoare', dossierId: 'dos_strategy' },
      { title: 'Legea vârstei consimțământului, după promulgare', dossierId: 'dos_consent' },
    ],
    discussed: [
      '48 de participanți din 37 de organizații au lucrat pe trei grupuri: prevenire, asistență, urmărire penală.',
      'În 2023 nu există un plan de acțiune în vigoare: golul se vede în județe.',
      'Sursele spun doar „iulie 2023”: zilele sunt alese pentru exemplu.',
    ],
    decisions: [
      {
        text: 'Strângem din fiecare județ un caz-tip, fără date personale, despre drumul unei victime prin mecanism.',
        item: 1,
      },
      { text: 'Cele trei grupuri continuă până la publicarea strategiei.', item: 2 },
    ],
    promises: [
      {
        text: 'Adună observațiile grupului Asistență într-un singur document.',
        ownerId: 'org_bacau',
        dueOn: day('2023-09-15'),
        doneAt: at('2023-09-14T08:00'),
      },
    ],
  },
  {
    name: 'unodcdialogue',
    titleRo: 'Dialogul UNODC cu societatea civilă',
    titleEn: 'UNODC dialogue with civil society',
    startsAt: at('2023-10-06T08:00'),
    endsAt: at('2023-10-06T11:00'),
    institutionId: 'ins_unodc',
    organisationIds: ['org_eliberare', 'org_cluj'],
    outside: ['Reprezentant, UNODC'],
    agenda: [
      {
        title: 'Asistență pe măsura fiecărei persoane și nepedepsirea victimelor',
        dossierId: 'dos_strategy',
      },
    ],
    discussed: [
      'Asistența cade aproape toată pe organizații; am cerut finanțare stabilă și servicii specializate.',
    ],
    decisions: [{ text: 'Trimitem un rezumat scris al celor spuse, în engleză.', item: 1 }],
  },
  {
    name: 'selec',
    titleRo: 'Atelier OSCE, SELEC și ANITP despre identificare și referire',
    titleEn: 'OSCE, SELEC and ANITP workshop on identification and referral',
    startsAt: at('2023-10-12T06:00'),
    endsAt: at('2023-10-13T12:00'),
    place: 'București',
    institutionId: 'ins_anitp',
    organisationIds: ['org_eliberare', 'org_bucuresti', 'org_constanta', 'org_galati'],
    outside: ['Reprezentant, OSCE', 'Reprezentant, SELEC', 'Reprezentant, ANITP'],
    agenda: [
      {
        title: 'Ghidurile pentru specialiști și nespecialiști',
        dossierId: 'dos_nirm',
        positionId: 'pos_nirm',
      },
      { title: 'Linia telefonică: de la 8-16 la permanență', dossierId: 'dos_nirm' },
    ],
    discussed: [
      'Ghidurile se scriu între octombrie și decembrie, cu ANITP și OIM; membrii noștri citesc fiecare variantă.',
      'Linia telefonică răspunde de luni până vineri, între 8 și 16. Am arătat câte apeluri vin noaptea.',
    ],
    decisions: [
      { text: 'Observațiile la ghiduri se trimit într-un singur fișier, prin secretariat.', item: 1 },
    ],
  },
  {
    name: 'osce',
    titleRo: 'Conferința OSCE',
    titleEn: 'OSCE conference',
    startsAt: at('2023-12-05T07:00'),
    endsAt: at('2023-12-06T15:00'),
    organisationIds: ['org_eliberare', 'org_brasov'],
    outside: ['Reprezentant, OSCE/ODIHR', 'Reprezentant, ISTAC (consiliul supraviețuitorilor)'],
    agenda: [
      { title: 'Participarea supraviețuitorilor la scrierea politicilor', dossierId: 'dos_strategy' },
      { title: 'Directiva UE, înaintea acordului provizoriu', dossierId: 'dos_directive' },
    ],
    discussed: ['Consiliul supraviețuitorilor arată cum pot fi consultați oamenii fără să fie expuși.'],
    decisions: [
      {
        text: 'Orice poziție a federației despre asistență se citește și cu supraviețuitori, sub numele pe care îl aleg.',
        item: 1,
      },
    ],
  },
  {
    name: 'atina',
    titleRo: 'Vizita de studiu a organizației Atina (Serbia), la Brașov',
    titleEn: 'Study visit of Atina (Serbia) in Brașov',
    startsAt: at('2024-05-22T06:00'),
    endsAt: at('2024-05-23T13:00'),
    place: 'Brașov',
    organisationIds: ['org_eliberare', 'org_brasov', 'org_covasna', 'org_sibiu'],
    outside: ['Delegația organizației Atina, Serbia'],
    agenda: [{ title: 'Reintegrarea pe termen lung: ce merge la vecini', dossierId: 'dos_strategy' }],
    discussed: [
      'Am comparat serviciile de reintegrare și felul în care se finanțează.',
      'Sursele spun doar „mai 2024”: zilele sunt alese pentru exemplu.',
    ],
    decisions: [
      { text: 'Propunem în planul de acțiune servicii de reintegrare de cel puțin un an.', item: 1 },
    ],
  },
]

/** Around today, so that the demonstration has something ahead, something promised and something late. */
function aroundToday(today: Date): readonly SeedMeeting[] {
  const midnight = Date.parse(today.toISOString().slice(0, 10))
  const ahead = (days: number, time = '00:00') =>
    at(`${new Date(midnight + days * 86_400_000).toISOString().slice(0, 10)}T${time}`)
  return [
    {
      name: 'coordination',
      titleRo: 'Ședință de coordonare: pedepse, prescripție, strategie',
      titleEn: 'Coordination meeting: sentences, limitation periods, strategy',
      startsAt: ahead(-12, '08:00'),
      endsAt: ahead(-12, '09:30'),
      onlineUrl: 'https://intalniri.protect.example/coordonare',
      organisationIds: ['org_eliberare', 'org_bacau', 'org_dolj', 'org_brasov', 'org_iasi'],
      agenda: [
        {
          title: 'Poziția despre pedepse: ce a ieșit din consultare',
          dossierId: 'dos_limitation',
          positionId: 'pos_limitation',
        },
        { title: 'Cum urmărim strategia în județe', dossierId: 'dos_strategy', positionId: 'pos_strategy' },
      ],
      discussed: [
        'Poziția despre pedepse este gata de vot după ultimele observații.',
        'Pentru strategie avem nevoie de aceleași întrebări în fiecare județ.',
      ],
      decisions: [
        { text: 'Poziția despre pedepse merge la vot în forma de după consultare.', item: 1 },
        {
          text: 'Fiecare organizație numește o persoană care urmărește planul de acțiune în județul ei.',
          item: 2,
        },
      ],
      promises: [
        {
          text: 'Trimite membrilor lista de întrebări pentru urmărirea planului de acțiune.',
          ownerId: 'org_eliberare',
          dueOn: ahead(-4),
        },
        {
          text: 'Strânge observațiile celor cinci județe din nord-est despre servicii.',
          ownerId: 'org_bacau',
          dueOn: ahead(6),
        },
        {
          text: 'Verifică trimiterile la Codul penal din poziția despre pedepse.',
          ownerId: 'org_bacau',
          dueOn: ahead(-2),
          doneAt: ahead(-3, '12:00'),
        },
        {
          text: 'Scrie un rezumat al poziției despre pedepse pentru presă.',
          ownerId: 'org_dolj',
          dueOn: ahead(14),
        },
      ],
    },
    {
      name: 'strategyahead',
      titleRo: 'Consultare cu ANITP despre urmărirea strategiei',
      titleEn: 'Consultation with ANITP on monitoring the strategy',
      startsAt: ahead(5, '08:00'),
      endsAt: ahead(5, '10:00'),
      place: 'București, sediul ANITP',
      institutionId: 'ins_anitp',
      organisationIds: ['org_eliberare', 'org_bacau', 'org_iasi'],
      outside: ['Director, ANITP', 'Consilier, Ministerul Afacerilor Interne'],
      agenda: [
        {
          title: 'Indicatorii planului de acțiune 2024-2026',
          dossierId: 'dos_strategy',
          positionId: 'pos_strategy',
        },
        { title: 'Ghidurile mecanismului: ce s-a folosit', dossierId: 'dos_nirm', positionId: 'pos_nirm' },
      ],
    },
    {
      name: 'osecahead',
      titleRo: 'Grupul de lucru OSEC: ultima citire a propunerilor',
      titleEn: 'OSEC task force: last reading of the proposals',
      startsAt: ahead(8, '12:00'),
      endsAt: ahead(8, '13:30'),
      onlineUrl: 'https://intalniri.protect.example/osec',
      audience: 'participants',
      organisationIds: ['org_eliberare', 'org_timis', 'org_bacau'],
      agenda: [
        {
          title: 'Observațiile din consultare, punct cu punct',
          dossierId: 'dos_osec',
          positionId: 'pos_osec',
        },
      ],
    },
  ]
}

/** Adds the meetings with all that hangs on them. `today` is the day around which the near ones stand. */
export async function seedMeetings(tx: Transaction, today: Date): Promise<void> {
  const near = aroundToday(today)
  for (const meeting of [...held, ...near]) await seedMeeting(tx, meeting)
  await seedNews(tx, near, today)
}

/** What people were told of the meetings around `today`: unread, as on a morning when one signs in. */
async function seedNews(tx: Transaction, near: readonly SeedMeeting[], today: Date): Promise<void> {
  const mandates = await tx.mandate.findMany({ select: { personId: true, organisationId: true } })
  const news = near.flatMap(
    ({ name, titleRo, titleEn, startsAt, audience, organisationIds, promises = [] }) => {
      const values = { titleRo, titleEn }
      const invited = mandates.filter(
        ({ organisationId }) => audience !== 'participants' || organisationIds.includes(organisationId),
      )
      const owners = new Set(promises.flatMap(({ ownerId, doneAt }) => (doneAt ? [] : [ownerId])))
      return [
        ...(startsAt > today ? invited.map(({ personId }) => ({ personId, kind: 'meeting_planned' })) : []),
        ...mandates
          .filter(({ organisationId }) => owners.has(organisationId))
          .map(({ personId }) => ({ personId, kind: 'action_item_given' })),
      ].map(told => ({
        ...told,
        subjectId: `mee_${name}`,
        values,
        createdAt: new Date(today.getTime() - 3_600_000),
      }))
    },
  )
  await tx.notification.createMany({
    data: news.map((row, index) => ({ ...row, id: `not_seed${String(index + 1).padStart(3, '0')}` })),
  })
}

async function seedMeeting(tx: Transaction, meeting: SeedMeeting): Promise<void> {
  const {
    name,
    organisationIds,
    agenda,
    discussed: _minutes,
    decisions = [],
    promises = [],
    outside = [],
    ...row
  } = meeting
  const id = `mee_${name}`
  const organiserId = row.organiserId ?? 'org_eliberare'
  const planned = new Date(row.startsAt.getTime() - 14 * 86_400_000)
  await seedDocument(tx, {
    id: `doc_mee_${name}`,
    blocks: minutesOf(meeting),
    at: planned,
    authorId: 'per_secretariat',
    organisationId: organiserId,
  })
  await tx.meeting.create({
    data: {
      ...row,
      id,
      organiserId,
      minutesDocumentId: `doc_mee_${name}`,
      createdById: 'per_secretariat',
      createdAt: planned,
    },
  })
  await tx.meetingParticipant.createMany({
    data: [
      ...organisationIds.map(organisationId => ({ organisationId })),
      ...outside.map(outsideName => ({ outsideName })),
    ].map((participant, index) => ({ ...participant, id: `par_${name}_${index + 1}`, meetingId: id })),
  })
  await tx.agendaItem.createMany({
    data: agenda.map((item, index) => ({
      ...item,
      id: `age_${name}_${index + 1}`,
      meetingId: id,
      number: index + 1,
    })),
  })
  await tx.meetingDecision.createMany({
    data: decisions.map(({ text, item }, index) => ({
      id: `dec_${name}_${index + 1}`,
      meetingId: id,
      text,
      agendaItemId: item === undefined ? null : `age_${name}_${item}`,
      recordedAt: new Date((row.endsAt ?? row.startsAt).getTime() + index * 60_000),
    })),
  })
  await tx.actionItem.createMany({
    data: promises.map((promise, index) => ({
      ...promise,
      id: `act_${name}_${index + 1}`,
      meetingId: id,
      ...(promise.doneAt && { doneById: 'per_secretariat' }),
    })),
  })
}

/** Minutes of a meeting that took place, or the headings in which those of one ahead will be written. */
function minutesOf({ name, discussed, decisions = [], promises = [] }: SeedMeeting) {
  const { heading, paragraph, list } = writing(name)
  const told = (texts: readonly string[]) => (texts.length > 0 ? list(...texts) : paragraph(''))
  return [
    heading('Ce s-a discutat'),
    ...(discussed === undefined
      ? [paragraph('')]
      : [
          paragraph('Minută de exemplu, scrisă pentru versiunea demonstrativă.'),
          ...discussed.map(paragraph),
        ]),
    heading('Ce s-a hotărât'),
    told(decisions.map(({ text }) => text)),
    heading('Cine ce a promis'),
    told(promises.map(({ text }) => text)),
  ]
}
