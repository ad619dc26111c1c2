/**
 * `npm test`: types, lint and import rules beside the production build and the tests: units, the API, journeys in a
 * real browser. `npm test -- api e2e` runs the named layers only. With TEST_DATABASE_URL, on that PostgreSQL server.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './build.ts'
import { type Speaker, speakersInTurn } from './in-turn.ts'

const root = join(import.meta.dirname, '..')
process.chdir(root)

const layers = ['types', 'lint', 'rules', 'build', 'unit', 'api', 'e2e']
const asked = process.argv.slice(2)
const unknown = asked.filter(name => !layers.includes(name))
if (unknown.length > 0) {
  console.error(`There is no layer ${unknown.join(', ')}. Layers: ${layers.join(', ')}.`)
  process.exit(2)
}
const wanted = asked.length === 0 ? layers : layers.filter(name => asked.includes(name))

const write = (text: string) => void process.stdout.write(text)
const nextSpeaker = speakersInTurn(write)

interface Step {
  sentence: string
  speaker: Speaker
  run(say: Speaker['say']): Promise<boolean>
}

const step = (sentence: string, run: Step['run']): Step => ({ sentence, speaker: nextSpeaker(), run })

/** Runs one tool under this Node. */
const tool =
  (name: string, ...words: string[]) =>
  (say: Speaker['say']) =>
    new Promise<boolean>(resolve => {
      const child = spawn(process.execPath, [join(root, 'node_modules/.bin', name), ...words], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          NODE_ENV: 'test',
          FORCE_COLOR: process.env.CI ? '0' : '1',
          // The tests start the platform some twenty times.
          NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
        },
      })
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say)
      child.on('close', code => resolve(code === 0))
    })

/** None of them needs more than one core. */
const checks: Step[] = []
const check = (layer: string, sentence: string, ...words: [string, ...string[]]) => {
  if (wanted.includes(layer)) checks.push(step(sentence, tool(...words)))
}
check('types', 'Types', 'tsc', '--noEmit')
check('lint', 'Lint and format', 'biome', 'check', '--error-on-warnings', '.')
check(
  'rules',
  'Import rules',
  'depcruise',
  ...['--config', 'dependency-cruiser.config.mjs'],
  ...['app', 'graphql', 'packages', 'prisma', 'server', 'server.ts'],
)

/** All tests in one run, which keeps every core busy until the last file. Its report is for the closing line of CI. */
const product: Step[] = []
const projects = wanted.filter(name => ['unit', 'api', 'e2e'].includes(name))
// Journeys start the built platform, and so do the fault tests among those of the API.
if (['build', 'api', 'e2e'].some(name => wanted.includes(name)))
  product.push(step('Production build', ensureBuilt))
if (projects.length > 0)
  product.push(
    step(
      `Tests: ${projects.join(', ')}`,
      tool(
        'vitest',
        'run',
        ...projects.map(project => `--project=${project}`),
        ...['--reporter=default', '--reporter=json'],
        `--outputFile.json=test-results/${process.env.TEST_DATABASE_URL ? 'postgresql' : 'embedded'}.json`,
      ),
    ),
  )

const failed: string[] = []
const secondsSince = (moment: number) => Math.round((performance.now() - moment) / 1000)

/** One after the other, in their order; `whileGood` ends with the first that fails. */
async function run(steps: readonly Step[], { whileGood }: { whileGood: boolean }) {
  for (const { sentence, speaker, run: work } of steps) {
    const began = performance.now()
    speaker.say(`\n── ${sentence}\n`)
    const passed = await work(speaker.say)
    speaker.say(`${passed ? 'Passed' : 'FAILED'} in ${secondsSince(began)} s.\n`)
    speaker.end()
    if (passed) continue
    failed.push(sentence)
    if (whileGood) return
  }
}

const began = performance.now()
await Promise.all([run(checks, { whileGood: false }), run(product, { whileGood: true })])
write(
  `\n${failed.length === 0 ? `All passed (${wanted.join(', ')})` : `Failed: ${failed.join(', ')}`} in ${secondsSince(began)} s.\n`,
)
process.exit(failed.length === 0 ? 0 : 1)
