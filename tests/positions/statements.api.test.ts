/** The documents of the pages, as the pages ask them, cost the same however much there is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Prisma } from '../../prisma/client.ts'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'
import { pageDocument } from '../support/page-document.ts'

const most = 8

let federation: TestFederation
let secretariat: Asker
beforeAll(async () => {
  federation = await openFederation()
  secretariat = await federation.as('per_secretariat')
  await write('few', 3)
  await write('many', 300)
})
afterAll(() => federation.close())

/** `count` positions, of which the first is adopted and has `count` versions, polls, recommendations and submissions. */
async function write(prefix: string, count: number) {
  const { prisma } = federation.database
  const names = Array.from({ length: count }, (_, index) => `${prefix}_${index}`)
  const positionId = `pos_${prefix}_0`
  const documentId = `doc_${prefix}_0`
  await prisma.dossier.create({
    data: { id: `dos_${prefix}`, titleRo: prefix, procedure: 'international', stage: 'followed' },
  })
  await prisma.document.createMany({ data: names.map(name => ({ id: `doc_${name}`, schemaVersion: 1 })) })
  await prisma.position.createMany({
    data: names.map((name, index) => ({
      id: `pos_${name}`,
      dossierId: `dos_${prefix}`,
      documentId: `doc_${name}`,
      titleRo: `Încercare ${prefix}`,
      status: index === 0 ? ('adopted' as const) : ('consultation' as const),
      leadId: 'org_cluj',
    })),
  })
  await prisma.positionDrafter.createMany({
    data: names.flatMap(name =>
      ['org_cluj', 'org_bacau'].map(organisationId => ({ positionId: `pos_${name}`, organisationId })),
    ),
  })
  await prisma.person.createMany({
    data: names.map(name => ({ id: `per_${name}`, name, email: `${name}@guests.example` })),
  })
  const until = new Date(Date.now() + 86_400_000)
  await prisma.documentGuest.createMany({
    data: [
      // Many guests of one text, and many texts of one guest.
      ...names.map(name => ({ documentId, personId: `per_${name}`, right: 'read' as const, until })),
      ...names.slice(1).map(name => ({
        documentId: `doc_${name}`,
        personId: `per_${prefix}_0`,
        right: 'write' as const,
        until,
      })),
    ],
  })
  const content = { type: 'doc', content: [{ type: 'paragraph' }] }
  await prisma.documentVersion.createMany({
    data: names.map((name, index) => ({
      id: `ver_${name}`,
      documentId,
      number: index + 1,
      hash: 'a'.repeat(64),
      content,
      frozenById: 'per_secretariat',
    })),
  })
  const seeded = await prisma.poll.findUniqueOrThrow({ where: { id: 'pol_nirm' } })
  await prisma.poll.createMany({
    data: names.map((name, index) => ({
      ...seeded,
      id: `pol_${name}`,
      positionId,
      versionId: `ver_${name}`,
      outcome: index === 0 ? ('adopted' as const) : ('rejected' as const),
      rule: seeded.rule ?? Prisma.JsonNull,
      result: seeded.result ?? Prisma.JsonNull,
    })),
  })
  await prisma.recommendation.createMany({
    data: names.map((name, index) => ({
      id: `rec_${name}`,
      positionId,
      number: index + 1,
      blockId: `block${index}`,
      text: name,
    })),
  })
  await prisma.followUp.createMany({
    data: names.flatMap(name =>
      (['no_answer', 'in_part'] as const).map(outcome => ({
        recommendationId: `rec_${name}`,
        outcome,
        date: new Date('2024-05-05'),
        evidence: name,
        recordedById: 'per_secretariat',
      })),
    ),
  })
  await prisma.submission.createMany({
    data: names.map(reference => ({
      positionId,
      institutionId: 'ins_anitp',
      submittedOn: new Date('2024-05-05'),
      reference,
    })),
  })
}

/** What the page answers at 3 rows and at 300, after checking that both cost the same, and little. */
async function costsTheSame(
  document: string,
  variables: (prefix: string) => Record<string, unknown>,
  rows: (data: Awaited<ReturnType<Asker['ask']>>) => unknown[],
) {
  const statements: number[] = []
  for (const [prefix, count] of [
    ['few', 3],
    ['many', 300],
  ] as const) {
    const before = federation.database.statements.total
    const data = await secretariat.ask(document, variables(prefix))
    statements.push(federation.database.statements.total - before)
    expect(rows(data)).toHaveLength(count)
  }
  expect(statements[1]).toBe(statements[0])
  expect(statements[0]).toBeLessThanOrEqual(most)
}

test('the list', () =>
  costsTheSame(
    pageDocument('PositionList', 'routes/positions._index.tsx'),
    prefix => ({ search: `incercare ${prefix}`, first: 300, mine: false }),
    data => data.positions.nodes,
  ))

test('a position with its versions and votes', () =>
  costsTheSame(
    pageDocument('PositionPage', 'routes/positions.$id.tsx'),
    prefix => ({ id: `pos_${prefix}_0` }),
    data => {
      expect(data.position.polls).toHaveLength(data.position.document.versions.length)
      expect(data.position.adopted.number).toBe(1)
      expect(data.position.document.guests).toHaveLength(data.position.document.versions.length)
      return data.position.document.versions
    },
  ))

test('its follow-up', () =>
  costsTheSame(
    pageDocument('FollowUpPage', 'routes/positions.$id_.follow-up.tsx'),
    prefix => ({ id: `pos_${prefix}_0` }),
    data => {
      expect(data.position.submissions).toHaveLength(data.position.recommendations.length)
      return data.position.recommendations
    },
  ))

test('one version among the others', () =>
  costsTheSame(
    pageDocument('VersionPage', 'routes/positions.$id_.versions.$number.tsx'),
    prefix => ({ id: `pos_${prefix}_0`, number: 2 }),
    data => data.position.document.versions,
  ))

test('the guests of a text', () =>
  costsTheSame(
    pageDocument('GuestsPage', 'routes/texts.$id_.guests.tsx'),
    prefix => ({ id: `doc_${prefix}_0` }),
    data => data.document.guests,
  ))

test('the texts of a guest, and one of them', async () => {
  const count = async (prefix: string) => {
    const guest = await federation.as(`per_${prefix}_0`)
    const before = federation.database.statements.total
    const { openTexts } = await guest.ask(pageDocument('OpenTexts', 'routes/texts._index.tsx'))
    const between = federation.database.statements.total
    await guest.ask(pageDocument('TextPage', 'routes/texts.$id.tsx'), { id: `doc_${prefix}_1` })
    const statements = { list: between - before, one: federation.database.statements.total - between }
    return { statements, texts: openTexts.length }
  }
  const [few, many] = [await count('few'), await count('many')]
  expect([few.texts, many.texts]).toEqual([3, 300])
  expect(many.statements).toEqual(few.statements)
  expect(Math.max(few.statements.list, few.statements.one)).toBeLessThanOrEqual(most)
})

test('the form for a new one', async () => {
  const before = federation.database.statements.total
  await secretariat.ask(pageDocument('NewPosition', 'routes/positions.new.tsx'))
  expect(federation.database.statements.total - before).toBeLessThanOrEqual(most)
})
