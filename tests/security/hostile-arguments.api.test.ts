/** Whatever somebody writes into an argument is data, is nothing, or is refused by name: never a failure of ours. */
import {
  type GraphQLArgument,
  type GraphQLInputField,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outcomeOf } from '../access/asking.ts'
import { argumentsOf, type Ids, mutations, queries, rootDocument } from '../access/documents.ts'
import { sampleRows } from '../access/samples.ts'
import type { Asker } from '../support/federation.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
let secretariat: Asker
let ids: Ids
let exact: Record<string, unknown>
beforeAll(async () => {
  federation = await openFederation()
  ;({ ids, exact } = await sampleRows(federation.database.prisma))
  secretariat = await federation.as('per_secretariat')
})
afterAll(() => federation.close())

const hostile: Record<string, readonly unknown[]> = {
  String: [
    '',
    ' ',
    "'; DROP TABLE person; --",
    '%_\\',
    'x'.repeat(20_000),
    '\ud800',
    '\0',
    '<script>',
    '$t(a)',
    '__proto__',
  ],
  ID: ['', 'x', '_', 'dos_', "dos_' OR '1'='1", '__proto___1', 'toString_1', `dos_${'x'.repeat(5_000)}`],
  Int: [-1, 0, 2_147_483_647, -2_147_483_648],
  Date: ['0001-01-01', '9999-12-31', '2026-02-30'],
  DateTime: ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59+14:00', '+275760-09-13T00:00:00.000Z'],
}

/** The paths of all leaves, optional ones too, with their type: `input.titleRo`. */
function leavesOf(
  input: GraphQLArgument | GraphQLInputField,
  path: string,
): { path: string; type: string; list: boolean }[] {
  const type = getNamedType(input.type)
  if (isInputObjectType(type))
    // What is in a list of objects is left out: its path would need a place in the list.
    return isListType(getNullableType(input.type))
      ? []
      : Object.values(type.getFields()).flatMap(each => leavesOf(each, `${path}.${each.name}`))
  return [{ path, type: type.name, list: isListType(getNullableType(input.type)) }]
}

const leaves = [
  ...queries.map(field => ['query', field] as const),
  ...mutations.map(field => ['mutation', field] as const),
]
  // Each try of a password counts, and hashing one takes its time on purpose.
  .filter(([, field]) => !['signIn', 'changePassword'].includes(field.name))
  .flatMap(([operation, field]) =>
    field.args
      .flatMap(arg => leavesOf(arg, arg.name))
      .map(leaf => [`${field.name} ${leaf.path}`, { operation, field, ...leaf }] as const),
  )
  .filter(([, { type }]) => type in hostile)

test.each(leaves)('%s', async (_name, { operation, field, path, type, list }) => {
  for (const value of hostile[type] ?? []) {
    const sampling = {
      ids,
      exact: { ...exact, [`${field.name}.${path}`]: list ? [value] : value },
      filled: path,
    }
    const given = argumentsOf(field, sampling)
    const document = rootDocument(operation, field, 0, Object.keys(given))
    const { word } = await outcomeOf(secretariat, field.name, document, given)
    expect([String(value).slice(0, 40), word]).toEqual([
      expect.anything(),
      expect.not.stringMatching(/^INTERNAL/),
    ])
  }
})
