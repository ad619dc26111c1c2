/**
 * `npm start`: builds the pages when their sources changed since the last build, then starts the platform in this
 * process. Needs nothing but what `npm ci` installed.
 */
import { join } from 'node:path'
import { ensureBuilt } from './build.ts'

process.chdir(join(import.meta.dirname, '..'))
process.env.NODE_ENV ??= 'production'

if (process.env.NODE_ENV === 'production' && !(await ensureBuilt())) {
  process.stderr.write('The pages could not be built; nothing was started.\n')
  process.exit(1)
}
await import('../server.ts').then(({ main }) => main())
