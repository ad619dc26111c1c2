/**
 * `npm test`: types, lint and import rules, the unit tests, the production build, the API tests, then the journeys in
 * a real browser. `npm test -- api e2e` runs the named layers only. With TEST_DATABASE_URL, on that PostgreSQL server.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './build.ts'

const root = join(import.meta.dirname, '..')
process.chdir(root)
const bin = (name: string) => join(root, 'node_modules/.bin', name)

interface Layer {
  name: string
  sentence: string
  run(): Promise<boolean>
}

/** Runs one tool under this Node; its output is shown as it comes. */
function tool(name: string, ...words: string[]): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [bin(name), ...words], {
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_ENV: 'test',
        FORCE_COLOR: process.env.CI ? '0' : '1',
      },
    })
    child.on('exit', code => resolve(code === 0))
  })
}

const databaseKind = process.env.TEST_DATABASE_URL ? 'postgresql' : 'embedded'

/** One vitest project; its report is kept for the closing line of CI. */
const tests = (project: string) =>
  tool(
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=test-results/${databaseKind}-${project}.json`,
  )

const layers: readonly Layer[] = [
  { name: 'types', sentence: 'Types', run: () => tool('tsc', '--noEmit') },
  {
    name: 'lint',
    sentence: 'Lint and format',
    run: () => tool('biome', 'check', '--error-on-warnings', '.'),
  },
  {
    name: 'rules',
    sentence: 'Import rules',
    run: () =>
      tool(
        'depcruise',
        '--config',
        'dependency-cruiser.config.mjs',
        'app',
        'graphql',
        'packages',
        'prisma',
        'server',
        'server.ts',
      ),
  },
  { name: 'unit', sentence: 'Unit tests', run: () => tests('unit') },
  { name: 'build', sentence: 'Production build', run: ensureBuilt },
  // The fault tests start the platform itself, pages and all.
  { name: 'api', sentence: 'API tests', run: async () => (await ensureBuilt()) && tests('api') },
  { name: 'e2e', sentence: 'Journeys in a browser', run: () => tests('e2e') },
]

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !layers.some(layer => layer.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no layer ${unknown.join(', ')}. Layers: ${layers.map(layer => layer.name).join(', ')}.`,
  )
  process.exit(2)
}
const wanted = asked.length === 0 ? layers : layers.filter(layer => asked.includes(layer.name))
const began = performance.now()
const failed: string[] = []
for (const layer of wanted) {
  console.log(`\n── ${layer.sentence}`)
  if (!(await layer.run())) failed.push(layer.name)
}
const seconds = Math.round((performance.now() - began) / 1000)
console.log(
  `\n${failed.length === 0 ? `All ${wanted.length} layers passed` : `Failed: ${failed.join(', ')}`} in ${seconds} s.`,
)
process.exit(failed.length === 0 ? 0 : 1)
