/**
 * Every query, every command and every kind of node, as every role, against a table that people read in review:
 * `UPDATE_ACCESS_TABLE=1 npx vitest run --project api tests/access` writes it anew, and its difference shows who may
 * do more or less than before.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asker } from '../support/federation.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { askers, outcomeOf, type Role, roleNames } from './asking.ts'
import {
  argumentsOf,
  type Ids,
  kindOfType,
  mutations,
  nodeTypes,
  queries,
  rootDocument,
} from './documents.ts'
import { hiddenIds, hideRows } from './out-of-sight.ts'
import { sampleRows } from './samples.ts'

const tableFile = join(import.meta.dirname, 'table.json')
const rewrite = process.env.UPDATE_ACCESS_TABLE === '1'

let federation: TestFederation
let people: Record<Role, Asker>
let ids: Ids
let exact: Record<string, unknown>
const found: Record<string, string> = {}
let table: Record<string, string>

beforeAll(async () => {
  federation = await openFederation()
  await hideRows(federation.database.prisma)
  ;({ ids, exact } = await sampleRows(federation.database.prisma))
  people = await askers(federation)
  table = JSON.parse(await readFile(tableFile, 'utf8').catch(() => '{}'))
})
afterAll(async () => {
  await federation.close()
  if (!rewrite) return
  const rows = Object.entries(found).sort(([a], [b]) => a.localeCompare(b, 'en'))
  await writeFile(tableFile, `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`)
})

/** `data: drafter, delegate; not_allowed: observer`: the roles by what they are answered. */
async function rowOf(ask: (asker: Asker) => Promise<string>): Promise<string> {
  const byWord = new Map<string, Role[]>()
  for (const role of roleNames) {
    const word = await ask(people[role])
    byWord.set(word, [...(byWord.get(word) ?? []), role])
  }
  return [...byWord]
    .map(([word, who]) => (who.length === roleNames.length ? word : `${word}: ${who.join(', ')}`))
    .join('; ')
}

function compare(name: string, row: string) {
  found[name] = row
  expect(row).not.toContain('INTERNAL')
  if (!rewrite)
    expect({ [name]: row }).toEqual({ [name]: table[name] ?? 'no row yet: UPDATE_ACCESS_TABLE=1' })
}

/** What ends the session that asks goes last, with sessions of its own. */
const farewells = ['signOut', 'endOtherSessions', 'changePassword']

test.each(queries.map(field => [field.name, field] as const))('query %s', async (name, field) => {
  const given = argumentsOf(field, { ids, exact })
  const document = rootDocument('query', field, 1, Object.keys(given))
  compare(`Query.${name}`, await rowOf(async asker => (await outcomeOf(asker, name, document, given)).word))
})

test.each(mutations.map(field => [field.name, field] as const))('command %s', async (name, field) => {
  const given = argumentsOf(field, { ids, exact })
  const document = rootDocument('mutation', field, 1, Object.keys(given))
  compare(
    `Mutation.${name}`,
    await rowOf(async asker => {
      const own = farewells.includes(name) ? await federation.as(asker.viewer.person?.id ?? null) : asker
      return (await outcomeOf(own, name, document, given)).word
    }),
  )
})

test.each(nodeTypes)('node %s', async type => {
  const kind = kindOfType.get(type)
  expect(kind, `${type} needs a line in graphql/ids.ts`).toBeDefined()
  if (kind === undefined) return
  const ask = (id: string | undefined) => async (asker: Asker) =>
    (await outcomeOf(asker, 'node', 'query ($id: ID!) { node(id: $id) { __typename id } }', { id })).word
  expect(ids[kind], `the seed has no ${type}`).toBeDefined()
  compare(`node ${type}`, await rowOf(ask(ids[kind])))
  const hidden = Object.entries(hiddenIds).find(([each]) => each === kind)?.[1]
  if (hidden !== undefined) compare(`node ${type} of others`, await rowOf(ask(hidden)))
})

test('the table has no row of something that is no more', () => {
  if (!rewrite) expect(Object.keys(found).sort()).toEqual(Object.keys(table).sort())
})
