/** The pictures of a text: who may add and see them, what is taken, and that they stay. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'
import { gif, png } from '../support/pictures.ts'

let federation: TestFederation
let delegate: Asker
beforeAll(async () => {
  federation = await openFederation()
  delegate = await federation.as('per_delegate_bacau')
})
afterAll(() => federation.close())

const addImage = `mutation ($input: AddImageInput!) { addImage(input: $input) { __typename
  ... on DocumentImage { id src mime width height size sha256 addedBy { id } }
  ... on Refusal { code message fields { code } } } }`
const seeImage = `query ($id: ID!) { node(id: $id) { ... on DocumentImage { bytes } } }`
const documentId = 'doc_pos_strategy'
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const add = async (asker: Asker, bytes: Uint8Array, to = documentId) =>
  (await asker.ask(addImage, { input: { documentId: to, bytes: base64(bytes) } })).addImage
const audited = () =>
  federation.database.prisma.auditEntry.count({
    where: { action: 'document.image_added', subjectId: documentId },
  })

test('a picture is kept as it came, once for each document, with who and when', async () => {
  const bytes = png(640, 480, 1, 2, 3)
  const added = await add(delegate, bytes)
  expect(added).toMatchObject({
    __typename: 'DocumentImage',
    src: `/documents/${documentId}/images/${added.id}`,
    mime: 'image/png',
    width: 640,
    height: 480,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    addedBy: { id: 'per_delegate_bacau' },
  })
  expect((await delegate.ask(seeImage, { id: added.id })).node.bytes).toBe(base64(bytes))
  expect(await audited()).toBe(1)

  const again = await add(await federation.as('per_secretariat'), bytes)
  expect(again.id).toBe(added.id)
  expect(await audited()).toBe(1)
  expect((await add(await federation.as('per_secretariat'), bytes, 'doc_pos_osec')).id).not.toBe(added.id)
})

test('who may not write the text adds nothing to it, and who may not read it sees nothing of it', async () => {
  const { id } = await add(delegate, png(10, 10))
  const reader = await federation.as('per_auditor')
  const outsider = await federation.as('per_delegate_timis')
  const stranger = await federation.as(null)
  expect(await add(outsider, png(1, 1))).toMatchObject({ code: 'not_found' })
  expect(await add(stranger, png(1, 1))).toMatchObject({ code: 'sign_in_needed' })
  expect((await outsider.ask(seeImage, { id })).node).toBeNull()
  expect((await stranger.ask(seeImage, { id })).node).toBeNull()
  // In consultation every member reads, and only the drafters write.
  expect(await add(outsider, png(1, 1), 'doc_pos_limitation')).toMatchObject({ code: 'not_allowed' })
  expect(await add(reader, png(1, 1), 'doc_pos_limitation')).toMatchObject({
    code: expect.stringMatching(/^not_/),
  })
})

test('an adopted text takes no more pictures', async () => {
  const secretariat = await federation.as('per_secretariat')
  expect(await add(secretariat, png(1, 1), 'doc_pos_nirm')).toMatchObject({ code: 'not_allowed' })
})

/** The same picture with more bytes than are kept. */
function heavy(picture: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(2_000_001)
  bytes.set(picture)
  return bytes
}

test.each([
  ['SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image_kind'],
  ['a page', new TextEncoder().encode('<!doctype html>'), 'image_kind'],
  ['nothing', new Uint8Array(), 'image_kind'],
  ['too many pixels', png(5000, 10), 'image_too_wide'],
  ['too many bytes', heavy(png(10, 10)), 'image_too_large'],
])('%s is refused with a sentence', async (_, bytes, code) => {
  const before = await audited()
  expect(await add(delegate, bytes)).toMatchObject({ code: 'invalid', fields: [{ code }] })
  expect(await audited()).toBe(before)
})

/** Rows as if somebody had added pictures: `count` of them, of `size` bytes each. */
const addRows = (count: number, size: number, personId: string) =>
  federation.database.prisma.$executeRaw`
    INSERT INTO document_image (document_id, sha256, mime, width, height, size, bytes, added_by_id, added_at)
    SELECT 'doc_pos_limitation', ${personId} || number, 'image/gif', 1, 1, ${size}::int,
      convert_to(repeat('a', ${size}::int), 'UTF8'), ${personId}, ${federation.services.now()}
    FROM generate_series(1, ${count}::int) AS number`

test('one person adds a hundred pictures in a quarter of an hour, and a document holds 50 MB', async () => {
  await addRows(100, 1, 'per_delegate_eliberare')
  const hasty = await federation.as('per_delegate_eliberare')
  expect(await add(hasty, gif(2, 2), 'doc_pos_limitation')).toMatchObject({ code: 'too_many_attempts' })
  await addRows(1, 49_999_899, 'per_secretariat')
  const secretariat = await federation.as('per_secretariat')
  expect(await add(secretariat, gif(2, 2), 'doc_pos_limitation')).toMatchObject({ code: 'wrong_state' })
})

test('a picture that is kept is neither changed nor removed', async () => {
  const { id } = await add(delegate, png(20, 20))
  const { prisma } = federation.database
  await expect(prisma.documentImage.update({ where: { id }, data: { width: 1 } })).rejects.toThrow()
  await expect(prisma.documentImage.delete({ where: { id } })).rejects.toThrow()
})
