/**
 * A text is opened to somebody from outside, as a guest: to read or to write, until a day. The guest has an account
 * without organisation and without office, which the one-time link opens; nobody mails it yet.
 */
import { z } from 'zod'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { email, id, legalDate, line, read, revision } from '../input.ts'
import type { FreshLink } from '../people/links.ts'
import { writesFor } from '../people/viewer.ts'
import { allow, found, Refusal, stale } from '../refusal.ts'
import { daysAfter, today } from '../today.ts'
import { unlessTaken } from '../unique.ts'
import {
  documentGuard,
  type GuardedDocument,
  sharesDocument,
  visibleDocuments,
  visibleGuests,
} from './access.ts'
import { accountFor, heldAccount, linkFor } from './guest-account.ts'
import { GuestRightEnum } from './guests.ts'
import { announceAccess } from './log.ts'

/** A guest is somebody who helps with one text for a while; for longer, the invitation is renewed on purpose. */
const mostDays = 90

const given = { right: z.enum(['read', 'write'], 'required'), until: legalDate() }
const inviteShape = z.object({ ...given, documentId: id('doc'), name: line(120), email: email() })
const changeShape = z.object({ ...given, id: id('gue'), revision: revision() })

const InviteGuestInput = builder.inputType('InviteGuestInput', {
  fields: t => ({
    documentId: t.id({ required: true }),
    name: t.string({ required: true, description: 'Not used where the e-mail has an account already.' }),
    email: t.string({ required: true }),
    right: t.field({ type: GuestRightEnum, required: true }),
    until: t.field({ type: 'Date', description: 'The last day, in Romania: today, or up to 90 days ahead.' }),
  }),
})
const ChangeGuestInput = builder.inputType('ChangeGuestInput', {
  fields: t => ({
    id: t.id({ required: true }),
    revision: t.int({ required: true, description: 'The one that was read: an older one is stale.' }),
    right: t.field({ type: GuestRightEnum, required: true }),
    until: t.field({ type: 'Date', description: 'The last day, in Romania: today, or up to 90 days ahead.' }),
  }),
})

interface GuestInvitation {
  guestId: string
  documentId: string
  /** Null for somebody who has chosen a password already: they sign in. */
  link: FreshLink | null
}

const GuestInvitationType = builder.objectRef<GuestInvitation>('GuestInvitation').implement({
  description: 'A guest, and how they come to the text.',
  fields: t => ({
    guest: t.prismaField({
      type: 'DocumentGuest',
      resolve: (query, { guestId }, _args, { database }) =>
        database.prisma.documentGuest.findUniqueOrThrow({ ...query, where: { id: guestId } }),
    }),
    address: t.string({
      description: 'Where the guest reads the text.',
      resolve: ({ documentId }, _args, { settings }) => `${settings.origin}/texts/${documentId}`,
    }),
    url: t.string({
      nullable: true,
      description: 'The one-time link, shown this once; null for a guest who has an account and signs in.',
      resolve: ({ link }) => link?.url ?? null,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the link stops working.',
      resolve: ({ link }) => link?.expiresAt ?? null,
    }),
  }),
})

/** Refuses a last day that has passed or is too far ahead. */
function checkUntil(until: Date, now: Date): void {
  const day = today(now)
  if (until < day) throw new Refusal('invalid', { fields: [{ field: 'until', code: 'past' }] })
  if (until > daysAfter(day, mostDays))
    throw new Refusal('invalid', { fields: [{ field: 'until', code: 'beyond_90_days' }] })
}

function checkRight(right: 'read' | 'write', { position }: GuardedDocument): void {
  if (right === 'write' && position?.status === 'adopted')
    throw new Refusal('wrong_state', { detail: 'position_final' })
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/** The organisation in whose name the viewer shares: the one that answers for the text; the secretariat in none's. */
function actingFor({ viewer }: Context, { position, meeting }: GuardedDocument): string | null {
  const own = writesFor(viewer)
  return (
    [position?.leadId, meeting?.organiserId].find(each => each !== undefined && own.includes(each)) ?? null
  )
}

async function sharedDocument({ database, viewer }: Context, documentId: string) {
  const document = found(
    await database.prisma.document.findFirst({
      where: { id: documentId, AND: [visibleDocuments(viewer)] },
      select: documentGuard,
    }),
  )
  allow(sharesDocument(viewer, document), viewer)
  return document
}

/** A guest whom the viewer may change. One that is out of sight and one that never was look the same. */
async function sharedGuest({ database, viewer }: Context, guestId: string) {
  return found(
    await database.prisma.documentGuest.findFirst({
      where: { id: guestId, AND: [visibleGuests(viewer)] },
      select: {
        id: true,
        documentId: true,
        personId: true,
        withdrawnAt: true,
        document: { select: documentGuard },
      },
    }),
  )
}

async function inviteGuest(context: Context, input: unknown): Promise<GuestInvitation> {
  const { viewer, now } = context
  allow(viewer.person !== null, viewer)
  const { documentId, name, email: address, right, until } = read(inviteShape, input)
  const document = await sharedDocument(context, documentId)
  checkUntil(until, now())
  checkRight(right, document)
  return unlessTaken({ email: 'email' }, () =>
    inTransaction(context, async tx => {
      const person = await accountFor(tx, context, { name, email: address })
      if (person.guestOf.some(row => row.documentId === documentId && row.withdrawnAt === null))
        throw new Refusal('already_exists', { detail: 'guest' })
      const link = await linkFor(tx, context, person)
      const personId = person.id
      const guest = await tx.documentGuest.create({
        data: { documentId, personId, right, until, givenById: viewer.person?.id ?? null, givenAt: now() },
        select: { id: true },
      })
      if (person.isNew) await record(tx, context, 'person.created', personId)
      await record(tx, context, 'document.guest_invited', documentId, {
        organisationId: actingFor(context, document),
        details: { personId, right, until: dayOf(until) },
      })
      await announce(tx, documentId)
      await announceAccess(tx, { personId, documentId })
      return { guestId: guest.id, documentId, link }
    }),
  )
}

/** Another right or another last day, later or earlier; also for a guest whose last day has passed. */
async function changeGuest(context: Context, input: unknown): Promise<string> {
  allow(context.viewer.person !== null, context.viewer)
  const { id: guestId, revision: known, right, until } = read(changeShape, input)
  const { documentId, personId, document } = await sharedGuest(context, guestId)
  checkUntil(until, context.now())
  checkRight(right, document)
  return inTransaction(context, async tx => {
    const { count } = await tx.documentGuest.updateMany({
      where: { id: guestId, revision: known, withdrawnAt: null },
      data: { right, until, revision: { increment: 1 } },
    })
    if (count === 0) {
      const theirs = await tx.documentGuest.findUniqueOrThrow({ where: { id: guestId } })
      if (theirs.withdrawnAt !== null) throw new Refusal('wrong_state', { detail: 'guest_withdrawn' })
      throw stale({ right, until, revision: known }, theirs)
    }
    await record(tx, context, 'document.guest_changed', documentId, {
      organisationId: actingFor(context, document),
      details: { personId, right, until: dayOf(until) },
    })
    await announce(tx, documentId)
    await announceAccess(tx, { personId, documentId })
    return guestId
  })
}

/** Closes the text to the guest at once. What the guest wrote stays. Withdrawing twice is withdrawing once. */
async function withdrawGuest(context: Context, guestId: string): Promise<string> {
  const { viewer, now } = context
  allow(viewer.person !== null, viewer)
  const { documentId, personId, document } = await sharedGuest(context, guestId)
  return inTransaction(context, async tx => {
    const { count } = await tx.documentGuest.updateMany({
      where: { id: guestId, withdrawnAt: null },
      data: { withdrawnAt: now(), withdrawnById: viewer.person?.id ?? null },
    })
    if (count === 0) return guestId
    await record(tx, context, 'document.guest_withdrawn', documentId, {
      organisationId: actingFor(context, document),
      details: { personId },
    })
    await announce(tx, documentId)
    await announceAccess(tx, { personId, documentId })
    return guestId
  })
}

/** A fresh link for a guest who has not come in yet: the one before was lost or is too old, and stops working. */
async function renewGuestLink(context: Context, guestId: string): Promise<GuestInvitation> {
  allow(context.viewer.person !== null, context.viewer)
  const { documentId, personId, document, withdrawnAt } = await sharedGuest(context, guestId)
  if (withdrawnAt !== null) throw new Refusal('wrong_state', { detail: 'guest_withdrawn' })
  return inTransaction(context, async tx => {
    const link = await linkFor(tx, context, await heldAccount(tx, personId))
    if (link === null) throw new Refusal('wrong_state', { detail: 'guest_joined' })
    await record(tx, context, 'document.guest_link_made', documentId, {
      organisationId: actingFor(context, document),
      details: { personId },
    })
    return { guestId, documentId, link }
  })
}

builder.mutationFields(t => ({
  inviteGuest: t.field({
    type: GuestInvitationType,
    description: 'Opens a text to somebody from outside of the federation.',
    errors: {},
    args: { input: t.arg({ type: InviteGuestInput, required: true }) },
    resolve: (_root, { input }, context) => inviteGuest(context, input),
  }),
  changeGuest: t.prismaField({
    type: 'DocumentGuest',
    errors: {},
    args: { input: t.arg({ type: ChangeGuestInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const guestId = await changeGuest(context, input)
      return context.database.prisma.documentGuest.findUniqueOrThrow({ ...query, where: { id: guestId } })
    },
  }),
  withdrawGuest: t.prismaField({
    type: 'DocumentGuest',
    description: 'Closes the text to the guest at once.',
    errors: {},
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id: asked }, context) => {
      const guestId = await withdrawGuest(context, asked)
      return context.database.prisma.documentGuest.findUniqueOrThrow({ ...query, where: { id: guestId } })
    },
  }),
  renewGuestLink: t.field({
    type: GuestInvitationType,
    description: 'Another one-time link for a guest who has not chosen a password yet.',
    errors: {},
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id: asked }, context) => renewGuestLink(context, asked),
  }),
}))
