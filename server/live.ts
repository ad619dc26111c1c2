/** Live editing on the HTTP server: one WebSocket path; any other upgrade is refused. */
import type { Server } from 'node:http'
import type { Services } from '../graphql/context.ts'
import { openGate } from '../graphql/documents/gate.ts'
import { openBus, openUpdateLog } from '../graphql/documents/log.ts'
import type { Sessions } from '../graphql/people/sessions.ts'
import { livePath } from '../packages/live/codes.ts'
import { createLive } from '../packages/live/live.ts'
import type { Logger } from './logger.ts'
import { isSameOrigin } from './security.ts'

export async function openLive(
  server: Server,
  { services, sessions, logger }: { services: Services; sessions: Sessions; logger: Logger },
): Promise<{ close(): Promise<void> }> {
  const { database, settings } = services
  const bus = await openBus(database)
  const live = createLive({
    gate: openGate(database, sessions),
    log: openUpdateLog(database),
    bus,
    logger,
    relayPresence: database.kind === 'postgresql',
    acceptsOrigin: (origin, request) => isSameOrigin(origin, request.headers.host, settings.origin),
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    // A stranger writes the address: one that cannot be parsed (`//`) must not throw out of this listener.
    if (URL.parse(request.url ?? '', 'http://host')?.pathname === livePath)
      live.handleUpgrade(request, socket, head)
    // While developing, Vite's own socket listens on another port; here nothing else may be asked for.
    else socket.destroy()
  })
  return {
    async close() {
      await live.close()
      await bus.close()
    },
  }
}
