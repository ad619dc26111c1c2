/** The demonstration: the federation's real dossiers and forums in our own words, reproducible to the id. */
import type { PrismaClient } from '../client.ts'
import { demoAccounts, otherDelegates } from './accounts.ts'
import { seedOrganisations } from './organisations.ts'

export { demoAccounts, demoPassword } from './accounts.ts'

/** The day from which demonstration memberships and mandates run. */
const since = new Date('2023-01-01')

/** Fills an empty database, all or nothing. `passwordHash` is that of `demoPassword`. */
export async function seedDemonstration(prisma: PrismaClient, passwordHash: string): Promise<void> {
  await prisma.$transaction(async tx => {
    await tx.organisation.createMany({
      data: seedOrganisations.map(organisation => ({ ...organisation, joinedOn: since })),
    })
    for (const { mandates, roleRo, roleEn, ...account } of [...demoAccounts, ...otherDelegates]) {
      await tx.person.create({ data: { ...account, passwordHash } })
      await tx.mandate.createMany({
        data: mandates.map(mandate => ({ ...mandate, personId: account.id, startsOn: since })),
      })
    }
    await tx.federation.create({ data: { name: 'ProTECT', demo: true } })
  })
}
