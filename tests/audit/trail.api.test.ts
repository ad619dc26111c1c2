import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
  await federation.database.prisma.auditEntry.createMany({
    data: [
      ['organisation.changed', 'org_bacau', 'org_bacau'],
      ['person.signed_in', 'per_delegate_bacau', null],
      ['mandate.given', 'man_any', 'org_bacau'],
      ['organisation.changed', 'org_cluj', 'org_cluj'],
    ].map(([action, subjectId, organisationId]) => ({
      action: action ?? '',
      subjectId: subjectId ?? '',
      organisationId,
      personId: 'per_secretariat',
    })),
  })
})
afterAll(() => federation.close())

const page = `query ($action: String, $organisationId: ID, $first: Int, $after: String) {
  auditActions
  organisations(first: 500) { nodes { id name } }
  auditEntries(action: $action, organisationId: $organisationId, first: $first, after: $after) {
    totalCount
    nodes { id at action subjectId subjectTitle person { id name } organisation { id shortName } }
    pageInfo { hasNextPage endCursor }
  } }`

test.each(['per_secretariat', 'per_auditor'])(
  '%s reads the trail, the latest first, with what each act is about',
  async personId => {
    const { auditEntries } = await (await federation.as(personId)).ask(page, { organisationId: 'org_bacau' })
    expect(auditEntries).toMatchObject({
      totalCount: 2,
      nodes: [
        { action: 'mandate.given', subjectTitle: null },
        {
          action: 'organisation.changed',
          subjectTitle: 'Organizația Bacău (demo)',
          person: { name: 'Secretariat ProTECT' },
          organisation: { shortName: 'Bacău (demo)' },
        },
      ],
    })
  },
)

test('it is filtered by one act or by a whole concept', async () => {
  const auditor = await federation.as('per_auditor')
  const count = async (action: string) => (await auditor.ask(page, { action })).auditEntries.totalCount
  expect(await count('organisation.changed')).toBe(2)
  expect(await count('organisation')).toBe(2)
  expect(await count('org')).toBe(0)
  expect((await auditor.ask(page)).auditActions).toContain('mandate.given')
})

test('its pages follow one another without a gap', async () => {
  const auditor = await federation.as('per_auditor')
  const seen: string[] = []
  let after: string | null = null
  for (let more = true; more; ) {
    const { auditEntries } = await auditor.ask(page, { first: 3, after })
    seen.push(...auditEntries.nodes.map((node: { id: string }) => node.id))
    after = auditEntries.pageInfo.endCursor
    more = auditEntries.pageInfo.hasNextPage
  }
  const all = await federation.database.prisma.auditEntry.findMany({ orderBy: { seq: 'desc' } })
  expect(seen).toEqual(all.map(({ seq }) => String(seq)))
})

test.each([
  ['per_delegate_bacau', 'NOT_FOUND'],
  ['per_observer_cluj', 'NOT_FOUND'],
  [null, 'UNAUTHENTICATED'],
])('%s does not', async (personId, code) => {
  const asker = await federation.as(personId)
  await expect(asker.ask('{ auditEntries { totalCount } }')).rejects.toMatchObject({ code })
  await expect(asker.ask('{ auditActions }')).rejects.toMatchObject({ code })
})

test('the database refuses to change or remove an entry', async () => {
  await expect(
    federation.database.prisma.auditEntry.updateMany({ data: { action: 'nothing' } }),
  ).rejects.toThrow(/append-only/)
  await expect(federation.database.prisma.auditEntry.deleteMany()).rejects.toThrow(/append-only/)
})

test('a page costs the same statements with a few acts and with hundreds', async () => {
  const auditor = await federation.as('per_auditor')
  const statements = async () => {
    const before = federation.database.statements.total
    await auditor.ask(page, { first: 200 })
    return federation.database.statements.total - before
  }
  const subjects = async (prefix: string, count: number) => {
    const { prisma } = federation.database
    const kinds = ['org_bacau', 'per_auditor', 'grp_osec', 'rul_budget']
    const [position, poll, meeting] = await Promise.all([
      prisma.position.findFirst(),
      prisma.poll.findFirst(),
      prisma.meeting.findFirst(),
    ])
    for (const row of [position, poll, meeting]) if (row !== null) kinds.push(row.id)
    await prisma.auditEntry.createMany({
      data: Array.from({ length: count }, (_, each) => ({
        action: `${prefix}.changed`,
        subjectId: kinds[each % kinds.length] ?? '',
        personId: 'per_secretariat',
      })),
    })
  }
  await subjects('organisation', 7)
  const few = await statements()
  await subjects('organisation', 180)
  expect(await statements()).toBe(few)
  expect(few).toBeLessThanOrEqual(8)
})
