import { parse, subscribe } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { announce } from '../../graphql/changes.ts'
import { inTransaction } from '../../graphql/context.ts'
import { schema } from '../../graphql/schema.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
})
afterAll(() => federation.close())

const list = `query ($search: String, $status: PositionStatus, $dossierId: ID, $mine: Boolean, $first: Int, $after: String) {
  positions(search: $search, status: $status, dossierId: $dossierId, mine: $mine, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id } } }`
async function found(person: string, variables: object) {
  const { positions } = await (await federation.as(person)).ask(list, { ...variables })
  const ids = positions.nodes.map(({ id }: { id: string }) => id)
  expect(positions.totalCount).toBeGreaterThanOrEqual(ids.length)
  return ids as string[]
}

test('letters with a comma, with a cedilla and without either find the same', async () => {
  for (const search of [
    'Ce lipsește mecanismul',
    'ce lipseşte MECANISMUL',
    'lipseste mecanismul',
    'hg 88 2023',
  ])
    expect(await found('per_observer_cluj', { search }), search).toEqual(['pos_nirm'])
  expect(await found('per_observer_cluj', { search: 'lipseste nimic' })).toEqual([])
  expect(await found('per_observer_cluj', { search: '%' })).toEqual([])
})

test('a search finds no draft of others', async () => {
  expect(await found('per_delegate_bacau', { search: 'transpunerea' })).toEqual([])
  expect(await found('per_drafter_brasov', { search: 'transpunerea' })).toEqual(['pos_directive'])
})

test('the list is narrowed by status, by dossier and to what one’s organisation writes', async () => {
  expect(await found('per_delegate_bacau', { status: 'adopted' })).toEqual(['pos_nirm'])
  expect(await found('per_delegate_bacau', { dossierId: 'dos_osec' })).toEqual(['pos_osec'])
  expect(await found('per_delegate_bacau', { mine: true })).toEqual(['pos_strategy', 'pos_nirm'])
  expect(await found('per_auditor', { mine: true })).toEqual([])
})

test('page by page, every position comes once', async () => {
  const asker = await federation.as('per_secretariat')
  const seen: string[] = []
  let after: string | null = null
  do {
    const { positions } = await asker.ask(list, { first: 2, after })
    seen.push(...positions.nodes.map(({ id }: { id: string }) => id))
    after = positions.pageInfo.hasNextPage ? positions.pageInfo.endCursor : null
  } while (after !== null)
  expect(seen).toEqual(await found('per_secretariat', {}))
  expect(new Set(seen).size).toBe(5)
})

test('positions are started by those who write for an organisation, by the secretariat for any', async () => {
  const leads = async (person: string) =>
    (await (await federation.as(person)).ask('{ positionLeads { id } }')).positionLeads.length
  expect(await leads('per_delegate_bacau')).toBe(1)
  expect(await leads('per_observer_cluj')).toBe(0)
  expect(await leads('per_secretariat')).toBe(23)
})

/** Listens as a page does; `heard` announces a change until the page hears it or its stream ends. */
async function listening(person: string, id: string) {
  const { context } = await federation.as(person)
  const answer = await subscribe({
    schema,
    document: parse('subscription ($id: ID!) { positionChanged(id: $id) }'),
    variableValues: { id },
    contextValue: context,
  })
  if (!(Symbol.asyncIterator in answer)) throw new Error('not subscribed')
  const events = answer[Symbol.asyncIterator]()
  return {
    async heard() {
      const next = events.next()
      const again = setInterval(
        () => void inTransaction(context, tx => announce(tx, id)).catch(() => undefined),
        50,
      )
      const event = await next
      clearInterval(again)
      return event.done ? 'ended' : event.value
    },
    stop: () => events.return?.(),
  }
}

test('a page hears that its position changed', async () => {
  const page = await listening('per_delegate_bacau', 'pos_strategy')
  expect(await page.heard()).toMatchObject({ data: { positionChanged: 'pos_strategy' } })
  await page.stop()
})

test('nobody hears of a draft out of their sight, and a stream ends when its position goes out of it', async () => {
  expect(await (await listening('per_delegate_bacau', 'pos_directive')).heard()).toBe('ended')
  const page = await listening('per_observer_cluj', 'pos_osec')
  expect(await page.heard()).toMatchObject({ data: { positionChanged: 'pos_osec' } })
  await federation.database.prisma.position.update({
    where: { id: 'pos_osec' },
    data: { status: 'drafting' },
  })
  let last = await page.heard()
  // Events on their way while it was still in sight come first.
  while (last !== 'ended') last = await page.heard()
})
