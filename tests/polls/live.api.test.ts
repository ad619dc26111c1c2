import { parse, subscribe } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../../graphql/schema.ts'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'
import { castBallot, closePoll, now, openPoll, writeOpenPoll, writePoll, writeStatute } from './poll.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
  federation.setNow(now)
  await writeStatute(federation.database.prisma)
})
afterAll(() => federation.close())

const pollChanged = parse(
  'subscription ($id: ID!) { pollChanged(id: $id) { status turnout { cast } electors { ballot { choice } } } }',
)

async function listen(asker: Asker, id: string) {
  const events = await subscribe({
    schema,
    document: pollChanged,
    variableValues: { id },
    contextValue: { ...asker.context },
  })
  if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events))
  return {
    /** The next event’s poll, or null when there are no more. */
    async next() {
      const { value, done } = await events.next()
      if (done) return null
      expect(value.errors).toBeUndefined()
      return value.data?.pollChanged as {
        status: string
        turnout: { cast: number }
        electors: { ballot: { choice: string } | null }[]
      } | null
    },
    stop: () => events.return(undefined),
  }
}

test('turnout moves for everybody at each ballot and at the closing, and no event tells a choice before', async () => {
  const pollId = await writeOpenPoll(federation, 'live')
  const observer = await listen(await federation.as('per_observer_cluj'), pollId)
  expect(await observer.next()).toMatchObject({ status: 'open', turnout: { cast: 0 } })

  const heard = observer.next()
  await castBallot(await federation.as('per_delegate_bacau'), pollId, 'org_bacau', 'yes')
  const afterBallot = await heard
  expect(afterBallot?.turnout.cast).toBe(1)
  expect(afterBallot?.electors.filter(({ ballot }) => ballot !== null)).toEqual([])

  const closing = observer.next()
  await closePoll(await federation.as('per_secretariat'), pollId)
  const afterClosing = await closing
  expect(afterClosing?.status).toBe('closed')
  expect(afterClosing?.electors.filter(({ ballot }) => ballot !== null)).toEqual([
    { ballot: { choice: 'yes' } },
  ])
  await observer.stop()
})

test('who is signed out, or disabled, hears the end and no further event', async () => {
  const pollId = await writeOpenPoll(federation, 'ends')
  const drafter = await listen(await federation.as('per_drafter_brasov'), pollId)
  expect(await drafter.next()).toMatchObject({ turnout: { cast: 0 } })
  const next = drafter.next()
  await federation.database.prisma.person.update({
    where: { id: 'per_drafter_brasov' },
    data: { disabledAt: now },
  })
  await castBallot(await federation.as('per_delegate_bacau'), pollId, 'org_bacau', 'yes')
  expect(await next).toBeNull()
})

test('a poll in preparation sends nothing to a member, and to the secretariat its opening', async () => {
  const pollId = await writePoll(federation.database.prisma, 'silent')
  const member = await listen(await federation.as('per_delegate_bacau'), pollId)
  expect(await member.next()).toBeNull()

  const secretariat = await federation.as('per_secretariat')
  const preparing = await listen(secretariat, pollId)
  expect(await preparing.next()).toMatchObject({ status: 'draft' })
  const opened = preparing.next()
  await openPoll(secretariat, pollId)
  expect(await opened).toMatchObject({ status: 'open' })
  await preparing.stop()
})

test('a stranger hears nothing', async () => {
  const stranger = await listen(await federation.as(null), 'pol_nirm')
  expect(await stranger.next()).toBeNull()
})
