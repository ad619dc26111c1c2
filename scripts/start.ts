/**
 * `npm start`: builds the pages when their sources changed since the last build, then starts the platform in this
 * process. Needs nothing but what `npm ci` installed.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIsCurrent, markBuilt } from './build-stamp.ts'

const root = join(import.meta.dirname, '..')
process.chdir(root)
process.env.NODE_ENV ??= 'production'

if (process.env.NODE_ENV === 'production' && !(await buildIsCurrent(root))) {
  process.stdout.write('  Building the pages (about a minute, only after a change) …\n')
  await build()
  await markBuilt(root)
}
await import('../server.ts').then(({ main }) => main())

/** Runs the Remix build; on failure prints what it said and ends with its code. */
function build(): Promise<void> {
  return new Promise(resolve => {
    const output: Buffer[] = []
    const child = spawn(process.execPath, [join(root, 'node_modules/.bin/remix'), 'vite:build'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.on('data', chunk => output.push(chunk))
    child.stderr.on('data', chunk => output.push(chunk))
    const stop = () => child.kill()
    process.once('SIGINT', stop)
    child.on('exit', code => {
      process.off('SIGINT', stop)
      if (code === 0) return resolve()
      process.stderr.write(Buffer.concat(output))
      process.stderr.write('The pages could not be built; nothing was started.\n')
      process.exit(code ?? 130)
    })
  })
}
