import type { Prisma } from '../../prisma/client.ts'
import { readsAudit } from '../audit/access.ts'
import { builder } from '../builder.ts'
import { managesPeople, seesEmail, seesPerson, visiblePeople } from './access.ts'
import type { Viewer } from './viewer.ts'

export const LanguageEnum = builder.enumType('Language', { values: ['ro', 'en'] as const })
export const FederationRoleEnum = builder.enumType('FederationRole', {
  description: 'What a person does for the federation as a whole.',
  values: ['secretariat', 'president', 'board', 'auditor'] as const,
})
export const MandateRoleEnum = builder.enumType('MandateRole', {
  description:
    'The delegate votes, the deputy votes in the delegate’s absence, a drafter writes, an observer reads.',
  values: ['delegate', 'deputy', 'drafter', 'observer'] as const,
})

/** One selection of a person's mandates for all fields that look at them: two different ones would cost a query a row. */
const inOrder = {
  orderBy: [{ startsOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
} satisfies Prisma.Person$mandatesArgs

builder.prismaNode('Person', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [visiblePeople(viewer)] }),
  select: { id: true, disabledAt: true },
  authScopes: (person, { viewer }) => seesPerson(viewer, person),
  fields: t => ({
    name: t.exposeString('name'),
    email: t.string({
      nullable: true,
      description: 'For the secretariat, the person and colleagues of the same organisation; otherwise null.',
      select: { email: true, mandates: { ...inOrder, select: { organisationId: true } } },
      resolve: (person, _args, { viewer }) => (seesEmail(viewer, person) ? person.email : null),
    }),
    language: t.expose('language', { type: LanguageEnum }),
    federationRole: t.expose('federationRole', { type: FederationRoleEnum, nullable: true }),
    disabled: t.boolean({ select: { disabledAt: true }, resolve: person => person.disabledAt !== null }),
    joined: t.boolean({
      description:
        'Whether the person has chosen a password: before that, the account is an open invitation.',
      select: { passwordHash: true },
      resolve: person => person.passwordHash !== null,
    }),
    revision: t.exposeInt('revision'),
    mandates: t.relation('mandates', { query: inOrder }),
    mayManage: t.boolean({ resolve: (_person, _args, { viewer }) => managesPeople(viewer) }),
  }),
})

const ViewerType = builder.objectRef<Viewer>('Viewer').implement({
  description: 'Who asks.',
  fields: t => ({
    person: t.prismaField({
      type: 'Person',
      nullable: true,
      resolve: (query, { person }, _args, { database }) => {
        const asked = { ...query, where: { id: person?.id ?? '' } }
        return person === null ? null : database.prisma.person.findUnique(asked)
      },
    }),
    managesFederation: t.boolean({
      description: 'Whether the viewer keeps the register: organisations, people, groups, rules.',
      resolve: viewer => managesPeople(viewer),
    }),
    readsAudit: t.boolean({
      description: 'Whether the audit trail is open to the viewer.',
      resolve: viewer => readsAudit(viewer),
    }),
  }),
})

builder.queryField('viewer', t =>
  t.field({ type: ViewerType, resolve: (_root, _args, { viewer }) => viewer }),
)
