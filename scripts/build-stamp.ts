/** Whether `build/` was made from the sources as they are: a hash over them, kept beside the build. */
import { createHash } from 'node:crypto'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const sources = [
  'app/**/*',
  'packages/**/*',
  'graphql/schema.graphql',
  'remix.config.js',
  'vite.config.ts',
  'package-lock.json',
]

async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256')
  const files: string[] = []
  for await (const entry of glob(sources, { cwd: root, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  for (const file of files.sort()) hash.update(file).update(await readFile(file))
  return hash.digest('hex')
}

const stampOf = (root: string) => join(root, 'build', 'sources.sha256')

export async function buildIsCurrent(root: string): Promise<boolean> {
  const stamp = await readFile(stampOf(root), 'utf8').catch(() => '')
  return stamp === (await fingerprint(root))
}

export async function markBuilt(root: string): Promise<void> {
  await writeFile(stampOf(root), await fingerprint(root))
}
