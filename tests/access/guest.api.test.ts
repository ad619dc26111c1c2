/**
 * A guest has one text and nothing around it. Whatever a guest asks, the answer names no row of the federation: no
 * organisation, no person but the guest, no position, no meeting, no poll. New fields are asked as soon as they exist.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { typenames } from '../../graphql/ids.ts'
import type { Asker } from '../support/federation.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { outcomeOf } from './asking.ts'
import {
  argumentsOf,
  fieldDocument,
  fieldsOfType,
  type Ids,
  mutations,
  queries,
  rootDocument,
} from './documents.ts'
import { hideRows } from './out-of-sight.ts'
import { askAll } from './pieces.ts'
import { sampleRows } from './samples.ts'

let federation: TestFederation
let guest: Asker
let ids: Ids
let exact: Record<string, unknown>
/** Names of people and organisations, titles, questions: words that are none of a guest's business. */
let words: string[]

beforeAll(async () => {
  federation = await openFederation()
  const { prisma } = federation.database
  await hideRows(prisma)
  ;({ ids, exact } = await sampleRows(prisma))
  // So that there is something of each kind that the guest must not see.
  await prisma.documentVersion.create({
    data: {
      documentId: ids.doc ?? '',
      number: 1,
      hash: 'none',
      content: { type: 'doc', content: [{ type: 'paragraph' }] },
    },
  })
  guest = await federation.as('per_guest')
  const rows = await Promise.all([
    prisma.person.findMany({ where: { NOT: { id: 'per_guest' } }, select: { name: true, email: true } }),
    prisma.organisation.findMany({ select: { name: true, shortName: true } }),
    prisma.dossier.findMany({ select: { titleRo: true } }),
    prisma.poll.findMany({ select: { questionRo: true } }),
    prisma.workingGroup.findMany({ select: { nameRo: true } }),
    prisma.position.findMany({
      where: { document: { guests: { none: { personId: 'per_guest' } } } },
      select: { titleRo: true },
    }),
    prisma.meeting.findMany({ select: { titleRo: true } }),
  ])
  words = rows.flatMap(table => table.flatMap(row => Object.values(row)))
})
afterAll(() => federation.close())

const anId = new RegExp(`"(?:${Object.keys(typenames).join('|')})_\\w+"`, 'g')
/** The guest, and the texts that are or were open to the guest. */
const own = ['"per_guest"', '"doc_pos_strategy"', '"doc_pos_osec"']

/** That `answer` names no row but the guest's own. */
function expectNothingElse(answer: string) {
  // A refusal's code may begin like an id of a notification.
  const named = answer.replace(/"code":"\w+"/g, '').match(anId)
  expect([...new Set(named)].filter(id => !own.includes(id))).toEqual([])
  expect(words.filter(word => answer.includes(JSON.stringify(word)))).toEqual([])
}

test('the words to look for are those that members are shown', async () => {
  const member = await federation.as('per_delegate_bacau')
  const shown = JSON.stringify(
    await member.ask('{ organisations { nodes { name } } people { nodes { id name } } }'),
  )
  expect(shown.match(anId)).not.toBeNull()
  expect(words.filter(word => shown.includes(JSON.stringify(word))).length).toBeGreaterThan(40)
})

// Who may sign in to the demonstration is shown to everybody.
const asked = queries.filter(({ name }) => name !== 'demonstrationAccounts')

test.each(asked.map(field => [field.name, field] as const))('query %s', async (_name, field) => {
  const around = (selection: string) => `query { ${selection} }`
  await askAll(guest, { around, field, ids, id: '' }, expectNothingElse)
})

test.each(mutations.map(field => [field.name, field] as const))('command %s', async (name, field) => {
  const given = argumentsOf(field, { ids, exact })
  const asker = await federation.as('per_guest')
  const { text } = await outcomeOf(asker, name, rootDocument('mutation', field, 1, Object.keys(given)), given)
  expectNothingElse(text)
})

/** What a guest is answered to each field of the text that is open to them. */
const answers: Record<string, 'data' | 'nothing'> = {
  comparison: 'nothing',
  currentHtml: 'data',
  currentText: 'data',
  finalHtml: 'nothing',
  guests: 'nothing',
  id: 'data',
  kind: 'data',
  mayFreeze: 'data',
  mayReadHistory: 'data',
  mayShare: 'data',
  mayWrite: 'data',
  meeting: 'nothing',
  position: 'nothing',
  restorations: 'nothing',
  schemaVersion: 'data',
  sessions: 'nothing',
  title: 'data',
  version: 'nothing',
  versions: 'nothing',
}

const ofOwnText = (selection: string) =>
  `query ($id: ID!) { node(id: $id) { ... on Document { ${selection} } } }`

test.each(fieldsOfType('Document').map(field => [field.name, field] as const))(
  'of the guest’s own text: %s',
  async (name, field) => {
    await askAll(guest, { around: ofOwnText, field, ids, id: ids.doc ?? '' }, expectNothingElse)
    const { node } = await guest.ask(ofOwnText(fieldDocument(field, 1, ids)), { id: ids.doc })
    const answer = node[name]
    const nothing = answer === null || (Array.isArray(answer) && answer.length === 0)
    expect({ [name]: nothing ? 'nothing' : 'data' }).toEqual({ [name]: answers[name] })
  },
)

test('a guest compares and restores no older text', async () => {
  const member = await federation.as('per_delegate_bacau')
  const compare = ofOwnText(
    'a: comparison(from: "v1", to: "now") { html } b: comparison(from: "e1", to: "now") { html }',
  )
  expect((await member.ask(compare, { id: ids.doc })).node).toMatchObject({ a: { html: expect.any(String) } })
  expect((await guest.ask(compare, { id: ids.doc })).node).toEqual({ a: null, b: null })
  for (const point of ['v1', 'e1']) {
    const { restoreText } = await guest.ask(
      'mutation ($input: RestoreTextInput!) { restoreText(input: $input) { ... on Refusal { code } } }',
      { input: { documentId: ids.doc, point } },
    )
    expect([point, restoreText.code]).toEqual([point, 'not_found'])
  }
})

test('a guest freezes nothing, sees no history and invites nobody', async () => {
  const { node } = await guest.ask(
    'query ($id: ID!) { node(id: $id) { ... on Document { mayFreeze mayReadHistory mayShare mayWrite } } }',
    { id: ids.doc },
  )
  expect(node).toEqual({ mayFreeze: false, mayReadHistory: false, mayShare: false, mayWrite: true })
})

test('a text that was closed again is not there; that it was open, the guest may know', async () => {
  const ask = `{ document(id: "doc_pos_osec") { id }
    node(id: "doc_pos_osec") { id }
    openText(documentId: "doc_pos_osec") { withdrawnAt document { id } } }`
  expect((await guest.ask(ask)).document).not.toBeNull()
  const withdrawnAt = new Date()
  await federation.database.prisma.documentGuest.updateMany({
    where: { id: 'gue_sample' },
    data: { withdrawnAt },
  })
  expect(await (await federation.as('per_guest')).ask(ask)).toEqual({
    document: null,
    node: null,
    openText: { withdrawnAt: withdrawnAt.toISOString(), document: null },
  })
})
