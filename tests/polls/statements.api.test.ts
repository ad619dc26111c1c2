/** The documents of the pages, as the pages ask them, cost the same however much there is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'
import { pageDocument } from '../support/page-document.ts'
import { absoluteMajority, now, writeStatute } from './poll.ts'

const most = 8

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
  federation.setNow(now)
  await writeStatute(federation.database.prisma)
})
afterAll(() => federation.close())

/** Polls of each kind with their electorates and ballots, in few statements. */
async function writePolls(prefix: string, count: number) {
  const { prisma } = federation.database
  const organisations = await prisma.organisation.findMany({ select: { id: true } })
  const names = Array.from({ length: count }, (_, index) => `${prefix}${index}`)
  await prisma.document.createMany({ data: names.map(name => ({ id: `doc_${name}`, schemaVersion: 1 })) })
  await prisma.position.createMany({
    data: names.map(name => ({
      id: `pos_${name}`,
      dossierId: 'dos_test_polls',
      documentId: `doc_${name}`,
      titleRo: name,
      status: 'voting' as const,
      leadId: 'org_bacau',
    })),
  })
  await prisma.documentVersion.createMany({
    data: names.map(name => ({
      id: `ver_${name}`,
      documentId: `doc_${name}`,
      number: 1,
      hash: 'a'.repeat(64),
      content: { type: 'doc' },
    })),
  })
  const seeded = await prisma.poll.findUniqueOrThrow({ where: { id: 'pol_nirm' } })
  await prisma.poll.createMany({
    data: names.map((name, index) => ({
      id: `pol_${name}`,
      positionId: `pos_${name}`,
      versionId: `ver_${name}`,
      ruleId: absoluteMajority.id,
      questionRo: `Întrebarea ${name}`,
      ...(index % 3 === 0 ? {} : { status: 'open' as const, rule: seeded.rule as object, openedAt: now }),
    })),
  })
  const pollIds = names.filter((_, index) => index % 3 !== 0).map(name => `pol_${name}`)
  const electors = pollIds.flatMap(pollId => organisations.map(({ id }) => ({ pollId, organisationId: id })))
  await prisma.elector.createMany({ data: electors })
  await prisma.ballot.createMany({
    data: electors.flatMap(elector => [
      { ...elector, number: 1, choice: 'yes' as const, castById: 'per_delegate_bacau' },
      { ...elector, number: 2, choice: 'no' as const, castById: 'per_delegate_bacau' },
    ]),
  })
  const { outcome, result } = seeded
  await prisma.poll.updateMany({
    where: { id: { in: pollIds.filter((_, index) => index % 2 === 0) } },
    data: { status: 'closed', outcome, result: result as object, closedAt: now },
  })
}

async function cost(asker: Asker, document: string, variables: Record<string, unknown>): Promise<number> {
  const before = federation.database.statements.total
  await asker.ask(document, variables)
  return federation.database.statements.total - before
}

test('the list of polls', async () => {
  const document = pageDocument('PollsPage', 'routes/polls._index.tsx')
  const variables = { open: true, drafts: true, closed: true, first: 500, search: 'întrebarea' }
  const asker = await federation.as('per_secretariat')
  const delegate = await federation.as('per_delegate_bacau')
  await writePolls('few', 9)
  const few = [
    await cost(asker, document, variables),
    await cost(delegate, document, { ...variables, drafts: false }),
  ]
  await writePolls('many', 300)
  const many = [
    await cost(asker, document, variables),
    await cost(delegate, document, { ...variables, drafts: false }),
  ]
  expect(many).toEqual(few)
  expect(Math.max(...many)).toBeLessThanOrEqual(most)
})

test('one poll, in preparation, open and closed', async () => {
  const document = pageDocument('PollPage', 'routes/polls.$id.tsx')
  const asker = await federation.as('per_secretariat')
  for (const id of ['pol_few0', 'pol_limitation', 'pol_nirm'])
    expect(await cost(asker, document, { id }), id).toBeLessThanOrEqual(most)
})

test('the pages that prepare a poll', async () => {
  const asker = await federation.as('per_secretariat')
  const chosen = { positionId: 'pos_nirm', chosen: true }
  expect(await cost(asker, pageDocument('NewPollPage', 'routes/polls.new.tsx'), chosen)).toBeLessThanOrEqual(
    most,
  )
  expect(
    await cost(asker, pageDocument('EditPollPage', 'routes/polls.$id_.edit.tsx'), { id: 'pol_few0' }),
  ).toBeLessThanOrEqual(most)
})
