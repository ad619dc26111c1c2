import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkpointEvery, readLog, textAt } from '../../graphql/documents/reading.ts'
import { fromUpdates, toText } from '../../packages/document/content.ts'
import { fragmentName } from '../../packages/document/schema.ts'
import { openPostgres } from '../../prisma/client.ts'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'
import { type Hand, paragraphOf, WrittenText, without } from '../support/writtenText.ts'

const documentId = 'doc_pos_strategy'
const ana: Omit<Hand, 'at'> = { authorId: 'per_delegate_bacau', organisationId: 'org_bacau' }
const dan: Omit<Hand, 'at'> = { authorId: 'per_delegate_eliberare', organisationId: 'org_eliberare' }

let federation: TestFederation
let drafter: Asker
let text: WrittenText
/** The edit with which the demonstration's text began. */
const beginning = 1
beforeAll(async () => {
  federation = await openFederation()
  drafter = await federation.as('per_delegate_bacau')
  text = await WrittenText.open(federation.database, documentId)
  await text.edit({ ...ana, at: '2027-11-10T08:00:00Z' }, paragraphOf('Victimele au dreptul la sprijin.'))
  await text.edit({ ...dan, at: '2027-11-10T08:05:00Z' }, paragraphOf('Statul răspunde în treizeci de zile.'))
  await text.edit({ ...ana, at: '2027-11-10T08:20:00Z' }, paragraphOf('Sprijinul este gratuit.'))
  await text.edit({ ...dan, at: '2027-11-12T15:00:00Z' }, body => without(body.length - 1)(body))
})
afterAll(() => federation.close())

const sessionsDocument = `query ($id: ID!, $first: Int, $before: Int) { node(id: $id) { ... on Document { mayReadHistory
  sessions(first: $first, before: $before) { firstEdit lastEdit edits wordsAdded wordsStruck beganAt endedAt
    author { personId name organisation gone } } } } }`
const sessionsFor = async (asker: Asker, page: object = {}) =>
  (await asker.ask(sessionsDocument, { id: documentId, ...page })).node.sessions

const comparisonDocument = `query ($id: ID!, $from: String!, $to: String!) { node(id: $id) { ... on Document {
  comparison(from: $from, to: $to) { from { name at version versionName } to { name } inserted struck changed moved html } } } }`
const compared = async (asker: Asker, from: string, to: string) =>
  (await asker.ask(comparisonDocument, { id: documentId, from, to })).node.comparison

describe('the history of a text', () => {
  test('tells who wrote when, for whom, and how many words, the latest first', async () => {
    const [struck, first, second, start] = await sessionsFor(drafter)
    expect(struck).toMatchObject({
      firstEdit: 5,
      lastEdit: 5,
      wordsAdded: 0,
      wordsStruck: 3,
      author: { name: 'Delegat eLiberare', organisation: expect.any(String), gone: false },
    })
    expect(first).toMatchObject({
      firstEdit: 3,
      wordsAdded: 6,
      author: { personId: 'per_delegate_eliberare' },
    })
    expect(second).toMatchObject({
      firstEdit: 2,
      lastEdit: 4,
      edits: 2,
      wordsAdded: 8,
      beganAt: '2027-11-10T08:00:00.000Z',
      endedAt: '2027-11-10T08:20:00.000Z',
      author: { personId: 'per_delegate_bacau' },
    })
    expect(start).toMatchObject({ firstEdit: beginning })
  })

  test('goes on where it was read, and comes page by page', async () => {
    await text.edit({ ...dan, at: '2027-11-12T15:10:00Z' }, paragraphOf('Un gând nou.'))
    const [latest] = await sessionsFor(drafter, { first: 1 })
    expect(latest).toMatchObject({ firstEdit: 5, lastEdit: 6, wordsAdded: 3, wordsStruck: 3 })
    const older = await sessionsFor(drafter, { first: 2, before: latest.firstEdit })
    expect(older.map(({ firstEdit }: { firstEdit: number }) => firstEdit)).toEqual([3, 2])
  })

  test('is derived: thrown away, it comes out the same', async () => {
    const before = await sessionsFor(drafter)
    await federation.database.prisma.documentReading.deleteMany()
    expect(await federation.database.prisma.documentWriting.count()).toBe(0)
    expect(await sessionsFor(drafter)).toEqual(before)
  })

  test('comes out the same when several processes read at once', async () => {
    const before = await sessionsFor(drafter)
    await federation.database.prisma.documentReading.deleteMany()
    const other =
      federation.url === undefined ? undefined : await openPostgres(federation.url, { poolSize: 3 })
    const doors = [federation.database, other ?? { sql: { ...federation.database.sql } }]
    await Promise.all(doors.map(door => readLog(door, documentId)))
    await other?.close()
    expect(await sessionsFor(drafter)).toEqual(before)
  })

  test('names a closed account as such', async () => {
    const { prisma } = federation.database
    const close = (disabledAt: Date | null) =>
      prisma.person.update({ where: { id: 'per_delegate_eliberare' }, data: { disabledAt } })
    await close(new Date())
    const [latest] = await sessionsFor(drafter)
    await close(null)
    expect(latest.author).toMatchObject({ name: expect.any(String), gone: true })
  })

  test('keeps what the platform wrote apart', async () => {
    await text.edit({ authorId: null, at: '2027-11-13T09:00:00Z' }, paragraphOf('Din model.'))
    const [latest] = await sessionsFor(drafter)
    expect(latest.author).toEqual({ personId: null, name: null, organisation: null, gone: false })
  })
})

describe('who sees it', () => {
  const names = [
    'per_secretariat',
    'per_delegate_bacau',
    'per_deputy_bacau',
    'per_delegate_eliberare',
    'per_delegate_timis',
    'per_auditor',
  ]
  const seen = async () => {
    const found: Record<string, string> = {}
    for (const name of names) {
      const asker = await federation.as(name)
      const { node } = await asker.ask(sessionsDocument, { id: documentId })
      found[name] =
        node === null ? 'nothing' : node.sessions.length > 0 && node.mayReadHistory ? 'history' : 'text'
    }
    return found
  }

  test('while it is drafted: its drafters, whatever they may do, and the secretariat', async () => {
    expect(await seen()).toEqual({
      per_secretariat: 'history',
      per_delegate_bacau: 'history',
      per_deputy_bacau: 'history',
      per_delegate_eliberare: 'history',
      per_delegate_timis: 'nothing',
      per_auditor: 'nothing',
    })
  })

  test('the log of the draft stays with them when the text is open to all members', async () => {
    const { prisma } = federation.database
    const status = (to: 'drafting' | 'consultation') =>
      prisma.position.update({ where: { id: 'pos_strategy' }, data: { status: to } })
    await status('consultation')
    const found = await seen()
    const member = await federation.as('per_delegate_timis')
    const points = [await compared(member, 'e1', 'now'), await compared(member, 'now', 'now')]
    await status('drafting')
    expect(found).toMatchObject({
      per_delegate_timis: 'text',
      per_auditor: 'text',
      per_delegate_bacau: 'history',
    })
    expect(points).toEqual([null, expect.objectContaining({ inserted: 0 })])
  })
})

test('a guest sees the text, and nothing of its history', async () => {
  const { prisma } = federation.database
  await prisma.person.create({
    data: { id: 'per_guest_history', email: 'oaspete@exemplu.ro', name: 'Oaspete' },
  })
  await prisma.documentGuest.create({
    data: { documentId, personId: 'per_guest_history', right: 'write', until: new Date('2100-01-01') },
  })
  const guest = await federation.as('per_guest_history')
  const { node } = await guest.ask(sessionsDocument, { id: documentId })
  expect(node).toEqual({ mayReadHistory: false, sessions: [] })
  for (const from of ['now', 'v1', 'e1']) expect(await compared(guest, from, 'now'), from).toBeNull()
  const answer = await guest.ask(
    `mutation { restoreText(input: { documentId: "${documentId}", point: "e1" }) { __typename ... on Refusal { code } } }`,
  )
  expect(answer.restoreText).toEqual({ __typename: 'Refusal', code: 'not_found' })
})

describe('two points of it', () => {
  test('are compared, with the words around them in the reader’s language', async () => {
    const comparison = await compared(drafter, 'e1', 'e3')
    expect(comparison).toMatchObject({ inserted: 2, struck: 0, changed: 0, moved: 0 })
    expect(comparison.html).toContain('<ins>Victimele au dreptul la sprijin.</ins>')
    expect(comparison.html).toContain('Nou:')
    const english = await federation.as('per_delegate_bacau', 'en')
    expect((await compared(english, 'e1', 'e3')).html).toContain('New:')
  })

  test('may be a frozen version and the text now, either way round', async () => {
    await drafter.ask(
      `mutation { freezeVersion(input: { documentId: "${documentId}", name: "Prima" }) { __typename } }`,
    )
    await text.edit({ ...ana, at: '2027-11-14T09:00:00Z' }, paragraphOf('După înghețare.'))
    const there = await compared(drafter, 'v1', 'now')
    expect(there).toMatchObject({
      from: { name: 'v1', version: 1, versionName: 'Prima' },
      inserted: 1,
      struck: 0,
    })
    expect(await compared(drafter, 'now', 'v1')).toMatchObject({ inserted: 0, struck: 1 })
  })

  test('before the first edit there was nothing', async () => {
    const comparison = await compared(drafter, 'e0', 'e1')
    expect([comparison.struck, comparison.changed, comparison.inserted > 5]).toEqual([0, 0, true])
  })

  test.each(['e9999', 'v9', 'x1', 'e-1', 'e1e1', '', 'v1; drop', 'e99999999999'])(
    '„%s” is no point',
    async name => {
      expect(await compared(drafter, name, 'now')).toBeNull()
    },
  )
})

test('a long log: every point has its text, from the checkpoints and without them', async () => {
  const { database } = federation
  const long = await WrittenText.open(database, 'doc_pos_directive')
  const edits = checkpointEvery + 500
  long.note({ ...ana, at: '2027-01-01T08:00:00Z' }, paragraphOf(''))
  for (let edit = 0; edit < edits; edit += 1)
    long.note(
      { ...(edit % 3000 < 1500 ? ana : dan), at: new Date(Date.UTC(2027, 0, 2) + edit * 1000).toISOString() },
      body => {
        const last = body.get(body.length - 1)
        const words = last instanceof Y.XmlElement ? last.get(0) : null
        if (!(words instanceof Y.XmlText)) throw new Error('no paragraph')
        if (edit % 200 === 199) paragraphOf('')(body)
        else if (edit % 7 === 6 && words.length > 0) words.delete(words.length - 1, 1)
        else words.insert(words.length, edit % 6 === 5 ? ' ' : 'abcdef'.charAt(edit % 6))
      },
    )
  await long.store()
  await readLog(database, 'doc_pos_directive')
  const { prisma } = database
  const checkpoints = await prisma.documentCheckpoint.findMany({ where: { documentId: 'doc_pos_directive' } })
  expect(checkpoints.map(({ seq }) => seq)).toEqual([checkpointEvery])

  const rows = await prisma.documentUpdate.findMany({
    where: { documentId: 'doc_pos_directive' },
    orderBy: { seq: 'asc' },
  })
  const points = [1, 2, 1234, checkpointEvery - 1, checkpointEvery, checkpointEvery + 1, edits]
  const texts = async () => {
    const found: string[] = []
    for (const seq of points) found.push(toText(await textAt(database, 'doc_pos_directive', seq)))
    return found
  }
  const expected = points.map(seq => toText(fromUpdates(rows.slice(0, seq).map(({ bytes }) => bytes))))
  expect(await texts()).toEqual(expected)
  await prisma.documentReading.deleteMany()
  expect(await texts()).toEqual(expected)
  const page = new Y.Doc()
  for (const { bytes } of rows) Y.applyUpdate(page, bytes)
  expect(page.getXmlFragment(fragmentName).length).toBeGreaterThan(20)
})
