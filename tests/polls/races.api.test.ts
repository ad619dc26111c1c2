/**
 * Two races that must never be lost. To see the first one turn red, take `FOR UPDATE` away from the elector in
 * `graphql/polls/cast.ts`: on PostgreSQL casts then count the same earlier ballots, and the unique number refuses
 * them (500s instead of a chain). For the second, take the lock away from the poll in `graphql/polls/lock.ts` for
 * 'alone': closings then judge while ballots are on their way, several of them close, and stored results miss ballots
 * or the database refuses the second closing. Embedded, transactions run one after the other and nothing shows: there
 * the tests hold because of the engine, on PostgreSQL because of the locks.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgePoll } from '../../graphql/polls/judgement.ts'
import { seedOrganisations } from '../../prisma/seed/organisations.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { castBallot, closePoll, delegateOf, now, writeOpenPoll, writeStatute } from './poll.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
  federation.setNow(now)
  await writeStatute(federation.database.prisma)
})
afterAll(() => federation.close())

const choices = ['yes', 'no', 'abstain'] as const

test('a hundred ballots of one organisation at once: all are kept, numbered without a gap, and one counts', async () => {
  const pollId = await writeOpenPoll(federation, 'hundred')
  const delegate = await federation.as('per_delegate_bacau')
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      castBallot(delegate, pollId, 'org_bacau', choices[index % 3] ?? 'yes'),
    ),
  )
  expect(answers.map(answer => answer.__typename)).toEqual(Array(100).fill('Ballot'))
  const kept = await federation.database.prisma.ballot.findMany({
    where: { pollId },
    orderBy: { number: 'asc' },
  })
  expect(kept.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
  expect(new Set(answers.map(answer => answer.number)).size).toBe(100)

  const last = answers.find(answer => answer.number === 100)
  const closed = await closePoll(await federation.as('per_secretariat'), pollId)
  expect(closed.result).toMatchObject({ cast: 1, [last.choice]: 1 })
})

test('fifty closings against fifty ballots: one result, and each ballot is in it or was refused', async () => {
  const pollId = await writeOpenPoll(federation, 'fifty')
  const secretariat = await federation.as('per_secretariat')
  const delegates = await Promise.all(
    seedOrganisations.map(async ({ id }) => ({ id, asker: await federation.as(delegateOf(id)) })),
  )
  const casts: Promise<{ organisationId: string; answer: Awaited<ReturnType<typeof castBallot>> }>[] = []
  const closings: ReturnType<typeof closePoll>[] = []
  for (let index = 0; index < 50; index += 1) {
    const delegate = delegates[index % delegates.length]
    if (delegate === undefined) throw new Error('no delegate')
    const { id: organisationId, asker } = delegate
    casts.push(
      castBallot(asker, pollId, organisationId, choices[index % 3] ?? 'yes').then(answer => ({
        organisationId,
        answer,
      })),
    )
    closings.push(closePoll(secretariat, pollId))
  }
  const closed = await Promise.all(closings)
  for (const answer of closed) expect(answer).toEqual(closed[0])
  expect(closed[0]).toMatchObject({ status: 'closed' })

  const accepted = new Map<string, { number: number; choice: string }>()
  for (const { organisationId, answer } of await Promise.all(casts)) {
    if (answer.__typename === 'Refusal') {
      expect(answer.code).toBe('closed')
      continue
    }
    const earlier = accepted.get(organisationId)
    if (earlier === undefined || earlier.number < answer.number) accepted.set(organisationId, answer)
  }
  const acknowledged = [...accepted.values()]
  for (const choice of choices)
    expect(closed[0].result[choice]).toBe(acknowledged.filter(ballot => ballot.choice === choice).length)

  const { prisma } = federation.database
  expect(await prisma.auditEntry.count({ where: { subjectId: pollId, action: 'poll.closed' } })).toBe(1)
  const stored = await prisma.poll.findUniqueOrThrow({ where: { id: pollId } })
  const { outcome, ...recount } = await judgePoll(prisma, pollId)
  expect({ outcome: stored.outcome, result: stored.result }).toEqual({ outcome, result: recount })
})
