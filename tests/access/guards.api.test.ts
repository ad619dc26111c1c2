/** A list (`visibleX`, a condition of SQL) and a row's guard (`seesX`) are written apart; here they are compared. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  documentGuard,
  seesAll,
  seesDocument,
  sharesDocument,
  visibleDocuments,
  visibleGuests,
  visibleWithAll,
} from '../../graphql/documents/access.ts'
import { meetingGuard, seesMeeting, visibleMeetings } from '../../graphql/meetings/access.ts'
import { seesPerson, visiblePeople } from '../../graphql/people/access.ts'
import { seesPoll, visiblePolls } from '../../graphql/polls/access.ts'
import { positionGuard, seesPosition, visiblePositions } from '../../graphql/positions/access.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { roleNames, roles } from './asking.ts'
import { hideRows } from './out-of-sight.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
  await hideRows(federation.database.prisma)
})
afterAll(() => federation.close())

const guests = ['per_guest', 'per_hidden']

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort()

test.each(roleNames)('%s sees in lists what the guards let through', async role => {
  const { viewer } = await federation.as(roles[role])
  const { prisma } = federation.database
  const id = { id: true } as const

  const positions = await prisma.position.findMany({ select: { id: true, ...positionGuard } })
  const listedPositions = await prisma.position.findMany({ where: visiblePositions(viewer), select: id })
  expect(idsOf(listedPositions)).toEqual(idsOf(positions.filter(row => seesPosition(viewer, row))))

  const meetings = await prisma.meeting.findMany({ select: { id: true, ...meetingGuard } })
  const listedMeetings = await prisma.meeting.findMany({ where: visibleMeetings(viewer), select: id })
  expect(idsOf(listedMeetings)).toEqual(idsOf(meetings.filter(row => seesMeeting(viewer, row))))

  const polls = await prisma.poll.findMany({ select: { id: true, status: true } })
  const listedPolls = await prisma.poll.findMany({ where: visiblePolls(viewer), select: id })
  expect(idsOf(listedPolls)).toEqual(idsOf(polls.filter(row => seesPoll(viewer, row))))

  // Guests are apart: see below.
  const people = await prisma.person.findMany({
    where: { OR: [{ guestOf: { none: {} } }, { id: viewer.person?.id ?? '' }] },
    select: { id: true, disabledAt: true },
  })
  const listedPeople = await prisma.person.findMany({ where: visiblePeople(viewer), select: id })
  const listed = listedPeople.filter(({ id }) => role !== 'secretariat' || !guests.includes(id))
  expect(idsOf(listed)).toEqual(idsOf(people.filter(row => seesPerson(viewer, row))))

  const documents = await prisma.document.findMany({ select: documentGuard })
  for (const [visible, sees] of [
    [visibleDocuments, seesDocument],
    [visibleWithAll, seesAll],
  ] as const) {
    const scoped = await prisma.document.findMany({ where: visible(viewer), select: id })
    expect(idsOf(scoped)).toEqual(idsOf(documents.filter(row => sees(viewer, row))))
  }

  const guestships = await prisma.documentGuest.findMany({
    select: { id: true, document: { select: documentGuard } },
  })
  const scoped = await prisma.documentGuest.findMany({ where: visibleGuests(viewer), select: id })
  expect(idsOf(scoped)).toEqual(idsOf(guestships.filter(({ document }) => sharesDocument(viewer, document))))
})

test('the lists have something to tell apart', async () => {
  const { prisma } = federation.database
  const seenBy = async (person: string) => {
    const { viewer } = await federation.as(person)
    return {
      texts: await prisma.document.count({ where: visibleDocuments(viewer) }),
      withAll: await prisma.document.count({ where: visibleWithAll(viewer) }),
      guests: await prisma.documentGuest.count({ where: visibleGuests(viewer) }),
    }
  }
  expect(await seenBy('per_guest')).toEqual({ texts: 1, withAll: 0, guests: 0 })
  expect((await seenBy('per_delegate_bacau')).guests).toBe(1)
  expect((await seenBy('per_delegate_timis')).guests).toBe(1)
  expect((await seenBy('per_secretariat')).guests).toBe(3)
})

test('a guest is in no list of members, and is the author of what they wrote', async () => {
  const { prisma } = federation.database
  const { viewer } = await federation.as('per_delegate_bacau')
  const guest = 'per_guest'
  expect(await prisma.person.count({ where: { id: guest, AND: [visiblePeople(viewer)] } })).toBe(0)
  expect(seesPerson(viewer, await prisma.person.findUniqueOrThrow({ where: { id: guest } }))).toBe(true)
})

test('a disabled person leaves the lists of members, and stays the author of what they did', async () => {
  const { prisma } = federation.database
  const left = 'per_delegate_neamt'
  await prisma.person.update({ where: { id: left }, data: { disabledAt: new Date() } })
  const { viewer } = await federation.as('per_delegate_bacau')
  expect(await prisma.person.count({ where: { id: left, AND: [visiblePeople(viewer)] } })).toBe(0)
  expect(seesPerson(viewer, await prisma.person.findUniqueOrThrow({ where: { id: left } }))).toBe(true)
  await prisma.person.update({ where: { id: left }, data: { disabledAt: null } })
})
