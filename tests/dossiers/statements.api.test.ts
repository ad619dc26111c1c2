import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchKey } from '../../packages/procedure/index.ts'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'
import { pageDocument } from '../support/page-document.ts'

let federation: TestFederation
let member: Asker
beforeAll(async () => {
  federation = await openFederation()
  member = await federation.as('per_delegate_bacau')
})
afterAll(() => federation.close())

async function statements(document: string, variables: Record<string, unknown>) {
  const before = federation.database.statements.total
  const data = await member.ask(document, variables)
  return { data, count: federation.database.statements.total - before }
}

/** Fills `dossierId` with so many steps, deadlines, links, positions and meetings. */
async function fill(dossierId: string, count: number) {
  const { prisma } = federation.database
  const numbers = Array.from({ length: count }, (_, index) => `${dossierId.slice(4)}_${index}`)
  const at = new Date('2024-05-05')
  await prisma.dossierStep.createMany({
    data: numbers.map(() => ({ dossierId, stage: 'opinions', date: at, recordedById: 'per_secretariat' })),
  })
  await prisma.deadline.createMany({ data: numbers.map(titleRo => ({ dossierId, titleRo, date: at })) })
  await prisma.dossierLink.createMany({
    data: numbers.map(title => ({ dossierId, title, url: 'https://example.ro', seenOn: at })),
  })
  await prisma.document.createMany({
    data: numbers.flatMap(n => [
      { id: `doc_p_${n}`, schemaVersion: 1 },
      { id: `doc_m_${n}`, schemaVersion: 1 },
    ]),
  })
  await prisma.position.createMany({
    data: numbers.map(n => ({
      dossierId,
      documentId: `doc_p_${n}`,
      titleRo: n,
      leadId: 'org_bacau',
      status: 'consultation' as const,
    })),
  })
  await prisma.meeting.createMany({
    data: numbers.map(n => ({
      id: `mee_${n}`,
      titleRo: n,
      startsAt: at,
      organiserId: 'org_bacau',
      minutesDocumentId: `doc_m_${n}`,
    })),
  })
  await prisma.agendaItem.createMany({
    data: numbers.map(n => ({ meetingId: `mee_${n}`, number: 1, title: n, dossierId })),
  })
}

async function dossiers(prefix: string, count: number) {
  const { prisma } = federation.database
  const rows = Array.from({ length: count }, (_, index) => ({ id: `dos_${prefix}_${index}`, index }))
  await prisma.dossier.createMany({
    data: rows.map(({ id }) => ({
      id,
      titleRo: `Încercare ${prefix}`,
      procedure: 'law' as const,
      stage: 'bureau',
      institutionId: 'ins_cdep',
      leadId: 'org_cluj',
    })),
  })
  await prisma.dossierIdentifier.createMany({
    data: rows.map(({ id, index }) => ({
      dossierId: id,
      kind: 'bpi',
      value: `BPI ${index + 1}/${1900 + count}`,
      searchKey: searchKey(`BPI ${index + 1}/${1900 + count}`),
    })),
  })
  await prisma.deadline.createMany({
    data: rows.map(({ id }) => ({ dossierId: id, titleRo: 'Termen', date: new Date('2030-01-01') })),
  })
}

describe('the SQL statements of a page are at most 8, and the same', () => {
  test('for a list of 3 dossiers and of 300', async () => {
    await dossiers('few', 3)
    await dossiers('many', 300)
    const list = pageDocument('DossierList', 'routes/dossiers._index.tsx')
    const few = await statements(list, { search: 'incercare few', orderBy: 'next_deadline', first: 300 })
    const many = await statements(list, { search: 'incercare many', orderBy: 'next_deadline', first: 300 })
    expect([few.data.dossiers.nodes.length, many.data.dossiers.nodes.length]).toEqual([3, 300])
    expect(few.count).toBeLessThanOrEqual(8)
    expect(many.count).toBe(few.count)
  })

  test('for a dossier with 3 of everything and with 300', async () => {
    await fill('dos_few_0', 3)
    await fill('dos_many_0', 300)
    const page = pageDocument('DossierPage', 'routes/dossiers.$id.tsx')
    const few = await statements(page, { id: 'dos_few_0' })
    const many = await statements(page, { id: 'dos_many_0' })
    for (const [{ data }, count] of [
      [few, 3],
      [many, 300],
    ] as const) {
      const { steps, deadlines, links, positions, agendaItems } = data.dossier
      const found = [steps, deadlines, links, positions, agendaItems].map(rows => rows.length)
      expect(found).toEqual([count, count + 1, count, count, count])
    }
    expect(few.count).toBeLessThanOrEqual(8)
    expect(many.count).toBe(few.count)
  })

  test('for the forms', async () => {
    const secretariat = await federation.as('per_secretariat')
    for (const [operation, route] of [
      ['NewDossier', 'dossiers.new.tsx'],
      ['EditDossier', 'dossiers.$id_.edit.tsx'],
    ] as const) {
      const before = federation.database.statements.total
      await secretariat.ask(pageDocument(operation, `routes/${route}`), { id: 'dos_nirm' })
      expect([route, federation.database.statements.total - before <= 8]).toEqual([route, true])
    }
  })
})
