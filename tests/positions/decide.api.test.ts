import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inTransaction } from '../../graphql/context.ts'
import { createDocument } from '../../graphql/documents/create.ts'
import { currentText } from '../../graphql/documents/current.ts'
import { decidePosition, openVoting } from '../../graphql/positions/decide.ts'
import type { NodeJson } from '../../packages/document/content.ts'
import { contentHash } from '../../packages/document/version.ts'
import type { PollOutcome } from '../../prisma/generated/client/enums.ts'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
let secretariat: Asker
beforeAll(async () => {
  federation = await openFederation()
  secretariat = await federation.as('per_secretariat')
})
afterAll(() => federation.close())

const paragraph = (text: string): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const recommendation = (blockId: string, ...lines: string[]): NodeJson => ({
  type: 'recommendation',
  attrs: { blockId },
  content: lines.map(paragraph),
})
const text: NodeJson = {
  type: 'doc',
  content: [
    paragraph('Context'),
    recommendation('line24', 'O linie telefonică deschisă 24/7.'),
    { type: 'situation', content: [paragraph('Programul este de luni până vineri.')] },
    recommendation('seat01', 'Un loc cu drept de vot', 'pentru organizațiile societății civile.'),
    { type: 'recommendation', attrs: { blockId: 'empty1' }, content: [{ type: 'paragraph' }] },
  ],
}

/** A position with one version of `text`, put to the vote. */
async function inVote(title: string) {
  const { prisma } = federation.database
  return inTransaction(secretariat.context, async tx => {
    const documentId = await createDocument(tx, text, { personId: null, organisationId: null })
    const content = await currentText(tx, documentId)
    const version = await tx.documentVersion.create({
      data: { documentId, number: 1, hash: await contentHash(content), content: { ...content } as object },
    })
    const dossier = await tx.dossier.create({
      data: { titleRo: `Dosar ${title}`, procedure: 'international', stage: 'followed' },
    })
    const position = await tx.position.create({
      data: { dossierId: dossier.id, documentId, titleRo: title, leadId: 'org_bacau' },
    })
    await openVoting(tx, position.id)
    return { positionId: position.id, versionId: version.id }
  }).then(async ids => ({
    ...ids,
    status: async () => (await prisma.position.findUniqueOrThrow({ where: { id: ids.positionId } })).status,
    decide: (outcome: PollOutcome) =>
      inTransaction(secretariat.context, tx =>
        decidePosition(tx, secretariat.context, ids.positionId, ids.versionId, outcome),
      ),
  }))
}

test('an adopted position has the recommendations of the version, word for word and numbered', async () => {
  const { positionId, status, decide } = await inVote('Adoptată')
  expect(await status()).toBe('voting')
  await decide('adopted')
  expect(await status()).toBe('adopted')
  const rows = await federation.database.prisma.recommendation.findMany({
    where: { positionId },
    orderBy: { number: 'asc' },
    select: { number: true, blockId: true, text: true },
  })
  expect(rows).toEqual([
    { number: 1, blockId: 'line24', text: 'O linie telefonică deschisă 24/7.' },
    { number: 2, blockId: 'seat01', text: 'Un loc cu drept de vot\npentru organizațiile societății civile.' },
  ])
  const audit = await federation.database.prisma.auditEntry.findMany({ where: { subjectId: positionId } })
  expect(audit.map(({ action, personId }) => [action, personId])).toEqual([
    ['position.adopted', 'per_secretariat'],
  ])
})

test('whoever has an adopted text open for writing is asked to open it again', async () => {
  const { positionId, decide } = await inVote('Textul e final')
  const { documentId } = await federation.database.prisma.position.findUniqueOrThrow({
    where: { id: positionId },
  })
  const heard: unknown[] = []
  const stop = await federation.database.listen('live', payload => void heard.push(JSON.parse(payload)))
  await decide('adopted')
  await vi.waitFor(() => expect(heard).toMatchObject([{ kind: 'access', scope: { documentId } }]))
  await stop()
})

test('a rejected position has no recommendations and can be put to the vote again', async () => {
  const { positionId, status, decide } = await inVote('Respinsă')
  await decide('rejected')
  expect(await status()).toBe('rejected')
  expect(await federation.database.prisma.recommendation.count({ where: { positionId } })).toBe(0)
  await inTransaction(secretariat.context, tx => openVoting(tx, positionId))
  expect(await status()).toBe('voting')
})

test('without quorum nothing is decided, and the members go on discussing', async () => {
  const { status, decide } = await inVote('Fără cvorum')
  await decide('no_quorum')
  expect(await status()).toBe('consultation')
})

test('a position is decided once, and an adopted one is not voted on again', async () => {
  const { positionId, decide } = await inVote('O singură dată')
  await decide('adopted')
  await expect(decide('rejected')).rejects.toMatchObject({ code: 'wrong_state' })
  await expect(inTransaction(secretariat.context, tx => openVoting(tx, positionId))).rejects.toMatchObject({
    code: 'wrong_state',
    detail: 'position_not_votable',
  })
})

test('a version of another text decides nothing', async () => {
  const mine = await inVote('Una')
  const other = await inVote('Alta')
  await expect(
    inTransaction(secretariat.context, tx =>
      decidePosition(tx, secretariat.context, mine.positionId, other.versionId, 'adopted'),
    ),
  ).rejects.toThrow('is no version of position')
  expect(await mine.status()).toBe('voting')
})
