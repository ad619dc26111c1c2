/** The documents of the history pages cost the same, and little, however long the history is. */
import { parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { executeDocument } from '../../graphql/execute.ts'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'
import { pageDocument } from '../support/page-document.ts'
import { paragraphOf, WrittenText } from '../support/writtenText.ts'

const most = 8

let federation: TestFederation
let drafter: Asker
beforeAll(async () => {
  federation = await openFederation()
  drafter = await federation.as('per_delegate_bacau')
})
afterAll(() => federation.close())

/** Asks as the page does. @returns the data, and the SQL statements that it took, through the client and beside it */
async function counted(asked: object) {
  const { database } = federation
  let beside = 0
  const query: typeof database.sql.query = (...statement) => {
    beside += 1
    return database.sql.query(...statement)
  }
  const before = database.statements.total
  const document = pageDocument('PositionHistory', 'routes/positions.$id_.history.tsx')
  const variables = {
    id: 'pos_strategy',
    compares: false,
    from: 'now',
    to: 'now',
    sideBySide: false,
    ...asked,
  }
  const context = { ...drafter.context, database: { ...database, sql: { query } } }
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape by what it expects
  const data: any = await executeDocument(parse(document), variables, context)
  return { shown: data.position.document, statements: database.statements.total - before + beside }
}

/** Writes `count` sessions of 10 edits each, and freezes a version after each. */
async function write(count: number, day: number) {
  const documentId = 'doc_pos_strategy'
  const text = await WrittenText.open(federation.database, documentId)
  for (let session = 0; session < count; session += 1) {
    const at = new Date(Date.UTC(2027, 0, day, session)).toISOString()
    for (let edit = 0; edit < 10; edit += 1)
      text.note(
        { authorId: 'per_delegate_bacau', organisationId: 'org_bacau', at },
        paragraphOf(`${session} și ${edit}`),
      )
  }
  await text.store()
  const known = await federation.database.prisma.documentVersion.count({ where: { documentId } })
  await federation.database.prisma.documentVersion.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      documentId,
      number: known + index + 1,
      hash: 'a'.repeat(64),
      content: { type: 'doc', content: [{ type: 'paragraph' }] },
      frozenById: 'per_secretariat',
    })),
  })
}

test('the list, and two points compared', async () => {
  const costs: Record<string, number>[] = []
  for (const [sessions, day] of [
    [3, 1],
    [57, 2],
  ] as const) {
    await write(sessions, day)
    // The first reading of what is new is dearer.
    await counted({})
    const list = await counted({})
    const compared = await counted({ compares: true, from: 'v1', to: 'e12' })
    costs.push({ list: list.statements, compared: compared.statements })
    expect(list.shown.sessions.length).toBeGreaterThanOrEqual(sessions)
    expect(list.shown.versions.length).toBeGreaterThanOrEqual(sessions)
    expect(compared.shown.comparison.html).toContain('<ins>')
  }
  expect(costs[1]).toEqual(costs[0])
  for (const cost of Object.values(costs[0] ?? {})) expect(cost).toBeLessThanOrEqual(most)
})
