import { connect, createServer, type Socket } from 'node:net'
import type { Chance } from './chance.ts'

/** The one address of several processes, as a load balancer gives it: each connection goes to any of them. */
export interface Entrance {
  port: number
  /** Nobody gets in, and who was in is out: the network is down. */
  shut(): void
  open(): void
  /** From now on only these ports get connections. */
  leadTo(ports: readonly number[]): void
  close(): Promise<void>
}

export async function openEntrance(ports: readonly number[], chance: Chance): Promise<Entrance> {
  let targets = ports
  let isOpen = true
  const inside = new Set<Socket>()
  const server = createServer(visitor => {
    visitor.on('error', () => visitor.destroy())
    if (!isOpen || targets.length === 0) return void visitor.destroy()
    const target = connect(chance.of(targets), 'localhost')
    for (const [one, other] of [
      [visitor, target],
      [target, visitor],
    ] as const) {
      inside.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        inside.delete(one)
        other.destroy()
      })
      one.setNoDelay(true)
      one.pipe(other)
    }
  })
  await new Promise<void>(done => server.listen(0, 'localhost', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const cut = () => {
    for (const socket of inside) socket.destroy()
  }
  return {
    port: address.port,
    shut() {
      isOpen = false
      cut()
    },
    open() {
      isOpen = true
    },
    leadTo(next) {
      targets = next
    },
    async close() {
      const closed = new Promise(done => server.close(done))
      cut()
      await closed
    },
  }
}
