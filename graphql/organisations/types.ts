import { inLanguage } from '../bilingual.ts'
import { builder } from '../builder.ts'
import { MandateRoleEnum } from '../people/types.ts'
import { today } from '../today.ts'
import { managesFederation, seesFederation, visibleOrganisations } from './access.ts'
import { holds, inForceOn } from './terms.ts'

export const QuorumKindEnum = builder.enumType('QuorumKind', {
  description: 'Presence at a meeting, or participation in a written vote.',
  values: ['presence', 'participation'] as const,
})
export const MajorityBaseEnum = builder.enumType('MajorityBase', {
  description: 'What the majority is a part of.',
  values: ['yes_no', 'cast', 'present', 'entitled'] as const,
})
export const DecisionKindEnum = builder.enumType('DecisionKind', {
  values: ['position', 'membership', 'statute_change', 'budget', 'procedural'] as const,
})

const mandateOrder = [{ startsOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }] as const

const OrganisationType = builder.prismaNode('Organisation', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [visibleOrganisations(viewer)] }),
  authScopes: (_organisation, { viewer }) => seesFederation(viewer),
  fields: t => ({
    name: t.exposeString('name'),
    shortName: t.exposeString('shortName'),
    county: t.exposeString('county'),
    website: t.exposeString('website', { nullable: true }),
    joinedOn: t.expose('joinedOn', { type: 'Date' }),
    leftOn: t.expose('leftOn', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which it is no longer a member.',
    }),
    member: t.boolean({
      description: 'Whether it is a member today, and so has a vote.',
      select: { joinedOn: true, leftOn: true },
      resolve: ({ joinedOn, leftOn }, _args, { now }) => {
        const day = today(now())
        return joinedOn <= day && (leftOn === null || leftOn > day)
      },
    }),
    revision: t.exposeInt('revision'),
    mandates: t.relation('mandates', { query: { orderBy: [...mandateOrder] } }),
    mandatesInForce: t.relation('mandates', {
      query: (_args, { now }) => ({ where: inForceOn(today(now())), orderBy: [...mandateOrder] }),
    }),
    mayManage: t.boolean({ resolve: (_organisation, _args, { viewer }) => managesFederation(viewer) }),
  }),
})

builder.prismaNode('Mandate', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [seesFederation(viewer) ? {} : { id: '' }] }),
  authScopes: (_mandate, { viewer }) => viewer.person !== null,
  fields: t => ({
    role: t.expose('role', { type: MandateRoleEnum }),
    startsOn: t.expose('startsOn', { type: 'Date' }),
    endsOn: t.expose('endsOn', { type: 'Date', nullable: true, description: 'Its last day.' }),
    inForce: t.boolean({
      select: { startsOn: true, endsOn: true },
      resolve: (mandate, _args, { now }) => holds(mandate, today(now())),
    }),
    over: t.boolean({
      select: { endsOn: true },
      resolve: ({ endsOn }, _args, { now }) => endsOn !== null && endsOn < today(now()),
    }),
    person: t.relation('person'),
    organisation: t.relation('organisation'),
  }),
})

const WorkingGroupType = builder.prismaNode('WorkingGroup', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [seesFederation(viewer) ? {} : { id: '' }] }),
  authScopes: (_group, { viewer }) => seesFederation(viewer),
  fields: t => ({
    name: t.string({
      description: 'In the viewer’s language.',
      select: { nameRo: true, nameEn: true },
      resolve: ({ nameRo, nameEn }, _args, { locale }) => inLanguage(locale, nameRo, nameEn),
    }),
    nameRo: t.exposeString('nameRo'),
    nameEn: t.exposeString('nameEn'),
    purpose: t.string({
      description: 'In the viewer’s language.',
      select: { purposeRo: true, purposeEn: true },
      resolve: ({ purposeRo, purposeEn }, _args, { locale }) => inLanguage(locale, purposeRo, purposeEn),
    }),
    purposeRo: t.exposeString('purposeRo'),
    purposeEn: t.exposeString('purposeEn'),
    revision: t.exposeInt('revision'),
    members: t.field({
      type: [OrganisationType],
      select: (_args, _context, nested) => ({
        members: { select: { organisation: nested() }, orderBy: { organisation: { shortName: 'asc' } } },
      }),
      resolve: ({ members }) => members.map(({ organisation }) => organisation),
    }),
    mayManage: t.boolean({ resolve: (_group, _args, { viewer }) => managesFederation(viewer) }),
  }),
})

builder.prismaObjectField(OrganisationType, 'workingGroups', t =>
  t.field({
    type: [WorkingGroupType],
    select: (_args, _context, nested) => ({
      groupMemberships: {
        select: { workingGroup: nested() },
        orderBy: { workingGroup: { createdAt: 'asc' } },
      },
    }),
    resolve: ({ groupMemberships }) => groupMemberships.map(({ workingGroup }) => workingGroup),
  }),
)

builder.prismaNode('StatuteRule', {
  description: 'How one kind of decision is taken, and the article of the statute that says so.',
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [seesFederation(viewer) ? {} : { id: '' }] }),
  authScopes: (_rule, { viewer }) => seesFederation(viewer),
  fields: t => ({
    name: t.string({
      description: 'In the viewer’s language.',
      select: { nameRo: true, nameEn: true },
      resolve: ({ nameRo, nameEn }, _args, { locale }) => inLanguage(locale, nameRo, nameEn),
    }),
    nameRo: t.exposeString('nameRo'),
    nameEn: t.exposeString('nameEn'),
    decisionKind: t.expose('decisionKind', { type: DecisionKindEnum }),
    article: t.exposeString('article'),
    quorumKind: t.expose('quorumKind', { type: QuorumKindEnum }),
    quorumNumerator: t.exposeInt('quorumNumerator', { description: '0 asks for no quorum.' }),
    quorumDenominator: t.exposeInt('quorumDenominator'),
    quorumStrict: t.exposeBoolean('quorumStrict', {
      description: '“More than” the fraction, not “at least”.',
    }),
    majorityNumerator: t.exposeInt('majorityNumerator'),
    majorityDenominator: t.exposeInt('majorityDenominator'),
    majorityStrict: t.exposeBoolean('majorityStrict', {
      description: '“More than” the fraction, not “at least”.',
    }),
    majorityBase: t.expose('majorityBase', { type: MajorityBaseEnum }),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validUntil: t.expose('validUntil', { type: 'Date', nullable: true, description: 'Its last day.' }),
    inForce: t.boolean({
      select: { validFrom: true, validUntil: true },
      resolve: ({ validFrom, validUntil }, _args, { now }) =>
        holds({ startsOn: validFrom, endsOn: validUntil }, today(now())),
    }),
    revision: t.exposeInt('revision'),
    mayManage: t.boolean({ resolve: (_rule, _args, { viewer }) => managesFederation(viewer) }),
  }),
})
