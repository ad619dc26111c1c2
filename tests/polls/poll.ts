/** A position with a frozen version, rules of the statute and polls, ready for the tests of this folder. */
import type { PrismaClient } from '../../prisma/client.ts'
import type { Asker, TestFederation } from '../support/federation.ts'

export const now = new Date('2026-03-10T09:00:00Z')
export const nextWeek = new Date('2026-03-17T09:00:00Z')

const since = new Date('2023-01-01')

const content = {
  type: 'doc',
  content: [
    {
      type: 'recommendation',
      attrs: { blockId: 'aaaaaaaaaaa1' },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'O linie de urgență non-stop.' }] }],
    },
  ],
}

/** More than half of the entitled must take part, and more than half of the entitled say yes: 12 of 23. */
export const absoluteMajority = {
  id: 'rul_test_absolute',
  nameRo: 'Majoritate absolută',
  nameEn: 'Absolute majority',
  decisionKind: 'position',
  article: 'art. 17 alin. (2)',
  quorumKind: 'participation',
  quorumNumerator: 1,
  quorumDenominator: 2,
  quorumStrict: true,
  majorityNumerator: 1,
  majorityDenominator: 2,
  majorityStrict: true,
  majorityBase: 'entitled',
  validFrom: since,
} as const

/** Writes the rules and a dossier for the positions of this file. */
export async function writeStatute(prisma: PrismaClient): Promise<void> {
  await prisma.statuteRule.createMany({
    data: [
      absoluteMajority,
      { ...absoluteMajority, id: 'rul_test_ended', validUntil: new Date('2024-12-31') },
      { ...absoluteMajority, id: 'rul_test_presence', quorumKind: 'presence' },
    ],
  })
  await prisma.dossier.create({
    data: { id: 'dos_test_polls', titleRo: 'Dosar', procedure: 'law', stage: 'initiated' },
  })
}

/** A position in consultation with two frozen versions: `pos_<name>`, `ver_<name>_1` and `ver_<name>_2`. */
export async function writePosition(prisma: PrismaClient, name: string): Promise<void> {
  await prisma.document.create({ data: { id: `doc_${name}`, schemaVersion: 1 } })
  await prisma.position.create({
    data: {
      id: `pos_${name}`,
      dossierId: 'dos_test_polls',
      documentId: `doc_${name}`,
      titleRo: `Poziția ${name}`,
      titleEn: `Position ${name}`,
      status: 'consultation',
      leadId: 'org_bacau',
      drafters: { create: [{ organisationId: 'org_bacau' }] },
    },
  })
  for (const number of [1, 2])
    await prisma.documentVersion.create({
      data: {
        id: `ver_${name}_${number}`,
        documentId: `doc_${name}`,
        number,
        hash: `${number}`.repeat(64),
        content,
      },
    })
}

/** A draft poll `pol_<name>` on the first version of a new position `pos_<name>`. */
export async function writePoll(
  prisma: PrismaClient,
  name: string,
  { ruleId = absoluteMajority.id as string, closesAt = null as Date | null } = {},
): Promise<string> {
  await writePosition(prisma, name)
  await prisma.poll.create({
    data: {
      id: `pol_${name}`,
      positionId: `pos_${name}`,
      versionId: `ver_${name}_1`,
      ruleId,
      questionRo: `Adoptăm poziția ${name}?`,
      questionEn: `Do we adopt ${name}?`,
      closesAt,
    },
  })
  return `pol_${name}`
}

const refusal = '... on Refusal { code message fields { field code message theirs } }'

/** `revision`: of the draft as it was read. */
export const openPoll = (asker: Asker, id: string, revision?: number) =>
  asker
    .ask(
      `mutation ($id: ID!, $revision: Int) { openPoll(id: $id, revision: $revision) { __typename ${refusal}
        ... on Poll { id status openedAt turnout { entitled cast quorumNeeded quorumMet } } } }`,
      { id, revision },
    )
    .then(data => data.openPoll)

export const castBallot = (asker: Asker, pollId: string, organisationId: string, choice: string) =>
  asker
    .ask(
      `mutation ($pollId: ID!, $organisationId: ID!, $choice: BallotChoice!) {
        castBallot(pollId: $pollId, organisationId: $organisationId, choice: $choice) { __typename ${refusal}
          ... on Ballot { id choice number castAt versionHash castBy { id } } } }`,
      { pollId, organisationId, choice },
    )
    .then(data => data.castBallot)

export const closePoll = (asker: Asker, id: string) =>
  asker
    .ask(
      `mutation ($id: ID!) { closePoll(id: $id) { __typename ${refusal}
        ... on Poll { id status outcome closedAt result { yes no abstain cast entitled absent trail { key sentence article } } } } }`,
      { id },
    )
    .then(data => data.closePoll)

/** A poll that is open, of a new position. */
export async function writeOpenPoll(
  federation: TestFederation,
  name: string,
  options: { closesAt?: Date | null } = {},
): Promise<string> {
  const pollId = await writePoll(federation.database.prisma, name, options)
  const opened = await openPoll(await federation.as('per_secretariat'), pollId)
  if (opened.__typename !== 'Poll') throw new Error(JSON.stringify(opened))
  return pollId
}

/** The delegate of an organisation of the demonstration. */
export const delegateOf = (organisationId: string) => organisationId.replace('org_', 'per_delegate_')
