/** Two votes of the demonstration: the one that adopted `pos_nirm` in 2023, and one that is open now. */
import { type Choice, judge } from '../../packages/voting/index.ts'
import type { Transaction } from '../client.ts'
import { heldRule } from '../held-rule.ts'
import { seedOrganisations } from './organisations.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** How the organisations voted, in the order of `seedOrganisations`; demonstration, not record. */
const onNirm: readonly Choice[] = [
  ...Array<Choice>(9).fill('yes'),
  'abstain',
  ...Array<Choice>(4).fill('yes'),
  'no',
  'yes',
  'abstain',
  ...Array<Choice>(3).fill('yes'),
  'no',
  'abstain',
  'yes',
]

/** Who has voted in the open poll so far: neither eLiberare nor Bacău, whose delegates are at hand to try it. */
const onLimitation: Readonly<Record<string, Choice>> = {
  org_dolj: 'yes',
  org_brasov: 'yes',
  org_vrancea: 'yes',
  org_constanta: 'abstain',
  org_sibiu: 'yes',
  org_iasi: 'yes',
  org_cluj: 'no',
  org_galati: 'yes',
}

interface SeedBallot {
  organisationId: string
  choice: Choice
  number: number
  castAt: Date
}

interface SeedPoll {
  id: string
  positionId: string
  versionId: string
  questionRo: string
  questionEn: string
  openedAt: Date
  closesAt: Date
}

/** `today`: the day of the demonstration; the open poll closes ten days later. Rules and positions come first. */
export async function seedPolls(tx: Transaction, today: Date): Promise<void> {
  const openedAt = new Date('2023-01-16T12:00:00Z')
  const nirm = {
    id: 'pol_nirm',
    positionId: 'pos_nirm',
    versionId: 'ver_nirm_1',
    questionRo: 'Adoptăm poziția despre Mecanismul Național de Identificare și Referire?',
    questionEn: 'Do we adopt the position on the National Identification and Referral Mechanism?',
    openedAt,
    closesAt: new Date('2023-01-20T16:00:00Z'),
  }
  const cast = onNirm.map((choice, index) => ({
    organisationId: seedOrganisations[index]?.id ?? '',
    choice,
    number: 1,
    castAt: inWorkingHours(openedAt, index),
  }))
  const doubtful = cast.find(({ choice }) => choice === 'abstain')
  const changed = doubtful
    ? [
        { ...doubtful, choice: 'no' as const },
        { ...doubtful, number: 2 },
      ]
    : []
  await seedOpenPoll(tx, nirm, [...cast.filter(ballot => ballot !== doubtful), ...changed])
  await closePoll(tx, nirm, cast)

  // The open poll began yesterday at noon, whatever the hour of the day it is now.
  const noon = new Date(`${today.toISOString().slice(0, 10)}T10:00:00Z`).getTime()
  const limitation = {
    id: 'pol_limitation',
    positionId: 'pos_limitation',
    versionId: 'ver_limitation_1',
    questionRo: 'Adoptăm poziția „Pedepse pe măsura exploatării”?',
    questionEn: 'Do we adopt the position “Sentences that match the exploitation”?',
    openedAt: new Date(noon - day),
    closesAt: new Date(noon + 10 * day),
  }
  await seedOpenPoll(
    tx,
    limitation,
    Object.entries(onLimitation).map(([organisationId, choice], index) => ({
      organisationId,
      choice,
      number: 1,
      castAt: new Date(limitation.openedAt.getTime() + (index + 1) * 47 * minute),
    })),
  )
  await tx.position.update({ where: { id: limitation.positionId }, data: { status: 'voting' } })
}

/** The ballots come in over four days, in working hours: three after the opening at noon, then seven a day from morning on. */
function inWorkingHours(openedAt: Date, index: number): Date {
  const days = Math.floor((index + 4) / 7)
  const morning = days === 0 ? 20 * minute : days * day - 5 * 60 * minute
  const earlierThatDay = days === 0 ? index : (index + 4) % 7
  return new Date(openedAt.getTime() + morning + earlierThatDay * 67 * minute)
}

/** In the order in which it happens: the poll opens, its electorate stands, the ballots come in. */
async function seedOpenPoll(tx: Transaction, poll: SeedPoll, ballots: readonly SeedBallot[]): Promise<void> {
  const row = await tx.statuteRule.findUniqueOrThrow({ where: { id: 'rul_position' } })
  await tx.poll.create({
    data: {
      ...poll,
      ruleId: row.id,
      rule: JSON.parse(JSON.stringify(heldRule(row))),
      status: 'open',
      openedById: 'per_secretariat',
      createdAt: poll.openedAt,
    },
  })
  await tx.elector.createMany({
    data: seedOrganisations.map(({ id }) => ({ pollId: poll.id, organisationId: id })),
  })
  await tx.ballot.createMany({
    data: ballots.map(ballot => ({
      ...ballot,
      id: `${poll.id.replace('pol_', 'bal_')}_${ballot.organisationId.replace('org_', '')}_${ballot.number}`,
      pollId: poll.id,
      castById: ballot.organisationId.replace('org_', 'per_delegate_'),
    })),
  })
}

/** The clock closes it at its time, with the result that `packages/voting` finds in the ballots that count. */
async function closePoll(
  tx: Transaction,
  { id, closesAt }: SeedPoll,
  counting: readonly SeedBallot[],
): Promise<void> {
  const row = await tx.statuteRule.findUniqueOrThrow({ where: { id: 'rul_position' } })
  const judgement = judge({
    method: 'motion',
    rule: heldRule(row),
    electorate: seedOrganisations.map(organisation => organisation.id),
    ballots: counting.map(({ organisationId, choice }) => ({ organisation: organisationId, choice })),
  })
  if (!judgement.ok) throw new Error(`${id} cannot be counted: ${judgement.problem.code}`)
  const { outcome, tally, trail } = judgement
  await tx.poll.update({
    where: { id },
    data: {
      status: 'closed',
      outcome,
      result: JSON.parse(JSON.stringify({ tally, trail })),
      closedAt: closesAt,
    },
  })
}
