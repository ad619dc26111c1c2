import type { Prisma } from '../../prisma/client.ts'
import { type HeldRule, heldRule } from '../../prisma/held-rule.ts'
import { inLanguage } from '../bilingual.ts'
import { builder } from '../builder.ts'
import { isMember, organisationsOf } from '../people/viewer.ts'
import { castsFor, managesPolls, seesChoice, seesPoll, visiblePolls } from './access.ts'
import { whyNotEntitled, whyNotTaken } from './entitlement.ts'
import { membersToday, ruleInWords } from './rule.ts'
import { sentenceOf } from './sentence.ts'
import { readResult, readRule, type StoredResult } from './stored.ts'
import { turnoutOf, turnoutSelection } from './turnout.ts'

export const PollStatusEnum = builder.enumType('PollStatus', { values: ['draft', 'open', 'closed'] as const })
export const PollOutcomeEnum = builder.enumType('PollOutcome', {
  values: ['adopted', 'rejected', 'no_quorum'] as const,
})
export const BallotChoiceEnum = builder.enumType('BallotChoice', {
  values: ['yes', 'no', 'abstain'] as const,
})

export const PollRuleType = builder.objectRef<{ rule: HeldRule; entitled: number }>('PollRule').implement({
  description: 'The rule of the statute by which a poll is judged, in numbers and words for its electorate.',
  fields: t => ({
    id: t.id({ resolve: ({ rule }) => rule.id }),
    name: t.string({
      resolve: ({ rule }, _args, { locale }) => inLanguage(locale, rule.nameRo, rule.nameEn),
    }),
    article: t.string({
      description: 'Where the statute says so.',
      resolve: ({ rule }) => rule.article,
    }),
    entitled: t.exposeInt('entitled', { description: 'For how many organisations the words are written.' }),
    quorumWords: t.string({
      resolve: ({ rule, entitled }, _args, { t: translate }) => ruleInWords(translate, rule, entitled).quorum,
    }),
    majorityWords: t.string({
      resolve: ({ rule, entitled }, _args, { t: translate }) =>
        ruleInWords(translate, rule, entitled).majority,
    }),
  }),
})

const Turnout = builder.objectRef<ReturnType<typeof turnoutOf>>('Turnout').implement({
  description: 'How many organisations have voted so far, and how many the quorum needs.',
  fields: t => ({
    entitled: t.exposeInt('entitled'),
    cast: t.exposeInt('cast', { description: 'Organisations that have voted; a changed vote counts once.' }),
    quorumNeeded: t.exposeInt('quorumNeeded', { description: '0 where the statute asks for no quorum.' }),
    quorumMet: t.exposeBoolean('quorumMet'),
  }),
})

const TrailStatementType = builder.objectRef<StoredResult['trail'][number]>('TrailStatement').implement({
  description: 'One sentence of the count trail: how the result follows from the ballots and the statute.',
  fields: t => ({
    key: t.string({ resolve: ({ key }) => key }),
    sentence: t.string({
      description: 'In the viewer’s language.',
      resolve: (statement, _args, context) => sentenceOf(statement, context),
    }),
    article: t.string({ nullable: true, resolve: ({ article }) => article ?? null }),
  }),
})

const PollResult = builder.objectRef<StoredResult>('PollResult').implement({
  description: 'What was counted when the poll closed, and how its outcome follows.',
  fields: t => ({
    yes: t.int({ resolve: ({ tally }) => tally.yes }),
    no: t.int({ resolve: ({ tally }) => tally.no }),
    abstain: t.int({ resolve: ({ tally }) => tally.abstain }),
    cast: t.int({ resolve: ({ tally }) => tally.cast }),
    entitled: t.int({ resolve: ({ tally }) => tally.entitled }),
    absent: t.int({
      description: 'Entitled organisations that did not vote.',
      resolve: ({ tally }) => tally.absent,
    }),
    trail: t.field({ type: [TrailStatementType], resolve: ({ trail }) => [...trail] }),
  }),
})

/** The ballot that counts: the last one cast. */
const lastBallot = { orderBy: { number: 'desc' }, take: 1 } satisfies Prisma.Elector$ballotsArgs

const electorsInOrder = {
  orderBy: [{ organisation: { shortName: 'asc' } }, { organisationId: 'asc' }],
} satisfies Prisma.Poll$electorsArgs

export const BallotType = builder.prismaObject('Ballot', {
  description: 'A vote of an organisation, with who cast it; its own receipt.',
  select: { organisationId: true, poll: { select: { status: true } } },
  authScopes: (ballot, { viewer }) => seesChoice(viewer, ballot, ballot.poll),
  fields: t => ({
    id: t.exposeID('id'),
    choice: t.expose('choice', { type: BallotChoiceEnum }),
    number: t.exposeInt('number', {
      description: '1 for the first vote of the organisation, then counting its changes.',
    }),
    castAt: t.expose('castAt', { type: 'DateTime' }),
    castBy: t.relation('castBy'),
    organisation: t.relation('organisation'),
    versionHash: t.string({
      description: 'SHA-256 of the text that was voted on.',
      select: { poll: { select: { status: true, version: { select: { hash: true } } } } },
      resolve: ({ poll }) => poll.version.hash,
    }),
  }),
})

builder.prismaObject('Elector', {
  description: 'An organisation entitled to vote in this poll, since the moment it opened.',
  select: { organisationId: true, poll: { select: { status: true, closesAt: true } } },
  authScopes: (_elector, { viewer }) => isMember(viewer),
  fields: t => ({
    organisation: t.relation('organisation'),
    ours: t.boolean({
      description: 'Whether the viewer belongs to this organisation.',
      resolve: ({ organisationId }, _args, { viewer }) => organisationsOf(viewer).includes(organisationId),
    }),
    mayCast: t.boolean({
      description: 'Whether the viewer may cast this organisation’s ballot now.',
      resolve: ({ organisationId, poll }, _args, { viewer, now }) =>
        castsFor(viewer, [{ organisationId }]).length > 0 && whyNotTaken(poll, now()) === null,
    }),
    hasVoted: t.boolean({
      select: { ballots: { ...lastBallot, select: { id: true } } },
      resolve: ({ ballots }) => ballots.length > 0,
    }),
    ballot: t.field({
      type: BallotType,
      nullable: true,
      description: 'The vote that counts; null without one, and while it is not the viewer’s to know.',
      select: (_args, _context, nested) => ({
        poll: { select: { status: true } },
        ballots: nested({
          ...lastBallot,
          select: { organisationId: true, poll: { select: { status: true } } },
        }),
      }),
      resolve: ({ organisationId, poll, ballots }, _args, { viewer }) =>
        seesChoice(viewer, { organisationId }, poll) ? (ballots[0] ?? null) : null,
    }),
  }),
})

builder.prismaNode('Poll', {
  id: { field: 'id' },
  findUnique: (id, { viewer }) => ({ id, AND: [visiblePolls(viewer)] }),
  select: { id: true, status: true },
  authScopes: (poll, { viewer }) => seesPoll(viewer, poll),
  fields: t => ({
    questionRo: t.exposeString('questionRo'),
    questionEn: t.exposeString('questionEn'),
    question: t.string({
      description: 'In the viewer’s language, or in Romanian where it has no other.',
      select: { questionRo: true, questionEn: true },
      resolve: ({ questionRo, questionEn }, _args, { locale }) => inLanguage(locale, questionRo, questionEn),
    }),
    status: t.expose('status', { type: PollStatusEnum }),
    outcome: t.expose('outcome', { type: PollOutcomeEnum, nullable: true }),
    closesAt: t.expose('closesAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it closes by the server’s clock; null when the secretariat closes it by hand.',
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime', nullable: true }),
    openedBy: t.relation('openedBy', { nullable: true }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    closedBy: t.relation('closedBy', { nullable: true, description: 'Null when the clock closed it.' }),
    revision: t.exposeInt('revision'),
    position: t.relation('position'),
    version: t.relation('version'),
    rule: t.field({
      type: PollRuleType,
      description: 'As it stood when the poll opened; of a draft, as it stands today for today’s members.',
      select: { rule: true, statuteRule: true, _count: turnoutSelection._count },
      resolve: async ({ rule, statuteRule, _count }, _args, context) =>
        rule === null
          ? { rule: heldRule(statuteRule), entitled: await membersToday(context) }
          : { rule: readRule(rule), entitled: _count.electors },
    }),
    turnout: t.field({ type: Turnout, select: turnoutSelection, resolve: turnoutOf }),
    electors: t.relation('electors', { query: electorsInOrder }),
    ours: t.relation('electors', {
      description: 'The electors that the viewer belongs to.',
      query: (_args, { viewer }) => ({
        ...electorsInOrder,
        where: { organisationId: { in: organisationsOf(viewer) } },
      }),
    }),
    result: t.field({
      type: PollResult,
      nullable: true,
      description: 'Null until the poll is closed.',
      select: { result: true },
      resolve: ({ result }) => (result === null ? null : readResult(result)),
    }),
    mayManage: t.boolean({
      description: 'Whether the viewer changes, opens and closes it.',
      resolve: (_poll, _args, { viewer }) => managesPolls(viewer),
    }),
    whyNotVote: t.string({
      nullable: true,
      description: 'Why the viewer may not vote here now, in one sentence; null when they may.',
      select: {
        status: true,
        closesAt: true,
        electors: { ...electorsInOrder, select: { organisationId: true } },
      },
      resolve: ({ electors, ...poll }, _args, { viewer, now, t: translate }) => {
        const why = whyNotTaken(poll, now()) ?? whyNotEntitled(viewer, electors, organisationsOf(viewer))
        return why === null ? null : translate(`errors:${why.code}.${why.detail}`)
      },
    }),
  }),
})
