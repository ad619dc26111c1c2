/** An empty database gets either the demonstration or a one-time link with which the secretariat sets up the federation. */
import { hashPassword } from '../graphql/people/passwords.ts'
import { fingerprint, newSecret } from '../graphql/people/sessions.ts'
import type { AnyDatabase } from '../prisma/client.ts'
import { demoAccounts, demoPassword, seedDemonstration } from '../prisma/seed/index.ts'
import { type Settings, StartFailure } from './settings.ts'

const linkHours = 72

export interface FirstSteps {
  /** Whether the demonstration's accounts exist and may be offered. */
  demo: boolean
  /** What to tell the person at the keyboard when the platform answers at `url`. */
  welcome(url: string): string
}

export async function prepareFederation(
  database: AnyDatabase,
  settings: Settings,
  progress: (sentence: string) => void,
): Promise<FirstSteps> {
  const federation = await database.prisma.federation.findUnique({ where: { id: 'federation' } })
  if (federation?.demo === true && !settings.demo)
    throw new StartFailure(
      'This database holds the demonstration, whose passwords everybody knows, and DEMO is false. Use an empty database or another DATA_DIR.',
    )
  if (federation === null && settings.demo) {
    progress('Writing the demonstration: 23 organisations, their dossiers, positions and meetings')
    await seedDemonstration(database.prisma, await hashPassword(demoPassword))
    return demonstration
  }
  if (federation === null) return setup(database, settings)
  return federation.demo ? demonstration : { demo: false, welcome: url => `\nProTECT answers at ${url}\n` }
}

const demonstration: FirstSteps = {
  demo: true,
  welcome: url =>
    [
      '',
      `ProTECT answers at ${url}`,
      '',
      `Demonstration accounts, all with the password ${demoPassword}`,
      ...demoAccounts.map(({ email, roleEn }) => `  ${email.padEnd(34)} ${roleEn}`),
      '',
      'Ctrl-C stops it; the data stays.',
      '',
    ].join('\n'),
}

/** A fresh link at each start until it is used; older ones end. */
async function setup(database: AnyDatabase, settings: Settings): Promise<FirstSteps> {
  const secret = newSecret()
  await database.prisma.$transaction(async tx => {
    await tx.invitation.deleteMany({ where: { kind: 'setup', usedAt: null } })
    await tx.invitation.create({
      data: {
        id: fingerprint(secret),
        kind: 'setup',
        expiresAt: new Date(Date.now() + linkHours * 3_600_000),
      },
    })
  })
  return {
    demo: false,
    welcome: url =>
      [
        '',
        `ProTECT answers at ${url}`,
        '',
        `The federation is not set up yet. Open this link once, within ${linkHours} hours:`,
        `  ${settings.origin}/setup/${secret}`,
        '',
      ].join('\n'),
  }
}
