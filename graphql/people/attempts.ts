/** How often somebody may try to sign in, counted in the database so that several processes count together. */
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '../../prisma/client.ts'
import { Refusal } from '../refusal.ts'
import { fingerprint } from './sessions.ts'

const quarterHour = 15 * 60

/**
 * In a quarter of an hour, ten wrong tries for one account from one address, and a hundred from one address or for one
 * account from anywhere. The last one is generous on purpose: a stranger who knows a delegate's e-mail must not be
 * able to keep the delegate out while a vote is open.
 */
const perAccountAndAddress = 10
const perAddress = 100
const perAccount = 100

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
  const pairs = limiter('pair', perAccountAndAddress)
  const addresses = limiter('address', perAddress)
  const accounts = limiter('account', perAccount)
  const pairOf = (account: string, address: string) => `${account} ${address}`

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
      await consume(pairs, pairOf(account, address))
      await consume(accounts, account)
    },
    async succeeded(account, address) {
      await pairs.delete(fingerprint(pairOf(account, address)))
      await accounts.reward(fingerprint(account))
      await addresses.reward(fingerprint(address))
    },
  }
}
