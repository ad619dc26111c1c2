/** A guest's sockets: open until the last day, closed at once on every server when the invitation changes, and no others. */
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { daysAfter, endOf, today } from '../../graphql/today.ts'
import { type Drafting, openDrafting } from '../support/drafting.ts'
import type { Asker } from '../support/federation.ts'
import { Client, until } from '../support/live.ts'

const strategy = 'doc_pos_strategy'
const directive = 'doc_pos_directive'

let drafting: Drafting
let secretariat: Asker
beforeAll(async () => {
  drafting = await openDrafting()
  secretariat = await drafting.federation.as('per_secretariat')
})
afterEach(() => drafting.leave())
afterAll(() => drafting.close())

const day = (ahead: number) => daysAfter(today(new Date()), ahead)

/** Somebody from outside with an account, to whom `documentIds` are open; answers the ids of the invitations in order. */
let people = 0
async function guest(
  documentIds: string[],
  right: 'read' | 'write' = 'write',
): Promise<{ personId: string; invitations: string[] }> {
  const { prisma } = drafting.federation.database
  const number = ++people
  const { id: personId } = await prisma.person.create({
    data: { name: `Invitat ${number}`, email: `invitat${number}@live.example`, passwordHash: 'none' },
  })
  const invitations: string[] = []
  for (const documentId of documentIds) {
    const row = await prisma.documentGuest.create({
      data: { documentId, personId, right, until: day(14), givenById: 'per_secretariat' },
    })
    invitations.push(row.id)
  }
  return { personId, invitations }
}

/** The same page on every server. */
const openEverywhere = (personId: string, documentId: string) =>
  Promise.all(drafting.urls.map((_, server) => drafting.open(personId, documentId, server)))

/** Those whom nothing of this concerns: other guests of the text, the guest in another text, the members. */
async function bystanders(personId: string): Promise<Client[]> {
  const other = await guest([strategy])
  return [
    ...(await openEverywhere(other.personId, strategy)),
    ...(await openEverywhere(personId, directive)),
    ...(await openEverywhere('per_delegate_bacau', strategy)),
    ...(await openEverywhere('per_delegate_eliberare', strategy)),
    ...(await openEverywhere('per_secretariat', strategy)),
  ]
}

/** Runs a command and expects that it was not refused. */
async function command(text: string, variables: Record<string, unknown>, asker = secretariat): Promise<void> {
  const [answer] = Object.values<{ __typename?: string }>(await asker.ask(text, variables))
  expect(answer).not.toMatchObject({ __typename: 'Refusal' })
}

const withdraw = 'mutation ($id: ID!) { withdrawGuest(id: $id) { __typename } }'
const change = 'mutation ($input: ChangeGuestInput!) { changeGuest(input: $input) { __typename } }'

const closed = (those: Client[]) =>
  until(() => those.every(({ closes }) => closes[0] === 'access-changed'), 'the pages to be closed', 1_000)

const undisturbed = (others: Client[]) => {
  for (const { closes } of others) expect(closes).toEqual([])
}

const authorOf = async (documentId: string) => {
  const [row] = await drafting.federation.database.sql.query<{
    author_id: string
    organisation_id: string | null
  }>(
    `SELECT author_id, organisation_id FROM document_update
     WHERE document_id = $1 ORDER BY seq DESC LIMIT 1`,
    [documentId],
  )
  return row
}

test('what a guest writes reaches the members, and is logged with its author and no organisation', async () => {
  const { personId } = await guest([strategy])
  const [page] = await openEverywhere(personId, strategy)
  const [member] = await openEverywhere('per_delegate_bacau', strategy)
  if (!page || !member) throw new Error('no page')
  page.type('de la invitat')
  await page.settled()
  await until(() => member.text.includes('de la invitat'), 'what the guest wrote')
  expect(await authorOf(strategy)).toEqual({ author_id: personId, organisation_id: null })
  page.provider.awareness?.setLocalStateField('user', {
    name: 'Delegat',
    organisation: 'Altcineva',
    guest: false,
  })
  const seen = () =>
    [...(member.provider.awareness?.getStates().values() ?? [])].find(
      state => state.user?.name === `Invitat ${people}`,
    )?.user
  await until(() => seen() !== undefined, 'the guest’s presence')
  expect(seen()).toMatchObject({ organisation: '', guest: true })
})

test('a guest opens no other text, and a text that was never theirs does not exist', async () => {
  const { personId } = await guest([strategy])
  const cookie = await drafting.signIn(personId)
  for (const documentId of [directive, 'doc_none']) {
    const page = new Client(drafting.urls[0] ?? '', documentId, cookie)
    await until(() => page.closes.length > 0, 'the refusal')
    expect([documentId, page.closes[0], page.reasons[0]]).toEqual([documentId, 'not-found', 'not-found'])
    page.leave()
  }
})

test('a withdrawn guest is out on every server within a second and told since when, and nobody else is', async () => {
  const { personId, invitations } = await guest([strategy, directive])
  const theirs = await openEverywhere(personId, strategy)
  const others = await bystanders(personId)
  await command(withdraw, { id: invitations[0] })
  await closed(theirs)
  await until(() => theirs.every(({ closes }) => closes.includes('access-ended')), 'the pages to hear why')
  const { withdrawnAt } = await drafting.federation.database.prisma.documentGuest.findUniqueOrThrow({
    where: { id: invitations[0] },
  })
  for (const { reasons } of theirs) expect(reasons.at(-1)).toBe(`access-ended ${withdrawnAt?.toISOString()}`)
  undisturbed(others)
})

test('a guest who may only read from now on is let in again to read, and nobody else is disturbed', async () => {
  const { personId, invitations } = await guest([strategy, directive])
  const theirs = await openEverywhere(personId, strategy)
  const others = await bystanders(personId)
  const input = { id: invitations[0], revision: 0, right: 'read', until: day(14).toISOString().slice(0, 10) }
  await command(change, { input })
  await closed(theirs)
  await until(
    () => theirs.every(({ provider }) => provider.synced && provider.authorizedScope === 'readonly'),
    'the pages to read',
  )
  undisturbed(others)
})

test('a reader who may write from now on writes', async () => {
  const { personId, invitations } = await guest([strategy], 'read')
  const theirs = await openEverywhere(personId, strategy)
  for (const { provider } of theirs) expect(provider.authorizedScope).toBe('readonly')
  const input = { id: invitations[0], revision: 0, right: 'write', until: day(14).toISOString().slice(0, 10) }
  await command(change, { input })
  await closed(theirs)
  await until(
    () => theirs.every(({ provider }) => provider.synced && provider.authorizedScope === 'read-write'),
    'the pages to write',
  )
})

test('an added text disturbs nobody, in the texts that were open before', async () => {
  const { personId } = await guest([strategy])
  const pages = [
    ...(await openEverywhere(personId, strategy)),
    ...(await openEverywhere('per_delegate_bacau', strategy)),
  ]
  const { email } = await drafting.federation.database.prisma.person.findUniqueOrThrow({
    where: { id: personId },
  })
  await command('mutation ($input: InviteGuestInput!) { inviteGuest(input: $input) { __typename } }', {
    input: {
      documentId: directive,
      name: 'Invitat',
      email,
      right: 'read',
      until: day(3).toISOString().slice(0, 10),
    },
  })
  for (const page of pages.slice(0, 2)) page.type('după')
  for (const page of pages) await page.settled()
  undisturbed(pages)
})

test('at the end of the last day the socket closes by itself, and the page is told which day that was', async () => {
  const { personId, invitations } = await guest([strategy])
  const others = await openEverywhere('per_delegate_bacau', strategy)
  const last = day(0)
  await drafting.federation.database.prisma.documentGuest.update({
    where: { id: invitations[0] },
    data: { until: last },
  })
  // Only the calendar is moved, to just before midnight in Romania; timers and the network run as ever.
  const midnight = endOf(last).getTime()
  vi.useFakeTimers({ toFake: ['Date'], now: midnight - 700 })
  onTestFinished(() => void vi.useRealTimers())
  const theirs = await openEverywhere(personId, strategy)
  for (const { closes } of theirs) expect(closes).toEqual([])
  vi.setSystemTime(midnight)
  await until(() => theirs.every(({ closes }) => closes.includes('access-ended')), 'the end of the day')
  for (const { closes, reasons } of theirs) {
    expect(closes[0]).toBe('access-changed')
    expect(reasons.at(-1)).toBe(`access-ended ${last.toISOString().slice(0, 10)}`)
  }
  undisturbed(others)
})
