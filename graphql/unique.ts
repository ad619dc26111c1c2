import { Prisma } from '../prisma/client.ts'
import { Refusal } from './refusal.ts'

/**
 * Runs `work`, and turns a broken unique rule of the database into a refusal beside the field that it is about.
 * `fields` names the input's field for each column (`{ short_name: 'shortName' }`). Two people at once are covered,
 * because the database decides.
 */
export async function unlessTaken<Result>(
  fields: Record<string, string>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (failure) {
    const column = takenColumn(failure)
    const field = column === undefined ? undefined : fields[column]
    if (field === undefined) throw failure
    throw new Refusal('already_exists', { detail: 'field', fields: [{ field, code: 'taken' }] })
  }
}

function takenColumn(failure: unknown): string | undefined {
  if (!(failure instanceof Prisma.PrismaClientKnownRequestError) || failure.code !== 'P2002') return undefined
  return /"fields":\["?\\?"?(\w+)/.exec(JSON.stringify(failure.meta ?? {}))?.[1]
}
