import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { fromYDoc } from '../../packages/document/content.ts'
import { fragmentName } from '../../packages/document/schema.ts'
import { contentHash } from '../../packages/document/version.ts'
import { type Drafting, openDrafting } from '../support/drafting.ts'
import type { Asker } from '../support/federation.ts'
import { until } from '../support/live.ts'

const documentId = 'doc_pos_strategy'
let drafting: Drafting
let drafter: Asker
beforeAll(async () => {
  drafting = await openDrafting()
  drafter = await drafting.federation.as('per_delegate_bacau')
})
afterAll(() => drafting.close())

const restoreText = `mutation ($input: RestoreTextInput!) { restoreText(input: $input) { __typename
  ... on Document { id } ... on Refusal { code message } } }`
const restore = async (asker: Asker, point: string, id = documentId) =>
  (await asker.ask(restoreText, { input: { documentId: id, point } })).restoreText
const freeze = async (name: string) =>
  (
    await drafter.ask(
      `mutation ($input: FreezeVersionInput!) { freezeVersion(input: $input) { ... on DocumentVersion { number hash } } }`,
      { input: { documentId, name } },
    )
  ).freezeVersion
const rows = () =>
  drafting.federation.database.prisma.documentUpdate.findMany({
    where: { documentId },
    orderBy: { seq: 'asc' },
    select: { seq: true, authorId: true, organisationId: true },
  })

test('an older text comes back for all who have it open, as one more edit by who restored it', async () => {
  const ana = await drafting.open('per_delegate_bacau', documentId, 0)
  const dan = await drafting.open('per_delegate_eliberare', documentId, 1)
  ana.type('Așa era la început.')
  await ana.settled()
  const version = await freeze('Prima formă')
  await until(() => dan.text.includes('Așa era'), 'the words to arrive')
  dan.doc.getXmlFragment(fragmentName).delete(0, 2)
  dan.type('Și apoi altfel.')
  await dan.settled()
  await until(() => ana.text.includes('apoi altfel'), 'the words to arrive')
  const before = await rows()

  expect(await restore(drafter, `v${version.number}`)).toEqual({ __typename: 'Document', id: documentId })
  for (const page of [ana, dan]) await until(() => !page.text.includes('apoi altfel'), 'the older text')
  expect(await Promise.all([ana, dan].map(page => contentHash(fromYDoc(page.doc))))).toEqual([
    version.hash,
    version.hash,
  ])
  const after = await rows()
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after.slice(before.length)).toEqual([
    { seq: before.length + 1, authorId: 'per_delegate_bacau', organisationId: 'org_bacau' },
  ])
  // Who goes on writing does so in the restored text.
  dan.type('Mai departe.')
  await until(() => ana.text.endsWith('Mai departe.'), 'the words to arrive')
  drafting.leave()
})

test('it is in the audit trail and in the history, and is undone by restoring what was there', async () => {
  const { database } = drafting.federation
  const text = async () =>
    (await drafter.ask(`{ node(id: "${documentId}") { ... on Document { currentText } } }`)).node.currentText
  const now = await text()
  const head = (await rows()).length
  await restore(drafter, 'e1')
  expect(await text()).not.toBe(now)
  expect(await database.prisma.auditEntry.findFirst({ orderBy: { seq: 'desc' } })).toMatchObject({
    action: 'document.restored',
    subjectId: documentId,
    personId: 'per_delegate_bacau',
    organisationId: 'org_bacau',
    details: { seq: head + 1, point: 'e1' },
  })
  const { node } = await drafter.ask(
    `{ node(id: "${documentId}") { ... on Document { restorations { edit point at author { name } } } } }`,
  )
  expect(node.restorations[0]).toMatchObject({
    edit: head + 1,
    point: 'e1',
    author: { name: expect.any(String) },
  })

  await restore(drafter, `e${head}`)
  expect(await text()).toBe(now)
})

test('two who restore at once restore one after the other, and nothing is doubled', async () => {
  const other = await drafting.federation.as('per_delegate_eliberare')
  const before = (await rows()).length
  const [a, b] = await Promise.all([restore(drafter, 'v1'), restore(other, 'v1')])
  expect([a, b].map(({ __typename }) => __typename).sort()).toEqual(['Document', 'Refusal'])
  expect((await rows()).length).toBe(before + 1)
  const log = await drafting.federation.database.prisma.documentUpdate.findMany({
    where: { documentId },
    orderBy: { seq: 'asc' },
  })
  const replayed = new Y.Doc()
  for (const { bytes } of log) Y.applyUpdate(replayed, bytes)
  const { version } = (
    await drafter.ask(`{ node(id: "${documentId}") { ... on Document { version(number: 1) { hash } } } }`)
  ).node
  expect(await contentHash(fromYDoc(replayed))).toBe(version.hash)
})

test('a text that reads so already is refused, and so is a point that is none', async () => {
  expect(await restore(drafter, 'v1')).toMatchObject({ __typename: 'Refusal', code: 'wrong_state' })
  for (const point of ['v99', 'e99999', 'now', 'x', ''])
    expect(await restore(drafter, point), point).toMatchObject({ __typename: 'Refusal', code: 'not_found' })
})

test('only who writes the text restores it, and nobody an adopted one', async () => {
  const { federation } = drafting
  const before = (await rows()).length
  const as = async (person: string | null, id = documentId) =>
    (await restore(await federation.as(person), 'e1', id)).code
  expect(await as(null)).toBe('sign_in_needed')
  // Does not see the draft.
  expect(await as('per_delegate_timis')).toBe('not_found')
  expect(await as('per_auditor')).toBe('not_found')
  // Reads it in consultation.
  expect(await as('per_delegate_bacau', 'doc_pos_osec')).toBe('not_allowed')
  for (const person of ['per_delegate_eliberare', 'per_secretariat']) {
    const asker = await federation.as(person)
    expect(await restore(asker, 'e1', 'doc_pos_nirm')).toMatchObject({
      code: 'wrong_state',
      message: expect.stringContaining('adoptată'),
    })
  }
  expect((await rows()).length).toBe(before)
})

test('minutes are restored in the same way', async () => {
  const { prisma } = drafting.federation.database
  const meeting = await prisma.meeting.findUniqueOrThrow({ where: { id: 'mee_predeal' } })
  const secretariat = await drafting.federation.as('per_secretariat')
  const page = await drafting.open('per_secretariat', meeting.minutesDocumentId)
  page.type('Scris din greșeală.')
  await page.settled()
  expect(await restore(secretariat, 'e1', meeting.minutesDocumentId)).toMatchObject({
    __typename: 'Document',
  })
  await until(() => !page.text.includes('greșeală'), 'the older text')
  drafting.leave()
})
