/**
 * Builds the pages, when their sources changed since the last build: a hash over the sources is kept beside the build.
 * `npm run build` builds in any case.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'build', 'sources.sha256')
const sources = [
  'app/**/*',
  'packages/**/*',
  'graphql/schema.graphql',
  'remix.config.js',
  'vite.config.ts',
  'package-lock.json',
]

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const files: string[] = []
  for await (const entry of glob(sources, { cwd: root, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  for (const file of files.sort()) hash.update(file).update(await readFile(file))
  return hash.digest('hex')
}

async function isCurrent(): Promise<boolean> {
  return (await readFile(stamp, 'utf8').catch(() => '')) === (await fingerprint())
}

type Say = (text: string) => void

/** Runs the Remix build. What it says is passed on only when it fails; Ctrl-C ends it. */
async function build(say: Say): Promise<boolean> {
  const output: string[] = []
  const built = await new Promise<boolean>(resolve => {
    const child = spawn(process.execPath, [join(root, 'node_modules/.bin/remix'), 'vite:build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => output.push(text))
    const stop = () => child.kill()
    process.once('SIGINT', stop)
    child.on('exit', code => {
      process.off('SIGINT', stop)
      resolve(code === 0)
    })
  })
  if (built) await writeFile(stamp, await fingerprint())
  else for (const text of output) say(text)
  return built
}

const toTerminal: Say = text => void process.stdout.write(text)

/** Makes sure that `build/` is that of the sources as they are; false when it cannot be built. */
export async function ensureBuilt(say: Say = toTerminal): Promise<boolean> {
  if (await isCurrent()) return true
  say('  Building the pages (some seconds, only after a change) …\n')
  return build(say)
}

if (import.meta.main) process.exit((await build(toTerminal)) ? 0 : 1)
