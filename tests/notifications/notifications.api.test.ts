import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allMembers, notify } from '../../graphql/notifications/notify.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'
import { pageDocument } from '../support/page-document.ts'

const notifications = pageDocument('Notifications', 'routes/notifications.tsx')
const markRead = pageDocument('MarkNotificationsRead', 'routes/notifications.tsx')

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
  await federation.database.prisma.notification.deleteMany()
})
afterAll(() => federation.close())

const tell = (title: string, who = 'per_delegate_bacau') =>
  federation.database.prisma.$transaction(tx =>
    notify(
      tx,
      null,
      { id: who },
      {
        kind: 'meeting_planned',
        subjectId: 'mee_predeal',
        values: { titleRo: title, titleEn: `${title} (en)` },
      },
    ),
  )
const read = async (who: string, locale: 'ro' | 'en' = 'ro') =>
  (await federation.as(who, locale)).ask(notifications, { first: 30 })

describe('notifications', () => {
  test('are read by the one they are for, in the language of the reader', async () => {
    await tell('Predeal')
    const ro = await read('per_delegate_bacau')
    expect(ro.unreadNotifications).toBe(1)
    expect(ro.notifications.nodes).toMatchObject([
      { message: 'Este planificată întâlnirea „Predeal”.', subjectId: 'mee_predeal', read: false },
    ])
    const en = await read('per_delegate_bacau', 'en')
    expect(en.notifications.nodes[0].message).toBe('The meeting “Predeal (en)” is planned.')
    expect((await read('per_deputy_bacau')).notifications.nodes).toEqual([])
    const id = ro.notifications.nodes[0].id
    const secretariat = await federation.as('per_secretariat')
    expect((await secretariat.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull()
  })

  test('are marked read one by one or all, and only one’s own', async () => {
    await tell('Brașov')
    const [newest] = (await read('per_delegate_bacau')).notifications.nodes
    expect(newest.message).toContain('Brașov')
    const deputy = await federation.as('per_deputy_bacau')
    expect(await deputy.ask(markRead, { ids: [newest.id] })).toEqual({ markNotificationsRead: 0 })
    const delegate = await federation.as('per_delegate_bacau')
    expect(await delegate.ask(markRead, { ids: [newest.id] })).toEqual({ markNotificationsRead: 1 })
    expect((await read('per_delegate_bacau')).unreadNotifications).toBe(1)
    expect(await delegate.ask(markRead, { ids: null })).toEqual({ markNotificationsRead: 1 })
    expect((await read('per_delegate_bacau')).unreadNotifications).toBe(0)
  })

  test('have words for every kind in both languages', async () => {
    const kinds = [
      'dossier_moved',
      'consultation_started',
      'drafting_invited',
      'poll_opened',
      'poll_closed',
      'meeting_planned',
      'action_item_given',
      'recommendation_followed',
    ]
    await federation.database.prisma.notification.deleteMany()
    await federation.database.prisma.notification.createMany({
      data: kinds.map(kind => ({
        personId: 'per_delegate_bacau',
        kind,
        subjectId: 'dos_nirm',
        values: { titleRo: 'Titlu', titleEn: 'Title', stageRo: 'Etapă', stageEn: 'Stage' },
      })),
    })
    for (const locale of ['ro', 'en'] as const) {
      const { nodes } = (await read('per_delegate_bacau', locale)).notifications
      expect(nodes).toHaveLength(kinds.length)
      for (const { message } of nodes) expect(message).toMatch(locale === 'ro' ? /„Titlu”/ : /“Title”/)
    }
  })

  test('reach nobody who is disabled, nor the one who acted', async () => {
    const { prisma } = federation.database
    await prisma.notification.deleteMany()
    await prisma.person.update({ where: { id: 'per_delegate_dolj' }, data: { disabledAt: new Date() } })
    await prisma.$transaction(tx =>
      notify(tx, 'per_secretariat', allMembers(new Date()), {
        kind: 'meeting_planned',
        subjectId: 'mee_predeal',
        values: { titleRo: 'x', titleEn: 'x' },
      }),
    )
    const told = (await prisma.notification.findMany({ select: { personId: true } })).map(row => row.personId)
    expect(told).not.toContain('per_delegate_dolj')
    expect(told).not.toContain('per_secretariat')
    expect(told).toHaveLength((await prisma.person.count({ where: { guestOf: { none: {} } } })) - 2)
  })
})
