/** Guests: who from outside has a text open, as those who share it see it; and which texts are open to oneself. */
import { builder } from '../builder.ts'
import { today } from '../today.ts'
import {
  documentGuard,
  openAsGuest,
  ownGuestships,
  seesDocument,
  sharesDocument,
  visibleGuests,
} from './access.ts'

export const GuestRightEnum = builder.enumType('GuestRight', {
  description: 'What a guest may do in the text.',
  values: ['read', 'write'] as const,
})

const GuestStatusEnum = builder.enumType('GuestStatus', {
  description:
    'Invited: has not chosen a password yet. Active: may open the text now. Ended: withdrawn, or the last day has passed.',
  values: ['invited', 'active', 'ended'] as const,
})

const GuestType = builder.prismaNode('DocumentGuest', {
  description: 'Somebody from outside of the federation to whom one text is open until a day.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: [visibleGuests(viewer)] }),
  select: { id: true, document: { select: documentGuard } },
  authScopes: ({ document }, { viewer }) => sharesDocument(viewer, document),
  fields: t => ({
    name: t.string({ select: { person: { select: { name: true } } }, resolve: ({ person }) => person.name }),
    email: t.string({
      select: { person: { select: { email: true } } },
      resolve: ({ person }) => person.email,
    }),
    right: t.expose('right', { type: GuestRightEnum }),
    until: t.expose('until', { type: 'Date', description: 'The last day, in Romania.' }),
    status: t.field({
      type: GuestStatusEnum,
      select: {
        until: true,
        withdrawnAt: true,
        person: { select: { passwordHash: true, disabledAt: true } },
      },
      resolve: ({ until, withdrawnAt, person }, _args, { now }) => {
        const over = withdrawnAt !== null || until < today(now()) || person.disabledAt !== null
        return over ? 'ended' : person.passwordHash === null ? 'invited' : 'active'
      },
    }),
    givenBy: t.relation('givenBy', { nullable: true }),
    givenAt: t.expose('givenAt', { type: 'DateTime' }),
    withdrawnAt: t.expose('withdrawnAt', { type: 'DateTime', nullable: true }),
    withdrawnBy: t.relation('withdrawnBy', { nullable: true }),
    revision: t.exposeInt('revision'),
    document: t.relation('document'),
  }),
})

builder.prismaObjectFields('Document', t => ({
  mayShare: t.boolean({
    description: 'Whether the viewer may open it to guests.',
    select: documentGuard,
    resolve: (document, _args, { viewer }) => sharesDocument(viewer, document),
  }),
  guests: t.relation('guests', {
    description: 'To whom it is or was open, for those who may share it; none for others. The latest first.',
    type: GuestType,
    query: (_args, { viewer }) => ({
      where: visibleGuests(viewer),
      orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
    }),
  }),
}))

const OpenTextType = builder.prismaObject('DocumentGuest', {
  variant: 'OpenText',
  description: 'A text that is or was open to the viewer as a guest.',
  select: { personId: true, document: { select: documentGuard } },
  authScopes: ({ personId }, { viewer }) => viewer.person?.id === personId,
  fields: t => ({
    documentId: t.exposeID('documentId'),
    right: t.expose('right', { type: GuestRightEnum }),
    until: t.expose('until', { type: 'Date', description: 'The last day, in Romania.' }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was closed before its last day.',
    }),
    open: t.boolean({
      description: 'Whether it is open now.',
      select: { until: true, withdrawnAt: true },
      resolve: ({ until, withdrawnAt }, _args, { now }) => withdrawnAt === null && until >= today(now()),
    }),
    document: t.relation('document', {
      nullable: true,
      description: 'Null once it is closed again.',
      authScopes: ({ document }, _args, { viewer }) =>
        openAsGuest(viewer, document) !== undefined && seesDocument(viewer, document),
      unauthorizedResolver: () => null,
    }),
  }),
})

builder.queryFields(t => ({
  openTexts: t.prismaField({
    type: [OpenTextType],
    description: 'The texts that are or were open to the viewer as a guest, the latest invitation first.',
    authScopes: { signedIn: true },
    resolve: (query, _root, _args, { database, viewer }) =>
      database.prisma.documentGuest.findMany({
        ...query,
        where: ownGuestships(viewer),
        orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
      }),
  }),
  openText: t.prismaField({
    type: OpenTextType,
    nullable: true,
    description: 'How one text is or was last open to the viewer as a guest; null where it never was.',
    authScopes: { signedIn: true },
    args: { documentId: t.arg.id({ required: true }) },
    resolve: (query, _root, { documentId }, { database, viewer }) =>
      database.prisma.documentGuest.findFirst({
        ...query,
        where: { documentId, AND: [ownGuestships(viewer)] },
        orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
      }),
  }),
}))
