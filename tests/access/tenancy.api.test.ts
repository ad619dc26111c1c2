/** What belongs to others is, byte for byte, what is not there: by every door that takes an id, and in every corner. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { typenames } from '../../graphql/ids.ts'
import { schema } from '../../graphql/schema.ts'
import type { Asker } from '../support/federation.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { outcomeOf } from './asking.ts'
import {
  argumentsOf,
  fieldsOfType,
  type Ids,
  idPaths,
  type Kind,
  kindOfType,
  mutations,
  nodeTypes,
  queries,
  rootDocument,
} from './documents.ts'
import { absent, hiddenIds, hideRows, outsider } from './out-of-sight.ts'
import { askAll } from './pieces.ts'
import { sampleRows } from './samples.ts'

let federation: TestFederation
let people: Asker[]
let owner: Asker
let ids: Ids
let exact: Record<string, unknown>

beforeAll(async () => {
  federation = await openFederation()
  await hideRows(federation.database.prisma)
  ;({ ids, exact } = await sampleRows(federation.database.prisma))
  people = [
    await federation.as(outsider),
    await federation.as('per_observer_cluj'),
    await federation.as('per_guest'),
    await federation.as(null),
  ]
  owner = await federation.as('per_delegate_timis')
})
afterAll(() => federation.close())

const hiddenOf = (kind: Kind) => Object.entries(hiddenIds).find(([each]) => each === kind)?.[1]

/** Each argument that names a row of a kind that can be hidden: `castBallot pollId`. */
const doors = [
  ...queries.map(field => ['query', field] as const),
  ...mutations.map(field => ['mutation', field] as const),
]
  .flatMap(([operation, field]) => idPaths(field).map(({ path, kind }) => ({ operation, field, path, kind })))
  .filter(({ kind }) => hiddenOf(kind) !== undefined)
  .map(door => [`${door.field.name} ${door.path}`, door] as const)

test.each(doors)('%s', async (_name, { operation, field, path, kind }) => {
  const hidden = hiddenOf(kind) ?? ''
  const answerTo = async (asker: Asker, id: string) => {
    const sampling = {
      ids: { ...ids, [kind]: id },
      exact: without(exact, `${field.name}.${path}`),
      filled: path,
    }
    const given = argumentsOf(field, sampling)
    expect(JSON.stringify(given)).toContain(id)
    const document = rootDocument(operation, field, 1, Object.keys(given))
    const { text } = await outcomeOf(asker, field.name, document, given)
    return text.replaceAll(id, '<the id>')
  }
  for (const asker of people)
    expect(await answerTo(asker, hidden)).toBe(await answerTo(asker, absent(hidden)))
})

const without = (values: Record<string, unknown>, name: string) =>
  Object.fromEntries(Object.entries(values).filter(([key]) => key !== name))

test('the hidden rows are there for those whose they are', async () => {
  for (const [kind, id] of Object.entries(hiddenIds)) {
    const { node } = await owner.ask('query ($id: ID!) { node(id: $id) { id } }', { id })
    // A poll that is being prepared is for the secretariat alone.
    expect([kind, node?.id ?? null]).toEqual([kind, kind === 'pol' ? null : id])
  }
})

test('as nodes they are not there for others', async () => {
  for (const asker of people)
    for (const id of Object.values(hiddenIds))
      for (const asked of [id, absent(id)])
        expect(await asker.ask('query ($id: ID!) { node(id: $id) { id } }', { id: asked })).toEqual({
          node: null,
        })
})

/** Every field of every node that members see, and of every query, two levels deep. */
const corners = [
  ...nodeTypes.flatMap(type =>
    fieldsOfType(type).map(field => [`${type}.${field.name}`, type, field] as const),
  ),
]

const saysNothing = (text: string) => {
  expect(text).not.toContain('hidden')
  expect(text).not.toContain('INTERNAL')
}

test.each(corners)('%s says nothing of them', async (_name, type, field) => {
  const id = ids[kindOfType.get(type) ?? 'per']
  if (id === undefined) throw new Error(`no sample of ${type}`)
  const around = (selection: string) =>
    `query ($id: ID!) { node(id: $id) { ... on ${type} { ${selection} } } }`
  for (const asker of people) await askAll(asker, { around, field, ids, id }, saysNothing)
})

test.each(queries.map(field => [field.name, field] as const))(
  'query %s says nothing of them',
  async (_name, field) => {
    const around = (selection: string) => `query { ${selection} }`
    for (const asker of people) await askAll(asker, { around, field, ids, id: '' }, saysNothing)
  },
)

test('every kind of node has a sample to look at', () => {
  const kinds = nodeTypes.map(type => kindOfType.get(type))
  expect(Object.keys(typenames).sort()).toEqual([...kinds].sort())
  expect(schema.getType('Node')).toBeDefined()
})
