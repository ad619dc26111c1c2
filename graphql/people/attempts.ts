/** How often somebody may try to sign in, counted in the database so that several processes count together. */
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '../../prisma/client.ts'
import { Refusal } from '../refusal.ts'
import { fingerprint } from './sessions.ts'

const quarterHour = 15 * 60

/** Ten wrong tries for one account, a hundred from one address, in a quarter of an hour. */
const perAccount = 10
const perAddress = 100

export interface Attempts {
  /** Counts a try, or refuses with the minutes to wait. Keys are fingerprints: the table names nobody. */
  begin(account: string, address: string): Promise<void>
  /** A right password forgives the tries before it. */
  succeeded(account: string, address: string): Promise<void>
}

export function openAttempts({ prisma }: Database): Attempts {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPrisma({
      storeClient: prisma,
      tableName: 'rateLimit',
      keyPrefix,
      points,
      duration: quarterHour,
      clearExpiredByTimeout: false,
    })
  const accounts = limiter('account', perAccount)
  const addresses = limiter('address', perAddress)

  const consume = async (limit: RateLimiterPrisma, key: string) => {
    try {
      await limit.consume(fingerprint(key))
    } catch (refused) {
      if (refused instanceof RateLimiterRes)
        throw new Refusal('too_many_attempts', {
          values: { count: Math.max(1, Math.ceil(refused.msBeforeNext / 60_000)) },
        })
      throw refused
    }
  }

  return {
    async begin(account, address) {
      await consume(addresses, address)
      await consume(accounts, account)
    },
    async succeeded(account, address) {
      await accounts.delete(fingerprint(account))
      await addresses.reward(fingerprint(address))
    },
  }
}
