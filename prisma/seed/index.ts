/** The demonstration: the federation's real dossiers and forums in our own words, reproducible to the id. */
import type { PrismaClient } from '../client.ts'
import { demoAccounts, otherDelegates } from './accounts.ts'
import { seedDossiers } from './dossiers.ts'
import { seedGuests } from './guests.ts'
import { seedMeetings } from './meetings.ts'
import { seedFederation } from './organisations.ts'
import { seedPolls } from './polls.ts'
import { seedPositions } from './positions.ts'

export { demoAccounts, demoPassword } from './accounts.ts'

/** The day from which demonstration memberships and mandates run. */
const since = new Date('2023-01-01')

/**
 * Fills an empty database, all or nothing. `passwordHash` is that of `demoPassword`; `today` is the day from which
 * what is near (deadlines, meetings ahead) is counted.
 */
export async function seedDemonstration(
  prisma: PrismaClient,
  passwordHash: string,
  today: Date = new Date(),
): Promise<void> {
  await prisma.$transaction(async tx => {
    await seedFederation(tx, since)
    for (const { mandates, roleRo, roleEn, ...account } of [...demoAccounts, ...otherDelegates]) {
      await tx.person.create({ data: { ...account, passwordHash } })
      await tx.mandate.createMany({
        data: mandates.map(mandate => ({
          ...mandate,
          id: account.id.replace('per_', 'man_'),
          personId: account.id,
          startsOn: since,
        })),
      })
    }
    await seedDossiers(tx, today)
    await seedPositions(tx, today)
    await seedPolls(tx, today)
    await seedMeetings(tx, today)
    await seedGuests(tx, today)
    await tx.federation.create({ data: { name: 'ProTECT', demo: true } })
  })
}
