/** Adds up what every test layer of this run reported, and ends with the one line that counts. */
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../test-results')
const required = ['embedded-unit', 'embedded-api', 'embedded-e2e', 'postgresql-api', 'postgresql-e2e']
const reports = new Map<string, { passed: number; failed: number; skipped: number }>()
for await (const file of glob('*.json', { cwd: folder })) {
  const report = JSON.parse(await readFile(join(folder, file), 'utf8'))
  reports.set(file.replace(/\.json$/, ''), {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}
const missing = required.filter(name => (reports.get(name)?.passed ?? 0) === 0)
let [passed, failed, skipped] = [0, 0, 0]
for (const [name, report] of [...reports].sort()) {
  console.log(`${name}: ${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped`)
  passed += report.passed
  failed += report.failed
  skipped += report.skipped
}
if (missing.length > 0 || failed > 0 || skipped > 0) {
  console.error(
    `Not complete: ${missing.length > 0 ? `no test ran in ${missing.join(', ')}` : 'tests failed or were skipped'}.`,
  )
  process.exitCode = 1
}
console.log(`${passed} passed, ${failed + missing.length} failed`)
