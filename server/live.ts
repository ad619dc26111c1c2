import type { Server } from 'node:http'
import type { Services } from '../graphql/context.ts'
import type { Sessions } from '../graphql/people/sessions.ts'
import type { Logger } from './logger.ts'

export async function openLive(
  _server: Server,
  _parts: { services: Services; sessions: Sessions; logger: Logger; origin: string },
): Promise<{ close(): Promise<void> }> {
  return { close: async () => undefined }
}
