/** When a membership, a mandate or a rule holds: from its first day to its last one, as the calendar shows in Romania (`today`). */
import type { Prisma } from '../../prisma/client.ts'

/** Mandates in force on `day`, their last day included. */
export function inForceOn(day: Date): Prisma.MandateWhereInput {
  return { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] }
}

/** Organisations that are members on `day`; the day of leaving is the first one outside. */
export function membersOn(day: Date): Prisma.OrganisationWhereInput {
  return { joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] }
}

/** Whether the days from `startsOn` to `endsOn` (null: without end) hold `day`. */
export const holds = (term: { startsOn: Date; endsOn: Date | null }, day: Date) =>
  term.startsOn <= day && (term.endsOn === null || term.endsOn >= day)

/** Mandates that share a day with the term from `startsOn` to `endsOn` (null: without end). */
export function overlapping(startsOn: Date, endsOn: Date | null): Prisma.MandateWhereInput {
  return {
    OR: [{ endsOn: null }, { endsOn: { gte: startsOn } }],
    ...(endsOn === null ? {} : { startsOn: { lte: endsOn } }),
  }
}
