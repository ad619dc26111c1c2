/** `npm run bench`: all benchmarks of the platform's first floor; `npm run bench -- pages` runs one of them. */
import { ensureBuilt } from '../scripts/build.ts'
import { benchJavaScript } from './javascript.ts'
import { benchPages } from './pages.ts'
import { benchStatements } from './statements.ts'

const all: Record<string, () => Promise<void>> = {
  statements: benchStatements,
  pages: benchPages,
  javascript: benchJavaScript,
}

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !(name in all))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(all).join(', ')}.\n`,
  )
  process.exit(2)
}
if (!(await ensureBuilt())) process.exit(1)
for (const [name, bench] of Object.entries(all)) if (asked.length === 0 || asked.includes(name)) await bench()
process.exit(0)
