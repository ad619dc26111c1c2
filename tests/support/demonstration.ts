import { inject } from 'vitest'
import { type RunningPlatform, startPlatform } from './platform.ts'

/** The built platform with the demonstration already in its database: a copy of what was made once for this run. */
export function startDemonstration(environment: Record<string, string> = {}): Promise<RunningPlatform> {
  const template = inject('template')
  return startPlatform(
    environment,
    template.kind === 'embedded' ? { dataFolder: template.dataFolder } : { database: template.demonstration },
  )
}
