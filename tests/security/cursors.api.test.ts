/** A list goes on from the cursors that it wrote; any other is refused by name, never a failure of ours. */
import { isObjectType } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../../graphql/schema.ts'
import type { Asker } from '../support/federation.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
let secretariat: Asker
beforeAll(async () => {
  federation = await openFederation()
  secretariat = await federation.as('per_secretariat')
})
afterAll(() => federation.close())

const query = schema.getQueryType()
const lists = Object.values(isObjectType(query) ? query.getFields() : {})
  .filter(field => field.args.some(({ name }) => name === 'after'))
  .map(field => field.name)

const chunks = [
  "S:'",
  'S:\0',
  'S:',
  'D:x',
  'D:99999999999999999',
  'N:1e400',
  'I:9223372036854775808',
  'J:["a"]',
  'Z:',
]
/** The cursor of the trail for all other lists, theirs for the trail. */
const others = (list: string) => (list === 'auditEntries' ? 'S:dos_nirm' : 'I:5')

test.each(lists)('%s refuses what it did not write', async list => {
  for (const chunk of [...chunks, others(list)])
    for (const side of ['first: 2, after', 'last: 2, before']) {
      const asked = secretariat.ask(`{ ${list}(${side}: "${btoa(`GPC:${chunk}`)}") { nodes { id } } }`)
      await expect(asked, `${chunk} ${side}`).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    }
})

test.each(lists)('%s goes on from what it wrote', async list => {
  const page = (args: string) =>
    secretariat.ask(`{ ${list}(${args}) { nodes { id } pageInfo { endCursor } } }`)
  const first = (await page('first: 1'))[list]
  if (first.pageInfo.endCursor === null) return
  const both = (await page('first: 2'))[list]
  const next = (await page(`first: 1, after: "${first.pageInfo.endCursor}"`))[list]
  expect([...first.nodes, ...next.nodes]).toEqual(both.nodes)
})
