/**
 * LISTEN on PostgreSQL: one connection of its own for the process, opened at the first `listen`, opened again when
 * it is lost. What was announced in between is gone, so listeners are told and read the rows again.
 */
import pg from 'pg'

interface Subscription {
  channel: string
  listener: (payload: string) => void
  onReconnect: (() => void) | undefined
}

const firstRetryMs = 100
const longestRetryMs = 5_000

export function openListener(url: string) {
  const subscriptions = new Set<Subscription>()
  let connecting: Promise<pg.Client> | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    })
    client.on('notification', ({ channel, payload }) => {
      for (const subscription of subscriptions)
        if (subscription.channel === channel) subscription.listener(payload ?? '')
    })
    client.on('error', () => lost(client))
    client.on('end', () => lost(client))
    await client.connect()
    for (const channel of new Set([...subscriptions].map(each => each.channel)))
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
    return client
  }

  let current: pg.Client | undefined
  async function connected(): Promise<pg.Client> {
    connecting ??= connect()
    try {
      current = await connecting
      return current
    } catch (failure) {
      connecting = undefined
      throw failure
    }
  }

  function lost(client: pg.Client) {
    if (closed || client !== current) return
    current = undefined
    connecting = undefined
    reopen(firstRetryMs)
  }

  function reopen(afterMs: number) {
    retry = setTimeout(async () => {
      try {
        await connected()
        for (const subscription of subscriptions) subscription.onReconnect?.()
      } catch {
        if (!closed) reopen(Math.min(afterMs * 2, longestRetryMs))
      }
    }, afterMs)
  }

  return {
    async listen(channel: string, listener: (payload: string) => void, onReconnect?: () => void) {
      const subscription = { channel, listener, onReconnect }
      subscriptions.add(subscription)
      const client = await connected()
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
      return async () => {
        subscriptions.delete(subscription)
      }
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await current?.end()
    },
  }
}
