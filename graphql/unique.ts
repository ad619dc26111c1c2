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
    const field = takenField(failure, fields)
    if (field === undefined) throw failure
    throw new Refusal('already_exists', { detail: 'field', fields: [{ field, code: 'taken' }] })
  }
}

/** PGlite's adapter names the column, PostgreSQL's the index (`organisation_short_name_key`). */
function takenField(failure: unknown, fields: Record<string, string>): string | undefined {
  if (!(failure instanceof Prisma.PrismaClientKnownRequestError) || failure.code !== 'P2002') return undefined
  const constraint = JSON.stringify(failure.meta ?? {})
  const column = Object.keys(fields)
    // `short_name` before `name`, which ends the same way.
    .sort((a, b) => b.length - a.length)
    .find(each => constraint.includes(`["${each}"]`) || constraint.includes(`_${each}_key"`))
  return column === undefined ? undefined : fields[column]
}
