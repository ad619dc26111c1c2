/** The statute's rules. Polls keep the rule under which they opened, so a change here touches no poll that is open or closed. */
import { z } from 'zod'
import { findRuleProblem, majorityBases, quorumKinds, unsaid } from '../../packages/voting/index.ts'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { id, legalDate, line, read, revision } from '../input.ts'
import { allow, found, Refusal, stale } from '../refusal.ts'
import { managesFederation } from './access.ts'
import { DecisionKindEnum, MajorityBaseEnum, QuorumKindEnum } from './types.ts'

const shape = z.object({
  nameRo: line(200),
  nameEn: line(200),
  decisionKind: z.enum(['position', 'membership', 'statute_change', 'budget', 'procedural'], 'required'),
  article: line(200),
  quorumKind: z.enum(quorumKinds, 'required'),
  quorumNumerator: z.number('number'),
  quorumDenominator: z.number('number'),
  quorumStrict: z.boolean(),
  majorityNumerator: z.number('number'),
  majorityDenominator: z.number('number'),
  majorityStrict: z.boolean(),
  majorityBase: z.enum(majorityBases, 'required'),
  validFrom: legalDate(),
  validUntil: legalDate()
    .nullish()
    .transform(value => value ?? null),
})
const changeShape = shape.extend({ id: id('rul'), revision: revision() })
export type StatuteRuleValues = z.output<typeof shape>

const StatuteRuleInput = builder.inputType('StatuteRuleInput', {
  fields: t => ({
    nameRo: t.string({ required: true }),
    nameEn: t.string({ required: true }),
    decisionKind: t.field({ type: DecisionKindEnum, required: true }),
    article: t.string({ required: true }),
    quorumKind: t.field({ type: QuorumKindEnum, required: true }),
    quorumNumerator: t.int(),
    quorumDenominator: t.int(),
    quorumStrict: t.boolean({ required: true }),
    majorityNumerator: t.int(),
    majorityDenominator: t.int(),
    majorityStrict: t.boolean({ required: true }),
    majorityBase: t.field({ type: MajorityBaseEnum, required: true }),
    validFrom: t.field({ type: 'Date' }),
    validUntil: t.field({ type: 'Date' }),
  }),
})
/** What the form's fields and the voting package's rules both have to say. */
function refuseBadRule(values: StatuteRuleValues): void {
  const problem = findRuleProblem({
    article: values.article,
    quorum: {
      kind: values.quorumKind,
      numerator: values.quorumNumerator,
      denominator: values.quorumDenominator,
      strict: values.quorumStrict,
      article: '',
    },
    majority: {
      base: values.majorityBase,
      numerator: values.majorityNumerator,
      denominator: values.majorityDenominator,
      strict: values.majorityStrict,
    },
    ...unsaid,
  })
  if (problem !== undefined) {
    const part = 'of' in problem ? problem.of : 'majority'
    const field = `${part}${problem.code === 'denominator_out_of_range' ? 'Denominator' : 'Numerator'}`
    throw new Refusal('invalid', { fields: [{ field, code: problem.code }] })
  }
  if (values.validUntil !== null && values.validUntil < values.validFrom)
    throw new Refusal('invalid', { fields: [{ field: 'validUntil', code: 'before_start' }] })
}

function createStatuteRule(context: Context, input: unknown): Promise<string> {
  allow(managesFederation(context.viewer), context.viewer)
  const values = read(shape, input)
  refuseBadRule(values)
  return inTransaction(context, async tx => {
    const { id } = await tx.statuteRule.create({ data: values, select: { id: true } })
    await record(tx, context, 'statute_rule.created', id)
    await announce(tx, id)
    return id
  })
}

function changeStatuteRule(
  context: Context,
  args: { id: string; revision: number; input: object },
): Promise<string> {
  allow(managesFederation(context.viewer), context.viewer)
  const { id, revision, ...values } = read(changeShape, {
    ...args.input,
    id: args.id,
    revision: args.revision,
  })
  refuseBadRule(values)
  return inTransaction(context, async tx => {
    const { count } = await tx.statuteRule.updateMany({
      where: { id, revision },
      data: { ...values, revision: { increment: 1 } },
    })
    if (count === 0)
      throw stale({ ...values, revision }, found(await tx.statuteRule.findUnique({ where: { id } })))
    await record(tx, context, 'statute_rule.changed', id)
    await announce(tx, id)
    return id
  })
}

builder.mutationFields(t => ({
  createStatuteRule: t.prismaField({
    type: 'StatuteRule',
    errors: {},
    args: { input: t.arg({ type: StatuteRuleInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await createStatuteRule(context, input)
      return context.database.prisma.statuteRule.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  changeStatuteRule: t.prismaField({
    type: 'StatuteRule',
    errors: {},
    args: {
      id: t.arg.id({ required: true }),
      revision: t.arg.int({ required: true }),
      input: t.arg({ type: StatuteRuleInput, required: true }),
    },
    resolve: async (query, _root, args, context) => {
      const id = await changeStatuteRule(context, args)
      return context.database.prisma.statuteRule.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))
