/** Adds up what every layer of tests reported in this run of CI, and ends with the one line that counts. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const layers = {
  embedded: ['unit', 'api', 'e2e'],
  postgresql: ['api', 'e2e'],
}

/** The report of a vitest run; a file's name says its layer. */
const report = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
})

let [passed, failed] = [0, 0]
const wrong: string[] = []
for (const [database, names] of Object.entries(layers)) {
  const file = join(import.meta.dirname, `../test-results/${database}.json`)
  const { success, testResults } = report.parse(JSON.parse(await readFile(file, 'utf8')))
  if (!success) wrong.push(`the run on ${database} did not succeed`)
  for (const name of names) {
    const files = testResults.filter(each => each.name.includes(`.${name}.test.`))
    const outcomes = files.flatMap(each => each.assertionResults.map(({ status }) => status))
    const count = (status: string) => outcomes.filter(outcome => outcome === status).length
    const others = outcomes.length - count('passed') - count('failed')
    console.log(
      `${database} ${name}: ${count('passed')} passed, ${count('failed')} failed, ${others} skipped, in ${files.length} files`,
    )
    passed += count('passed')
    failed += count('failed')
    if (count('passed') === 0) wrong.push(`no test of ${name} passed on ${database}`)
    if (others > 0) wrong.push(`${others} tests of ${name} were skipped on ${database}`)
    for (const each of files) if (each.status !== 'passed') wrong.push(`${each.name} ${each.status}`)
  }
}
for (const sentence of wrong) console.error(`Not complete: ${sentence}.`)
console.log(`${passed} passed, ${Math.max(failed, wrong.length)} failed`)
process.exit(wrong.length === 0 && failed === 0 ? 0 : 1)
