import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../graphql/context.ts'
import { decidePosition } from '../../graphql/positions/decide.ts'
import { demoPassword } from '../../prisma/seed/accounts.ts'
import { type Drafting, openDrafting } from '../support/drafting.ts'
import type { Asker } from '../support/federation.ts'
import { type Client, until } from '../support/live.ts'

const strategy = 'doc_pos_strategy'
const osec = 'doc_pos_osec'
const minutes = 'doc_mee_osecahead'

let drafting: Drafting
let secretariat: Asker
beforeAll(async () => {
  drafting = await openDrafting()
  secretariat = await drafting.federation.as('per_secretariat')
})
afterEach(() => drafting.leave())
afterAll(() => drafting.close())

/** The same page on every server. */
const openEverywhere = (personId: string, documentId: string, cookie?: string) =>
  Promise.all(drafting.urls.map((_, server) => drafting.open(personId, documentId, server, cookie)))

/** Runs a command and expects that it was not refused. */
async function command(text: string, input: unknown, asker = secretariat): Promise<void> {
  const [answer] = Object.values<{ __typename?: string }>(await asker.ask(text, { input }))
  expect(answer).not.toMatchObject({ __typename: 'Refusal' })
}

const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on Refusal { code fields { field code } } } }`

/** A second after the change every page of `those` was closed for it; then the reason for which it stays out, or null. */
async function closed(those: Client[], after: string | null): Promise<void> {
  await until(
    () => those.every(({ closes }) => closes[0] === 'access-changed'),
    'the pages to be closed',
    1_000,
  )
  if (after === null)
    await until(() => those.every(({ provider }) => provider.synced), 'the pages to be back')
  else await until(() => those.every(({ closes }) => closes.includes(after)), `the pages to hear ${after}`)
}

const undisturbed = (others: Client[]) => {
  for (const { closes } of others) expect(closes).toEqual([])
}

const revisionOf = async (type: 'person' | 'organisation' | 'position', id: string) => {
  const rows = await drafting.federation.database.sql.query<{ revision: number }>(
    `SELECT revision FROM ${type} WHERE id = $1`,
    [id],
  )
  return rows[0]?.revision ?? 0
}

test('a mandate that ends closes its holder’s pages on every server, and nobody else’s', async () => {
  const theirs = [
    ...(await openEverywhere('per_deputy_bacau', strategy)),
    ...(await openEverywhere('per_deputy_bacau', osec)),
  ]
  const others = [
    ...(await openEverywhere('per_delegate_bacau', strategy)),
    ...(await openEverywhere('per_delegate_eliberare', osec)),
  ]
  const mandate = await drafting.federation.database.prisma.mandate.findFirstOrThrow({
    where: { personId: 'per_deputy_bacau' },
  })
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  await command(mutation('endMandate', 'EndMandateInput'), { id: mandate.id, endsOn: yesterday })
  await closed(theirs, 'not-found')
  undisturbed(others)
})

test('a disabled person is out at once, their colleagues stay', async () => {
  const theirs = await openEverywhere('per_delegate_iasi', osec)
  const others = await openEverywhere('per_delegate_timis', osec)
  await secretariat.ask('mutation { disablePerson(id: "per_delegate_iasi") { __typename } }')
  await closed(theirs, 'not-signed-in')
  undisturbed(others)
})

test('a federation role that is taken away ends what it gave', async () => {
  const theirs = await openEverywhere('per_auditor', osec)
  const others = await openEverywhere('per_delegate_timis', osec)
  await command(mutation('changePerson', 'ChangePersonInput'), {
    id: 'per_auditor',
    revision: await revisionOf('person', 'per_auditor'),
    name: 'Cenzor ProTECT',
    email: 'cenzor@protect.example',
    language: 'ro',
    federationRole: null,
  })
  await closed(theirs, 'not-signed-in')
  undisturbed(others)
})

test('an organisation that leaves takes its people’s pages with it', async () => {
  const theirs = await openEverywhere('per_delegate_galati', osec)
  const others = await openEverywhere('per_delegate_timis', osec)
  await command(mutation('recordLeaving', 'RecordLeavingInput'), {
    id: 'org_galati',
    revision: await revisionOf('organisation', 'org_galati'),
    leftOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
  })
  await closed(theirs, 'not-found')
  undisturbed(others)
})

test('an organisation that no longer drafts is out of that text and stays in the others', async () => {
  const theirs = await openEverywhere('per_delegate_eliberare', strategy)
  const others = [
    ...(await openEverywhere('per_delegate_eliberare', osec)),
    ...(await openEverywhere('per_delegate_bacau', strategy)),
  ]
  await command(mutation('removeDrafter', 'DrafterInput'), {
    positionId: 'pos_strategy',
    organisationId: 'org_eliberare',
  })
  await closed(theirs, 'not-found')
  undisturbed(others)
})

test('who is invited to draft was reading and now writes', async () => {
  const theirs = await openEverywhere('per_delegate_bacau', osec)
  const others = await openEverywhere('per_delegate_timis', osec)
  for (const { provider } of theirs) expect(provider.authorizedScope).toBe('readonly')
  await command(mutation('inviteDrafter', 'DrafterInput'), {
    positionId: 'pos_osec',
    organisationId: 'org_bacau',
  })
  await closed(theirs, null)
  await until(
    () => theirs.every(({ provider }) => provider.authorizedScope === 'read-write'),
    'the pages to write',
  )
  undisturbed(others)
})

test('minutes close for an organisation that is no longer invited', async () => {
  const theirs = await openEverywhere('per_delegate_timis', minutes)
  const elsewhere = await openEverywhere('per_delegate_timis', osec)
  const before = await drafting.federation.database.prisma.meeting.findUniqueOrThrow({
    where: { id: 'mee_osecahead' },
  })
  const data = await secretariat.ask(
    `mutation ($id: ID!, $revision: Int!, $input: MeetingInput!) { changeMeeting(id: $id, revision: $revision, input: $input) {
        __typename ... on Refusal { code fields { field code } } } }`,
    {
      id: 'mee_osecahead',
      revision: before.revision,
      input: {
        titleRo: before.titleRo,
        audience: 'participants',
        organiserId: before.organiserId,
        organisationIds: ['org_eliberare', 'org_bacau'],
        outside: [],
        agenda: [],
        startsAt: before.startsAt.toISOString(),
      },
    },
  )
  expect(data.changeMeeting).toEqual({ __typename: 'Meeting' })
  await closed(theirs, 'not-found')
  undisturbed(elsewhere)
})

test('a text that is adopted under its writers’ hands can only be read', async () => {
  const theirs = await openEverywhere('per_delegate_dolj', 'doc_pos_limitation')
  const others = await openEverywhere('per_delegate_dolj', osec)
  await inTransaction(secretariat.context, tx =>
    decidePosition(tx, secretariat.context, 'pos_limitation', 'ver_limitation_1', 'adopted'),
  )
  await closed(theirs, null)
  await until(
    () => theirs.every(({ provider }) => provider.authorizedScope === 'readonly'),
    'the pages to read',
  )
  undisturbed(others)
})

test('who signs out is out of every tab, and other people of the same organisation stay', async () => {
  const cookie = await drafting.signIn('per_delegate_timis')
  const theirs = await openEverywhere('per_delegate_timis', osec, cookie)
  const others = await openEverywhere('per_delegate_bacau', osec)
  const asker = await drafting.federation.as('per_delegate_timis')
  asker.context.exchange.sessionSecret = cookie.split('=')[1] ?? null
  await asker.ask('mutation { signOut }')
  await closed(theirs, 'not-signed-in')
  undisturbed(others)
})

test('whoever sets a password anew ends what another browser had open with the old one', async () => {
  const theirs = await openEverywhere('per_delegate_dolj', osec)
  const others = await openEverywhere('per_delegate_bacau', osec)
  const { invitePerson } = await secretariat.ask(
    'mutation { invitePerson(id: "per_delegate_dolj") { ... on PersonInvitation { url } } }',
  )
  const secret = String(invitePerson.url).split('/').at(-1)
  const stranger = await drafting.federation.as(null)
  await command(
    mutation('acceptInvitation', 'AcceptInvitationInput'),
    { secret, password: 'o propoziție lungă' },
    stranger,
  )
  await closed(theirs, 'not-signed-in')
  undisturbed(others)
})

test('who signs in as somebody else leaves no text of the first one open', async () => {
  const cookie = await drafting.signIn('per_delegate_timis')
  const theirs = await openEverywhere('per_delegate_timis', osec, cookie)
  const others = await openEverywhere('per_delegate_bacau', osec)
  const asker = await drafting.federation.as('per_delegate_timis')
  asker.context.exchange.sessionSecret = cookie.split('=')[1] ?? null
  await command(
    mutation('signIn', 'SignInInput'),
    { email: 'delegat@bacau.example', password: demoPassword },
    asker,
  )
  await closed(theirs, 'not-signed-in')
  undisturbed(others)
})

test('what changes nobody’s access disconnects nobody', async () => {
  const pages = [
    ...(await openEverywhere('per_delegate_bacau', strategy)),
    ...(await openEverywhere('per_delegate_bacau', osec)),
  ]
  await command(mutation('changePosition', 'ChangePositionInput'), {
    id: 'pos_strategy',
    revision: await revisionOf('position', 'pos_strategy'),
    titleRo: 'Alt titlu',
    titleEn: '',
  })
  await command(mutation('startConsultation', 'StartConsultationInput'), {
    positionId: 'pos_strategy',
    endsOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  })
  await command(mutation('freezeVersion', 'FreezeVersionInput'), { documentId: strategy })
  // An edit that arrives after all these proves that they were heard.
  for (const page of pages) page.type('după')
  for (const page of pages) await page.settled()
  undisturbed(pages)
})

if (process.env.TEST_DATABASE_URL) {
  test('an access change whose announcement was lost is found when the server hears again', async () => {
    const theirs = await openEverywhere('per_delegate_cluj', osec)
    const others = await openEverywhere('per_delegate_bacau', osec)
    await drafting.federation.database.sql.query(
      `UPDATE mandate SET ends_on = current_date - 1 WHERE person_id = 'per_delegate_cluj'`,
    )
    await drafting.federation.database.sql.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE 'LISTEN %'`,
    )
    await closed(theirs, 'not-found')
    undisturbed(others)
  })
}
