import { afterAll, beforeAll, expect, test } from 'vitest'
import en from '../../app/i18n/en/trail.ts'
import ro from '../../app/i18n/ro/trail.ts'
import { closeDuePolls } from '../../graphql/polls/close.ts'
import { judgePoll } from '../../graphql/polls/judgement.ts'
import { seedOrganisations } from '../../prisma/seed/organisations.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'
import {
  castBallot,
  closePoll,
  delegateOf,
  nextWeek,
  now,
  writeOpenPoll,
  writePoll,
  writeStatute,
} from './poll.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
  federation.setNow(now)
  await writeStatute(federation.database.prisma)
})
afterAll(() => federation.close())

const prisma = () => federation.database.prisma
const audited = async (subjectId: string) =>
  (await prisma().auditEntry.findMany({ where: { subjectId }, orderBy: { seq: 'asc' } })).map(entry => ({
    action: entry.action,
    organisationId: entry.organisationId,
    details: entry.details,
  }))

/** Casts for organisations of the demonstration in their order: `yes` of them, then `no`, then `abstain`. */
async function castAll(pollId: string, counts: { yes: number; no: number; abstain: number }) {
  const choices = [
    ...Array(counts.yes).fill('yes'),
    ...Array(counts.no).fill('no'),
    ...Array(counts.abstain).fill('abstain'),
  ]
  for (const [index, choice] of choices.entries()) {
    const organisationId = seedOrganisations[index]?.id ?? ''
    const answer = await castBallot(
      await federation.as(delegateOf(organisationId)),
      pollId,
      organisationId,
      choice,
    )
    expect(answer.__typename).toBe('Ballot')
  }
}

test('a delegate’s receipt says what was cast, which text it was on, and when', async () => {
  const pollId = await writeOpenPoll(federation, 'receipt')
  const delegate = await federation.as('per_delegate_bacau')
  expect(await castBallot(delegate, pollId, 'org_bacau', 'yes')).toMatchObject({
    __typename: 'Ballot',
    id: expect.stringMatching(/^bal_/),
    choice: 'yes',
    number: 1,
    castAt: now.toISOString(),
    versionHash: '1'.repeat(64),
    castBy: { id: 'per_delegate_bacau' },
  })
})

test('an organisation changes its vote until closing: every ballot is kept, the last one counts, turnout counts it once', async () => {
  const pollId = await writeOpenPoll(federation, 'change')
  const delegate = await federation.as('per_delegate_bacau')
  const deputy = await federation.as('per_deputy_bacau')
  await castBallot(delegate, pollId, 'org_bacau', 'yes')
  await castBallot(deputy, pollId, 'org_bacau', 'abstain')
  expect(await castBallot(delegate, pollId, 'org_bacau', 'no')).toMatchObject({ number: 3, choice: 'no' })
  const { poll } = await delegate.ask('query ($id: ID!) { poll(id: $id) { turnout { cast } } }', {
    id: pollId,
  })
  expect(poll.turnout.cast).toBe(1)
  const closed = await closePoll(await federation.as('per_secretariat'), pollId)
  expect(closed.result).toMatchObject({ yes: 0, no: 1, abstain: 0, cast: 1 })
  const kept = await prisma().ballot.findMany({ where: { pollId }, orderBy: { number: 'asc' } })
  expect(kept.map(({ choice, castById }) => [choice, castById])).toEqual([
    ['yes', 'per_delegate_bacau'],
    ['abstain', 'per_deputy_bacau'],
    ['no', 'per_delegate_bacau'],
  ])
})

test('a ballot’s audit row says that it was cast, not how: the trail is read while the poll is open', async () => {
  const pollId = await writeOpenPoll(federation, 'audit')
  const ballot = await castBallot(await federation.as('per_delegate_bacau'), pollId, 'org_bacau', 'no')
  await castBallot(await federation.as('per_delegate_bacau'), pollId, 'org_bacau', 'yes')
  const rows = await audited(pollId)
  expect(rows.map(({ action }) => action)).toEqual(['poll.opened', 'ballot.cast', 'ballot.changed'])
  expect(rows[1]).toEqual({
    action: 'ballot.cast',
    organisationId: 'org_bacau',
    details: { ballotId: ballot.id, number: 1 },
  })
})

test.each([
  ['per_delegate_bacau', 'org_dolj', 'other_organisation'],
  ['per_drafter_brasov', 'org_brasov', 'not_delegate'],
  ['per_observer_cluj', 'org_cluj', 'not_delegate'],
  ['per_secretariat', 'org_eliberare', 'not_delegate'],
  ['per_auditor', 'org_bacau', 'no_organisation'],
  ['per_delegate_bacau', 'org_nothing', 'other_organisation'],
])(
  'who is not entitled casts nothing and hears why (%s for %s: %s)',
  async (personId, organisationId, detail) => {
    const pollId = 'pol_entitled'
    if ((await prisma().poll.count({ where: { id: pollId } })) === 0)
      await writeOpenPoll(federation, 'entitled')
    const asker = await federation.as(personId)
    const refused = await castBallot(asker, pollId, organisationId, 'yes')
    expect(refused).toMatchObject({
      code: 'not_entitled',
      message: asker.context.t(`errors:not_entitled.${detail}`),
    })
    expect(refused.message).not.toContain(detail)
    expect(await prisma().ballot.count({ where: { pollId } })).toBe(0)
  },
)

test('a stranger is asked to sign in; an organisation that was no member at opening does not vote', async () => {
  const pollId = await writePoll(prisma(), 'joined')
  const joinedOn = new Date('2026-03-11')
  await prisma().organisation.update({ where: { id: 'org_timis' }, data: { joinedOn } })
  const secretariat = await federation.as('per_secretariat')
  await secretariat.ask('mutation ($id: ID!) { openPoll(id: $id) { __typename } }', { id: pollId })
  await prisma().organisation.update({
    where: { id: 'org_timis' },
    data: { joinedOn: new Date('2023-01-01') },
  })
  expect(await castBallot(await federation.as(null), pollId, 'org_timis', 'yes')).toMatchObject({
    code: 'sign_in_needed',
  })
  const delegate = await federation.as('per_delegate_timis')
  expect(await castBallot(delegate, pollId, 'org_timis', 'yes')).toMatchObject({
    code: 'not_entitled',
    message: delegate.context.t('errors:not_entitled.not_elector'),
  })
})

test('why somebody may not vote is one sentence on the poll itself', async () => {
  const pollId = await writeOpenPoll(federation, 'why')
  const why = async (personId: string) => {
    const asker = await federation.as(personId, 'en')
    return (await asker.ask('query ($id: ID!) { poll(id: $id) { whyNotVote } }', { id: pollId })).poll
      .whyNotVote
  }
  expect(await why('per_delegate_bacau')).toBeNull()
  expect(await why('per_deputy_bacau')).toBeNull()
  expect(await why('per_observer_cluj')).toBe('For your organisation the delegate or the deputy votes.')
  expect(await why('per_auditor')).toContain('no mandate')
  await closePoll(await federation.as('per_secretariat'), pollId)
  expect(await why('per_delegate_bacau')).toBe('Voting has ended.')
})

test('no ballot enters a draft, a closed poll, or one whose time is over by the server’s clock', async () => {
  const delegate = await federation.as('per_delegate_bacau')
  const draft = await writePoll(prisma(), 'closed_draft')
  expect(await castBallot(delegate, draft, 'org_bacau', 'yes')).toMatchObject({ code: 'not_found' })

  const closed = await writeOpenPoll(federation, 'closed')
  await closePoll(await federation.as('per_secretariat'), closed)
  expect(await castBallot(delegate, closed, 'org_bacau', 'yes')).toMatchObject({ code: 'closed' })
  expect(await castBallot(delegate, 'pol_nothing', 'org_bacau', 'yes')).toMatchObject({ code: 'not_found' })

  const timed = await writeOpenPoll(federation, 'timed', { closesAt: nextWeek })
  expect(await castBallot(delegate, timed, 'org_bacau', 'yes')).toMatchObject({ __typename: 'Ballot' })
  federation.setNow(nextWeek)
  const late = await castBallot(await federation.as('per_delegate_bacau'), timed, 'org_bacau', 'no')
  federation.setNow(now)
  expect(late).toMatchObject({
    code: 'closed',
    message: delegate.context.t('errors:closed.poll_time_over'),
  })
})

test('the database itself takes no ballot into a poll that is not open, and changes none', async () => {
  const pollId = await writeOpenPoll(federation, 'guarded')
  await castBallot(await federation.as('per_delegate_bacau'), pollId, 'org_bacau', 'yes')
  await expect(prisma().ballot.updateMany({ where: { pollId }, data: { choice: 'no' } })).rejects.toThrow()
  await expect(prisma().ballot.deleteMany({ where: { pollId } })).rejects.toThrow()
  await closePoll(await federation.as('per_secretariat'), pollId)
  await expect(
    prisma().ballot.create({
      data: { pollId, organisationId: 'org_dolj', number: 1, choice: 'no', castById: 'per_delegate_dolj' },
    }),
  ).rejects.toThrow()
})

test('while the poll is open nobody learns another organisation’s choice, but all see who has voted; afterwards all is known', async () => {
  const pollId = await writeOpenPoll(federation, 'named')
  await castBallot(await federation.as('per_delegate_bacau'), pollId, 'org_bacau', 'yes')
  await castBallot(await federation.as('per_delegate_dolj'), pollId, 'org_dolj', 'no')
  const choices = async (personId: string) => {
    const { poll } = await (await federation.as(personId)).ask(
      `query ($id: ID!) { poll(id: $id) { electors { organisation { id } hasVoted ours mayCast ballot { choice } } } }`,
      { id: pollId },
    )
    const voted = poll.electors.filter((elector: { hasVoted: boolean }) => elector.hasVoted)
    return Object.fromEntries(
      voted.map((elector: { organisation: { id: string }; ballot: { choice: string } | null }) => [
        elector.organisation.id,
        elector.ballot?.choice ?? null,
      ]),
    )
  }
  expect(await choices('per_delegate_bacau')).toEqual({ org_bacau: 'yes', org_dolj: null })
  expect(await choices('per_delegate_dolj')).toEqual({ org_bacau: null, org_dolj: 'no' })
  expect(await choices('per_observer_cluj')).toEqual({ org_bacau: null, org_dolj: null })
  expect(await choices('per_secretariat')).toEqual({ org_bacau: null, org_dolj: null })
  expect(await choices('per_auditor')).toEqual({ org_bacau: null, org_dolj: null })
  await closePoll(await federation.as('per_secretariat'), pollId)
  for (const personId of ['per_observer_cluj', 'per_secretariat', 'per_auditor'])
    expect(await choices(personId)).toEqual({ org_bacau: 'yes', org_dolj: 'no' })
})

test.each([
  { name: 'adopted', counts: { yes: 12, no: 3, abstain: 2 }, outcome: 'adopted', status: 'adopted' },
  { name: 'rejected', counts: { yes: 11, no: 3, abstain: 2 }, outcome: 'rejected', status: 'rejected' },
  { name: 'no_quorum', counts: { yes: 11, no: 0, abstain: 0 }, outcome: 'no_quorum', status: 'consultation' },
])(
  'closing judges by the statute and decides the position: $name',
  async ({ name, counts, outcome, status }) => {
    const pollId = await writeOpenPoll(federation, `close_${name}`)
    await castAll(pollId, counts)
    const secretariat = await federation.as('per_secretariat', 'en')
    const closed = await closePoll(secretariat, pollId)
    expect(closed).toMatchObject({ status: 'closed', outcome, closedAt: now.toISOString(), result: counts })
    expect(closed.result.trail.at(-1)).toMatchObject({ key: outcome })
    expect((await prisma().position.findUniqueOrThrow({ where: { id: `pos_close_${name}` } })).status).toBe(
      status,
    )
    expect((await audited(pollId)).at(-1)).toEqual({
      action: 'poll.closed',
      organisationId: null,
      details: { outcome, ...counts, entitled: 23 },
    })
    expect(await prisma().notification.count({ where: { subjectId: pollId, kind: 'poll_closed' } })).toBe(
      await prisma().person.count({ where: { guestOf: { none: {} }, NOT: { id: 'per_secretariat' } } }),
    )
    const recommendations = await prisma().recommendation.count({
      where: { positionId: `pos_close_${name}` },
    })
    expect(recommendations).toBe(outcome === 'adopted' ? 1 : 0)

    const stored = await prisma().poll.findUniqueOrThrow({ where: { id: pollId } })
    const { outcome: again, ...recount } = await judgePoll(prisma(), pollId)
    expect(again).toBe(stored.outcome)
    expect(recount).toEqual(stored.result)
  },
)

test('the count trail is said in the viewer’s language, with the article where a rule is applied', async () => {
  const trail = async (locale: 'ro' | 'en') =>
    (
      await (
        await federation.as('per_observer_cluj', locale)
      ).ask('query ($id: ID!) { poll(id: $id) { result { trail { key sentence article } } } }', {
        id: 'pol_close_adopted',
      })
    ).poll.result.trail as { key: string; sentence: string; article: string | null }[]
  const [romanian, english] = [await trail('ro'), await trail('en')]
  expect(english.map(({ sentence }) => sentence)).toEqual([
    '23 organisations were entitled to vote.',
    'Of 23, 17 voted.',
    'For: 12. Against: 3. Abstentions: 2.',
    'Quorum met: 17 of 23 voted, at least 12 needed; abstentions count.',
    'The majority is counted over all 23 organisations entitled to vote.',
    'Majority reached: 12 for, at least 12 of 23 needed.',
    'Adopted.',
  ])
  expect(romanian.map(({ sentence }) => sentence)[0]).toBe('23 de organizații au avut drept de vot.')
  expect(english[3]?.article).toBe('art. 17 alin. (2)')
  for (const { key } of romanian)
    for (const words of [ro, en])
      expect(Object.keys(words).some(each => each === key || each.startsWith(`${key}_`))).toBe(true)
  for (const { sentence } of [...romanian, ...english]) expect(sentence).not.toMatch(/\{\{|trail\./)
})

test('closing twice answers the same result and writes nothing anew; nobody but the secretariat closes', async () => {
  const pollId = await writeOpenPoll(federation, 'again')
  for (const personId of ['per_delegate_bacau', 'per_observer_cluj', 'per_auditor'])
    expect(await closePoll(await federation.as(personId), pollId)).toMatchObject({ code: 'not_allowed' })
  expect(await closePoll(await federation.as(null), pollId)).toMatchObject({ code: 'sign_in_needed' })
  const secretariat = await federation.as('per_secretariat')
  const first = await closePoll(secretariat, pollId)
  federation.setNow(nextWeek)
  const second = await closePoll(secretariat, pollId)
  federation.setNow(now)
  expect(second).toEqual(first)
  expect((await audited(pollId)).filter(({ action }) => action === 'poll.closed').length).toBe(1)
})

test('a draft does not close', async () => {
  const pollId = await writePoll(prisma(), 'undraft')
  expect(await closePoll(await federation.as('per_secretariat'), pollId)).toMatchObject({
    code: 'wrong_state',
  })
})

test('the clock closes what is due and nothing else, also when several processes try at once', async () => {
  const due = await writeOpenPoll(federation, 'clock_due', { closesAt: new Date('2026-03-12T10:00:00Z') })
  const later = await writeOpenPoll(federation, 'clock_later', { closesAt: new Date('2026-03-12T10:00:01Z') })
  const byHand = await writeOpenPoll(federation, 'clock_by_hand')
  federation.setNow(new Date('2026-03-12T10:00:00Z'))
  await Promise.all(Array.from({ length: 5 }, () => closeDuePolls(federation.services)))
  federation.setNow(now)
  const status = async (id: string) => (await prisma().poll.findUniqueOrThrow({ where: { id } })).status
  expect([await status(due), await status(later), await status(byHand)]).toEqual(['closed', 'open', 'open'])
  const closings = await prisma().auditEntry.findMany({ where: { subjectId: due, action: 'poll.closed' } })
  expect(closings.map(({ personId }) => personId)).toEqual([null])
  expect((await prisma().poll.findUniqueOrThrow({ where: { id: due } })).closedById).toBeNull()
})
