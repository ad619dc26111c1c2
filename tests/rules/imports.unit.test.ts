/** Each import rule is broken once on purpose, in a small tree of its own, and must be heard. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
let tree: string

/** Rule, the file that breaks it, and what it imports. */
const breaches = [
  ['app-asks-the-api', 'app/routes/a.ts', '../../prisma/client.ts'],
  ['app-asks-the-api', 'app/routes/b.ts', '../../graphql/schema.ts'],
  ['api-stands-on-data-and-rules', 'graphql/a.ts', '../app/root.ts'],
  ['data-knows-nothing-above', 'prisma/a.ts', '../graphql/schema.ts'],
  ['packages-know-nothing-of-the-project', 'packages/voting/a.ts', '../../prisma/client.ts'],
  ['packages-stand-alone', 'packages/voting/b.ts', '../document/index.ts'],
  ['live-knows-only-documents', 'packages/live/a.ts', '../voting/index.ts'],
  ['rules-run-in-a-browser', 'packages/procedure/a.ts', 'node:fs'],
  ['no-circles', 'server/a.ts', './b.ts'],
] as const

const innocent = {
  'app/root.ts': '',
  'graphql/schema.ts': "import '../prisma/client.ts'",
  'prisma/client.ts': '',
  'packages/document/index.ts': '',
  'packages/voting/index.ts': '',
  'packages/live/index.ts': "import '../document/index.ts'",
  'server/b.ts': "import { a } from './a.ts'\nexport const b = a",
}

async function write(file: string, text: string) {
  await mkdir(dirname(join(tree, file)), { recursive: true })
  await writeFile(join(tree, file), `${text}\nexport const name = 1\n`)
}

function heard(): Promise<{ from: string; rule: string }[]> {
  const words = [
    '--config',
    'dependency-cruiser.config.mjs',
    '--output-type',
    'json',
    'app',
    'graphql',
    'prisma',
    'packages',
    'server',
  ]
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [join(root, 'node_modules/.bin/depcruise'), ...words],
      { cwd: tree, maxBuffer: 50_000_000 },
      (_failure, output, complaint) => {
        if (output === '') return fail(new Error(complaint))
        const { summary } = JSON.parse(output) as {
          summary: { violations: { from: string; rule: { name: string } }[] }
        }
        done(summary.violations.map(({ from, rule }) => ({ from, rule: rule.name })))
      },
    )
  })
}

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'protect-rules-'))
  for (const file of ['dependency-cruiser.config.mjs', 'tsconfig.json', 'package.json'])
    await cp(join(root, file), join(tree, file))
  await symlink(join(root, 'node_modules'), join(tree, 'node_modules'))
  for (const [file, text] of Object.entries(innocent)) await write(file, text)
  await write('server/a.ts', 'export const a = 1')
})
afterAll(() => rm(tree, { recursive: true, force: true }))

test('a tree that keeps the rules is left alone', async () => {
  expect(await heard()).toEqual([])
})

test('each rule that is broken is named', async () => {
  for (const [, file, target] of breaches)
    await write(
      file,
      file === 'server/a.ts' ? "import { b } from './b.ts'\nexport const a = () => b" : `import '${target}'`,
    )
  const rows = await heard()
  for (const [rule, from] of breaches) expect(rows).toContainEqual({ from, rule })
})
