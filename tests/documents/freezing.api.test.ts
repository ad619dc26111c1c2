import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openUpdateLog } from '../../graphql/documents/log.ts'
import { fragmentName } from '../../packages/document/schema.ts'
import { canonicalText } from '../../packages/document/version.ts'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
let delegate: Asker
beforeAll(async () => {
  federation = await openFederation()
  delegate = await federation.as('per_delegate_bacau')
})
afterAll(() => federation.close())

const freezeVersion = `mutation ($input: FreezeVersionInput!) { freezeVersion(input: $input) { __typename
  ... on DocumentVersion { id number name hash content html frozenBy { id } document { id versions { number } } }
  ... on Refusal { code message } } }`
const draft = { documentId: 'doc_pos_strategy' }
const freeze = async (asker: Asker, input: object) =>
  (await asker.ask(freezeVersion, { input })).freezeVersion

/** Writes a paragraph at the end of a document, as an editor would: an update in the log. */
async function write(documentId: string, text: string) {
  const log = openUpdateLog(federation.database)
  const stored = await log.load(documentId)
  const copy = new Y.Doc()
  for (const { bytes } of stored?.updates ?? []) Y.applyUpdate(copy, bytes)
  const before = Y.encodeStateVector(copy)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  const body = copy.getXmlFragment(fragmentName)
  body.insert(body.length, [paragraph])
  const bytes = Y.encodeStateAsUpdate(copy, before)
  await log.append(
    [{ documentId, authorId: 'per_delegate_bacau', organisationId: 'org_bacau', bytes }],
    'test',
  )
}

test('a version holds the text of that moment, and the draft goes on', async () => {
  await write(draft.documentId, 'Scris înainte.')
  const version = await freeze(delegate, { ...draft, name: ' Prima  formă ' })
  expect(version).toMatchObject({
    __typename: 'DocumentVersion',
    number: 1,
    name: 'Prima formă',
    frozenBy: { id: 'per_delegate_bacau' },
  })
  await write(draft.documentId, 'Scris după.')
  const { node } = await delegate.ask(
    `query ($id: ID!) { node(id: $id) { ... on DocumentVersion { hash html document { currentHtml currentText } } } }`,
    { id: version.id },
  )
  expect(node.hash).toBe(version.hash)
  expect(node.html).toContain('Scris înainte.')
  expect(node.html).not.toContain('Scris după.')
  expect(node.document.currentHtml).toContain('Scris după.')
  expect(node.document.currentText).toMatch(/Scris înainte\.\nScris după\.$/)
})

test('the text is read through its snapshot too', async () => {
  const log = openUpdateLog(federation.database)
  const stored = await log.load(draft.documentId)
  const copy = new Y.Doc()
  for (const { bytes } of stored?.updates ?? []) Y.applyUpdate(copy, bytes)
  const seq = stored?.updates.at(-1)?.seq ?? 0
  await log.saveSnapshot(draft.documentId, { seq, bytes: Y.encodeStateAsUpdate(copy) })
  await log.append(
    [{ documentId: draft.documentId, authorId: null, organisationId: null, bytes: lastWords(copy) }],
    'test',
  )
  const { position } = await delegate.ask('{ position(id: "pos_strategy") { document { currentText } } }')
  expect(position.document.currentText).toMatch(/Scris după\.\nLa urmă\.$/)
})

function lastWords(copy: Y.Doc): Uint8Array {
  const before = Y.encodeStateVector(copy)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('La urmă.')])
  copy.getXmlFragment(fragmentName).push([paragraph])
  return Y.encodeStateAsUpdate(copy, before)
}

test('the hash is what anyone computes over the exported text', async () => {
  const { position } = await delegate.ask(
    '{ position(id: "pos_strategy") { document { version(number: 1) { hash content canonicalText } } } }',
  )
  const { hash, content, canonicalText: exported } = position.document.version
  expect(createHash('sha256').update(exported, 'utf8').digest('hex')).toBe(hash)
  expect(createHash('sha256').update(canonicalText(content), 'utf8').digest('hex')).toBe(hash)
})

test('the same text is not frozen twice', async () => {
  const document = { documentId: 'doc_pos_limitation' }
  const lead = await federation.as('per_delegate_dolj')
  expect(await freeze(lead, document)).toMatchObject({
    code: 'wrong_state',
    message: 'Textul este literă cu literă versiunea 1. Nu e nevoie de alta.',
  })
})

test('people who freeze at once get the next numbers, none twice and none left out', async () => {
  const documentId = 'doc_pos_osec'
  const people = [await federation.as('per_secretariat'), await federation.as('per_delegate_eliberare')]
  const answers = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      await write(documentId, `Rândul ${index}`)
      const asker = people[index % 2]
      return asker && freeze(asker, { documentId })
    }),
  )
  // One that finds nothing new since the version before it is refused; nothing else may happen.
  expect(new Set(answers.map(answer => answer.code ?? 'frozen'))).toContain('frozen')
  expect(answers.filter(({ code }) => code !== undefined && code !== 'wrong_state')).toEqual([])
  const rows = await federation.database.prisma.documentVersion.findMany({
    where: { documentId },
    orderBy: { number: 'asc' },
  })
  expect(rows.map(row => row.number)).toEqual(rows.map((_, index) => index + 1))
  expect(rows).toHaveLength(answers.filter(({ code }) => code === undefined).length)
  expect(new Set(rows.map(row => row.hash)).size).toBe(rows.length)
})

test('a frozen version cannot be changed or removed, not even by SQL', async () => {
  const { sql } = federation.database
  await expect(
    sql.query(`UPDATE document_version SET name = 'alta' WHERE id = 'ver_nirm_1'`),
  ).rejects.toThrow('append-only')
  await expect(sql.query(`DELETE FROM document_version WHERE id = 'ver_nirm_1'`)).rejects.toThrow(
    'append-only',
  )
})

test('only those who lead the text freeze it, and an adopted one is final', async () => {
  const drafter = await federation.as('per_delegate_timis')
  expect(await freeze(drafter, { documentId: 'doc_pos_osec' })).toMatchObject({ code: 'not_allowed' })
  const outsider = await federation.as('per_delegate_cluj')
  expect(await freeze(outsider, draft)).toMatchObject({ code: 'not_found' })
  expect(await freeze(await federation.as(null), draft)).toMatchObject({ code: 'sign_in_needed' })
  const lead = await federation.as('per_delegate_eliberare')
  expect(await freeze(lead, { documentId: 'doc_pos_nirm' })).toMatchObject({ code: 'wrong_state' })
})

test('each version has its row in the audit trail', async () => {
  const rows = await federation.database.prisma.auditEntry.findMany({
    where: { action: 'document.version_frozen', subjectId: draft.documentId },
  })
  expect(rows.map(({ personId, details }) => [personId, details])).toEqual([
    ['per_delegate_bacau', expect.objectContaining({ number: 1 })],
  ])
})
