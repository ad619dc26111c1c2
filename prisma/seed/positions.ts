/** Positions of every stage: one adopted and followed, two that the members discuss, two drafts. */
import { type NodeJson, recommendations } from '../../packages/document/content.ts'
import type { Prisma, Transaction } from '../client.ts'
import { directiveText, nirmText, osecText, sentencesText, strategyText } from './position-texts.ts'
import { seedDocument, seedVersion } from './text.ts'

interface SeedPosition {
  /** `pos_nirm` has the text `doc_pos_nirm` and, where frozen, the version `ver_nirm_1`. */
  name: string
  dossierId: string
  titleRo: string
  titleEn: string
  status: 'drafting' | 'consultation' | 'adopted'
  leadId: string
  otherDrafters: readonly string[]
  text: () => NodeJson[]
  createdById: string
  createdAt: Date
  consultationEndsOn?: Date
  frozen?: { name: string; at: Date }
}

/** `today` is the day on which the demonstration starts: then one consultation is open and one is just over. */
function positionsOf(today: Date): readonly SeedPosition[] {
  const day = (offset: number) => new Date(today.getTime() + offset * 86_400_000)
  return [
    {
      name: 'nirm',
      dossierId: 'dos_nirm',
      titleRo: 'Ce lipsește din Mecanismul Național de Identificare și Referire',
      titleEn: 'What the National Identification and Referral Mechanism still lacks',
      status: 'adopted',
      leadId: 'org_eliberare',
      otherDrafters: ['org_bacau', 'org_iasi', 'org_cluj'],
      text: nirmText,
      createdById: 'per_delegate_eliberare',
      createdAt: new Date('2023-01-05T09:00:00Z'),
      consultationEndsOn: new Date('2023-01-13'),
      frozen: { name: 'Pentru vot', at: new Date('2023-01-16T10:00:00Z') },
    },
    {
      name: 'osec',
      dossierId: 'dos_osec',
      titleRo: 'Abuzul sexual asupra copiilor nu este o faptă contra ordinii publice',
      titleEn: 'Sexual abuse of children is not an offence against public order',
      status: 'consultation',
      leadId: 'org_eliberare',
      otherDrafters: ['org_timis'],
      text: osecText,
      createdById: 'per_secretariat',
      createdAt: day(-24),
      consultationEndsOn: day(9),
    },
    {
      name: 'limitation',
      dossierId: 'dos_limitation',
      titleRo: 'Pedepse pe măsura exploatării',
      titleEn: 'Sentences that match the exploitation',
      status: 'consultation',
      leadId: 'org_dolj',
      otherDrafters: ['org_eliberare'],
      text: sentencesText,
      createdById: 'per_delegate_dolj',
      createdAt: day(-40),
      consultationEndsOn: day(-3),
      frozen: { name: 'După consultare', at: day(-2) },
    },
    {
      name: 'strategy',
      dossierId: 'dos_strategy',
      titleRo: 'Cum urmărim Strategia națională 2024-2028',
      titleEn: 'How we monitor the national strategy 2024-2028',
      status: 'drafting',
      leadId: 'org_bacau',
      otherDrafters: ['org_eliberare'],
      text: strategyText,
      createdById: 'per_delegate_bacau',
      createdAt: day(-6),
    },
    {
      name: 'directive',
      dossierId: 'dos_directive',
      titleRo: 'Transpunerea Directivei (UE) 2024/1712, cu noi la masă',
      titleEn: 'Transposing Directive (EU) 2024/1712, with us at the table',
      status: 'drafting',
      leadId: 'org_brasov',
      otherDrafters: ['org_sibiu'],
      text: directiveText,
      createdById: 'per_drafter_brasov',
      createdAt: day(-2),
    },
  ]
}

const sent: Prisma.SubmissionCreateManyInput[] = [
  {
    id: 'sub_nirm_anitp',
    positionId: 'pos_nirm',
    institutionId: 'ins_anitp',
    submittedOn: new Date('2023-01-23'),
    reference: 'demo 112/23.01.2023',
  },
  {
    id: 'sub_nirm_mai',
    positionId: 'pos_nirm',
    institutionId: 'ins_mai',
    submittedOn: new Date('2023-01-24'),
  },
]

type SeedFollowUp = Pick<
  Prisma.FollowUpCreateManyInput,
  'id' | 'recommendationId' | 'outcome' | 'evidence' | 'sourceUrl'
> & { date: string }

/** The outcomes are as the public sources tell them; where they are silent, the evidence says that it is an example. */
const followed: SeedFollowUp[] = [
  {
    id: 'fol_nirm_1',
    recommendationId: 'rec_nirm_1',
    outcome: 'in_part',
    date: '2023-01-31',
    evidence:
      'HG 88/2023 aprobă mecanismul cu proceduri de identificare și referire; o parte dintre propunerile noastre se regăsesc în text.',
    sourceUrl: 'https://legislatie.just.ro/',
  },
  {
    id: 'fol_nirm_2',
    recommendationId: 'rec_nirm_2',
    outcome: 'rejected',
    date: '2023-01-31',
    evidence:
      'Textul publicat nu cuprinde o procedură prin care organizațiile să poată identifica formal o victimă. (Consemnare de exemplu.)',
  },
  {
    id: 'fol_nirm_3',
    recommendationId: 'rec_nirm_3',
    outcome: 'no_answer',
    date: '2023-06-30',
    evidence:
      'La cinci luni de la trimitere nu am primit un răspuns despre program. (Consemnare de exemplu.)',
  },
  {
    id: 'fol_nirm_4_before',
    recommendationId: 'rec_nirm_4',
    outcome: 'no_answer',
    date: '2023-06-30',
    evidence: 'Hotărârea nu pomenește ghiduri. Am întrebat din nou. (Consemnare de exemplu.)',
  },
  {
    id: 'fol_nirm_4',
    recommendationId: 'rec_nirm_4',
    outcome: 'taken_over',
    date: '2023-12-15',
    evidence:
      'Între octombrie și decembrie 2023 s-au lucrat, cu ANITP și OIM, ghiduri pentru specialiști și pentru nespecialiști.',
  },
  {
    id: 'fol_nirm_5',
    recommendationId: 'rec_nirm_5',
    outcome: 'in_part',
    date: '2023-01-31',
    evidence:
      'Mecanismul descrie asistența individuală; finanțarea serviciilor specializate rămâne neclară. (Consemnare de exemplu.)',
  },
]

/**
 * Seeds the positions with their texts. The vote that adopted `pos_nirm` is seeded with the polls, on `ver_nirm_1`.
 * Of its six recommendations the last one has no follow-up yet.
 */
export async function seedPositions(tx: Transaction, today: Date): Promise<void> {
  for (const position of positionsOf(today)) await seedPosition(tx, position)
  await tx.submission.createMany({
    data: sent.map(each => ({ ...each, recordedById: 'per_secretariat', recordedAt: each.submittedOn })),
  })
  await tx.followUp.createMany({
    data: followed.map(each => {
      const date = new Date(each.date)
      return { ...each, date, recordedById: 'per_secretariat', recordedAt: date }
    }),
  })
}

async function seedPosition(tx: Transaction, position: SeedPosition): Promise<void> {
  const { name, text, otherDrafters, frozen, ...row } = position
  const id = `pos_${name}`
  const documentId = `doc_pos_${name}`
  const blocks = text()
  await seedDocument(tx, {
    id: documentId,
    blocks,
    at: position.createdAt,
    authorId: position.createdById,
    organisationId: position.leadId,
  })
  await tx.position.create({
    data: {
      ...row,
      id,
      documentId,
      updatedAt: frozen?.at ?? position.createdAt,
      drafters: { create: [position.leadId, ...otherDrafters].map(organisationId => ({ organisationId })) },
    },
  })
  if (frozen === undefined) return
  const content = await seedVersion(tx, {
    id: `ver_${name}_1`,
    documentId,
    number: 1,
    name: frozen.name,
    blocks,
    frozenById: position.createdById,
    at: frozen.at,
  })
  if (position.status !== 'adopted') return
  await tx.recommendation.createMany({
    data: recommendations(content).map(({ blockId, text: words }, index) => ({
      id: `rec_${name}_${index + 1}`,
      positionId: id,
      number: index + 1,
      blockId,
      text: words,
    })),
  })
}
