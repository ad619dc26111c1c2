import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openUpdateLog } from '../../graphql/documents/log.ts'
import { toText } from '../../packages/document/content.ts'
import { fragmentName } from '../../packages/document/schema.ts'
import { livePath } from '../../packages/live/codes.ts'
import { storedText } from '../../packages/live/snapshot.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { openDrafting } from '../support/drafting.ts'
import { Chance } from './faults/chance.ts'
import { checkAgreement, checkPagesAgainstLog, checkStored } from './faults/promises.ts'
import { documentId, openStage, type Stage, until } from './faults/stage.ts'
import { Typist } from './faults/typist.ts'

const cursor = { anchor: { tname: fragmentName, assoc: 0 }, head: { tname: fragmentName, assoc: 0 } }

const chance = new Chance()
let stage: Stage
let people: Typist[] = []

/** One person at each of the first `count` processes. */
async function seat(count: number): Promise<void> {
  people = stage.platforms.slice(0, count).map(({ url }) => {
    const address = `${url.replace('http', 'ws')}${livePath}`
    const cookie = chance.of(stage.cookies)
    const person = new Typist(String(stage.everyone.length + 101), {
      url: address,
      cookie,
      documentId,
      chance,
    })
    stage.typists.push(person)
    stage.everyone.push(person)
    return person
  })
  await until(() => people.every(person => person.settled), 'everybody to be in the document')
}

const has = (person: Typist, word: string) =>
  person.doc.getXmlFragment(fragmentName).toString().includes(word)

/** So long a person would wait without wondering; the benchmark says how short it is. */
const momentMs = 3_000

if (process.env.TEST_DATABASE_URL) {
  beforeAll(async () => {
    stage = await openStage({
      start: startDemonstration,
      chance,
      kind: 'postgresql',
      processes: 4,
      typists: 0,
    })
  }, 180_000)
  afterEach(() => {
    for (const typist of stage.typists.splice(0)) typist.kill()
  })
  afterAll(() => stage.discard(), 30_000)

  for (const processes of [2, 4]) {
    test(`${processes} processes serve one document: edits, carets and a changed access cross`, async () => {
      await seat(processes)
      for (const person of people) {
        person.edit()
        const word = person.edits.at(-1)?.word ?? ''
        await until(() => people.every(other => has(other, word)), `${word} on all pages`, momentMs)

        person.provider.awareness?.setLocalStateField('cursor', cursor)
        const seen = (other: Typist) => other.provider.awareness?.getStates().get(person.doc.clientID)
        await until(() => people.every(other => seen(other)?.cursor), 'the caret on all pages', momentMs)
      }

      for (const person of people) person.work(20)
      await until(() => people.every(({ edits }) => edits.length > 30), 'everybody to have typed')
      await checkAgreement(stage)
      await checkPagesAgainstLog(stage)
      expect(await checkStored(stage)).toBeGreaterThan(30 * processes)

      // Asked of one process, heard by all: the pages ask again, wherever they are.
      await stage.sql(`SELECT pg_notify('live', json_build_object('kind', 'access', 'origin', 'test',
        'scope', json_build_object('documentId', '${documentId}'), 'reason', 'access-changed')::text)`)
      await until(() => people.every(({ closes }) => closes[0] === 'access-changed'), 'all to be closed')
      await until(() => people.every(person => person.settled), 'all to be back')
    })
  }

  test('whoever comes to any process at each connection misses nothing', async () => {
    for (let count = 0; count < 4; count += 1) stage.addTypist()
    for (let turn = 0; turn < 5; turn += 1) {
      for (const typist of stage.typists) typist.work(20)
      const marks = stage.typists.map(typist => ({ typist, from: typist.edits.length }))
      await until(
        () => marks.every(({ typist, from }) => typist.edits.slice(from).some(edit => edit.acknowledged)),
        'everybody to have an edit stored',
      )
      stage.entrance.shut()
      stage.entrance.open()
    }
    await checkAgreement(stage)
    await checkPagesAgainstLog(stage)
    expect(await checkStored(stage)).toBeGreaterThan(20)
  })

  test('an edit whose announcement was lost reaches every page from the log', async () => {
    await seat(2)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(chance.of(people).doc))
    const before = Y.encodeStateVector(copy)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('neanunțat')])
    copy.getXmlFragment(fragmentName).push([paragraph])
    const bytes = Buffer.from(Y.encodeStateAsUpdate(copy, before)).toString('hex')
    await stage.sql(`WITH raised AS (
        UPDATE document SET head = head + 1 WHERE id = '${documentId}' RETURNING id, head)
      INSERT INTO document_update (document_id, seq, bytes)
      SELECT id, head, '\\x${bytes}'::bytea FROM raised`)
    await until(() => people.every(person => has(person, 'neanunțat')), 'the edit on all pages', 10_000)
  })
}

test('two servers on one database show one text, and the log holds it', async () => {
  const drafting = await openDrafting()
  try {
    const [one, other] = await Promise.all(
      drafting.urls.map((_, server) => drafting.open('per_delegate_bacau', documentId, server)),
    )
    if (!one || !other) throw new Error('there are two servers')
    for (let count = 0; count < 20; count += 1) {
      one.type(`unu ${count}`)
      other.type(`doi ${count}`)
    }
    await until(() => one.text.includes('doi 19') && other.text.includes('unu 19'), 'both texts on both')
    await until(() => one.text === other.text, 'one text')
    await Promise.all([one.settled(), other.settled()])
    const stored = await storedText(openUpdateLog(drafting.federation.database), documentId)
    expect(stored && toText(stored)).toBe(one.text)
  } finally {
    await drafting.close()
  }
})
