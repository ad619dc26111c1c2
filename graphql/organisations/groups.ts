/** Working groups and the organisations in them. */
import { z } from 'zod'
import { record } from '../audit/record.ts'
import { builder } from '../builder.ts'
import { announce } from '../changes.ts'
import { type Context, inTransaction } from '../context.ts'
import { id, line, optionalLine, optionalParagraph, read, revision } from '../input.ts'
import { allow, found, Refusal, stale } from '../refusal.ts'
import { unlessTaken } from '../unique.ts'
import { managesFederation } from './access.ts'

const shape = z.object({
  nameRo: line(120),
  nameEn: optionalLine(120),
  purposeRo: optionalParagraph(1_000),
  purposeEn: optionalParagraph(1_000),
  memberIds: z.array(id('org')).max(500, 'too_long'),
})
const changeShape = shape.extend({ id: id('grp'), revision: revision() })

const CreateWorkingGroupInput = builder.inputType('CreateWorkingGroupInput', {
  fields: t => ({
    nameRo: t.string({ required: true }),
    nameEn: t.string(),
    purposeRo: t.string(),
    purposeEn: t.string(),
    memberIds: t.idList({ required: true }),
  }),
})
const ChangeWorkingGroupInput = builder.inputType('ChangeWorkingGroupInput', {
  fields: t => ({
    id: t.id({ required: true }),
    revision: t.int({ required: true }),
    nameRo: t.string({ required: true }),
    nameEn: t.string(),
    purposeRo: t.string(),
    purposeEn: t.string(),
    memberIds: t.idList({ required: true }),
  }),
})

const taken = { name_ro: 'nameRo' }

/** Creates a group, or with `id` and `revision` changes one; its members become exactly `memberIds`. */
function saveGroup(
  context: Context,
  { id, revision, memberIds, ...values }: z.output<typeof shape> & { id?: string; revision?: number },
): Promise<string> {
  return unlessTaken(taken, () =>
    inTransaction(context, async tx => {
      const members = [...new Set(memberIds)]
      if ((await tx.organisation.count({ where: { id: { in: members } } })) < members.length)
        throw new Refusal('invalid', { fields: [{ field: 'memberIds', code: 'not_found' }] })
      if (id !== undefined) {
        const { count } = await tx.workingGroup.updateMany({
          where: { id, revision },
          data: { ...values, revision: { increment: 1 } },
        })
        if (count === 0) {
          const { members: theirs, ...group } = found(
            await tx.workingGroup.findUnique({
              where: { id },
              include: { members: true },
            }),
          )
          throw stale(
            { ...values, revision, memberIds: members.sort().join(', ') },
            {
              ...group,
              memberIds: theirs
                .map(member => member.organisationId)
                .sort()
                .join(', '),
            },
          )
        }
        await tx.workingGroupMember.deleteMany({ where: { workingGroupId: id } })
      }
      const groupId = id ?? (await tx.workingGroup.create({ data: values, select: { id: true } })).id
      await tx.workingGroupMember.createMany({
        data: members.map(organisationId => ({ workingGroupId: groupId, organisationId })),
      })
      await record(tx, context, id === undefined ? 'working_group.created' : 'working_group.changed', groupId)
      await announce(tx, groupId)
      return groupId
    }),
  )
}

builder.mutationFields(t => ({
  createWorkingGroup: t.prismaField({
    type: 'WorkingGroup',
    errors: {},
    args: { input: t.arg({ type: CreateWorkingGroupInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      allow(managesFederation(context.viewer), context.viewer)
      const id = await saveGroup(context, read(shape, input))
      return context.database.prisma.workingGroup.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
  changeWorkingGroup: t.prismaField({
    type: 'WorkingGroup',
    errors: {},
    args: { input: t.arg({ type: ChangeWorkingGroupInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      allow(managesFederation(context.viewer), context.viewer)
      const id = await saveGroup(context, read(changeShape, input))
      return context.database.prisma.workingGroup.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))
